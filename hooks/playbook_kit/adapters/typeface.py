"""The letters of the site as a stylesheet: the playbook's own, those of the reader's device, or the council's."""

import posixpath

from ..settings import Typeface

SYSTEM = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'


def typeface_css(typeface: Typeface) -> str | None:
    """What takes the place of the theme's own `0-type.css`, or None where that stays."""
    if typeface.kind == "playbook":
        return None
    if typeface.kind == "system":
        return f":root {{\n  --font: {SYSTEM};\n}}\nhtml body {{\n  font-synthesis: style;\n}}"
    files, name = typeface.files, _quoted(typeface.name)
    faces = [_face(name, files["regular"], "400" if "bold" in files else "400 700", "normal")]
    if "bold" in files:
        faces.append(_face(name, files["bold"], "700", "normal"))
    if "italic" in files:
        faces.append(_face(name, files["italic"], "400 700", "italic"))
    else:
        faces.append("html body {\n  font-synthesis: style;\n}")
    return "\n".join([*faces, f":root {{\n  --font: {name}, {SYSTEM};\n}}"])


def _face(name: str, path: str, weight: str, style: str) -> str:
    return (
        f'@font-face {{\n  font-family: {name};\n  src: url("fonts/{posixpath.basename(path)}") format("woff2");\n'
        f"  font-weight: {weight};\n  font-style: {style};\n  font-display: swap;\n}}"
    )


def _quoted(name: str) -> str:
    """A text as a string of CSS, whatever stands in it."""
    return '"' + "".join(f"\\{ord(letter):x} " if letter in '"\\' or ord(letter) < 32 else letter for letter in name) + '"'
