"""What each kind of file may say: one definition for checking, JSON Schema, templates and the reference page."""

from .argument import Argument, Comeback, Evidence
from .base import Model
from .case_study import CaseStudy, Organisation, Result
from .chapter import Chapter
from .lists import PlainWord, PlainWords, Uncited, UncitedSentence
from .objection import Control, Objection
from .site_page import SitePage
from .source import Source
from .template import Template
from .tombstone import Tombstone
from .vocabulary import Term, Vocabulary

__all__ = [
    "Argument", "CaseStudy", "Chapter", "Comeback", "Control", "Evidence", "Model", "Objection", "Organisation",
    "PlainWord", "PlainWords", "Result", "SitePage", "Source", "Template", "Term", "Tombstone", "Uncited",
    "UncitedSentence", "Vocabulary",
]  # fmt: skip
