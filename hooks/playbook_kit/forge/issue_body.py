"""The text of an issue → the answers that were given in its form."""

import re
from dataclasses import dataclass, field

from ..content import Content
from ..contribute import Form
from ..contribute.sources import source_named, source_names, sources_of
from ..models.kinds import KINDS
from ..words import Words
from .issue_fields import Question, headings, questions

_EMPTY = "_No response_"
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_TICKED = re.compile(r"^\s*[-*] \[[xX]\] ", re.M)
_KEPT = re.compile(r"[^a-z0-9]+")


@dataclass
class Answers:
    """The answers by their names, and in sentences what of the text cannot be taken for an answer."""

    given: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def read_answers(body: str, form: Form, content: Content, words: Words, *, with_notes: bool = False) -> Answers:
    """Read the text of an issue that was written in a form.

    The forge writes each label as a heading, with the answer under it. An answer may hold such a line as well; then
    there are two, nobody can know which is the forge's, and the text is refused. `with_notes` leaves out comments of
    HTML, in which the templates for GitLab explain themselves.
    """
    # The form on the site asks as often as is needed, and what it makes may be sent as an issue too.
    most = max(group.most for group in form.groups)
    asked = questions(form, content.vocabulary, words, most) if content.vocabulary else []
    text = re.sub(r"\r\n?", "\n", body)
    parts, faults = _parts(_COMMENT.sub("", text) if with_notes else text, list(headings(asked, words)), words)
    if not parts:
        return Answers(faults=[words("from_issue.no_answers", form=words(f"issue_forms.{form.name}.name"))])
    found = Answers(faults=faults)
    for question in asked:
        answer, wrong = _answer(question, parts.get(question.label, ""), content, words)
        if answer:
            found.given[question.name] = answer
        found.faults += wrong
    # A letter that the form on the site wrote holds no box to tick: the page says what sending it means.
    if not _TICKED.search(parts.get(words("issue_forms.promise.label"), "- [x] ")):
        found.faults.append(words("from_issue.no_promise", label=words("issue_forms.promise.label")))
    return found


def _parts(text: str, labels: list[str], words: Words) -> tuple[dict[str, str], list[str]]:
    """What stands under each heading of the form, and a sentence for each that stands there twice."""
    parts: dict[str, list[str]] = {}
    twice: dict[str, None] = {}
    current: list[str] = []
    for line in text.split("\n"):
        label = line[4:].rstrip() if line.startswith("### ") else ""
        if label in labels:
            if label in parts:
                twice[label] = None
            current = parts[label] = []
        else:
            current.append(line)
    found = {label: "\n".join(lines).strip() for label, lines in parts.items()}
    return found, [words("from_issue.twice", label=one) for one in twice]


def _answer(question: Question, text: str, content: Content, words: Words) -> tuple[str, list[str]]:
    """An answer as the form of the site would give it, and what cannot be understood in it."""
    if text in (_EMPTY, words("contribute.no_answer")) or (question.options and text == "None"):
        return "", []
    if question.options:
        return _chosen(question, text), []
    kind = question.field.ref
    if kind in KINDS and text:
        lines = [re.sub(r"^[-*] ", "", line.strip()) for line in text.split("\n")] if question.field.is_list else [text]
        named = [(line, _id_of(line, kind, content)) for line in lines if line]
        wrong = [
            words("from_issue.unknown_thing", label=question.label, text=_short(line))
            for line, found in named if not found
        ]  # fmt: skip
        return "\n".join(dict.fromkeys(found for _, found in named if found)), wrong
    return text, []


def _chosen(question: Question, text: str) -> str:
    """The values of the options that were chosen. What is no option is kept, for the checks to speak of it."""
    values = {shown.lower(): value for value, shown in question.options.items()}
    values |= {value.lower(): value for value in question.options}
    rest = re.sub(r"\s*\n\s*[-*]?\s*", ", ", text).lower().lstrip("-* ")
    if not question.several:
        return values.get(rest, text)
    found = []
    longest_first = sorted(values, key=len, reverse=True)  # labels may hold commas of their own
    while rest.strip(", "):
        rest = rest.lstrip(", ")
        option = next((one for one in longest_first if rest == one or rest.startswith(f"{one},")), None)
        if option is None:
            return "\n".join([*found, _short(rest)])
        found.append(values[option])
        rest = rest[len(option):]
    return "\n".join(dict.fromkeys(found))


def _id_of(text: str, kind: str, content: Content) -> str:
    """The id of an item that a person named by its id, its title or the address of its page; empty if there is none."""
    items = content.of(kind)
    ids = {item.id for item in items}
    address, _, anchor = text.strip().strip("“”\"'").partition("#")
    last = address.partition("?")[0].rstrip("/").rpartition("/")[2].removesuffix(".yml").removesuffix(".md")
    for one in (anchor, last) if kind == "source" else (last, anchor):  # many sources stand on one page
        if one in ids:
            return one
    if kind == "source":
        return source_named(text, sources := sources_of(content), source_names(sources))
    plain = _plain(text)
    found = [item.id for item in items if plain and _plain(str(item.facts.get("title", ""))) == plain]
    return found[0] if len(found) == 1 else ""


def _plain(text: str) -> str:
    return _KEPT.sub(" ", text.lower()).strip()


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:79]}…"
