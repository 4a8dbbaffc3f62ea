"""Pictures that a council gives: what is safe in them is kept, and what is not is said."""

from .page_file import read_page_file
from .picture import Flaw, Picture, read_picture

__all__ = ["Flaw", "Picture", "read_page_file", "read_picture"]
