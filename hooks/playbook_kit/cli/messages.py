"""`playbook messages`: every message of the checks on one page, for those who look after the playbook."""

import argparse

from ..message_list import message_page
from ..words import load_words


def messages(options: argparse.Namespace) -> int:
    """Print the page, or write it."""
    page = message_page(options.root, load_words(options.root)[0])
    if options.to:
        options.to.write_text(page, encoding="utf-8", newline="\n")
        print(f"The page is in {options.to}")
    else:
        print(page, end="")
    return 0
