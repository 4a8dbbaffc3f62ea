"""Look at a proposal as its readers would: what needs mending, and what the pages would say."""

from dataclasses import replace

from ..changes import Changes, Outcome, compare, make_report
from ..changes.facts import facts_of
from ..changes.phrases import cut_text
from ..changes.sentences import of_body, of_fields
from ..changes.structure import Entry, Section
from ..content import Content, Item
from ..problem import Problem, errors
from ..words import Words
from .corrected import corrected_line
from .review import MOST_PROBLEMS, Found, Review, found_of, to_parts

_LEADS = ("figures", "gone", "wording", "sources", "reviewed")
_MADE_BY_MACHINE = ("added_on", "reviewed_on")


def make_review(base: Content, proposed: Content, problems: list[Problem], words: Words) -> Review:
    """Compare a proposal with what it changes, and say what is wrong with it.

    `problems` are those of the proposal. Those of the base that are still there are its own affair, and are left out.
    """
    changes = compare(base, proposed)
    parts, left = to_parts(_sections(changes, proposed, words))
    ordered = sorted(problems, key=lambda one: one.level)
    wrong = len(errors(problems))
    return Review(
        errors=wrong, warnings=len(problems) - wrong, parts=parts, left_out=left,
        problems=tuple(_found(problem, proposed) for problem in ordered[:MOST_PROBLEMS]),
    )  # fmt: skip


def new_problems(base: list[Problem], proposed: list[Problem]) -> list[Problem]:
    """Every error of the proposal, and those of its warnings that the base does not have already.

    Lines may have moved, so a warning is known by its file and what it says.
    """
    known = {(one.path, one.rule, one.message) for one in base if one.level == "warning"}
    return [one for one in proposed if one.level == "error" or (one.path, one.rule, one.message) not in known]


def _found(problem: Problem, content: Content) -> Found:
    lines = next((item.file.text.split("\n") for item in content.items if item.path == problem.path), [])
    line = lines[problem.line - 1] if 0 < problem.line <= len(lines) else ""
    return found_of(problem, corrected_line(problem, line) if line else None)


def _sections(changes: Changes, proposed: Content, words: Words) -> list[Section]:
    """The sections of a report on an upgrade, with leads for a maintainer, and new items in full."""
    report = make_report(changes, Outcome("", ""), words)
    kept = [replace(one, lead=words(f"proposal.leads.{one.id}")) for one in report.sections if one.id in _LEADS]
    items = {(item.kind.name, item.id): item for item in proposed.items}
    new = [_new(items[one.kind, one.id], words) for one in changes.of("new") if (one.kind, one.id) in items]
    shown = [Section("new", words("upgrade.new.title"), words("proposal.leads.new"), tuple(new))] if new else []
    return [*shown, *(one for one in kept if one.entries)]


def _new(item: Item, words: Words) -> Entry:
    """A new item as its page would say it, field by field."""
    kind = words(f"upgrade.kinds.{item.kind.name}")
    title = words("upgrade.item", kind=kind, title=str(item.facts.get("title") or item.id))
    lines = [words("proposal.lies_in", path=item.path)]
    for name, said in of_fields(item).items():
        if name != "title":
            text = cut_text(" ".join(one.text for one in said))
            lines.append(words("proposal.field", field=_field(name, words), text=text))
    for (name, of), values in facts_of(item).items():
        if not of and name not in ("title", *_MADE_BY_MACHINE):
            lines.append(words("proposal.field", field=_field(name.rpartition(".")[2], words), text=", ".join(values)))
    body = " ".join(one.text for one in of_body(item.outline))
    if body:
        lines.append(words("proposal.field", field=words("proposal.text"), text=cut_text(body)))
    cited = _sources(item)
    if cited:
        lines.append(words("proposal.field", field=words("proposal.cites"), text=", ".join(cited)))
    return Entry(title, tuple(lines))


def _sources(item: Item) -> list[str]:
    """The ids of the sources that an item names, in its evidence, its fields and its text."""
    named = [str(leaf.value) for leaf in item.leaves if leaf.ref == "source" and leaf.value]
    cited = [one for piece in item.pieces for citation in piece.outline.citations for one in citation.ids]
    return list(dict.fromkeys([*named, *cited]))


def _field(name: str, words: Words) -> str:
    known = words.group("upgrade.fields")
    return words(f"upgrade.fields.{name}") if name in known else name.replace("_", " ").capitalize()
