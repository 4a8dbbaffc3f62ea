"""`playbook new`: a file with its blanks marked, or, in a terminal, one that is filled in question by question."""

import argparse
import json
import sys
from collections.abc import Callable

from ..checked import check_content
from ..content import load
from ..models.kinds import KINDS
from ..models.slips import as_id
from ..report import as_text
from ..rules.references_known import known_ids
from .ask import LATER, Asker
from .templates import KINDS_TO_START, filled_in, new_file, new_path


def new(options: argparse.Namespace) -> int:
    """Write a new file; 1 if the id is taken or is not an id, 2 if nobody can be asked what is missing."""
    if options.id is None or options.ask:
        if not sys.stdin.isatty():
            options.usage("say what to start and its id, such as: argument same-as-the-phone (a terminal asks for them)")
        try:
            return ask_new(options, input, print)
        except (KeyboardInterrupt, EOFError):
            print("\nNothing was written.")
            return 1
    made = new_file(options.root, options.kind, options.id, options.today, options.local)
    if isinstance(made, str):
        print(json.dumps({"ok": False, "message": made}) if options.json else made)
        return 1
    path = made.relative_to(options.root).as_posix()
    if options.json:
        print(json.dumps({"ok": True, "path": path}))
    else:
        print(f"Made {path}. Fill in each “FILL IN”; `playbook check` says what is left.")
    return 0


def ask_new(options: argparse.Namespace, ask: Callable[[str], str], say: Callable[[str], None]) -> int:
    """Ask for everything that a new file says, write it and say what is left; a question can be left for later."""
    content = load(options.root)
    asker = Asker(ask, say, known_ids(content))
    say("Nothing is sent anywhere. Ctrl+C stops, and nothing is written. After each question, press Enter.")
    kind = options.kind or _needed(
        asker, f"What do you want to add? One of: {', '.join(KINDS_TO_START)}.",
        lambda given: [] if given in KINDS_TO_START else [f"Write one of: {', '.join(KINDS_TO_START)}."],
    )  # fmt: skip
    model = KINDS[kind].model
    title = asker.fields(model, skip=[name for name in model.model_fields if name != "title"])["title"]
    item_id = options.id or _ask_id(asker, options, kind, "" if title is LATER else title, content)
    found = new_path(options.root, kind, item_id, options.local, content)
    if isinstance(found, str):
        say(found)
        return 1
    answers = {"title": title, **asker.fields(model, skip=("title",))}
    text = filled_in(kind, options.today, answers, found.relative_to(options.root).parent.as_posix())
    found.parent.mkdir(parents=True, exist_ok=True)
    found.write_text(text, encoding="utf-8", newline="\n")
    path = found.relative_to(options.root).as_posix()
    left = [problem for problem in check_content(options.root, options.today) if problem.path == path]
    say(f"\nMade {path}. " + ("What is left:" if left else "Nothing is left to do in it."))
    if left:
        say(as_text(left))
    return 0


def _needed(asker: Asker, question: str, faults: Callable[[str], list[str]]) -> str:
    while True:
        answer = asker.one(question, faults)
        if answer:
            return answer


def _ask_id(asker: Asker, options: argparse.Namespace, kind: str, title: str, content) -> str:
    """The id, for which the title makes a proposal."""
    proposal = as_id(title)
    if isinstance(new_path(options.root, kind, proposal, options.local, content), str):
        proposal = ""

    def faults(given: str) -> list[str]:
        found = new_path(options.root, kind, given, options.local, content)
        return [found] if isinstance(found, str) else []

    question = (
        "id: the last part of its address, which never changes. Lower-case words joined by hyphens."
        + (f"\n(Enter: {proposal})" if proposal else "")
    )
    return asker.one(question, faults) or proposal or _needed(asker, "It needs an id.", faults)
