"""Makes the files of the briefs and the cards, each only when something that goes into it has changed."""

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ...brand import read_look
from ...content import load_council
from ...handouts import FORMATS as HANDOUT_FORMATS
from ...handouts import Handout
from ...handouts import file_uri as handout_uri
from ...pages.cards import Card
from ...papers import sizes
from ...papers.data import sheet_data
from ...papers.face import FONTS
from ...papers.files import FORMATS, file_uri
from ...papers.paper import Sheet
from ...processes import share_out
from .brand import Brand, branded, read_brand
from .cache import Cache, cache_folder
from .cards import draw_card
from .docx import write_docx
from .handout_docx import write_handout_docx
from .handout_odt import write_handout_odt
from .odt import write_odt
from .typst import HERE, set_paper

MAKERS: dict[str, Callable[[Sheet, Brand], bytes]] = {"pdf": set_paper, "docx": write_docx, "odt": write_odt}
HANDOUT_MAKERS: dict[str, Callable[[Handout, Brand], bytes]] = {"docx": write_handout_docx, "odt": write_handout_odt}
LEAST_TO_SHARE = 16
"""Fewer files than this are made sooner than another process is started."""
LIBRARIES = ("typst", "python-docx", "odfdo", "lxml")


class NotMade(Exception):
    """A file could not be made; says which one and why."""


@dataclass(frozen=True)
class Job:
    """A file to make: its path in the site, all that goes into it, and how it is made of that."""

    uri: str
    data: Any
    make: Callable[[], bytes]


class Documents:
    """The files of one build. `made` lists those that had to be made, in the order of their jobs."""

    def __init__(self, root: Path):
        self.cache = Cache(cache_folder(root))
        self.brand = branded(read_brand(), read_look(root, load_council(root)))
        self.files: dict[str, bytes] = {}
        self.made: list[str] = []

    def make(self, sheets: list[Sheet], handouts: list[Handout]) -> dict[str, int]:
        """Make the files of these papers and handouts; gives the size of each by its path."""
        jobs = [*self._papers(sheets), *self._handouts(handouts)]
        self._run(jobs)
        return {job.uri: len(self.files[job.uri]) for job in jobs}

    def _papers(self, sheets: list[Sheet]) -> list[Job]:
        return [
            Job(file_uri(sheet.paper.id, form), [form, sheet_data(sheet)], partial(MAKERS[form], sheet, self.brand))
            for sheet in sheets
            for form in FORMATS
        ]

    def _handouts(self, handouts: list[Handout]) -> list[Job]:
        return [
            Job(
                handout_uri(one.id, form), ["handout", form, asdict(one) | {"day": one.day.isoformat()}],
                partial(HANDOUT_MAKERS[form], one, self.brand),
            )
            for one in handouts
            for form in HANDOUT_FORMATS
        ]  # fmt: skip

    def cards(self, cards: list[Card]) -> None:
        """Make these cards, the last files of a build."""
        self._run(
            Job(card.uri, ["card", asdict(card) | {"uri": ""}], partial(draw_card, card, self.brand)) for card in cards
        )
        if cards:
            self.cache.tidy()

    def _run(self, jobs: Iterable[Job]) -> None:
        """Take each file from the cache, or make it: in two processes, since threads were measured and save nothing."""
        keys = {job.uri: (job, self._key(job)) for job in jobs}
        kept = {uri: self.cache.get(key) for uri, (_, key) in keys.items()}
        missing = [job for uri, (job, _) in keys.items() if kept[uri] is None]
        made = share_out(lambda some: {job.uri: _make(job) for job in some}, missing, LEAST_TO_SHARE)
        for job in missing:
            # What another process failed to make is made here, and fails here.
            kept[job.uri] = made[job.uri] if job.uri in made else _make(job)
            self.made.append(job.uri)
            self.cache.put(keys[job.uri][1], kept[job.uri])
        self.files |= kept

    def _key(self, job: Job) -> str:
        text = json.dumps([fingerprint(), self.brand.key, job.data], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


def _make(job: Job) -> bytes:
    try:
        return job.make()
    except Exception as error:
        raise NotMade(f"{job.uri} could not be made: {error}") from error


@cache
def fingerprint() -> str:
    """Everything that is the same for all files: the code and templates that make them, fonts and libraries."""
    digest = hashlib.sha256()
    for path in [*sorted(HERE.glob("*.*")), *sorted(FONTS.glob("*.ttf")), Path(sizes.__file__)]:
        digest.update(path.read_bytes())
    for library in LIBRARIES:
        digest.update(f"{library} {version(library)}".encode())
    return digest.hexdigest()
