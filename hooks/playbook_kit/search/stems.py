"""Words as they are looked up. The browser does the same to a query (theme/components/search/stems.mjs)."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from snowballstemmer import stemmer

STEMMERS = {"en": "english"}
"""The Snowball stemmer of each language that has one; the words of all others stay as they are."""
_CONTRACTED = re.compile(r"[’'`](?:s|d|m|ll|re|ve)?(?![^\W_])")
_IT = re.compile(r"(?<![^\W_])IT(?![^\W_])")
"""A department, wherever not all of the text is in capitals."""
_BETWEEN = re.compile(r"[\W_]+")
_ISE = re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|able|ation|ations)$)")
_OUR = re.compile(r"(?<=[a-z]{3})our(?=(?:s|ed|ing|able|ite|al|er|ers|hood)?$)")


def tokenise(text: str) -> list[str]:
    """The words of a text: small letters without accents, without the ends of “it’s”, “they’ll” and the like."""
    named = text if text == text.upper() else _IT.sub("ICT", text)
    plain = unicodedata.normalize("NFD", named.lower().replace("n’t", "nt").replace("n't", "nt"))
    plain = "".join(letter for letter in plain if unicodedata.category(letter)[0] != "M")
    return [word for word in _BETWEEN.split(_CONTRACTED.sub("", plain)) if word]


@cache
def stem_of(language: str) -> Callable[[str], str]:
    """The function that gives the stem of a word; British and American spellings have one."""
    if language not in STEMMERS:
        return str
    snowball = stemmer(STEMMERS[language])

    @cache
    def stem(word: str) -> str:
        return snowball.stemWord(_OUR.sub("or", _ISE.sub("iz", word)))

    return stem
