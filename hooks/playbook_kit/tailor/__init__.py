"""Content as a council shows it: its own words for things, and no links to what it hides."""

from .items import tailored

__all__ = ["tailored"]
