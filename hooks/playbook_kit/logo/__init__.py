"""Pictures that a council gives: what is safe in them is kept, and what is not is said."""

from .picture import Flaw, Picture, read_picture

__all__ = ["Flaw", "Picture", "read_picture"]
