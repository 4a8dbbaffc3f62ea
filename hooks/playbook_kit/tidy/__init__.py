"""Puts content files in order (line breaks, order of fields, quotation marks, spaces) and never changes what they mean."""

from .files import Tidied, content_files, tidy_file, tidy_text

__all__ = ["Tidied", "content_files", "tidy_file", "tidy_text"]
