"""The names of audiences, parts, topics and countries in another language."""

from pathlib import Path

from ..marked import Marked
from ..models import Term, Vocabulary
from ..models.kinds import VOCABULARY_PATH
from ..models.messages import validate
from ..problem import Problem, listed
from ..read.files import read_text
from ..read.yaml_text import Document, parse_yaml
from ..words import FIRST_LANGUAGE
from .lay import RULE


def path_of(language: str) -> str:
    """The file of the names in a language."""
    return VOCABULARY_PATH.replace(".yml", f".{language}.yml")


def translated_vocabulary(root: Path, english: Vocabulary, language: str) -> tuple[Vocabulary, list[Problem]]:
    """The closed lists with their names in a language, and what is wrong with its file; what has none stays English.

    Names that are missing are warnings: the playbook may gain one at any time.
    """
    path = path_of(language)
    if not (root / path).exists():
        return _named(english, None), [
            Problem(
                path, 1, 1, "", f"The names of audiences, topics and countries are not there in “{language}”, so they are shown in English.",
                f"Copy {VOCABULARY_PATH} to this name and write the labels in “{language}”.", level="warning", rule=RULE,
            )
        ]  # fmt: skip
    file = read_text(root, root / path)
    if isinstance(file, Problem):
        return _named(english, None), [file]
    document = parse_yaml(file.text, file.path)
    own, problems = validate(Vocabulary, document, file.path)
    problems = document.problems + problems
    if own is None:
        return _named(english, None), problems
    return _named(english, own), problems + list(_differing(english, own, document, path, language))


def _named(english: Vocabulary, own: Vocabulary | None) -> Vocabulary:
    update = {}
    for listing in Vocabulary.model_fields:
        known = {term.id: term for term in getattr(own, listing)} if own else {}
        update[listing] = [_term(term, known.get(term.id)) for term in getattr(english, listing)]
    return english.model_copy(update=update)


def _term(english: Term, own: Term | None) -> Term:
    description = english.description and Marked(english.description, FIRST_LANGUAGE)
    if own is None:
        return english.model_copy(update={"label": Marked(english.label, FIRST_LANGUAGE), "description": description})
    return english.model_copy(update={"label": own.label, "description": own.description or description})


def _differing(english: Vocabulary, own: Vocabulary, document: Document, path: str, language: str):
    for listing in Vocabulary.model_fields:
        theirs, ours = [[term.id for term in getattr(one, listing)] for one in (english, own)]
        mark = document.mark((listing,))
        missing, more = [one for one in theirs if one not in ours], [one for one in ours if one not in theirs]
        if missing:
            yield Problem(
                path, mark.line, mark.column, listing, f"There is nothing for {_quoted(missing)} in “{language}”, so it is shown in English.",
                "Add it with its id and its label.", level="warning", rule=RULE,
            )  # fmt: skip
        if more:
            yield Problem(
                path, mark.line, mark.column, listing, f"The English has no {_quoted(more)} under “{listing}”.", "Take it out.",
                level="warning", rule=RULE,
            )  # fmt: skip


def _quoted(names: list[str]) -> str:
    return listed([f"“{name}”" for name in names])
