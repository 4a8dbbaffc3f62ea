"""Every translation laid over its English, and what is wrong with those that cannot be."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..content import Content, Item, Translation
from ..local.overlay import Text, read_text_of
from ..local.places import LOCAL, Places
from ..local.wording import BASED_ON, Drift
from ..models.messages import validate
from ..problem import Problem, cut, listed, spoken
from ..read.files import TextFile
from ..read.markdown_text import Outline, outline
from ..words import FIRST_LANGUAGE, languages
from .lay import RULE, Laying
from .orphan import orphan, untranslated_kind
from .vocabulary import translated_vocabulary
from .wording import changes, is_same_shape, wording

Key = tuple[str, str]


@dataclass
class Translated:
    """The content in each language but the first, what is wrong with it, and what has drifted.

    An item that has no translation, or one that no longer fits, is in English; its `language` says so.
    """

    contents: dict[str, Content] = field(default_factory=dict)
    english: list[Item] = field(default_factory=list)
    shown: tuple[str, ...] = ()
    """The languages of the site, in their order."""
    problems: list[Problem] = field(default_factory=list)
    drift: list[Drift] = field(default_factory=list)
    taken: dict[str, dict[Key, Item]] = field(default_factory=dict)
    """By language, the items that are translated."""


def shown_languages(content: Content) -> tuple[str, ...]:
    """The languages of the site in the council's order, without those that there are no words in."""
    known = languages(content.root)
    said = content.council.model.site.languages if content.council else [FIRST_LANGUAGE]
    found = [one for one in dict.fromkeys(said) if one in known]
    return tuple(found if FIRST_LANGUAGE in found else [FIRST_LANGUAGE, *found])


def translate(content: Content) -> Translated:
    """Lay every translation over its English. What nobody is shown is not looked at, unless it is the council's own."""
    done = Translated(shown=shown_languages(content), english=content.items)
    known = languages(content.root)
    wanted: dict[str, dict[Key, Translation]] = {}
    for one in content.translations:
        is_own = one.file.path.startswith(f"{LOCAL}/")
        if content.council and not is_own and one.language not in done.shown:
            continue
        if one.language == FIRST_LANGUAGE or one.language not in known:
            done.problems.append(_unknown_language(one, known))
        elif one.kind.address is None:
            done.problems.append(untranslated_kind(one))
        else:
            wanted.setdefault(one.language, {})[one.kind.name, one.id] = one
    others = [one for one in done.shown if one != FIRST_LANGUAGE]
    for language in dict.fromkeys([*others, *sorted(wanted)]):
        _add_language(content, language, wanted.get(language, {}), done)
    return done


def _add_language(content: Content, language: str, wanted: dict[Key, Translation], done: Translated) -> None:
    items = {(item.kind.name, item.id): item for item in content.items}
    taken, places = {}, dict(content.places)
    for key, one in sorted(wanted.items()):
        item = items.get(key)
        if item is None:
            done.problems.append(orphan(content, one))
        elif item.model is not None and not item.is_hidden:
            found = _Laid(item, one, done).item
            if found is not None:
                taken[key] = found
                places[item.path] = Places(item.path)
                places[item.path].add(one.file.path, one.file.text)
    vocabulary, problems = content.vocabulary, []
    if content.vocabulary and language in done.shown:
        vocabulary, problems = translated_vocabulary(content.root, content.vocabulary, language)
    done.problems += problems
    done.taken[language] = taken
    done.contents[language] = replace(
        content, items=[taken.get((item.kind.name, item.id), item) for item in content.items], places=places, drift=[],
        vocabulary=vocabulary,
    )  # fmt: skip


class _Laid:
    """One translation: `item` is the whole item in its language, or None if it cannot be shown."""

    def __init__(self, english: Item, one: Translation, done: Translated):
        self.english, self.one, self.done = english, one, done
        self.path = one.file.path
        self.item: Item | None = None
        text = read_text_of(one.kind, one.file)
        if text.document.problems or not isinstance(text.document.value, dict):
            done.problems += text.document.problems or [
                self._problem(1, 1, "", "There are no fields here.", self._begin())
            ]
            return
        said, now = text.document.value.get(BASED_ON), wording(english)
        if not isinstance(said, str) or "-" not in said:
            mark = text.document.marks.get((BASED_ON,)) or text.document.mark(())
            message = "This does not say of which English wording it is a translation."
            done.problems.append(
                self._problem(mark.line, mark.column, BASED_ON, message, f"Write “{BASED_ON}: {now}”.")
            )
            return
        found, problems = self._laid(text)
        is_behind = said.strip() != now
        if is_behind:
            is_shown = found is not None and is_same_shape(said.strip(), now)
            self._drifted(text, said.strip(), now, is_shown)
            self.item = replace(found, is_behind=True) if found and is_shown else None
        else:
            self.item = found
            done.problems += problems + (self._citations(found) if found else [])

    def _begin(self) -> str:
        return f"Begin one with “playbook translate {self.one.language} {self.one.kind.name}/{self.one.id}”."

    def _problem(self, line: int, column: int, field_name: str, message: str, fix: str) -> Problem:
        return Problem(self.path, line, column, field_name, message, fix, rule=RULE)

    def _laid(self, text: Text) -> tuple[Item | None, list[Problem]]:
        """The item in its language, or None, and what is wrong with it."""
        english, kind = self.english, self.one.kind
        laying = Laying(english.facts, text.document, self.path, self.one.language)
        document = laying.lay(kind.model, (BASED_ON,))
        problems = laying.problems + self._body_problems(text)
        model, found = validate(kind.model, document, self.path) if not problems else (None, [])
        problems += found
        if model is None:
            return None, problems
        is_own = self.path.startswith(f"{LOCAL}/")
        item = replace(
            english, file=TextFile(english.path, self.one.file.text), document=document, model=model,
            language=self.one.language, edit_path=self.path,
            origin="changed" if is_own and english.origin == "upstream" else english.origin,
            own_files=(*english.own_files, self.path) if is_own else english.own_files,
        )  # fmt: skip
        if kind.has_body:
            item = replace(item, body=text.body, body_line=text.body_line, outline=_anchored(text, english))
        return item, problems

    def _body_problems(self, text: Text) -> list[Problem]:
        """A text that is not there, or whose headings are others than those of the English."""
        if not self.one.kind.has_body:
            return []
        if not text.body.strip():
            return [
                self._problem(
                    text.body_line, 1, "", "There is no text below the facts.", "Write all of it, or take the file out."
                )
            ]
        theirs, ours = self.english.outline.headings, outline(text.body, text.body_line).headings
        for their, our in zip(theirs, ours, strict=False):
            if their.level != our.level:
                return [
                    self._problem(
                        our.line, our.column, "", f"This heading stands for “{cut(their.value)}”, which is one of level {their.level}.",
                        f"Begin it with “{'#' * their.level} ”: both languages have the same headings in the same order.",
                    )
                ]  # fmt: skip
        if len(theirs) == len(ours):
            return []
        more = theirs[len(ours)] if len(ours) < len(theirs) else ours[len(theirs)]
        if len(ours) < len(theirs):
            last = text.body_line + text.body.rstrip().count("\n")
            return [
                self._problem(
                    last,
                    1,
                    "",
                    f"The English goes on with the heading “{cut(more.value)}”.",
                    "Write this part as well.",
                )
            ]
        return [
            self._problem(
                more.line,
                more.column,
                "",
                f"The English has no part for the heading “{cut(more.value)}”.",
                "Take it out, or give both languages the same parts.",
            )
        ]

    def _citations(self, item: Item) -> list[Problem]:
        """Sources that one of the two languages cites and the other does not."""
        theirs, ours = _cited(self.english), _cited(item)
        missing, more = sorted(set(theirs) - set(ours)), sorted(set(ours) - set(theirs))
        found = []
        if missing:
            named = listed([f"[@{one}]" for one in missing])
            found.append(
                self._problem(
                    1,
                    1,
                    "",
                    f"The English cites {named}, and this does not.",
                    f"Write {named} where the same is said.",
                )
            )
        if more:
            named = listed([f"[@{one}]" for one in more])
            found.append(
                self._problem(
                    1,
                    1,
                    "",
                    f"This cites {named}, and the English does not.",
                    "Take it out, or cite it in English as well.",
                )
            )
        return found

    def _drifted(self, text: Text, said: str, now: str, is_shown: bool) -> None:
        mark = text.document.mark((BASED_ON,))
        whole = tuple(changes(self.english, text.document.value, text.body))
        self.done.drift.append(
            Drift(self.one.kind.name, self.one.id, self.path, mark.line, mark.column, said, now, whole)
        )
        happens = (
            "It is shown, and its page says so"
            if is_shown
            else "It does not fit any more, so the page shows the English"
        )
        self.done.problems.append(
            Problem(
                self.path, mark.line, mark.column, BASED_ON,
                f"The English of the {spoken(self.one.kind.name)} “{self.one.id}” has changed since this was translated. {happens}.",
                f"Read both with “playbook drift”, and change what differs. Then write “{BASED_ON}: {now}”.",
                level="warning", rule="translation-behind",
            )
        )  # fmt: skip


def _anchored(text: Text, english: Item) -> Outline:
    """The outline of a text, each heading under the anchor of its English: links lead to the same part in each language."""
    found = outline(text.body, text.body_line)
    pairs = zip(found.headings, english.outline.headings, strict=True)
    return replace(found, headings=[replace(our, anchor=their.anchor) for our, their in pairs])


def _cited(item: Item) -> list[str]:
    return [
        one
        for piece in item.pieces
        if piece.where or item.kind.has_body
        for spot in piece.outline.citations
        for one in spot.ids
    ]


def _unknown_language(one: Translation, known: Sequence[str]) -> Problem:
    others = [language for language in known if language != FIRST_LANGUAGE]
    if one.language == FIRST_LANGUAGE:
        return Problem(
            one.file.path, 1, 1, "", "English stands in the file without a language in its name.",
            f"Move these words to {one.known_as.rpartition('/')[2]}.", rule=RULE,
        )  # fmt: skip
    return Problem(
        one.file.path, 1, 1, "", f"The name says that this is in the language “{one.language}”, which the site does not have.",
        f"Name one of: {', '.join(others)}." if others
        else f"A language begins with the interface's words, theme/words/{one.language}.yml.", rule=RULE,
    )  # fmt: skip
