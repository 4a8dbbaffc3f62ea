"""Where everything stands: from files in the repository to addresses on the site, and links between them."""

import posixpath
from urllib.parse import unquote, urlsplit

from .content import Content, Item
from .models.kinds import Kind
from .models.made_pages import GENERATED, MADE

# Files for machines that pages may link to, by their path in the site.
DATA = (
    "api/v1/arguments.json",
    "api/v1/objections.json",
    "api/v1/chapters.json",
    "api/v1/case-studies.json",
    "api/v1/topics.json",
    "api/v1/sources.json",
    "api/v1/audiences.json",
    "api/v1/gone.json",
    "api/v1/review.json",
    "api/v1/schema.json",
    "api/v1/arguments.csv",
    "feed.xml",
    "sbom.cdx.json",
)
VISIBLE = ("published", "disputed", "retired")


def is_visible(item: Item) -> bool:
    """Whether an item is on the site: right, neither a draft nor in review, and not hidden by the council."""
    return is_published(item) and not item.is_hidden


def is_published(item: Item) -> bool:
    """Whether an item is right, and neither a draft nor in review."""
    return item.model is not None and getattr(item.model, "status", "published") in VISIBLE


def uri(kind_address: str, item_id: str) -> str:
    """The path of a page's Markdown in the built docs tree."""
    return posixpath.join(kind_address, f"{item_id}.md")


def kind_uri(kind: Kind, item_id: str) -> str | None:
    """The path of the page of an item of a kind in the docs tree, or None if the kind has no pages of its own."""
    return None if kind.address is None else uri(kind.address, kind.page or item_id)


def item_uri(item: Item) -> str | None:
    """The path of an item's page in the docs tree, or None if it has no page of its own."""
    return kind_uri(item.kind, item.id)


def address(page_uri: str) -> str:
    """The address of a page on the site: `arguments/index.md` → `arguments/`, `about.md` → `about/`."""
    folder, name = posixpath.split(page_uri.removesuffix(".md"))
    parts = [folder] if name == "index" else [folder, name]
    joined = posixpath.join(*parts)
    return f"{joined}/" if joined else ""


def link_targets(content: Content) -> dict[str, str]:
    """What a link may point to: paths in the repository → paths in the docs tree.

    An item in YAML may be linked as the file that it is (`.yml`, which also works in the forge) or as `.md`.
    """
    left_out = _hidden_made(content)
    targets = {f"docs/{page}": page for page in (*GENERATED, *DATA) if page not in left_out}
    for item in content.items:
        page = item_uri(item)
        if page is None or item.is_hidden or not (is_visible(item) or item.model is None):
            continue
        targets |= dict.fromkeys(_linked_as(item), page)
    return targets


def hidden_targets(content: Content) -> set[str]:
    """What links may name that the council does not show: paths in the repository."""
    paths = {path for item in content.items if item.is_hidden for path in _linked_as(item)}
    return paths | {f"docs/{page}" for page in _hidden_made(content)}


def hidden_pages(content: Content) -> set[str]:
    """The pages that the council does not show: paths in the docs tree."""
    return _hidden_made(content) | {page for item in content.items if item.is_hidden and (page := item_uri(item))}


def _hidden_made(content: Content) -> set[str]:
    """Those of them that are made from other files."""
    return {MADE[item_id] for kind, item_id in content.hidden if kind == "page" and item_id in MADE}


def _linked_as(item: Item) -> list[str]:
    """The paths that links may write for an item."""
    stem = posixpath.splitext(item.path)[0]
    return [item.path, *(stem + ending for ending in (item.kind.ending, ".md"))]


def split_target(target: str) -> tuple[str, str]:
    """A link's path and its anchor, both unquoted."""
    parts = urlsplit(target)
    return unquote(parts.path), unquote(parts.fragment)


def resolve(source_path: str, target_path: str) -> str:
    """The path in the repository that a relative link in `source_path` leads to."""
    if not target_path:
        return source_path
    return posixpath.normpath(posixpath.join(posixpath.dirname(source_path), target_path))
