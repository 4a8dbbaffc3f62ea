"""Words that mean the same here: each group of them is looked up under a key of its own."""

from collections.abc import Callable, Iterable, Sequence

MARK = "="
"""A group's key begins with this, which no word does."""


class Concepts:
    """The groups, ready to be found in a row of stems; several words may be one of them."""

    def __init__(self, groups: Iterable[Sequence[str]], words_of: Callable[[str], list[str]]):
        self.phrases: dict[str, list[int]] = {}
        for number, group in enumerate(groups):
            for words in group:
                of = self.phrases.setdefault(" ".join(words_of(words)), [])
                if number not in of:
                    of.append(number)
        self._longest: dict[str, int] = {}
        """How many words the longest phrase has that begins with a word."""
        for phrase in self.phrases:
            first, more = phrase.partition(" ")[0], phrase.count(" ") + 1
            self._longest[first] = max(more, self._longest.get(first, 0))

    def keys(self, stems: Sequence[str]) -> list[str]:
        """The key of each group that a row of stems holds, as often as it does."""
        found: list[int] = []
        longest, phrases = self._longest, self.phrases
        for start, stem in enumerate(stems):
            if stem in longest:
                found += phrases.get(stem, ())
                for length in range(2, min(longest[stem], len(stems) - start) + 1):
                    found += phrases.get(" ".join(stems[start : start + length]), ())
        return [f"{MARK}{number}" for number in found]
