"""Colours: a council's own, and those derived from them until everything on the site can be read."""

from .palette import Choices, Fault, Measured, Palette, make_palette
from .srgb import contrast

__all__ = ["Choices", "Fault", "Measured", "Palette", "contrast", "make_palette"]
