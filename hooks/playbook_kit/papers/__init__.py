"""Ready-made briefs: what each paper says and how much of it fits on one side of A4. No typesetter is known here."""

from .files import Briefs
from .make import make_papers
from .paper import Paper, Sheet
from .site import Site, read_site

__all__ = ["Briefs", "Paper", "Sheet", "Site", "make_papers", "read_site"]
