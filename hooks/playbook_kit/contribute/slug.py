"""A title as an id that nothing has yet."""

import re
import unicodedata
from collections.abc import Set

from ..names import RESERVED_IDS

LONGEST, LONGEST_SOURCE = 60, 40


def slug(text: str, longest: int = LONGEST) -> str:
    """Lower-case words joined by hyphens, whole ones, of at most `longest` characters; nothing of no letters."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"['\"]", "", plain)
    found = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(found) <= longest:
        return found
    cut = found[: longest + 1].rpartition("-")[0]
    return cut or found[:longest]


def free_id(text: str, taken: Set[str], otherwise: str) -> str:
    """An id from a text, with a number where it is taken; `otherwise` where the text gives none."""
    wanted = slug(text) or otherwise
    found, number = wanted, 1
    while found in taken or found in RESERVED_IDS:
        number += 1
        found = f"{wanted}-{number}"
    return found
