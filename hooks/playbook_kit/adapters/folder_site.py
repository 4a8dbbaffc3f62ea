"""MkDocs for a site that readers open as a folder: links that name files, and classic scripts in place of modules."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import pass_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from ..publish.classic import RUNTIME, classic_scripts
from ..publish.folder import file_link

START = "components/main.mjs"
MODULE_FOLDERS = ("components", "assets")


def name_file(file: File) -> None:
    """Have every link to a page name its file."""
    file.url = quote(file.dest_uri)


def file_links(url_filter: Callable[..., str]) -> Callable[..., str]:
    """The templates' filter for links, whose results name files too. A bare `.` asks for the root folder itself."""

    @pass_context
    def url(context: Any, value: str) -> str:
        found = url_filter(context, value)
        return found if value == "." else file_link(found)

    return url


def script_files(theme: Path, config: MkDocsConfig) -> list[File]:
    """The classic scripts, made from the theme's modules."""
    return [File.generated(config, uri, content=text) for uri, text in _classic(theme).items()]


def own_scripts(theme: Path) -> frozenset[bytes]:
    """Every script that a site of this theme can have: the theme's own, and the classic ones made from them."""
    files = (path for folder in MODULE_FOLDERS for path in (theme / folder).rglob("*"))
    lying = [path for path in files if path.suffix in (".js", ".mjs")]
    return frozenset([*(path.read_bytes() for path in lying), *(text.encode() for text in _classic(theme).values())])


def _classic(theme: Path) -> dict[str, str]:
    modules = {
        path.relative_to(theme).as_posix(): path.read_text(encoding="utf-8")
        for folder in MODULE_FOLDERS for path in sorted((theme / folder).rglob("*.mjs"))
    }  # fmt: skip
    return classic_scripts(modules, START, (theme / RUNTIME).read_text(encoding="utf-8"))
