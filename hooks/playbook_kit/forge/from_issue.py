"""An approved issue → the files that it becomes, or in words why not."""

import datetime
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from ..content import Content
from ..contribute import assemble, known_of
from ..contribute.check_answers import check_assembled
from ..contribute.forms import form_named
from ..models.kinds import USED_BY_PATH
from ..problem import errors
from ..report import one_as_text
from ..words import Words
from .approval import Approved
from .heard import with_entry, with_wording
from .issue_body import read_answers

_FOLDERS = ("playbook/arguments", "playbook/objections", "playbook/sources", "case_studies")
_LISTS = (USED_BY_PATH,)


@dataclass
class Made:
    """The texts of files by their paths, or else sentences that say why there are none.

    `problems` are problems in the words of the terminal, `by_hand` whether a person has to make the change.
    """

    files: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    by_hand: bool = False


def from_issue(
    issue: Approved, content: Content, words: Words, today: datetime.date, *, with_notes: bool = False
) -> Made:
    """What an approved issue becomes. `with_notes` is for a template of GitLab's; see `read_answers`."""
    form = form_named(issue.form)
    read = read_answers(issue.body, form, content, words, with_notes=with_notes)
    if read.faults and not read.given:
        return Made(faults=read.faults)
    made = assemble(form.name, read.given, known_of(content), today)
    problems = [one_as_text(one) for one in errors(check_assembled(made, content, words, today))]
    if read.faults or problems:
        return Made(faults=read.faults, problems=problems)
    files = {file.path: file.text for file in made.files}
    if form.name == "wording":
        changed = with_wording(content, made.answers["objection"], made.answers["heard"])
        if changed is None:
            path = f"playbook/objections/{made.answers['objection']}.yml"
            return Made(faults=[words("from_issue.heard_place", path=path)], by_hand=True)
        files = dict([changed])
    if form.adds and made.letter:
        changed = with_entry(content, made.letter, form.adds)
        if changed is None:
            return Made(faults=[words("from_issue.list_place", path=made.letter.path)], by_hand=True)
        files = dict([changed])
    if not files:
        return Made(by_hand=True)
    assert all(_is_ours(path) for path in files), sorted(files)
    return Made(files)


def _is_ours(path: str) -> bool:
    """Whether a path is that of one file right in a folder that issues may add to, or of a list, whatever led to it."""
    if path in _LISTS:
        return True
    pure = PurePosixPath(path)
    is_plain = str(pure) == path and ".." not in pure.parts
    return is_plain and str(pure.parent) in _FOLDERS and pure.suffix in (".yml", ".md")
