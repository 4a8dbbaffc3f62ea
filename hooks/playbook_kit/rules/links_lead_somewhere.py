"""Every link between pages leads to a page, and to a heading that is on it."""

import os.path
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from ..addresses import hidden_targets, is_visible, link_targets, resolve, split_target
from ..content import Content, Item, Piece
from ..local.assets import FOLDER
from ..local.places import LOCAL
from ..models import Tombstone
from ..models.kinds import KINDS
from ..problem import Problem, cut, nearest, suggest
from ..read.markdown_text import Spot
from .html_safe import unsafe_scheme
from .rule import Rule, Settings

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_OUTSIDE = ("http:", "https:", "mailto:", "tel:")
_HOST = re.compile(r"(www\.|[\w-]+(\.[\w-]+)*\.(uk|wales|org|com|net|eu|cymru)(/|$))", re.I)
_SERVED = ("docs/", f"{FOLDER}/")
"""Where files lie that are published as they are."""
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif")


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Links and images whose file is missing, and links whose heading is missing."""
    lookup = _Lookup(content)
    for piece in content.pieces:
        for link in piece.outline.links:
            yield from _check_link(piece, link, lookup)
        for image in piece.outline.images:
            yield from _check_image(content, piece, image)


class _Lookup:
    """What a link may lead to: pages, the files that they are made from, and what has no page (any more)."""

    def __init__(self, content: Content):
        self.root, self.targets = content.root, link_targets(content)
        self.hidden = hidden_targets(content)
        self.sources = content.ids("source")
        self.chapters = sorted(item.path for item in content.of("chapter") if is_visible(item))
        self.names: dict[str, dict[str, str]] = {}
        self.nearby: dict[tuple[str, str], str | None] = {}
        self.items: dict[str, Item] = {}
        for item in content.items:
            for ending in (".md", item.kind.ending, posixpath.splitext(item.path)[1]):
                self.items[posixpath.splitext(item.path)[0] + ending] = item
        self.gone: dict[str, Tombstone] = {}
        for item in content.of("tombstone"):
            if item.model:
                for ending in (".md", KINDS[item.model.kind].ending):
                    self.gone[f"{KINDS[item.model.kind].folder}/{item.id}{ending}"] = item.model

    def example(self, item: Item) -> str:
        """How a link in an item to another page is written, in a sentence; nothing if there is no other."""
        home = _home(item)
        other = next((path for path in self.chapters if path != home), None)
        return f", such as {posixpath.relpath(other, posixpath.dirname(home) or '.')}" if other else ""

    def nearest(self, target: str) -> str | None:
        """The page whose file's name is spelled most like that of `target`, wherever it lies."""
        stem, ending = posixpath.splitext(posixpath.basename(target))
        if (stem, ending) not in self.nearby:  # to look for it takes long, and what is gone is linked from many files
            names = self._names(ending)
            self.nearby[stem, ending] = names.get(nearest(stem, names) or "")
        return self.nearby[stem, ending]

    def _names(self, ending: str) -> dict[str, str]:
        """What links may lead to, by the names of the files; of two of a name the one that ends in `ending`."""
        if ending not in self.names:
            pages = [known for known in self.targets if known.endswith((".md", ".yml"))]
            self.names[ending] = {
                posixpath.splitext(posixpath.basename(known))[0]: known
                for known in sorted(pages, key=lambda known: (known.endswith(ending), known))
            }
        return self.names[ending]


def _check_link(piece: Piece, link: Spot, lookup: _Lookup) -> Iterator[Problem]:
    if unsafe_scheme(link.value):
        return  # another rule speaks of it
    shown, scheme = cut(link.value), _SCHEME.match(link.value)
    if scheme:
        if scheme[0].lower() not in _OUTSIDE:
            yield _problem(piece, link, f"Links that begin with “{scheme[0]}” are not known here.", "Write an address that begins with https://.")
        return
    if link.value.startswith("/"):
        yield _problem(
            piece, link, f"The link {shown} begins with “/”, so it breaks when the site moves.",
            f"Write the path from this file to the other{lookup.example(piece.item)}.",
        )  # fmt: skip
        return
    path, anchor = split_target(link.value)
    target = resolve(_home(piece.item), path)
    if target in lookup.hidden:
        return  # its words are shown, and lead nowhere
    if path and target not in lookup.targets:
        is_file = target.startswith(_SERVED) and not target.endswith(".md") and os.path.isfile(lookup.root / target)
        if not is_file:
            yield _problem(piece, link, *_no_page(piece, shown, path, target, lookup))
    elif anchor:
        yield from _check_anchor(piece, link, target, anchor, lookup)


def _no_page(piece: Piece, shown: str, path: str, target: str, lookup: _Lookup) -> tuple[str, str]:
    """What to say of a link that leads to no page, and what to write instead."""
    item, stone = lookup.items.get(target), lookup.gone.get(target)
    start = posixpath.dirname(_home(piece.item)) or "."
    if item is not None and item.kind.name == "source":
        return f"The link {shown} leads to a source, which has no page of its own.", f"Cite it: [@{item.id}]."
    if item is not None and item.model is not None and not is_visible(item):
        return f"The link {shown} leads to a draft, which is not on the site.", "Link to it when it is published."
    if stone is not None:
        kind = KINDS[stone.kind]
        now = f"{kind.folder}/{stone.now}{kind.ending}" if stone.now else ""
        fix = f"Write “{posixpath.relpath(now, start)}”." if now else "Take the link out."
        return f"The link {shown} leads to something that is gone: {stone.because}", fix
    if _HOST.match(path):
        return f"The link {shown} leads to no page.", f"Write https://{shown}, if it is a web address."
    own = _own_file(lookup.root, target, start)
    if own:
        return f"The link {shown} leads to no file.", f"Write “{own}”."
    near = lookup.nearest(target)
    fix = f"Did you mean “{posixpath.relpath(near, start)}”?" if near else f"Write the path to the page{lookup.example(piece.item)}; it counts from this file."
    return f"The link {shown} leads to no page.", fix


def _own_file(root: Path, target: str, start: str) -> str | None:
    """How to lead from the folder `start` to the council's own file of the name that `target` ends in, if there is one."""
    path = f"{FOLDER}/{posixpath.basename(target)}"
    return posixpath.relpath(path, start) if (root / path).is_file() else None


def _home(item: Item) -> str:
    """Where the file belongs: a file in the wrong folder has its links from there when it is moved."""
    if item.kind.name in ("page", "tombstone"):
        return item.path
    return posixpath.join(item.kind.folder, posixpath.basename(item.path))


def _check_anchor(piece: Piece, link: Spot, target: str, anchor: str, lookup: _Lookup) -> Iterator[Problem]:
    item = lookup.items.get(target)
    if item is None or not item.kind.has_body:
        if lookup.targets.get(target) == "sources.md" and anchor in lookup.sources:
            return
        yield _problem(
            piece, link, f"The page that {cut(link.value)} leads to is made from other files, so its parts may move.",
            "Link to the page as a whole, without what follows the #.",
        )  # fmt: skip
    elif item.is_whole and anchor not in item.outline.anchors:
        yield _problem(
            piece, link, f"The page has no heading with the id “{cut(anchor)}”.",
            suggest(anchor, item.outline.anchors, "heading", most=30),
        )  # fmt: skip


def _check_image(content: Content, piece: Piece, image: Spot) -> Iterator[Problem]:
    if unsafe_scheme(image.value):
        return
    if _SCHEME.match(image.value) or image.value.startswith("//"):
        yield _problem(
            piece, image, f"The image {cut(image.value)} would be fetched from another host.",
            "Put the file in docs/assets/ and link to it there.",
        )  # fmt: skip
        return
    target = resolve(_home(piece.item), split_target(image.value)[0])
    if not target.startswith(_SERVED) or not os.path.isfile(content.root / target):
        own = _own_file(content.root, target, posixpath.dirname(_home(piece.item)) or ".")
        place = FOLDER if (content.root / LOCAL).is_dir() else "docs/assets"
        fix = f"Write “{own}”." if own else f"Put the file in {place}/ and check the path."
        yield _problem(piece, image, f"There is no image at {cut(target)}.", fix)
    elif not target.lower().endswith(_PICTURES):
        fix = f"Name a file that ends in {', '.join(_PICTURES)}."
        yield _problem(piece, image, f"{cut(target)} is not an image.", fix)


def _problem(piece: Piece, spot: Spot, message: str, fix: str) -> Problem:
    line, column = piece.place(spot.value, spot.line, spot.column)
    return Problem(piece.item.path, line, column, "", message, fix)


RULE = Rule("link", "A reader who meets a dead link stops trusting the rest.", find)
