"""Pages of a realistic size, as many as wanted, made from the words of the real ones. The same every time.

Each page has a title, a sentence that leads in and ten sections, some 600 words in all. Words follow each other as they do
in the playbook, and as in real text there are ever new ones, such as names: the more pages, the more of them.
"""

import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from playbook_kit.search import Record, Section

SEED = 20261121
SECTIONS = 10
WORDS = (45, 75)
"""How many words a section has, at least and at most."""
NEW = 0.0015
"""How often a word is one that no page has had."""
NAMED = 0.02
"""How often a word is a name that an earlier page had."""
SOUNDS = ("ba", "cor", "den", "el", "fa", "gri", "hal", "ing", "jo", "ker", "lo", "mer", "nor", "os", "pen", "ril", "sto", "tor", "ul", "wick")


@dataclass(frozen=True)
class MadePage:
    """A page: its title, its lead, and its sections with heading and text."""

    title: str
    lead: str
    sections: list[tuple[str, str]]

    def record(self, number: int) -> Record:
        """The page as the search takes it."""
        sections = [Section(text, heading, f"part-{place}") for place, (heading, text) in enumerate(self.sections)]
        return Record("chapter", self.title, f"playbook/page-{number}/", self.lead, [], sections)


def make_pages(count: int, texts: Sequence[str]) -> list[MadePage]:
    """So many pages from the words of these texts."""
    chance = random.Random(SEED)
    after: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        for word, following in pairwise(text.split()):
            after[word].append(following)
    starts = sorted(word for word in after if word[0].isupper())
    names: list[str] = []
    return [_page(chance, after, starts, names) for _ in range(count)]


def _page(chance: random.Random, after: dict[str, list[str]], starts: list[str], names: list[str]) -> MadePage:
    def words(count: int) -> str:
        word = chance.choice(starts)
        row = [word]
        while len(row) < count:
            drawn = chance.random()
            if drawn < NEW:
                names.append("".join(chance.choice(SOUNDS) for _ in range(chance.randint(2, 4))).title())
                row.append(names[-1])
            elif drawn < NEW + NAMED and names:
                # Names of long ago are met most.
                row.append(names[int(len(names) * chance.random() ** 3)])
            word = chance.choice(after.get(word) or starts)
            row.append(word)
        return " ".join(row)

    sections = [(words(4), words(chance.randint(*WORDS)) + ".") for _ in range(SECTIONS)]
    return MadePage(words(5), words(14) + ".", sections)
