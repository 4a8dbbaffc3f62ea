"""What the commands about the lock files do: look for known faults, make the files anew, propose what was made."""

import argparse
import json
import os
import sys
from pathlib import Path

from ..adapters.forge.errors import NotDone
from ..adapters.forge.renewal import propose_renewal as propose
from ..adapters.forge.renewal import renewal_of_folder, renewal_of_run
from ..adapters.locks.audit import audit as ask
from ..adapters.locks.files import lock_path, read_locks, write_locks
from ..adapters.locks.renew import NotRenewed, renewed
from ..adapters.upgrade.errors import NotUpgraded
from ..adapters.upgrade.git import git
from ..adapters.upgrade.propose import forge_here
from ..locks import FOLDER, OUTCOMES, NotALock, NotAudited, as_lines, as_text, compare, read_pins
from ..report import harmless
from ..words import Words, load_words

IS_COPY = (
    "This is a council's copy: it has a folder local/. Its packages come with a newer version of the playbook, which "
    "was tested with them: python3 run.py upgrade\nTo make the lock files anew all the same, add --anyway. The next "
    "upgrade may then stop at them."
)


def audit(options: argparse.Namespace) -> int:
    """Print each known fault of a package with its place; 1 if there is one, 2 if the answer is not whole."""
    try:
        pins = [pin for found in read_locks(options.root).values() for pin in found]
        found = ask(pins)
    except (NotALock, NotAudited) as failed:
        print(
            f"The packages were not looked at, so nothing is known of their faults. {harmless(str(failed))}",
            file=sys.stderr,
        )
        return 2
    print(harmless(as_text(found, pins)))
    return 1 if found.faults else 2 if found.unknown else 0


def renew(options: argparse.Namespace) -> int:
    """Make the lock files anew, or take those of a folder, and say what changed; 1 if that could not be done."""
    if (options.root / "local").is_dir() and not options.anyway:
        print(IS_COPY)
        return 0
    try:
        texts = renewal_of_folder(options.source) if options.source else renewed(options.root)
        changes = compare(
            read_locks(options.root), {name: read_pins(text, lock_path(name)) for name, text in texts.items()}
        )
        if changes:
            write_locks(options.to or options.root / FOLDER, texts)
    except (NotRenewed, NotALock, NotDone, OSError) as failed:
        print(harmless(str(failed)), file=sys.stderr)
        return 1
    if options.json:
        items = [{"name": one.name, "old": one.old, "new": one.new, "locks": one.locks} for one in changes]
        print(json.dumps({"total": len(items), "items": items}, indent=2))
    else:
        print("\n".join(as_lines(changes, _words())) or "There is nothing to renew.")
    return 0


def propose_renewal(options: argparse.Namespace) -> int:
    """Put renewed lock files before a person; 0 also if there is nothing to propose."""
    try:
        if options.made:
            texts = renewal_of_folder(options.made)
            forge = forge_here() if texts else None
        else:
            forge = forge_here()
            texts = renewal_of_run(forge, _run())
        if forge is None or not texts:
            print("Nothing was renewed, so there is nothing to propose.")
            return 0
        base = options.base or git(options.root, "rev-parse", "--abbrev-ref", "HEAD")
        print(harmless(propose(options.root, forge, texts, _tests(), base, _words())))
    except (NotDone, NotUpgraded, NotALock, OSError) as failed:
        print(harmless(str(failed)), file=sys.stderr)
        return 1
    return 0


def _tests() -> str:
    """What the tests said, as the forge tells it; anything else is not known."""
    said = os.environ.get("PLAYBOOK_TESTS", "")
    return said if said in OUTCOMES else "unknown"


def _run() -> int:
    said = os.environ.get("GITHUB_RUN_ID", "")
    if not said.isdecimal():
        raise NotDone("This is no run of a workflow. Name the folder that `renew --to` wrote to: --made FOLDER")
    return int(said)


def _words() -> Words:
    """The words that belong to this program, whatever it looks at."""
    return load_words(Path(__file__).resolve().parents[3])[0]
