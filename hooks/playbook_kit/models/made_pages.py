"""Pages that are made from other files, and which pages a council may leave out."""

import posixpath

from .kinds import SINGLE

GENERATED = (
    "objections/index.md",
    "arguments/index.md",
    "briefs/index.md",
    "playbook/index.md",
    "case-studies/index.md",
    "case-studies/compare.md",
    "templates/index.md",
    "do-and-dont.md",
    "do-and-dont/by-role.md",
    "sources.md",
    "topics.md",
    "whats-new.md",
    "needs-review.md",
    "contributors.md",
    "search.md",
    "my-case.md",
    "contribute/fields.md",
    "contribute/argument.md",
    "contribute/wording.md",
    "contribute/case-study.md",
    "contribute/correction.md",
    "contribute/use.md",
    "reuse/keys.md",
    "maintaining/messages.md",
)
"""By the path that a page in docs/ would have."""
MADE_SOMETIMES = ("local.md",)
"""Pages that are made where there is something to put on them."""

_LISTS = ("objections", "arguments", "playbook", "case-studies", "templates")


def _own_words(page: str) -> str:
    return f"Write your own words in local/pages/{page}.replace.md."


KEPT: dict[str, tuple[str, str]] = {
    "index": ("The home page cannot be hidden.", "Choose its parts with “home” in this file, or write local/pages/index.replace.md."),
    "accessibility": ("The law asks a public body for a page on accessibility, so it cannot be hidden.", _own_words("accessibility")),
    "privacy": ("The law asks you to say what you do with data, so the page on privacy cannot be hidden.", _own_words("privacy")),
    "licence": (
        "The words are lent on condition that the site names their licence, so its page cannot be hidden.",
        _own_words("licence"),
    ),
    "search": ("The search field of every page leads to “search”, so it cannot be hidden.", "Take the entry out."),
    "sources": ("Every citation leads to “sources”, so it cannot be hidden.", "Take the entry out."),
    **{
        name: (f"“{name}” lists all that you show of its kind, so it cannot be hidden.", "Hide single entries of it.")
        for name in _LISTS
    },
    **{
        kind.page: (f"“{kind.page}” is made from a file of its own kind.", f"Write “{kind.name}/{kind.only}”.")
        for kind in SINGLE.values()
    },
}  # fmt: skip
"""What a council cannot hide as a page, by its id: why not, and what to do instead."""


def page_id(uri: str) -> str:
    """The id by which a council names a page: `case-studies/index.md` → `case-studies`, `topics.md` → `topics`."""
    stem = uri.removesuffix(".md")
    return posixpath.dirname(stem) if posixpath.basename(stem) == "index" and "/" in stem else stem


MADE = {page_id(uri): uri for uri in (*GENERATED, *MADE_SOMETIMES)}
"""The path of each page that is made from other files, by its id."""
