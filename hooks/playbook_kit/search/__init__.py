"""The index that browsers search, in small files: a query fetches the few that hold its words, however large the site."""

from .files import search_files
from .record import Record, Section

__all__ = ["Record", "Section", "search_files"]
