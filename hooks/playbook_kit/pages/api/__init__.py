"""The data that others build on, below api/v1/: one definition makes the files and their published schema."""

from .files import make_api

__all__ = ["make_api"]
