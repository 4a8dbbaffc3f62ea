"""Words as they are looked up. The browser does the same to a query (theme/components/search/, tokenise.mjs and stems.mjs)."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from snowballstemmer import stemmer

STEMMERS = {"en": "english"}
"""The Snowball stemmer of each language that has one; the words of all others stay as they are."""
_CONTRACTED = re.compile(r"['`](?:s|d|m|ll|re|ve)?(?![^\W_])")
_PLAIN = str.maketrans("’“”–—…", "'     ")
"""Signs that most texts have, so that most texts are ASCII without them."""
_IT = re.compile(r"(?<![^\W_])IT(?![^\W_])")
"""A department, wherever not all of the text is in capitals."""
_WORD = re.compile(r"[^\W_]+")
_ISE = re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|able|ation|ations)$)")
_APART = re.compile(r"^(?:accessib|authorit|experienc|importan|morale|officer|parking|personal|publicit|several)")
"""Words that begin so have this beginning as their stem. The stemmer takes them for access, author, experiment, import,
moral, office, park, person, public and severe.
"""
_OUR = re.compile(r"(?<=[a-z]{3})our(?=(?:s|ed|ing|able|ite|al|er|ers|hood)?$)")


def tokenise(text: str) -> list[str]:
    """The words of a text: small letters without accents, without the ends of “it’s”, “they’ll” and the like."""
    named = _IT.sub("ICT", text) if "IT" in text and text != text.upper() else text
    plain = named.translate(_PLAIN).lower()
    if not plain.isascii():
        parts = unicodedata.normalize("NFD", plain)
        plain = "".join(letter for letter in parts if letter.isascii() or unicodedata.category(letter)[0] != "M")
    return _WORD.findall(_CONTRACTED.sub("", plain.replace("n't", "nt")))


@cache
def stem_of(language: str) -> Callable[[str], str]:
    """The function that gives the stem of a word; British and American spellings have one."""
    if language not in STEMMERS:
        return str
    snowball = stemmer(STEMMERS[language])

    @cache
    def stem(word: str) -> str:
        apart = _APART.match(word)
        return apart[0] if apart else snowball.stemWord(_OUR.sub("or", _ISE.sub("iz", word)))

    return stem
