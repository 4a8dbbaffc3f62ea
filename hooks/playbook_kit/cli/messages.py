"""`playbook messages`: every message of the checks on one page, for those who look after the playbook."""

import argparse

from ..message_list import message_page
from ..report import as_text
from ..words import load_words


def messages(options: argparse.Namespace) -> int:
    """Print the page, or write it; 1 if the words that it is made with cannot be read."""
    words, problems = load_words(options.root)
    if problems:
        print(as_text(problems))
        return 1
    page = message_page(options.root, words)
    if options.to:
        options.to.write_text(page, encoding="utf-8", newline="\n")
        print(f"The page is in {options.to}")
    else:
        print(page, end="")
    return 0
