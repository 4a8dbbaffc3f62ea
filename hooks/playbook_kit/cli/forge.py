"""What the commands for a forge's workflows do; each prints plainly what it did."""

import argparse
import json
import re
import sys
import tempfile
from pathlib import Path

from ..adapters.forge.errors import NotDone
from ..adapters.forge.event import event_here, read_event
from ..adapters.forge.gitlab_notes import post_reviews as gitlab_reviews
from ..adapters.forge.issue import make_files, read_outcome, write_outcome
from ..adapters.forge.issue import propose_issue as propose
from ..adapters.forge.issue import who_approved as ask_who_approved
from ..adapters.forge.post import post_review as post
from ..adapters.forge.together import put_together
from ..adapters.upgrade.errors import NotUpgraded
from ..adapters.upgrade.git import git
from ..adapters.upgrade.propose import forge_here
from ..checked import check_content
from ..content import load
from ..forge.annotations import as_github, as_gitlab, as_log
from ..forge.approval import Approved, decide
from ..forge.comment import as_comment
from ..forge.issue_forms import issue_forms as made_forms
from ..forge.make_review import make_review, new_problems
from ..forge.review import read_review, write_review
from ..problem import errors
from ..report import harmless
from ..words import Words, load_words

TOGETHER = "together"
"""Where a review leaves the content of the proposal with the program as it is, below the folder that it writes to."""
OUTCOME = "outcome.json"


def review(options: argparse.Namespace) -> int:
    """Check a proposal, compare it with the playbook as it is, print the problems; 1 if one of them is an error.

    The content of the proposal is read with the program, the words and the theme of the playbook as it is.
    """
    with tempfile.TemporaryDirectory(prefix="playbook-review-") as folder:
        together = put_together(options.root, options.proposal, (options.to or Path(folder)) / TOGETHER)
        problems = new_problems(check_content(options.root, options.today), check_content(together, options.today))
        made = make_review(load(options.root), load(together), problems, _words())
    print(as_github(problems) if options.format == "github" else as_log(problems))
    if options.to:
        (options.to / "review.json").write_bytes(write_review(made))
        (options.to / "comment.md").write_text(as_comment(made, _words()), encoding="utf-8", newline="\n")
        (options.to / "codequality.json").write_text(as_gitlab(problems), encoding="utf-8", newline="\n")
    else:
        print(as_comment(made, _words()))
    return 1 if errors(problems) else 0


def post_review(options: argparse.Namespace) -> int:
    """Write the comment, or bring it up to date; 0 also where there is no pull request to write to."""
    try:
        given = read_review(options.review.read_bytes()) if options.review else None
        print(post(forge_here(), event_here(options.event), given, _words(), _copy(options.copy)))
    except (NotDone, NotUpgraded, ValueError) as failed:
        print(failed, file=sys.stderr)
        return 1
    return 0


def post_reviews(options: argparse.Namespace) -> int:
    """Bring the comments on all open merge requests of GitLab up to date."""
    try:
        forge = forge_here()
        if forge.name != "gitlab":
            raise NotDone("This is for GitLab. Elsewhere each check is followed by post-review.")
        print(harmless("\n".join(gitlab_reviews(forge, _words())) or "No merge request is open."))
    except (NotDone, NotUpgraded) as failed:
        print(failed, file=sys.stderr)
        return 1
    return 0


def _copy(address: str) -> str:
    """The address of a copy, if it can be nothing else."""
    if address and not re.fullmatch(r"https://[a-z0-9.-]+/[A-Za-z0-9._/-]*", address):
        raise NotDone("The address of the copy is none.")
    return address


def issue_forms(options: argparse.Namespace) -> int:
    """Write what forges read to ask in an issue; 1 with `--check` if a file is not as it would be written."""
    content = load(options.root)
    if content.vocabulary is None:
        print("The vocabulary cannot be read, so the forms have no choices. Run: playbook check", file=sys.stderr)
        return 1
    files = made_forms(content.vocabulary, _words())
    other = [path for path, text in files.items() if not _says(options.root / path, text)]
    if not options.check:
        for path in other:
            (options.root / path).parent.mkdir(parents=True, exist_ok=True)
            (options.root / path).write_text(files[path], encoding="utf-8", newline="\n")
    print("\n".join(other) or "The forms are as they should be.")
    return 1 if other and options.check else 0


def _says(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def who_approved(options: argparse.Namespace) -> int:
    """Keep what the person who set a label may do, as the forge says."""
    try:
        answer = ask_who_approved(forge_here(), event_here(options.event))
    except (NotDone, NotUpgraded) as failed:
        print(failed, file=sys.stderr)
        return 1
    _write_json(options.to, answer)
    print("Asked.")
    return 0


def from_issue(options: argparse.Namespace) -> int:
    """Make the files of an approved issue and check them; 1 if there is nothing that the next step could tell."""
    try:
        if options.body:
            decided = Approved(options.number, options.form, options.body.read_text(encoding="utf-8", errors="replace"))
        else:
            decided = decide(event_here(options.event), read_event(options.permission) if options.permission else {})
        outcome = make_files(options.root, decided, _words(), options.today, with_notes=bool(options.body))
    except (NotDone, OSError) as failed:
        print(failed, file=sys.stderr)
        return 1
    if options.to:
        write_outcome(options.to / OUTCOME, outcome)
    print(harmless("\n".join(outcome.paths) if outcome.paths else outcome.told))
    return 0 if outcome.paths or options.to else 1


def propose_issue(options: argparse.Namespace) -> int:
    """Open a pull request with the files that were made, or tell the issue why there are none."""
    try:
        outcome = read_outcome(options.made / OUTCOME)
        base = options.base or git(options.root, "rev-parse", "--abbrev-ref", "HEAD")
        print(harmless(propose(options.root, forge_here(), outcome, base, _words())))
    except (NotDone, NotUpgraded) as failed:
        print(failed, file=sys.stderr)
        return 1
    return 0


def _words() -> Words:
    """The words that belong to this program, whatever it looks at."""
    return load_words(Path(__file__).resolve().parents[3])[0]


def _write_json(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8", newline="\n")
