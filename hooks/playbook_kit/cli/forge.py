"""What the commands for a forge's workflows do; each prints plainly what it did."""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

from ..adapters.forge.errors import NotDone
from ..adapters.forge.event import read_event
from ..adapters.forge.post import post_review as post
from ..adapters.forge.together import put_together
from ..adapters.upgrade.errors import NotUpgraded
from ..adapters.upgrade.propose import forge_here
from ..checked import check_content
from ..content import load
from ..forge.annotations import as_github, as_gitlab, as_log
from ..forge.comment import as_comment
from ..forge.make_review import make_review, new_problems
from ..forge.review import read_review, write_review
from ..problem import errors
from ..words import Words, load_words

TOGETHER = "together"
"""Where a review leaves the content of the proposal with the program as it is, below the folder that it writes to."""


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
        print(post(forge_here(), _event(options), given, _words()))
    except (NotDone, NotUpgraded, ValueError) as failed:
        print(failed, file=sys.stderr)
        return 1
    return 0


def _words() -> Words:
    """The words that belong to this program, whatever it looks at."""
    return load_words(Path(__file__).resolve().parents[3])[0]


def _event(options: argparse.Namespace) -> dict:
    path = options.event or Path(os.environ.get("GITHUB_EVENT_PATH", ""))
    if not path.is_file():
        raise NotDone("Nobody said what happened: name the file of the event with --event.")
    return read_event(path)


def _write_json(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1), encoding="utf-8", newline="\n")
