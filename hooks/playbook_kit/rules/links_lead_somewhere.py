"""Every link between pages leads to a page, and to a heading that is on it."""

import posixpath
import re
from collections.abc import Iterator

from ..addresses import link_targets, resolve, split_target
from ..content import Content, Item, Piece
from ..problem import Problem, suggest
from ..read.markdown_text import Spot
from .rule import Rule, Settings

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_OUTSIDE = ("http:", "https:", "mailto:", "tel:")


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Links and images whose file is missing, and links whose heading is missing."""
    targets = link_targets(content)
    items = {item.path: item for item in content.items}
    for piece in content.pieces:
        for link in piece.outline.links:
            yield from _check_link(piece, link, targets, items)
        for image in piece.outline.images:
            yield from _check_image(content, piece, image)


def _check_link(piece: Piece, link: Spot, targets: dict[str, str], items: dict[str, Item]) -> Iterator[Problem]:
    scheme = _SCHEME.match(link.value)
    if scheme:
        if scheme[0].lower() not in _OUTSIDE and not re.match(r"(javascript|data|vbscript|file|blob):", link.value, re.I):
            yield _problem(piece, link, f"Links that begin with “{scheme[0]}” are not known here.", "Write https://….")
        return
    if link.value.startswith("/"):
        yield _problem(
            piece, link, f"The link {link.value} begins with “/”, so it breaks when the site moves.",
            "Write the path from this file to the other, such as ../playbook/policy.md.",
        )  # fmt: skip
        return
    path, anchor = split_target(link.value)
    target = resolve(piece.item.path, path)
    if target not in targets:
        near = suggest(target, targets, "page")
        match = re.search(r"“(.+)”", near)
        start = posixpath.dirname(piece.item.path) or "."
        fix = f"Did you mean “{posixpath.relpath(match[1], start)}”?" if match else "Check the path; it counts from this file."
        yield _problem(piece, link, f"The link {link.value} leads to no page.", fix)
        return
    if anchor:
        yield from _check_anchor(piece, link, target, anchor, targets, items)


def _check_anchor(
    piece: Piece, link: Spot, target: str, anchor: str, targets: dict[str, str], items: dict[str, Item]
) -> Iterator[Problem]:
    item = items.get(target)
    if item is None or not item.kind.has_body:
        if targets[target] == "sources.md" and anchor in {i.id for i in items.values() if i.kind.name == "source"}:
            return
        yield _problem(
            piece, link, f"The page that {link.value} leads to is made from other files, so its parts may move.",
            "Link to the page as a whole, without what follows the #.",
        )  # fmt: skip
    elif anchor not in item.outline.anchors:
        yield _problem(
            piece, link, f"The page has no heading with the id “{anchor}”.",
            suggest(anchor, item.outline.anchors, "heading"),
        )  # fmt: skip


def _check_image(content: Content, piece: Piece, image: Spot) -> Iterator[Problem]:
    if _SCHEME.match(image.value) or image.value.startswith("//"):
        if image.value.lower().startswith(("http:", "https:")) or image.value.startswith("//"):
            yield _problem(
                piece, image, f"The image {image.value} would be fetched from another host.",
                "Put the file in docs/assets/ and link to it there.",
            )  # fmt: skip
        return
    target = resolve(piece.item.path, split_target(image.value)[0])
    if not target.startswith("docs/") or not (content.root / target).is_file():
        yield _problem(piece, image, f"There is no image at {target}.", "Put the file in docs/assets/ and check the path.")


def _problem(piece: Piece, spot: Spot, message: str, fix: str) -> Problem:
    line, column = piece.place(spot.value, spot.line, spot.column)
    return Problem(piece.item.path, line, column, "", message, fix)


RULE = Rule("link", "A reader who meets a dead link stops trusting the rest.", find)
