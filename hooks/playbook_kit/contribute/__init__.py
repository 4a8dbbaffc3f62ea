"""Forms in which anybody can contribute: their questions, and what answers become."""

from .assemble import Assembled, AssembledFile, Known, assemble, known_of
from .check_answers import check_answers
from .forms import FORMS, Form, FormField, Group, field_named, label_of

__all__ = [
    "FORMS", "Assembled", "AssembledFile", "Form", "FormField", "Group", "Known", "assemble", "check_answers",
    "field_named", "known_of", "label_of",
]  # fmt: skip
