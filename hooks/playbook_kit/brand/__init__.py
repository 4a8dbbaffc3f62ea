"""How a council's site looks: its colours, logo, icon and the marks of its documents, from what it says of itself."""

from .look import Look, read_look

__all__ = ["Look", "read_look"]
