"""Makes an item of the API from a model of the content: field by field, Markdown both as plain text and as it is."""

from collections.abc import Callable
from typing import Any, TypeVar

from ...addresses import address
from ...index import Entry
from ...prose import retarget
from ..plain import plain_text
from .base import MARKDOWN, Item

Made = TypeVar("Made", bound=Item)


class Maker:
    """Makes items; `targets` gives the page in the docs tree that a link between files leads to."""

    def __init__(self, targets: dict[str, str]):
        self.targets = targets

    def __call__(self, kind: type[Made], model: Any, path: str, **given: Any) -> Made:
        """An item of a kind, from what is `given`, else from the fields of `model`, which the file `path` holds."""
        values = {}
        for name in kind.model_fields:
            source = name.removesuffix(MARKDOWN)
            if name in given:
                values[name] = given[name]
            elif name != source:
                values[name] = _each(getattr(model, source), lambda text: self._markdown(text, path))
            elif f"{name}{MARKDOWN}" in kind.model_fields:
                values[name] = _each(getattr(model, name), plain_text)
            else:
                values[name] = getattr(model, name)
        return kind(**values)

    def own_texts(self, entry: Entry) -> dict[str, str | None]:
        """What a council says before and after an entry, as plain text and as Markdown."""
        texts = {"council_before": entry.own_before, "council_after": entry.own_after}
        plain = {name: plain_text(text) if text else None for name, text in texts.items()}
        as_it_is = {name: self._markdown(text, entry.path) if text else None for name, text in texts.items()}
        return plain | {f"{name}{MARKDOWN}": text for name, text in as_it_is.items()}

    def _markdown(self, text: str, path: str) -> str:
        return retarget(text, path, self.targets, _place).strip()


def _each(value: Any, change: Callable[[str], str]) -> Any:
    """A text changed, or every text of a list; None stays."""
    if isinstance(value, list):
        return [change(text) for text in value]
    return None if value is None else change(value)


def _place(known: str) -> str:
    """Where a file of the docs tree stands on the site, relative to the site's address."""
    return (address(known) or "./") if known.endswith(".md") else known
