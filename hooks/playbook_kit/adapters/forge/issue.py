"""An approved issue on its way to a pull request: who approved it, the file, the branch, and what the issue is told."""

import datetime
import json
import re
import urllib.parse
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from ...checked import check_content
from ...content import load
from ...forge.approval import Approved, Refused
from ...forge.comment import ISSUE_MARKER, as_comment, issue_comment
from ...forge.from_issue import from_issue
from ...forge.make_review import make_review, new_problems
from ...problem import errors
from ...report import one_as_text
from ...words import Words
from ..upgrade.git import git
from ..upgrade.propose import Forge, ask, propose, push
from .comments import say_once
from .errors import NotDone


@dataclass
class Outcome:
    """What came of an issue: the paths of its files with the text of the pull request, or what the issue is told.

    `number` is 0 where nobody is told anything.
    """

    number: int = 0
    form: str = ""
    paths: list[str] = field(default_factory=list)
    body: str = ""
    told: str = ""


def who_approved(forge: Forge, event: dict[str, Any]) -> dict[str, Any]:
    """The forge's answer to what the person who caused an event may do, as far as it is needed. Raises NotDone."""
    login = (event.get("sender") or {}).get("login") if isinstance(event.get("sender"), dict) else None
    if not isinstance(login, str) or not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", login):
        raise NotDone("The event names nobody whom the forge could be asked about.")
    found = ask(forge, "GET", f"{forge.api}/repos/{forge.project}/collaborators/{urllib.parse.quote(login)}/permission")
    user = found.get("user") or {}
    return {"permission": found.get("permission"), "user": {"id": user.get("id"), "login": user.get("login")}}


def make_files(
    root: Path, decided: Approved | Refused, words: Words, today: datetime.date, *, with_notes: bool = False
) -> Outcome:
    """Write the files that an issue becomes and check the whole; what does not pass is taken away again."""
    if isinstance(decided, Refused):
        return _refused(decided, words)
    content = load(root)
    made = from_issue(decided, content, words, today, with_notes=with_notes)
    if made.by_hand:
        told = issue_comment([*made.faults, words("from_issue.by_hand")], [])
        return Outcome(decided.number, decided.form, told=told)
    if not made.files:
        told = issue_comment([words("from_issue.not_made"), *made.faults], made.problems)
        return Outcome(decided.number, decided.form, told=told)
    before = {path: content_of(root, path) for path in made.files}
    known = check_content(root, today)
    for path, text in made.files.items():
        write_inside(root, path, text)
    problems = new_problems(known, check_content(root, today))
    if errors(problems):
        for path, text in before.items():
            restore(root, path, text)
        said = [words("from_issue.not_made"), words("from_issue.failed")]
        told = issue_comment(said, list(map(one_as_text, errors(problems))))
        return Outcome(decided.number, decided.form, told=told)
    review = as_comment(make_review(content, load(root), problems, words), words)
    body = "\n\n".join([words("from_issue.closes", number=decided.number), words("from_issue.again"), review])
    return Outcome(decided.number, decided.form, sorted(made.files), body)


def _refused(refused: Refused, words: Words) -> Outcome:
    if not refused.number:
        return Outcome(told=words(f"from_issue.{refused.why}"))
    from ...contribute import FORMS
    from ...forge.approval import LONGEST_BODY

    forms = ", ".join(form.name for form in FORMS)
    if refused.why == "too_long":
        line = words("from_issue.too_long", count=refused.count, most=LONGEST_BODY)
    else:
        line = words("from_issue.which_form", forms=forms)
    return Outcome(refused.number, told=issue_comment([line], []))


def content_of(root: Path, path: str) -> bytes | None:
    """What a file says now, or None if there is none."""
    return (root / path).read_bytes() if (root / path).is_file() else None


def write_inside(root: Path, path: str, text: str) -> None:
    """Write a file below `root`. Raises NotDone if any part of the way there is a link."""
    file = root / path
    if file.is_symlink() or file.resolve().parent != (root.resolve() / path).parent:
        raise NotDone(f"{path} does not lie where it should, so nothing was written.")
    file.write_text(text, encoding="utf-8", newline="\n")


def restore(root: Path, path: str, text: bytes | None) -> None:
    """Put a file back as it was."""
    if text is None:
        (root / path).unlink()
    else:
        (root / path).write_bytes(text)


def propose_issue(root: Path, forge: Forge, outcome: Outcome, base: str, words: Words) -> str:
    """Push the files on a branch of the issue's number, open a pull request, and tell the issue; says what was done."""
    if not outcome.number:
        return outcome.told
    if not outcome.paths:
        say_once(forge, outcome.number, outcome.told, ISSUE_MARKER)
        return f"Told issue {outcome.number} why nothing was made."
    branch = f"issue-{outcome.number}"
    git(root, "switch", "--quiet", "--force-create", branch)
    git(root, "add", "--", *outcome.paths)
    git(root, "commit", "--quiet", "-m", f"Take what issue {outcome.number} proposes", "--", *outcome.paths)
    push(root, forge, branch)
    title = words("from_issue.title", number=outcome.number, what=words(f"from_issue.what.{outcome.form}"))
    address = propose(forge, title, outcome.body, branch, base, draft=False)
    line = words("from_issue.made", address=address) if address else words("from_issue.made_bare", branch=branch)
    say_once(forge, outcome.number, f"{ISSUE_MARKER}\n\n{line}\n", ISSUE_MARKER)
    return f"Issue {outcome.number} is in a pull request: {address}"


def write_outcome(path: Path, outcome: Outcome) -> None:
    """Keep what came of an issue for the next step of the job."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(asdict(outcome), ensure_ascii=False, indent=1), encoding="utf-8", newline="\n")


def read_outcome(path: Path) -> Outcome:
    """What the step before left. Raises NotDone."""
    try:
        return Outcome(**json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError) as error:
        raise NotDone(f"{path} does not say what came of the issue.") from error
