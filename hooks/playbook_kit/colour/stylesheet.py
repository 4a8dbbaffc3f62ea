"""A palette as the few lines of CSS that change the theme's own colours."""

from .palette import Palette


def override(palette: Palette) -> str:
    """Rules for what differs from the playbook's colours, in the selectors of its own tokens; empty if nothing does."""
    light, dark = _lines(palette.changed("light")), _lines(palette.changed("dark"))
    if not light and not dark:
        return ""
    inner = "\n".join(f"  {line}" for line in [':root:not([data-theme="light"]) {', *dark, "}"])
    return "\n".join([
        "/* The council's own colours, and those made from them. */",
        ":root {", *light, "}",
        "@media (prefers-color-scheme: dark) {", inner, "}",
        ':root[data-theme="dark"] {', *dark, "}",
    ])  # fmt: skip


def _lines(colours: dict[str, str]) -> list[str]:
    return [f"  --{name}: {colour};" for name, colour in colours.items()]
