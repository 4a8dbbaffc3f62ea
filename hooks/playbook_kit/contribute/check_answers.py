"""Answers → what is wrong with them: what `playbook check` says of the file, in the form's own names."""

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..content import Content, Item, Listing
from ..models.base import BLANK
from ..models.kinds import KINDS, LISTS, Kind
from ..models.messages import SAID, blank_problem, validate
from ..problem import Problem, errors
from ..read.files import TextFile, decode
from ..read.front_matter import split_front_matter
from ..read.markdown_text import CITATION, outline
from ..read.yaml_text import parse_yaml
from ..rules import RULES, Settings, wordings_distinct
from ..rules.references_known import unknown_id
from ..words import Words
from .assemble import Assembled, AssembledFile, assemble, known_of
from .fields import FormField
from .forms import Form, field_named, label_of, names
from .into_list import into_list

_SPOKEN = re.compile(r"“(?P<first>[a-z_]+)(?:, entry \d+)?(?:, (?P<last>[a-z_]+))?”")
_LETTER = Kind("letter", "", ".yml", type(None))  # type: ignore[arg-type]


def check_answers(
    name: str, given: Mapping[str, str], content: Content, words: Words, today: datetime.date
) -> list[Problem]:
    """Every problem of the answers `given` to the form `name`; `field` is the answer's, such as `comebacks.1.they_say`.

    Path, line and column are those of the file that the answers become. Warnings are among them. `words` gives the
    form's labels. Raises KeyError for a form that there is not.
    """
    return check_assembled(assemble(name, given, known_of(content), today), content, words, today)


def check_assembled(made: Assembled, content: Content, words: Words, today: datetime.date) -> list[Problem]:
    """Every problem of what answers became."""
    found = [problem for file in made.files for problem in _of_file(file, made, content, words, today)]
    if made.letter:
        found += (_of_entry if made.form.adds else _of_letter)(made, made.letter, content, words, today)
    found += [*_unknown_citations(made, content, words), *_without_source(made, content, words)]
    order = {key: number for number, key in enumerate(names(made.form))}
    found.sort(key=lambda one: (order.get(one.field, -1), one.line, one.column, one.message))
    return list({(one.field, one.message, one.fix): one for one in reversed(found)}.values())[::-1]


def is_accepted(problems: Iterable[Problem]) -> bool:
    """Whether nothing among the problems stands in the way."""
    return not errors(problems)


def _of_file(
    file: AssembledFile, made: Assembled, content: Content, words: Words, today: datetime.date
) -> Iterator[Problem]:
    """The problems of one file among all the others, each with the answer that it comes from."""
    kind = KINDS[file.kind]
    item, problems = _read(kind, file)
    if item is None:
        yield from (_named(problem, file, made.form, words) for problem in problems)
        return
    others = [
        _hollow(Item(KINDS[one.kind], one.id, TextFile(one.path, ""), _NOTHING))
        for one in made.files
        if one is not file
    ]
    around = Content(
        content.root, [*map(_hollow, content.items), *others, item], content.vocabulary,
        problems=list(problems), plain_words=content.plain_words,
    )  # fmt: skip
    for rule in RULES:
        problems += rule.run(around, Settings(today))
    for problem in problems:
        if problem.path == file.path and problem.rule not in _LEFT_OUT:
            yield _named(problem, file, made.form, words)


# Of a citation that leads nowhere `_unknown_citations` speaks, since the form has its own way to name a source; that
# nothing cites a new source yet, or that it is due, says nothing of the answers.
_LEFT_OUT = ("citation", "uncited-source", "review-due")


def _read(kind: Kind, file: AssembledFile) -> tuple[Item | None, list[Problem]]:
    text = decode(file.path, file.text.encode("utf-8"))
    if isinstance(text, Problem):
        return None, [text]
    if kind.has_body:
        front = split_front_matter(text)
        item = Item(kind, file.id, text, front.document, body=front.body, body_line=front.body_line)
        item.outline, item.is_whole = outline(front.body, front.body_line), front.is_whole
    else:
        item = Item(kind, file.id, text, parse_yaml(text.text, file.path))
    item.model, found = validate(kind.model, item.document, file.path)
    return item, [*item.document.problems, *found]


def _hollow(item: Item) -> Item:
    """An item of which no more is known than that it is there, and so without problems of its own."""
    return Item(item.kind, item.id, TextFile(item.path, ""), _NOTHING, is_whole=False)


_NOTHING = parse_yaml("", "")


def _of_entry(
    made: Assembled, entry: AssembledFile, content: Content, words: Words, today: datetime.date
) -> Iterator[Problem]:
    """The problems of the list with the entry in it, as far as the entry has them, by the lines of the entry."""
    path, model = LISTS[made.form.adds]
    field = next(iter(model.model_fields))
    before = content.used_by.file.text if content.used_by else ""
    with_it = into_list(before, field, entry.lines) or into_list(f"{field}:\n", field, entry.lines)
    assert with_it, path
    text, start = with_it
    file = decode(path, text.encode("utf-8"))
    if isinstance(file, Problem):
        found = [file]
    else:
        document = parse_yaml(file.text, path)
        listed, faults = validate(model, document, path)
        found = [*document.problems, *faults]
        used_by = Listing(path, listed, document, file) if listed else None
        around = Content(content.root, [*map(_hollow, content.items)], content.vocabulary, used_by=used_by)
        for rule in RULES:
            found += rule.run(around, Settings(today))
        # A list with another fault is not looked through for blanks; what somebody sends is.
        blank = (number for number, line in enumerate(entry.lines) if BLANK in line)
        found += [blank_problem(path, start + number, 1) for number in blank]
    for problem in found:
        if problem.path == path and start <= problem.line < start + len(entry.lines):
            yield _named(replace(problem, line=problem.line - start + 1), entry, made.form, words)


def _of_letter(
    made: Assembled, letter: AssembledFile, content: Content, words: Words, _today: datetime.date
) -> Iterator[Problem]:
    """The problems of a letter: what its model says, ids that there are not, a wording that stands there already."""
    text = decode(letter.path, letter.text.encode("utf-8"))
    if isinstance(text, Problem):
        yield _named(text, letter, made.form, words)
        return
    document = parse_yaml(text.text, letter.path)
    _, found = validate(made.form.model, document, letter.path)
    yield from (_named(problem, letter, made.form, words) for problem in [*document.problems, *found])
    kind = replace(_LETTER, model=made.form.model)
    item = Item(kind, "letter", text, document)
    around = Content(content.root, [*map(_hollow, content.items), item], content.vocabulary)
    for rule in RULES:
        for problem in rule.run(around, Settings(datetime.date.min)):
            if problem.path == letter.path and problem.rule not in _LEFT_OUT:
                yield _named(problem, letter, made.form, words)
    if made.form.name == "wording":
        yield from _heard_already(made, letter, content)


def _heard_already(made: Assembled, letter: AssembledFile, content: Content) -> Iterator[Problem]:
    heard = made.answers.get("heard", "")
    place = wordings_distinct.places(content).get(wordings_distinct.key(heard)) if heard else None
    if place:
        line = letter.answers.index("heard") + 1
        yield wordings_distinct.twice(letter.path, line, 1, heard, place, "heard")


def _unknown_citations(made: Assembled, content: Content, words: Words) -> Iterator[Problem]:
    """Citations in answers that name a source that is neither here nor described in the form."""
    known = content.ids("source") | {file.id for file in made.files if file.kind == "source"}
    for key, text in made.answers.items():
        one, row = field_named(made.form, key)
        for match in CITATION.finditer(text) if one.is_markdown else ():
            for source in re.findall(r"@([a-z0-9-]+)", match[0]):
                if source not in known and re.fullmatch(r"\[@[a-z0-9-]+(?:; ?@[a-z0-9-]+)*\]", match[0]):
                    file = made.main
                    line = file.answers.index(key) + 1 if key in file.answers else 1
                    yield Problem(
                        file.path, line, 1, key,
                        words("contribute_says.unknown_source", name=label_of(one, row, words), source=source),
                        words("contribute_says.unknown_source_fix"), rule="citation",
                    )  # fmt: skip


def _without_source(made: Assembled, content: Content, words: Words) -> Iterator[Problem]:
    """A case study of which nobody says where it can be read, or where nothing is; no field of its model asks."""
    group = next((group for group in made.form.groups if group.name == "sources"), None)
    for row in range(1, group.most + 1) if group else ():
        key = group.fields[0].numbered(row)
        named = made.answers.get(key, "")
        if named and named != BLANK and named not in content.ids("source"):
            message, _ = unknown_id("source", named, set(), None)
            fix = words("contribute_says.choose_source_fix")
            yield Problem(made.main.path, 1, 1, key, message, fix, rule="unknown-id")
    if group and not any(one.numbered(row) in made.answers for row in range(1, group.most + 1) for one in group.fields):
        one = group.fields[0]
        message = SAID["blank"][0].format(name=label_of(one, 1, words))
        yield Problem(made.main.path, 1, 1, one.numbered(1), message, _example(one, words), rule="not-text")


def _named(problem: Problem, file: AssembledFile, form: Form, words: Words) -> Problem:
    """A problem in the words of the form: the question by its label, an example without the field's name."""
    key = file.answer_at(problem.line)
    if not key:
        return replace(problem, field="")
    one, row = field_named(form, key)
    label = label_of(one, row, words)
    message = _SPOKEN.sub(lambda match: f"“{label}”" if _is_spoken(match, one) else match[0], problem.message)
    fix = re.sub(rf"“{one.path[-1]}: (.*)”, for example\.", r"“\1”, for example.", problem.fix)
    if message.endswith(" has nothing in it."):
        fix = _example(one, words)
    if problem.rule == "unknown-id" and one.ref == "source":
        fix = words("contribute_says.choose_source_fix")
    return replace(problem, field=key, message=message, fix=fix)


def _example(one: FormField, words: Words) -> str:
    """What to answer: one of a list is chosen, anything else is written as in the example."""
    if one.control in ("choice", "choices", "yes-no"):
        return words(f"contribute_says.choose_{'several' if one.is_list else 'one'}")
    return words("contribute_says.write", example=one.example)


def _is_spoken(match: re.Match[str], one: FormField) -> bool:
    return (match["last"] or match["first"]) == one.path[-1]
