"""What a council says of itself in another language: what is not said is shown in English, and marked as English."""

from pathlib import Path

from ..marked import Marked
from ..models import Council, CouncilInLanguage
from ..models.council import COUNCIL_PATH
from ..models.messages import validate
from ..problem import Problem
from ..read.files import read_text
from ..read.yaml_text import parse_yaml
from ..words import FIRST_LANGUAGE


def council_words_path(language: str) -> str:
    """The council's file about itself in a language."""
    return COUNCIL_PATH.replace(".yml", f".{language}.yml")


def read_council_words(root: Path, language: str) -> tuple[CouncilInLanguage, list[Problem]]:
    """What the council below `root` says of itself in a language, and what is wrong with the file; it may be missing."""
    path, nothing = council_words_path(language), CouncilInLanguage()
    if not (root / path).exists():
        return nothing, []
    file = read_text(root, root / path)
    if isinstance(file, Problem):
        return nothing, [file]
    document = parse_yaml(file.text, file.path)
    found, problems = validate(CouncilInLanguage, document, file.path)
    return found or nothing, document.problems + problems


def in_language(council: Council, own: CouncilInLanguage) -> Council:
    """The council's facts with its words in another language in their places, the others marked as English.

    Its names are names, and are not marked.
    """
    banner = council.announcement
    said = {role: getattr(own.contacts, role) or _english(value) for role, value in council.contacts}
    rota = [one.model_copy(update={name: _english(value) for name, value in one}) for one in council.rota]
    return council.model_copy(
        update={
            "name": own.name or council.name,
            "short_name": own.short_name or (own.name if own.name else council.short_name),
            "site": council.site.model_copy(
                update={
                    "title": own.title or (None if own.name else _english(council.site.title)),
                    "strapline": own.strapline or _english(council.site.strapline),
                }
            ),
            "announcement": banner and banner.model_copy(update={"text": own.announcement or _english(banner.text)}),
            "footer": own.footer or _english(council.footer),
            "contacts": council.contacts.model_copy(update=said),
            "rota": rota,
        }
    )


def _english(text: str | None) -> str | None:
    return Marked(text, FIRST_LANGUAGE) if text else None
