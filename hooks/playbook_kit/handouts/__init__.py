"""Handouts: the templates as documents to take away and change, from the same Markdown as their pages."""

from .blocks import Handout
from .make import FORMATS, file_uri, make_handouts

__all__ = ["FORMATS", "Handout", "file_uri", "make_handouts"]
