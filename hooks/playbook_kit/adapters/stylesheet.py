"""Stylesheets from many small files, so that a page asks for one: that of the pages to read, or that of the tools."""

import re
from pathlib import Path

STYLESHEET = "assets/playbook.css"
"""What pages to read are sent."""
WITH_TOOLS = "assets/playbook-tools.css"
"""The same and the tools, each rule in its place: what the pages of the tools are sent instead."""
TYPE = "0-type"
"""The file that names the letters, for which others may stand in."""
TOOLS = ("blocked", "brand", "case", "contribute", "decision-tree", "find", "self-check")
"""Components that stand on pages of their own alone. A test holds that no other page has a use for their styles."""
_COMMENT = re.compile(r"^\s*/\*.*?\*/\n?", re.M | re.S)


def read_stylesheet(theme: Path, colours: str = "", typeface: str | None = None, tools: bool = True) -> str:
    """The theme's styles in the order of their names, then `colours` of a council, each component's, those for print.

    `typeface` stands in for the theme's own letters. Without `tools`, those of `TOOLS` are left out. Comments stay behind:
    they are for those who read the files, and a sixth of the bytes.
    """
    styles = [path for path in sorted((theme / "styles").glob("*.css")) if typeface is None or path.stem != TYPE]
    components = [path for path in sorted((theme / "components").glob("*/*.css")) if tools or path.parent.name not in TOOLS]
    first = [path for path in styles if path.stem != "print"]
    last = [path for path in styles if path.stem == "print"]

    def read(paths: list[Path]) -> list[str]:
        return [_COMMENT.sub("", path.read_text(encoding="utf-8")).strip() for path in paths]

    texts = [*([typeface] if typeface else []), *read(first), *([colours] if colours else []), *read(components), *read(last)]
    return "\n\n".join(texts) + "\n"
