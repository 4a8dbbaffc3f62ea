"""The page of the maintainers' guide that lists every message which a contributor can meet."""

from pathlib import Path
from typing import Any

from ..message_list import FOLDER, kinds_in_groups
from ..models.messages import MOST_MISSING
from ..settings import SiteSettings

PAGE = "maintaining/messages.md"


def message_values(root: Path, settings: SiteSettings) -> dict[str, Any]:
    """What the template of the page shows: the kinds in their groups with their examples, if the files are here."""
    groups = kinds_in_groups(root)
    upstream = settings.upstream
    return {
        "groups": groups, "kinds": sum(len(ones) for ones in groups.values()),
        "total": sum(kind.total for ones in groups.values() for kind in ones), "folder": FOLDER,
        "repository": upstream.address if upstream.is_reachable else "", "most": MOST_MISSING,
    }  # fmt: skip
