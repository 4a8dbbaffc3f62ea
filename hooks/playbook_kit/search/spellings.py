"""Which words there are, found by what a slip of one letter leaves: the first two letters, or the last two."""

from collections import defaultdict
from collections.abc import Mapping

SHORTEST = 4
"""Shorter words are never taken for what was meant."""


def spellings(counts: Mapping[str, int]) -> dict[str, str]:
    """The words by their first two letters and length, and by their last two; the commonest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in sorted(counts, key=lambda word: (-counts[word], word)):
        if len(word) >= SHORTEST and word.isalpha():
            for key in (f"^{word[:2]}{len(word)}", f"${word[-2:]}{len(word)}"):
                found[key].append(word)
    return {key: " ".join(words) for key, words in found.items()}
