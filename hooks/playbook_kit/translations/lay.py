"""One translation laid over the facts of its English: what is missing, and what does not belong in it."""

from typing import Any

from ..models import Model
from ..problem import Problem, cut, listed, nearest
from ..read.yaml_text import Document
from .said import is_all_said, said_fields

Where = tuple[str | int, ...]
RULE = "translation"


class Laying:
    """Builds the whole facts of an item in another language; `problems` says what does not fit.

    `english` are the item's facts, `own` is the translation's document, `path` its file, and `language` its code.
    """

    def __init__(self, english: dict[str, Any], own: Document, path: str, language: str):
        self.english, self.own, self.path, self.language = english, own, path, language
        self.problems: list[Problem] = []
        self.document = Document()

    def lay(self, model: type[Model], keys: tuple[str, ...] = ()) -> Document:
        """The facts of the English with the words of the translation; `keys` may stand in it besides."""
        self.document.value = self._group(model, self.english, self.own.value, (), (), keys)
        return self.document

    def _group(
        self,
        model: type[Model],
        theirs: dict[str, Any],
        ours: dict[str, Any],
        there: Where,
        here: Where,
        keys: tuple[str, ...],
    ) -> dict[str, Any]:
        said, merged = said_fields(model), dict(theirs)
        self._unknown(model, ours, here, keys)
        for name, group in said.items():
            english, own = theirs.get(name), ours.get(name)
            if english in (None, [], ""):
                if own is not None and not isinstance(own, list):
                    self._say(
                        (*here, name),
                        f"The English has no “{name}”.",
                        "Take it out: both languages say the same.",
                        key=True,
                    )
                elif own:
                    merged[name] = self._whole(own, (*there, name), (*here, name))
            elif own is None:
                self._say(
                    here,
                    f"“{name}” is not there in “{self.language}”.",
                    f"Write it as well; the English is “{cut(_shown(english), 80)}”.",
                    field=name,
                )
            elif group is None or (isinstance(own, list) and isinstance(english, list) and is_all_said(group)):
                merged[name] = self._whole(own, (*there, name), (*here, name))
            elif isinstance(english, list):
                merged[name] = self._list(group, name, english, own, (*there, name), (*here, name))
            elif isinstance(own, dict):
                merged[name] = self._group(group, english, own, (*there, name), (*here, name), ())
            else:
                self._say(
                    (*here, name), f"“{name}” has fields of its own in the English.", f"Write {_named(group)} below it."
                )
        return merged

    def _list(
        self, group: type[Model], name: str, english: list[Any], own: Any, there: Where, here: Where
    ) -> list[Any]:
        if not isinstance(own, list) or not all(isinstance(one, dict) for one in own):
            self._say(
                here,
                f"“{name}” is a list in the English.",
                f"Write one entry for each of its {len(english)}, with {_named(group)}.",
            )
            return english
        if "id" in group.model_fields:
            return self._by_id(group, name, english, own, there, here)
        if len(own) != len(english):
            self._say(
                here, f"“{name}” has {len(own)} in “{self.language}” and {len(english)} in English.",
                "Write one entry for each, in the same order.",
            )  # fmt: skip
            return english
        pairs = enumerate(zip(english, own, strict=True))
        return [self._group(group, theirs, ours, (*there, n), (*here, n), ()) for n, (theirs, ours) in pairs]

    def _by_id(
        self, group: type[Model], name: str, english: list[Any], own: list[Any], there: Where, here: Where
    ) -> list[Any]:
        places = {one.get("id"): number for number, one in enumerate(own)}
        known = [one["id"] for one in english]
        for number, one in enumerate(own):
            if one.get("id") not in known:
                near = nearest(str(one.get("id", "")), known)
                self._say(
                    (*here, number), f"The English has no “{cut(one.get('id', ''))}” under “{name}”.",
                    f"Did you mean “{near}”?" if near else "Take it out, or write the id of the entry that it translates.",
                )  # fmt: skip
        missing = [one for one in known if one not in places]
        if missing:
            named = listed([f"“{one}”" for one in missing[:8]])
            self._say(
                here,
                f"Under “{name}” there is nothing for {named} in “{self.language}”.",
                "Write it as well, under the same id.",
            )
        return [
            self._group(group, one, own[places[one["id"]]], (*there, n), (*here, places[one["id"]]), ("id",))
            if one["id"] in places else one
            for n, one in enumerate(english)
        ]  # fmt: skip

    def _whole(self, own: Any, there: Where, here: Where) -> Any:
        """A value of the translation, with the marks of all that is in it."""
        for kept, given in ((self.document.marks, self.own.marks), (self.document.keys, self.own.keys)):
            kept.update(
                {(*there, *where[len(here) :]): mark for where, mark in given.items() if where[: len(here)] == here}
            )
        return own

    def _unknown(self, model: type[Model], ours: dict[str, Any], here: Where, keys: tuple[str, ...]) -> None:
        for name in ours:
            if name in said_fields(model) or name in keys:
                continue
            if name in model.model_fields:
                self._say(
                    (*here, name), f"“{name}” is not translated: it comes from the English.", "Take it out.", key=True
                )
            else:
                near = nearest(str(name), said_fields(model))
                self._say(
                    (*here, name), f"“{cut(name)}” is not a field that is translated.",
                    f"Did you mean “{near}”?" if near else f"There may be {_named(model)}.", key=True,
                )  # fmt: skip

    def _say(self, where: Where, message: str, fix: str, key: bool = False, field: str = "") -> None:
        marks = self.own.keys if key else self.own.marks
        mark = marks.get(where) or self.own.mark(where)
        name = field or next((str(part) for part in reversed(where) if isinstance(part, str)), "")
        self.problems.append(Problem(self.path, mark.line, mark.column, name, message, fix, rule=RULE))


def _named(model: type[Model]) -> str:
    return listed([f"“{name}”" for name in said_fields(model)])


def _shown(value: Any) -> str:
    """The first words of a value, as a message quotes them."""
    while isinstance(value, (list, dict)) and value:
        value = value[0] if isinstance(value, list) else next(iter(value.values()))
    return str(value)
