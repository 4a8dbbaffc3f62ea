"""Turn every page's Markdown into HTML ahead of MkDocs: in two processes, and only pages that have changed.

What is kept is what MkDocs itself made of a page, with all that its checks of links need. It is used again while the
text, the page's address, the code and every file that the page links to are the same. A page over which MkDocs has
anything to say is not kept, so that it says it each time. Whatever is kept passes the sanitiser like a new page.
"""

import contextlib
import hashlib
import json
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from ..parse_cache import own_environment
from ..processes import share_out
from .documents.cache import VARIABLE, Cache

LEAST_TO_SHARE = 40
"""Fewer pages than this are rendered sooner than another process is started."""
_PACKAGE = Path(__file__).resolve().parents[1]
_CODE = ("adapters/rendering.py", "adapters/components.py", "adapters/passing_over.py", "do_and_dont.py", "handouts/read.py")
_LIBRARIES = ("mkdocs", "Markdown")

Rendered = dict[str, Any]
"""What MkDocs made of a page, as plain data: `content`, `toc`, `title`, `anchors`, `links`, and `targets`, which gives
the address of every file that the page links to.
"""


def render_ahead(config: MkDocsConfig, files: Files, root: Path) -> dict[str, Rendered]:
    """What every page becomes, by its path; a page that is missing there is left to MkDocs."""
    kept, folder = {}, _folder(root)
    store = Cache(folder) if folder else None
    pages = list(files.documentation_pages())
    keys = {file.src_uri: _key(file, config) for file in pages}
    if store:
        for file in pages:
            found = store.get(keys[file.src_uri])
            rendered = json.loads(found) if found else None
            if rendered and _leads_to_the_same(rendered, files):
                kept[file.src_uri] = rendered
    # The longest first: then each of two processes has about as much to do.
    left = sorted((file for file in pages if file.src_uri not in kept), key=lambda file: -len(file.content_string))
    made = share_out(lambda some: _render(some, config, files), left, LEAST_TO_SHARE)
    if store:
        for uri, rendered in made.items():
            store.put(keys[uri], json.dumps(rendered, ensure_ascii=False).encode())
        store.tidy()
    return kept | made


def show(page: Page, rendered: Rendered, files: Files) -> None:
    """Give a page what was made of it, and keep none of it; stands in for MkDocs's own rendering of that page."""
    page.content = rendered.pop("content")
    page.toc = TableOfContents([_entry(one) for one in rendered["toc"]])
    page._title_from_render = rendered["title"]
    page.present_anchor_ids = set(rendered["anchors"])
    page.links_to_anchors = {files.src_uris[uri]: anchors for uri, anchors in rendered["links"].items()}
    rendered.clear()


def _render(some: list[File], config: MkDocsConfig, files: Files) -> dict[str, Rendered]:
    """What these pages become, but for those over which MkDocs has something to say."""
    found = {}
    for file in some:
        of_navigation, seen = file.page, _Seen(files)
        page = Page(None, file, config)
        file.page = of_navigation
        # Whatever goes wrong goes wrong again in MkDocs's own rendering, which says of which page it was.
        with _silence() as said, contextlib.suppress(Exception):
            page.read_source(config)
            page.render(config, seen)  # type: ignore[arg-type]
        if page.content is not None and not said:
            found[file.src_uri] = {
                "content": page.content, "toc": [_plain(one) for one in page.toc], "title": page._title_from_render,
                "anchors": sorted(page.present_anchor_ids or ()),
                "links": {to.src_uri: anchors for to, anchors in (page.links_to_anchors or {}).items()},
                "targets": seen.targets,
            }  # fmt: skip
    return found


class _Seen:
    """The files, which notes those that a page asked for."""

    def __init__(self, files: Files):
        self.files = files
        self.targets: dict[str, str] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """As of the files themselves."""
        found = self.files.get_file_from_path(path)
        if found:
            self.targets[found.src_uri] = found.url
        return found


@contextmanager
def _silence() -> Iterator[list[logging.LogRecord]]:
    """Collects what MkDocs says instead of showing it."""
    logger, said = logging.getLogger("mkdocs"), []
    handlers, propagate = logger.handlers, logger.propagate
    collector = logging.Handler()
    collector.emit = said.append  # type: ignore[method-assign]
    logger.handlers, logger.propagate = [collector], False
    try:
        yield said
    finally:
        logger.handlers, logger.propagate = handlers, propagate


def _leads_to_the_same(rendered: Rendered, files: Files) -> bool:
    """Whether every file that the page links to is there, at the same address."""
    found = ((files.get_file_from_path(uri), url) for uri, url in rendered["targets"].items())
    return all(file is not None and file.url == url for file, url in found)


def _plain(link: AnchorLink) -> list[Any]:
    return [link.title, link.id, link.level, [_plain(child) for child in link.children]]


def _entry(plain: list[Any]) -> AnchorLink:
    title, anchor, level, children = plain
    link = AnchorLink(title, anchor, level)
    link.children = [_entry(child) for child in children]
    return link


def _folder(root: Path) -> Path | None:
    """Where pages are kept, if anywhere: never where a change from somebody else could bring entries along."""
    named, environment = os.environ.get(VARIABLE), own_environment(root)
    return Path(named, "pages") if named else environment / "rendered-pages" if environment else None


def _key(file: File, config: MkDocsConfig) -> str:
    return hashlib.sha256(f"{_same_for_all(config)}\0{file.src_uri}\0{file.url}\0{file.content_string}".encode()).hexdigest()


def _same_for_all(config: MkDocsConfig) -> str:
    extensions = [one if isinstance(one, str) else type(one).__qualname__ for one in config.markdown_extensions]
    said = [extensions, config.mdx_configs, config.use_directory_urls, repr(config.validation)]
    return _code() + json.dumps(said, sort_keys=True, default=repr)


@cache
def _code() -> str:
    digest = hashlib.sha256(sys.version.encode())
    for name in _CODE:
        digest.update((_PACKAGE / name).read_bytes())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}".encode())
    return digest.hexdigest()
