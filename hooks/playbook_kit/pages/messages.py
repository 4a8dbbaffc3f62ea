"""The page of the maintainers' guide that lists every message which a contributor can meet."""

from pathlib import Path
from typing import Any

from ..message_list import FOLDER, kinds_in_groups
from ..models.messages import MOST_MISSING

PAGE = "maintaining/messages.md"


def message_values(root: Path) -> dict[str, Any]:
    """What the template of the page shows: the kinds in their groups with their examples, if the files are here."""
    groups = kinds_in_groups(root)
    return {
        "groups": groups, "kinds": sum(len(ones) for ones in groups.values()),
        "total": sum(kind.total for ones in groups.values() for kind in ones), "folder": FOLDER,
        "most": MOST_MISSING,
    }  # fmt: skip
