"""What each kind of file may say: one definition for checking, JSON Schema, templates and the reference page."""

from .argument import Argument, Comeback, Evidence
from .base import Model
from .case_study import CaseStudy, Organisation, Result
from .chapter import Chapter
from .decision_tree import DecisionTree, Outcome, TreeQuestion, Way
from .objection import Control, Objection
from .self_check import CheckQuestion, SelfCheck, Stand
from .site_page import SitePage
from .source import Source
from .template import Template
from .tombstone import Tombstone
from .vocabulary import Term, Vocabulary

__all__ = [
    "Argument", "CaseStudy", "Chapter", "CheckQuestion", "Comeback", "Control", "DecisionTree", "Evidence", "Model",
    "Objection", "Organisation", "Outcome", "Result", "SelfCheck", "SitePage", "Source", "Stand", "Template", "Term",
    "Tombstone", "TreeQuestion", "Vocabulary", "Way",
]  # fmt: skip
