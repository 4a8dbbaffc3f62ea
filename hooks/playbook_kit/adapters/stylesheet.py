"""One stylesheet from many small files, so that a page asks for one."""

from pathlib import Path

STYLESHEET = "assets/playbook.css"


TYPE = "0-type"
"""The file that names the letters, for which others may stand in."""


def read_stylesheet(theme: Path, colours: str = "", typeface: str | None = None) -> str:
    """The theme's styles in the order of their names, then `colours` of a council, each component's, those for print.

    `typeface` stands in for the theme's own letters.
    """
    styles = [path for path in sorted((theme / "styles").glob("*.css")) if typeface is None or path.stem != TYPE]
    components = sorted((theme / "components").glob("*/*.css"))
    first = [path for path in styles if path.stem != "print"]
    last = [path for path in styles if path.stem == "print"]

    def read(paths: list[Path]) -> list[str]:
        return [path.read_text(encoding="utf-8").strip() for path in paths]

    texts = [*([typeface] if typeface else []), *read(first), *([colours] if colours else []), *read(components), *read(last)]
    return "\n\n".join(texts) + "\n"
