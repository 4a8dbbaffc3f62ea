"""Pages as Markdown and JSON, made from the joined view. No file is written here and no engine is known."""

from .build import make_pages
from .page import DataFile, Page

__all__ = ["DataFile", "Page", "make_pages"]
