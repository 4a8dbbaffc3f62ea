"""`playbook messages`: every message of the checks on one page, for those who look after the playbook."""

import argparse
import sys

from ..message_list import FOLDER, message_page


def messages(options: argparse.Namespace) -> int:
    """Print the page, or write it; 1 if the files that it is made from are not there."""
    if not (options.root / FOLDER).is_dir():
        print(f"There is no folder {FOLDER} in {options.root}: the page is made from it.", file=sys.stderr)
        return 1
    page = message_page(options.root)
    if options.to:
        options.to.write_text(page, encoding="utf-8", newline="\n")
        print(f"The page is in {options.to}")
    else:
        print(page, end="")
    return 0
