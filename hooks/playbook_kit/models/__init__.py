"""What each kind of file may say: one definition for checking, JSON Schema, templates and the reference page."""

from .argument import Argument, Comeback, Evidence
from .base import Model
from .blocked import BlockedAsk, BlockedGroup, BlockedList, BlockedRow
from .case_study import CaseStudy, Organisation, Result
from .chapter import Chapter
from .council import Contacts, Council, CouncilInLanguage, Review
from .decision_tree import DecisionTree, Outcome, TreeQuestion, Way
from .glossary import Glossary, GlossaryTerm
from .lists import PlainWord, PlainWords, Uncited, UncitedSentence
from .local import OwnGlossaryTerm, OwnTerms, OwnWord
from .objection import Control, Objection
from .self_check import CheckQuestion, SelfCheck, Stand
from .site_page import SitePage
from .source import Source
from .synonyms import FoundBy, SameWords, SearchExample, Synonyms
from .template import Template
from .tested import FoundFault, Program, SetAside, Tested
from .tombstone import Tombstone
from .used_by import UsedBy, User
from .vocabulary import Term, Vocabulary

__all__ = [
    "Argument", "BlockedAsk", "BlockedGroup", "BlockedList", "BlockedRow", "CaseStudy", "Chapter", "CheckQuestion",
    "Comeback", "Contacts", "Control", "Council", "CouncilInLanguage", "DecisionTree", "Evidence", "FoundBy", "FoundFault", "Glossary", "GlossaryTerm", "Model", "Objection", "Organisation",
    "Outcome", "OwnGlossaryTerm", "OwnTerms", "OwnWord", "PlainWord", "PlainWords", "Program", "Result", "Review", "SameWords", "SearchExample", "SelfCheck", "SetAside", "SitePage", "Source", "Stand", "Synonyms", "Template", "Term",
    "Tested", "Tombstone", "TreeQuestion", "Uncited", "UncitedSentence", "UsedBy", "User", "Vocabulary", "Way",
]  # fmt: skip
