"""A playbook of any size, grown from the real one: `.venv/bin/python bench/corpus.py FOLDER --pages 1000`.

Every item comes again under another id, in another made-up place and with other words of the same length, so that no
text is there twice; links, citations and references lead to items of the same or of another copy. What comes out has
the length and the links of the real content and passes its own checks. The same seed gives the same bytes.
"""

import argparse
import random
import re
import shutil
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "hooks"))

from playbook_kit.content import Content, Item, load  # noqa: E402 (its folder is added above)
from playbook_kit.models.kinds import KINDS, UNCITED_PATH  # noqa: E402
from playbook_kit.read.claims import claims  # noqa: E402

PARTS = ("hooks", "theme", "docs", "playbook", "case_studies", "mkdocs.yml", "VERSION", "CHANGELOG.md")
GROWN = ("argument", "objection", "chapter", "template", "case-study")
PAGES_OF = {"objection": 2}
"""An objection has a brief besides its own page."""
ALWAYS = """about advice answers carries could drawn example found imagine looked might never officer reading shall should suggested suppose
their there these those whether where which whose would""".split()
"""Words that stay: the checks read something out of them."""
SYLLABLES = ("ba", "cor", "dun", "el", "fen", "gor", "hal", "ing", "kel", "lor", "mar", "nor", "pen", "ros", "ster", "wick")
CROSSED = 0.2
"""How many references lead to another copy."""
_KEPT = re.compile(r"\[@[^\]]*\]|\*\*[^*]*\*\*|\]\([^)]*\)|\{[^}]*\}|<[^>]*>|`[^`]*`|\(our advice[^)]*\)|https?://\S+|[Dd]o not\b")
_WORD = re.compile(r"(?<![\w'’-])[a-z]{5,9}(?![\w'’-])")
_LINKED = re.compile(r"(?<=\]\()([^)#]*?)([a-z0-9-]+)(\.md|\.yml)")


class _Dumper(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):
    """Writes no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        """Every value stands for itself."""
        return True


class Corpus:
    """Grows the real content; `counts` says how many items of each kind there are to be."""

    def __init__(self, seed: int, counts: dict[str, int]):
        self.content = load(ROOT)
        self.seed, self.counts = seed, counts
        self.base = {kind: self.content.of(kind) for kind in (*GROWN, "source")}
        self.words = _words_to_swap(self.content)
        self.numbers = {kind: {item.id: at for at, item in enumerate(items)} for kind, items in self.base.items()}
        self.swaps: dict[int, dict[str, str]] = {}

    def write(self, root: Path) -> Path:
        """Write the playbook to a new folder; gives the folder."""
        root.mkdir(parents=True)
        for name in PARTS:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
            options = {"ignore": shutil.ignore_patterns("__pycache__")} if (ROOT / name).is_dir() else {}
            copy(ROOT / name, root / name, **options)
        exceptions = []
        for kind, items in self.base.items():
            for number in range(len(items), self.counts[kind]):
                copy, at = divmod(number, len(items))
                path = self._write_copy(root, items[at], copy)
                exceptions += self._exceptions(items[at], path, copy)
        said = yaml.safe_load((root / UNCITED_PATH).read_text(encoding="utf-8"))
        said["exceptions"] += exceptions
        (root / UNCITED_PATH).write_text(_dump(said), encoding="utf-8")
        return root

    def _write_copy(self, root: Path, item: Item, copy: int) -> str:
        chance = random.Random(f"{self.seed} {item.kind.name} {item.id} {copy}")
        facts = yaml.safe_load(_dump(item.facts))
        for leaf in item.leaves:
            if not isinstance(leaf.value, str):
                continue
            if leaf.ref in self.base:
                _set(facts, leaf.where, self._other_id(leaf.ref, leaf.value, copy, chance if leaf.where[0] != "answers" else None))
            elif leaf.is_prose or leaf.where[-1] in ("title", "url") or leaf.where[0] == "heard_as":
                _set(facts, leaf.where, self._told(leaf.where, leaf.value, copy, chance))
        facts.pop("one_of_the_twenty", None)
        facts.pop("formerly", None)
        name = f"{item.id}-{_place(copy).lower()}"
        path = f"{item.kind.folder}/{name}{item.kind.ending}"
        text = _dump(facts)
        if item.kind.has_body:
            text = f"---\n{text}---\n\n{self._text(item.body, copy, chance)}"
        (root / path).write_text(text, encoding="utf-8", newline="\n")
        return path

    def _told(self, where: tuple, value: str, copy: int, chance: random.Random) -> str:
        if where[-1] == "url":
            return f"{value}{'&' if '?' in value else '?'}copy={_place(copy).lower()}"
        if where[-1] == "title":
            return f"{value} in {_place(copy)}"
        text = self._text(value, copy, chance)
        return f"{text.rstrip('.!?')} in {_place(copy)}" if where[0] == "heard_as" else text

    def _text(self, text: str, copy: int, chance: random.Random) -> str:
        """The text with other words, and with citations and links that lead to copies."""
        text = self._swapped(text, copy)
        text = re.sub(r"\[@[^\]]*\]", lambda match: re.sub(
            r"(@|; )([a-z0-9][a-z0-9-]*)(?=[;\]])", lambda one: one[1] + self._cited(one[2], copy, chance), match[0]), text)
        return _LINKED.sub(lambda one: one[1] + self._linked(one[2], one[1], copy) + one[3], text)

    def _swapped(self, text: str, copy: int) -> str:
        swap = self.swaps.get(copy) or self.swaps.setdefault(copy, _swap(self.words, f"{self.seed} {copy}"))
        parts, last = [], 0
        for kept in _KEPT.finditer(text):
            parts += [_exchange(text[last : kept.start()], swap), kept[0]]
            last = kept.end()
        return "".join([*parts, _exchange(text[last:], swap)])

    def _cited(self, source: str, copy: int, chance: random.Random) -> str:
        return self._other_id("source", source, copy, chance)

    def _linked(self, name: str, before: str, copy: int) -> str:
        for kind in GROWN:
            folder = KINDS[kind].folder.rpartition("/")[2]
            is_here = folder in before if folder not in ("playbook", "case_studies") else "/" not in before.strip("./")
            if name in self.numbers[kind] and is_here:
                return self._other_id(kind, name, copy, None)
        return name

    def _other_id(self, kind: str, name: str, copy: int, chance: random.Random | None) -> str:
        """The id that stands for another in a copy: that of the same copy, or now and then of any."""
        at = self.numbers[kind].get(name)
        if at is None:
            return name
        if chance and chance.random() < CROSSED:
            copy = chance.randrange(copy + 1)
        while copy and copy * len(self.base[kind]) + at >= self.counts[kind]:
            copy -= 1
        return f"{name}-{_place(copy).lower()}" if copy else name

    def _exceptions(self, item: Item, path: str, copy: int) -> Iterator[dict[str, str]]:
        listing = self.content.uncited
        for one in listing.model.exceptions if listing else ():
            if one.path == item.path:
                yield {"path": path, "text": self._swapped(one.text, copy), "reason": one.reason}


def counts_for(pages: int = 0, arguments: int = 0) -> dict[str, int]:
    """How many items of each kind make a playbook of so many pages, or of so many arguments and else as it is."""
    content = load(ROOT)
    now = {kind: len(content.of(kind)) for kind in (*GROWN, "source")}
    if arguments:
        return {**now, "argument": arguments}
    made = sum(number * PAGES_OF.get(kind, 1) for kind, number in now.items() if kind != "source")
    fixed = _real_pages() - made
    counts = {kind: max(number, round(number * (pages - fixed) / made)) for kind, number in now.items()}
    counts["argument"] += max(0, pages - fixed - sum(counts[kind] * PAGES_OF.get(kind, 1) for kind in GROWN))
    return counts


def _real_pages() -> int:
    import datetime

    from playbook_kit.plan import make_plan

    return len(make_plan(ROOT, datetime.date(2026, 11, 21)).pages)


def _words_to_swap(content: Content) -> list[list[str]]:
    """Common words in small letters, grouped by length: any of a group may stand for any other. None claims anything."""
    found: Counter[str] = Counter()
    for item in content.items:
        if item.kind.name in GROWN:
            found.update(_WORD.findall(_KEPT.sub(" ", item.file.text)))
    plain = {word.word for word in content.plain_words.model.words} if content.plain_words else set()
    groups: dict[int, list[str]] = defaultdict(list)
    for word, times in sorted(found.items()):
        if times >= 12 and word not in ALWAYS and word not in plain and not any(claims(f"The {word} of it is here.")):
            groups[len(word)].append(word)
    return [groups[length] for length in sorted(groups)]


def _swap(groups: list[list[str]], seed: str) -> dict[str, str]:
    chance, swap = random.Random(seed), {}
    for group in groups:
        swap |= dict(zip(group, chance.sample(group, len(group)), strict=True))
    return swap


def _exchange(text: str, swap: dict[str, str]) -> str:
    lines = text.split("\n")
    return "\n".join(
        line if line.startswith("#") else _WORD.sub(lambda match: swap.get(match[0], match[0]), line) for line in lines
    )


def _place(copy: int) -> str:
    """The name of a place that is not there, another one for each copy."""
    name, left = "", copy
    while True:
        left, at = divmod(left, len(SYLLABLES))
        name += SYLLABLES[at]
        if not left:
            return f"{name}ham".capitalize()


def _set(facts: Any, where: tuple, value: Any) -> None:
    for step in where[:-1]:
        facts = facts[step]
    facts[where[-1]] = value


def _dump(value: Any) -> str:
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


def main() -> None:
    """Write one corpus."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("folder", type=Path)
    asked.add_argument("--pages", type=int, default=0)
    asked.add_argument("--arguments", type=int, default=0)
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    counts = counts_for(options.pages, options.arguments)
    Corpus(options.seed, counts).write(options.folder)
    print(", ".join(f"{number} of {kind}" for kind, number in counts.items()))


if __name__ == "__main__":
    main()
