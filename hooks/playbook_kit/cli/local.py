"""What the commands about a council's folder do: begin a change, keep one, and say what has drifted."""

import argparse
import json
import subprocess
from pathlib import Path

from ..checked import read_drift
from ..content import load
from ..local.drift_report import drift_as_data, drift_as_text
from ..local.overlay import Text, read_text_of
from ..local.start import Start, keep, kinds_to_change, start_override, start_replacement, start_statement
from ..local.upstream_check import committed_here
from ..models.kinds import KINDS, Kind
from ..problem import spoken, suggest
from ..read.files import TextFile, read_text
from ..report import as_text
from ..settings import read_defaults

STATEMENT, STATEMENT_FORM = "accessibility", "reuse/statement"
"""The ids of the page that a council's own statement takes the place of, and of the page that holds the form for it."""


def drift(options: argparse.Namespace) -> int:
    """Print each change whose playbook wording is another now, with both wordings; always 0, since nothing is wrong."""
    found = read_drift(options.root)
    if options.json:
        print(json.dumps({"total": len(found), "items": drift_as_data(found)}, ensure_ascii=False, indent=2))
    else:
        print(drift_as_text(found))
    return 0


def override(options: argparse.Namespace) -> int:
    """Begin a file that changes some fields of an item; 1 if it cannot be begun."""
    return _begin(options, lambda kind, item_id, base: start_override(kind, item_id, base, options.fields))


def replace(options: argparse.Namespace) -> int:
    """Begin a file that takes the place of an item's text; 1 if it cannot be begun."""
    return _begin(options, start_replacement)


def statement(options: argparse.Namespace) -> int:
    """Begin the council's own accessibility statement from the form for it; 1 if it is there already."""
    base, form = (_theirs(options.root, KINDS["page"], name) for name in (STATEMENT, STATEMENT_FORM))
    if base is None or form is None:
        return _say(options, False, "The form for the statement is not there. Take the playbook’s own docs/reuse folder.")
    return _write(options, start_statement(KINDS["page"], STATEMENT, base, form), "Fill every blank that says FILL IN.")


def kept(options: argparse.Namespace) -> int:
    """Write the name of today's wording into the council's files for one item; 1 if nothing of it has drifted."""
    found = [one for one in read_drift(options.root) if f"{one.kind}/{one.id}" == options.what]
    if not found:
        return _say(options, False, f"Nothing of yours for “{options.what}” has drifted.")
    for path in sorted({one.path for one in found}):
        file = read_text(options.root, options.root / path)
        if isinstance(file, TextFile):
            text = keep(file, [one for one in found if one.path == path])
            (options.root / path).write_text(text, encoding="utf-8", newline="\n")
    return _say(options, True, f"Kept as it is: {', '.join(sorted({one.path for one in found}))}.")


def upstream(options: argparse.Namespace) -> int:
    """Print each committed file of the council's folder, if this is the playbook's own repository; 1 if there is one."""
    paths = _git(options.root, "ls-files", "-z", "--", "local").split("\0")
    origin = _git(options.root, "remote", "get-url", "origin").strip()
    found = committed_here(paths, origin, read_defaults(options.root).forge.address)
    print(as_text(found))
    return 1 if found else 0


def _begin(options: argparse.Namespace, start) -> int:
    kind_name, _, item_id = options.what.partition("/")
    if kind_name not in kinds_to_change():
        return _say(options, False, f"There is no kind “{kind_name}”. {suggest(kind_name, kinds_to_change(), 'kind', 20)}")
    kind = KINDS[kind_name]
    base = _theirs(options.root, kind, item_id)
    if base is None:
        known = load(options.root).ids(kind_name)
        return _say(options, False, f"There is no {spoken(kind_name)} “{item_id}”. {suggest(item_id, known, kind_name)}")
    made = start(kind, item_id, base)
    if isinstance(made, str):
        return _say(options, False, made)
    return _write(options, made)


def _theirs(root: Path, kind: Kind, item_id: str) -> Text | None:
    """The playbook's own item, without anything of the council's; None if there is none, or it cannot be read."""
    path = root / (kind.file if kind.only else f"{kind.folder}/{item_id}{kind.ending}")
    file = read_text(root, path) if path.resolve().is_relative_to(root.resolve()) else None
    text = read_text_of(kind, file) if isinstance(file, TextFile) else None
    return text if text and isinstance(text.document.value, dict) else None


def _write(options: argparse.Namespace, made: Start, todo: str = "Change the words.") -> int:
    """Write a file that is not there yet, and say what there is to do in it."""
    path = options.root / made.path
    if path.exists():
        return _say(options, False, f"{made.path} is there already.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(made.text, encoding="utf-8", newline="\n")
    return _say(options, True, f"Made {made.path}. {todo} Leave “based_on” as it is.", path=made.path)


def _say(options: argparse.Namespace, ok: bool, message: str, **more: str) -> int:
    print(json.dumps({"ok": ok, "message": message, **more}, ensure_ascii=False) if options.json else message)
    return 0 if ok else 1


def _git(root: Path, *arguments: str) -> str:
    """What git says, or nothing where there is no git or no repository."""
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
