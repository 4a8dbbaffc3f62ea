"""The council's own words for things, read from its file: words to put in place of ours, and terms of the glossary."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ..models import OwnTerms, OwnWord
from ..models.kinds import KINDS
from ..models.messages import validate
from ..problem import Problem, cut, nearest
from ..read.files import TextFile
from ..read.yaml_text import Document, parse_yaml
from .based_on import Found, check_based_on
from .merge import has_ids, is_removal, merge
from .overlay import Layer
from .wording import BASED_ON, wording_of

GLOSSARY = "glossary"


@dataclass
class Terms:
    """What the file says: its words, and its glossary as it stands there, to be laid over the playbook's."""

    file: TextFile
    document: Document
    words: list[OwnWord] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def over_glossary(self, base: Document) -> tuple[list[Layer], Found]:
        """The council's terms as a layer over the playbook's glossary `base`, and what is wrong with them."""
        own = self.document.value.get(GLOSSARY) if isinstance(self.document.value, dict) else None
        theirs = base.value.get("terms") if isinstance(base.value, dict) else None
        if own is None or not has_ids(theirs):
            return [], Found()  # where it is the playbook's glossary that is wrong, another speaks of it
        if not has_ids(own):
            mark = self.document.mark((GLOSSARY,))
            return [], Found([
                Problem(
                    self.file.path, mark.line, mark.column, GLOSSARY, "Each term of the glossary needs an id.",
                    "Write a list whose entries begin with “- id: …”.", rule="local-terms",
                )
            ])  # fmt: skip
        found = Found()
        ids = {term["id"] for term in theirs}
        for number, entry in enumerate(own):
            if entry["id"] in ids:
                one = _check(self, base, number, entry)
                found.problems += one.problems
                found.drift += one.drift
            elif BASED_ON in entry or is_removal(entry):
                mark = self.document.mark((GLOSSARY, number, BASED_ON))
                found.problems.append(
                    Problem(
                        self.file.path, mark.line, mark.column, GLOSSARY,
                        f"The playbook’s glossary has no term “{cut(entry['id'])}”, so there is nothing to change.",
                        f"{_meant(entry['id'], ids)} take {'these lines' if is_removal(entry) else f'“{BASED_ON}”'} out"
                        f"{'' if is_removal(entry) else ' if the term is your own'}.",
                        rule="local-orphan",
                    )
                )  # fmt: skip
        return [Layer(self.file.path, self.file.text, 1, _as_glossary(self.document, own))], found


def _meant(written: object, known: Iterable[str]) -> str:
    """The beginning of an advice: the id to write, which is named if one is spelled like what was written."""
    near = nearest(str(written), known)
    return f"Write “id: {near}”, or" if near else "Write the id of a term that is there, or"


def read_terms(file: TextFile) -> Terms:
    """The council's file of words."""
    document = parse_yaml(file.text, file.path)
    terms = Terms(file, document, problems=list(document.problems))
    words = Document(document.value, document.marks, document.keys, document.problems)
    if isinstance(document.value, dict):
        words.value = {key: value for key, value in document.value.items() if key != GLOSSARY}
    model, found = validate(OwnTerms, words, file.path)
    terms.problems += found
    if model:
        terms.words = model.words
        terms.problems += _twice(terms)
    return terms


def _twice(terms: Terms) -> list[Problem]:
    """Words of the playbook's that have two of the council's."""
    seen: set[str] = set()
    problems = []
    for number, word in enumerate(terms.words):
        key = " ".join(word.playbook.lower().split())
        if key in seen:
            mark = terms.document.mark(("words", number))
            problems.append(
                Problem(
                    terms.file.path, mark.line, mark.column, "words", f"“{cut(word.playbook)}” stands here twice.",
                    "Take one of the two out.", rule="local-terms",
                )
            )  # fmt: skip
        seen.add(key)
    return problems


def _check(terms: Terms, base: Document, number: int, entry: dict[str, Any]) -> Found:
    fields = {key: value for key, value in entry.items() if key != BASED_ON}
    changes = merge(base, Document({"terms": [fields]}))[1]
    return check_based_on(
        KINDS[GLOSSARY].name, entry["id"], terms.file.path, terms.document, wording_of(changes), changes, (GLOSSARY, number)
    )


def _as_glossary(document: Document, own: list[dict[str, Any]]) -> Document:
    """The council's terms as a document like the playbook's glossary."""
    moved = [
        {("terms", *where[1:]): mark for where, mark in marks.items() if where[:1] == (GLOSSARY,)}
        for marks in (document.marks, document.keys)
    ]
    return Document({"terms": [{k: v for k, v in entry.items() if k != BASED_ON} for entry in own]}, *moved)
