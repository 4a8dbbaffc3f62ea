"""What a renewal changes, in words: a line each, and the text of the pull request that proposes it."""

from ..words import Words
from .changes import Change

OUTCOMES = ("success", "failure", "unknown")
"""What the tests said with the new versions, in the words of the forges."""


def as_lines(changes: list[Change], words: Words) -> list[str]:
    """One line for each change: the package, from which version to which, and in which lock files."""
    return [
        words(
            f"renewal.{_kind(one)}",
            name=one.name,
            old=", ".join(one.old),
            new=", ".join(one.new),
            locks=", ".join(one.locks),
        )
        for one in changes
    ]


def as_body(changes: list[Change], licences: list[str], tests: str, words: Words) -> str:
    """The text of the pull request, in Markdown; nothing in it is of anybody else's choice but names and versions."""
    listed = "\n".join(f"- {line}" for line in as_lines(changes, words))
    missing = [words("renewal.licences", names=", ".join(licences))] if licences else []
    parts = [words("renewal.lead"), words(f"renewal.tests.{tests}"), listed, *missing, words("renewal.again")]
    return "\n\n".join(parts) + "\n"


def without_licence(changes: list[Change], licences: dict[str, object]) -> list[str]:
    """The packages that come to build the site and have no licence on the list yet."""
    return [one.name for one in changes if one.new and "site" in one.locks and one.name not in licences]


def _kind(change: Change) -> str:
    if change.old == change.new:
        return "files"
    return "changed" if change.old and change.new else "added" if change.new else "gone"
