"""The report as a page of its own: one file that needs no other, no script and no network."""

import base64
import hashlib
from pathlib import Path

import markdown
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..words import Words
from .structure import Report

TEMPLATES = Path(__file__).parent / "templates"


def as_page(report: Report, words: Words, styles: str = "") -> str:
    """HTML; `styles` are the site's own, after which the report's follow. All of it may be sent by email or printed."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    own = (TEMPLATES / "report.css").read_text(encoding="utf-8")
    style = f"\n{styles}\n{own}"
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return environment.get_template("report.html").render(
        report=report, language=words.language, style=Markup(style), style_hash=digest, contents=words("upgrade.contents"),
        figures=words("upgrade.figures.short"), changelog=_changelog,
    )  # fmt: skip


def _changelog(text: str) -> Markup:
    """Our own changelog as HTML; raw HTML in it is shown, not obeyed."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;")
    return Markup(markdown.markdown(safe, extensions=["tables"]))
