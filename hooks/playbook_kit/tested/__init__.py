"""The record of the last whole run of the tests: made from what the run kept, and shown to readers."""

from .record import NotWhole, record_of, record_text
from .shown import tested_part

__all__ = ["NotWhole", "record_of", "record_text", "tested_part"]
