"""What differs where readers open the site's files themselves: every link names a file, and data stands in scripts."""

import json
import re
from typing import Any

from ..pages.page import DataFile

DATA_FOR_SCRIPTS = ("search/", "api/v1/", "contribute/", "sources/", "find/")
"""What the site's own scripts read, by how its path begins."""

_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:|^//", re.I)
_ADDRESSES = ("url", "address")


def file_link(link: str) -> str:
    """A link to a page's file: `objections/x/#why` → `objections/x/index.html#why`. All other links are as they were."""
    path, mark, anchor = link.partition("#")
    if _SCHEME.match(link) or not (path.endswith("/") or path in (".", "..") or path.endswith("/..")):
        return link
    return f"{path.rstrip('/')}/index.html{mark}{anchor}"


def data_scripts(files: list[DataFile]) -> list[DataFile]:
    """Beside each JSON file that scripts read, a script that says the same, with links to files."""
    return [
        DataFile(f"{file.uri}.js", f"playbookFolder.data({_with_file_links(file.text)});\n")
        for file in files if file.uri.endswith(".json") and file.uri.startswith(DATA_FOR_SCRIPTS)
    ]  # fmt: skip


def _with_file_links(text: str) -> str:
    def link(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        return {key: file_link(value) if key in _ADDRESSES and isinstance(value, str) else value for key, value in pairs}

    return json.dumps(json.loads(text, object_pairs_hook=link), ensure_ascii=False, separators=(",", ":"))
