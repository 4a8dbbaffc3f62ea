"""Run MkDocs on this repository, into a folder of our choice."""

import datetime
import logging
import os
import tempfile
from pathlib import Path

from jinja2 import TemplateError

from ..checked import Checked
from ..problem import Problem, errors
from ..publish import FOLDER
from .packing import SITE_FOLDER, files_below, zip_of
from .swap import build_and_swap


class BuildFailed(Exception):
    """The site could not be built; `problems` says why, if it was for the content's sake."""

    def __init__(self, problems: list[Problem], message: str = ""):
        super().__init__(message)
        self.problems = problems


def build_site(
    root: Path, site: Path, today: datetime.date, checked: Checked | None = None, address: str = "", publish_to: str = ""
) -> None:
    """Build the repository at `root` into `site`, keeping the last site if anything fails.

    `checked` is what was read for this day and address, if it was; with an error among its problems nothing is built.
    `address` takes the place of the configured `site_url`, and `publish_to` that of the target in the council's file.
    Raises BuildFailed.
    """
    if checked and errors(checked.problems):
        raise BuildFailed(checked.problems)
    if site.is_dir() and any(site.iterdir()) and not (site / "sitemap.xml").is_file():
        raise BuildFailed([], f"{site} holds something else than a site. Name a new or empty folder.")
    try:
        site.parent.mkdir(parents=True, exist_ok=True)
        build_and_swap(site, lambda folder: _run(root, folder, today, checked, address, publish_to))
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise BuildFailed([], f"{site} cannot be written: {error.strerror or error}{where}.") from error


def _run(root: Path, folder: Path, today: datetime.date, checked: Checked | None, address: str, publish_to: str) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    # MkDocs writes the day of the build into the site map: the same day must give the same bytes.
    midnight = datetime.datetime.combine(today, datetime.time(), datetime.UTC)
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
    _log()
    try:
        given = {"site_url": address} if address else {}
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder), strict=True, **given)
        config.extra.update(today=today, publish_to=publish_to, checked=checked)
        build(config)
        if config.extra["offline_copy"]:
            (folder / config.extra["offline_copy"]).write_bytes(offline_zip(root, today, checked, address))
    except (MkDocsException, Abort, TemplateError) as error:
        raise BuildFailed([], str(error)) from error
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


def offline_zip(root: Path, today: datetime.date, checked: Checked | None, address: str) -> bytes:
    """The site as a ZIP of files that work without a server or a network. Raises BuildFailed."""
    with tempfile.TemporaryDirectory(prefix="playbook-") as folder:
        _run(root, Path(folder), today, checked, address, FOLDER)
        return zip_of(files_below(Path(folder)), SITE_FOLDER)


def _log() -> None:
    """Show MkDocs's own warnings; strict mode makes each of them stop the build."""
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
        logger.addHandler(handler)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
