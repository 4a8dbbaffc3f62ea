"""Runs of eight words as salted hashes: enough to recognise a sentence from a text that is not here, not to read it."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

LENGTH = 8
DIGEST_BYTES = 6  # among some 100,000 runs, one in ten million is taken for another's by chance
HEADER = "# Salted hashes of every eight words in a row of the seeds, made by tests/wording/hash_seeds.py"
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class HashedRuns:
    """The runs of some texts: the salt, and their hashes."""

    salt: bytes
    hashes: frozenset[str]

    def __contains__(self, run: tuple[str, ...]) -> bool:
        """Whether a run is one of theirs."""
        return digest(run, self.salt) in self.hashes


def words_of(text: str) -> list[tuple[str, int]]:
    """The words of a text in small letters, signs left out, each with its position."""
    return [(match[0].lower().replace("’", "'"), match.start()) for match in _WORD.finditer(text)]


def runs(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Every eight words in a row."""
    return (tuple(words[at : at + LENGTH]) for at in range(len(words) - LENGTH + 1))


def digest(run: tuple[str, ...], salt: bytes) -> str:
    """The shortened hash of a run."""
    return hashlib.blake2b(" ".join(run).encode(), digest_size=DIGEST_BYTES, salt=salt).hexdigest()


def hashed(texts: Iterable[str], salt: bytes) -> HashedRuns:
    """The hashes of every run in some texts."""
    found = {digest(run, salt) for text in texts for run in runs([word for word, _ in words_of(text)])}
    return HashedRuns(salt, frozenset(found))


def write_runs(path: Path, found: HashedRuns) -> None:
    """Write hashes to a file, sorted, one to a line, after the salt."""
    lines = [HEADER, f"salt {found.salt.hex()}", *sorted(found.hashes)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_runs(path: Path) -> HashedRuns:
    """Read hashes from a file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return HashedRuns(bytes.fromhex(lines[1].removeprefix("salt ")), frozenset(lines[2:]))
