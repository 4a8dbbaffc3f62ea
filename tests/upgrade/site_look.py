"""Looks at a council's site at the end of a simulation: does it build, do its links lead somewhere, can it be read."""

import re
import tempfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from simulation import playbook

PAIRS = (
    ("ink", "paper"), ("ink", "panel"), ("muted", "paper"), ("muted", "panel"), ("link", "paper"), ("link", "panel"),
    ("accent", "paper"), ("do", "paper"), ("do-not", "paper"), ("on-brand", "brand"), ("on-focus", "focus"),
)  # fmt: skip
LEAST = 4.5
_HOST = "https://site.example"


class _Page(HTMLParser):
    """The addresses that a page names and the ids that it has."""

    def __init__(self) -> None:
        super().__init__()
        self.named: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what leads somewhere."""
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif value and ((name == "href" and tag in ("a", "link")) or (name == "src" and tag in ("img", "script"))):
                self.named.append(value)


def look(root: Path) -> list[str]:
    """Build the tree at `root` to a folder of its own, and say what is wrong with the site."""
    with tempfile.TemporaryDirectory(prefix="playbook-site-") as folder:
        site = Path(folder, "site")
        built = playbook(root, "build", "--site", str(site), "--address", f"{_HOST}/")
        if built.returncode:
            return [f"it does not build: {built.stdout[-600:]}{built.stderr[-600:]}"]
        return [*dead_links(site), *poor_contrast(site)]


def dead_links(site: Path) -> list[str]:
    """Links within a built site that lead to no file, or to a part that the page does not have."""
    pages = {path: _parsed(path) for path in sorted(site.rglob("*.html"))}
    found = []
    for path, page in pages.items():
        place = path.relative_to(site).as_posix().removesuffix("index.html")
        for named in page.named:
            address = urlsplit(urljoin(f"{_HOST}/{place}", named))
            if address.scheme not in ("http", "https") or f"{address.scheme}://{address.netloc}" != _HOST:
                continue
            target = site / unquote(address.path).strip("/")
            target = target / "index.html" if target.is_dir() else target
            fragment = unquote(address.fragment)
            if not target.is_file() or (fragment and target in pages and fragment not in pages[target].ids):
                found.append(f"/{place} leads to {named}, which is not there")
    return found


def _parsed(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    return page


def poor_contrast(site: Path) -> list[str]:
    """Pairs of the site's colours that are too close, in light and in dark."""
    style = "\n".join(path.read_text(encoding="utf-8") for path in sorted(site.glob("assets/*.css")))
    style = re.sub(r"@media print \{.*?\n\}\n", "", style, flags=re.S)
    colours = {"light": {}, "dark": {}}
    for selector, body in re.findall(r"([^{}]*:root[^{}]*)\{([^{}]*)\}", style):
        schemes = ("dark",) if "dark" in selector or 'not([data-theme="light"])' in selector else ("light", "dark")
        if '"light"' in selector and "not" not in selector:
            schemes = ("light",)
        for name, value in re.findall(r"--([\w-]+): *(#[0-9a-fA-F]{3,6})\b", body):
            for scheme in schemes:
                colours[scheme][name] = value
    return [line for scheme, known in colours.items() for line in _too_close(scheme, known)]


def _too_close(scheme: str, known: dict[str, str]) -> Iterator[str]:
    for front, back in PAIRS:
        if front not in known or back not in known:
            yield f"{scheme}: the stylesheet does not say --{front} or --{back}"
        elif (found := ratio(known[front], known[back])) < LEAST:
            yield f"{scheme}: --{front} on --{back} has a contrast of {found:.2f}"


def ratio(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG 2.2 reckons it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
