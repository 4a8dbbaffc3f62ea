"""What a council says of its site holds together: a language that there is, sections that there are, a repository."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from ..content import Content, Listing
from ..models import Council
from ..problem import Level, Problem, suggest
from ..settings import read_defaults
from ..words import FIRST_LANGUAGE, languages
from .rule import Rule, Settings


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Everything in the council's file that names something that there is not, twice, or no longer."""
    said = content.council
    if said is None:
        return
    yield from _languages(said, languages(content.root))
    yield from _sections(said, read_defaults(content.root).sections)
    yield from _twice(said)
    yield from _addresses(said)
    yield from _over(said, settings)
    yield from _cited(content)


def _problem(said: Listing[Council], where: tuple[str | int, ...], message: str, fix: str, level: Level = "error") -> Problem:
    mark = said.document.mark(where)
    return Problem(said.path, mark.line, mark.column, str(where[-1] if isinstance(where[-1], str) else where[-2]), message, fix, level)


def _languages(said: Listing[Council], known: list[str]) -> Iterator[Problem]:
    for number, language in enumerate(said.model.site.languages):
        if language not in known:
            yield _problem(
                said, ("site", "languages", number), f"The playbook is not there in “{language}” yet.",
                f"Write one of: {', '.join(known)}. A language is added with a file of the interface's words, "
                f"theme/words/{language}.yml.",
            )  # fmt: skip
    if FIRST_LANGUAGE not in said.model.site.languages:
        yield _problem(
            said, ("site", "languages", 0), "English is not among the languages, and what is not translated is shown in it.",
            f"Add “{FIRST_LANGUAGE}”, in the place that it is to have in the switch.",
        )  # fmt: skip


def _sections(said: Listing[Council], known: list[str]) -> Iterator[Problem]:
    for number, name in enumerate(said.model.navigation):
        if name not in known:
            yield _problem(
                said, ("navigation", number), f"The navigation has no section “{name}”.", suggest(name, known, "section")
            )


def _twice(said: Listing[Council]) -> Iterator[Problem]:
    for name in ("home", "navigation"):
        values = getattr(said.model, name)
        for number, value in enumerate(values):
            if value in values[:number]:
                yield _problem(said, (name, number), f"“{value}” stands twice under “{name}”.", "Take one of the two out.")
    languages_said = said.model.site.languages
    for number, language in enumerate(languages_said):
        if language in languages_said[:number]:
            yield _problem(
                said, ("site", "languages", number), f"“{language}” stands twice under “languages”.", "Take one of the two out."
            )


def _addresses(said: Listing[Council]) -> Iterator[Problem]:
    repository, address = said.model.repository, said.model.site.address
    if repository.forge != "none" and not repository.address:
        yield _problem(
            said, ("repository", "forge"), f"Your copy is on {repository.forge}, and nothing says at which address.",
            "Add “address: https://…” under “repository”, or write “forge: none”.",
        )  # fmt: skip
    parts = urlsplit(address or "")
    if parts.query or parts.fragment:
        yield _problem(
            said, ("site", "address"), "A site's address has no “?” and no “#” in it.",
            f"Write {parts.scheme}://{parts.netloc}{parts.path}.",
        )  # fmt: skip


def _over(said: Listing[Council], settings: Settings) -> Iterator[Problem]:
    found = said.model.announcement
    if found and found.until and found.until < settings.today:
        yield _problem(
            said, ("announcement", "until"), f"The announcement was for the days until {found.until.isoformat()}, so it is not shown.",
            "Take it out, or give it another last day.", "warning",
        )  # fmt: skip


def _cited(content: Content) -> Iterator[Problem]:
    """A banner and a footer stand on pages whose sources are not theirs."""
    for piece in content.pieces:
        if piece.item.kind.name == "council":
            for citation in piece.outline.citations:
                line, column = piece.place("[@", citation.line, citation.column)
                yield Problem(
                    piece.item.path, line, column, str(piece.where[0]), "A source cannot be cited here: no list of sources stands below it.",
                    "Link to a page that cites it.",
                )  # fmt: skip


RULE = Rule("council-site", "A key that names what is not there would change nothing, in silence.", find)
