"""What the commands for copies of proposals do; each runs in a workflow of the main branch and prints what it did."""

import argparse
import os
import sys
from pathlib import Path

from ..adapters.forge.errors import NotDone
from ..adapters.forge.event import event_here
from ..adapters.forge.preview import Place, key_folder, place_in, show_preview, take_away
from ..adapters.upgrade.errors import NotUpgraded
from ..adapters.upgrade.propose import Forge, forge_here
from ..checked import read_and_check
from ..report import harmless


def show(options: argparse.Namespace) -> int:
    """Show the copy that the run of an event left, and hand its address on; 0 also where there is none to show."""
    from ..adapters.folder_site import own_scripts

    try:
        forge = forge_here()
        with key_folder() as folder:
            place = _place(folder, forge, options)
            address, said = show_preview(forge, event_here(options.event), place, own_scripts(options.root / "theme"))
    except (NotDone, NotUpgraded, OSError) as failed:
        print(failed, file=sys.stderr)
        return 1
    print(harmless(said))
    _hand_on(address)
    return 0


def prune(options: argparse.Namespace) -> int:
    """Take away the copies of pull requests that are no longer open."""
    try:
        forge = forge_here()
        with key_folder() as folder:
            is_changed = take_away(forge, _place(folder, forge, options))
    except (NotDone, NotUpgraded, OSError) as failed:
        print(failed, file=sys.stderr)
        return 1
    print("Taken away." if is_changed else "There is nothing to take away.")
    return 0


def _place(folder: Path, forge: Forge, options: argparse.Namespace) -> Place:
    settings = read_and_check(options.root, options.today, "").settings
    if settings is None:
        raise NotDone("The playbook itself has something to mend. Run: playbook check")
    return place_in(folder, forge, os.environ, settings.address)


def _hand_on(address: str) -> None:
    """Give the address to the next job of the workflow; it is made of our variable and a number."""
    output = os.environ.get("GITHUB_OUTPUT", "")
    if output:
        with Path(output).open("a", encoding="utf-8") as file:
            file.write(f"address={address}\n")
