"""Ready-made briefs: what each paper says and how much of it fits on one side of A4. No typesetter is known here."""

from .files import Briefs
from .make import make_papers
from .paper import Paper, Sheet


__all__ = ["Briefs", "Paper", "Sheet", "make_papers"]
