"""The theme's stylesheets, read as plain rules: what each selector declares."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

THEME = Path(__file__).resolve().parents[2] / "theme"
TOKEN = re.compile(r"var\(--([a-z-]+)")


class Declared(NamedTuple):
    """The declarations of one block, with its selector and those around it, and the file that it stands in."""

    file: str
    selector: str
    values: dict[str, str]


def blocks(css: str, file: str) -> Iterator[Declared]:
    """Every block of a stylesheet, those inside others too; at-rules count as selectors around a block."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    stack: list[tuple[str, dict[str, str]]] = []
    text = ""
    for sign in css:
        if sign == "{":
            stack.append((" ".join(text.split()), {}))
            text = ""
        elif sign in ";}":
            name, colon, value = text.partition(":")
            if colon and stack:
                stack[-1][1][name.strip()] = " ".join(value.split())
            text = ""
            if sign == "}":
                selector = " ".join(one[0] for one in stack)
                yield Declared(file, selector, stack.pop()[1])
        else:
            text += sign


def theme_blocks() -> list[Declared]:
    """Every block of the theme's styles for screens."""
    paths = [*sorted((THEME / "styles").glob("*.css")), *sorted((THEME / "components").glob("*/*.css"))]
    return [
        one for path in paths if path.stem != "print"
        for one in blocks(path.read_text(encoding="utf-8"), path.name) if "@media print" not in one.selector
    ]  # fmt: skip


def tokens() -> dict[str, dict[str, str]]:
    """The colours of the tokens file by scheme, those that refer to another resolved."""
    found: dict[str, dict[str, str]] = {"light": {}, "dark": {}}
    for one in blocks((THEME / "styles" / "1-tokens.css").read_text(encoding="utf-8"), "1-tokens.css"):
        scheme = "dark" if 'data-theme="dark"' in one.selector else "light"
        if one.selector in (":root", ':root[data-theme="dark"]'):
            found[scheme] |= {name[2:]: value for name, value in one.values.items() if name.startswith("--")}
    found["dark"] = found["light"] | found["dark"]
    return {
        scheme: {name: value for name in values if (value := _resolved(name, values)).startswith("#")}
        for scheme, values in found.items()
    }  # fmt: skip


def _resolved(name: str, values: dict[str, str]) -> str:
    value = values[name]
    match = re.fullmatch(r"var\(--([a-z-]+)\)", value)
    return _resolved(match[1], values) if match else value
