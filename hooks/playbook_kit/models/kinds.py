"""The kinds of file that there are: where each lies, what it may say and where its page stands."""

from dataclasses import dataclass

from . import (
    Argument,
    BlockedList,
    CaseStudy,
    Chapter,
    Council,
    DecisionTree,
    Glossary,
    Model,
    Objection,
    OwnTerms,
    PlainWords,
    SelfCheck,
    SitePage,
    Source,
    Synonyms,
    Template,
    Tested,
    Tombstone,
    Uncited,
    UsedBy,
    Vocabulary,
)


@dataclass(frozen=True)
class Kind:
    """One kind of file.

    `folder` holds its files, whose names end in `ending`; `ignore` names what else lies there, `served` the
    endings of pictures and documents that are published as they are. `address` is the first
    part of its pages' addresses, or None if it has no page of its own. A kind of which there is one file alone names
    that file's id in `only`, and the last part of its page's address in `page`.
    """

    name: str
    folder: str
    ending: str
    model: type[Model]
    address: str | None = None
    ignore: tuple[str, ...] = ()
    served: tuple[str, ...] = ()
    only: str = ""
    page: str = ""

    @property
    def file(self) -> str:
        """The path of its one file, for a kind that has one and no more."""
        return f"{self.folder}/{self.only}{self.ending}"

    @property
    def place(self) -> str:
        """Where its files lie: their folder, or the one file that there is."""
        return self.file if self.only else f"{self.folder}/"

    @property
    def has_body(self) -> bool:
        """Whether its files are Markdown with facts at the top, rather than YAML alone."""
        return self.ending == ".md"


VOCABULARY_PATH = "playbook/vocabulary.yml"
UNCITED_PATH = "playbook/uncited.yml"
PLAIN_WORDS_PATH = "playbook/plain-words.yml"
SYNONYMS_PATH = "playbook/synonyms.yml"
USED_BY_PATH = "playbook/used-by.yml"
TESTED_PATH = "playbook/tested.yml"
# The lists of which there is one file each.
LISTS: dict[str, tuple[str, type[Model]]] = {
    "vocabulary": (VOCABULARY_PATH, Vocabulary),
    "uncited": (UNCITED_PATH, Uncited),
    "plain-words": (PLAIN_WORDS_PATH, PlainWords),
    "synonyms": (SYNONYMS_PATH, Synonyms),
    "used-by": (USED_BY_PATH, UsedBy),
    "tested": (TESTED_PATH, Tested),
}

# Nothing in these can run in a reader's browser.
SERVED = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".pdf", ".csv")

KINDS = {
    kind.name: kind
    for kind in (
        Kind("argument", "playbook/arguments", ".yml", Argument, "arguments"),
        Kind("objection", "playbook/objections", ".yml", Objection, "objections"),
        Kind("source", "playbook/sources", ".yml", Source),
        Kind(
            "chapter", "playbook", ".md", Chapter, "playbook",
            ignore=(
                *(
                    f"playbook/{name}"
                    for name in ("arguments", "objections", "sources", "templates", "tombstones", "tools", "glossary.yml")
                ),
                *(path for path, _ in LISTS.values()),
            ),
        ),
        Kind("template", "playbook/templates", ".md", Template, "templates"),
        Kind("case-study", "case_studies", ".md", CaseStudy, "case-studies"),
        Kind("decision-tree", "playbook/tools", ".yml", DecisionTree, "", only="should-i-reply", page="should-i-reply"),
        Kind("self-check", "playbook/tools", ".yml", SelfCheck, "", only="self-check", page="where-are-you-now"),
        Kind("blocked", "playbook/tools", ".yml", BlockedList, "", only="blocked", page="what-is-blocked"),
        Kind("glossary", "playbook", ".yml", Glossary, "", only="glossary", page="glossary"),
        Kind("page", "docs", ".md", SitePage, "", served=SERVED),
        Kind("tombstone", "playbook/tombstones", ".yml", Tombstone),
    )
}  # fmt: skip

TOOLS_FOLDER = "playbook/tools"

SINGLE = {name: kind for name, kind in KINDS.items() if kind.only}
"""The kinds of which there is one file each."""

SCHEMAS: dict[str, type[Model]] = {
    **{name: kind.model for name, kind in KINDS.items()},
    **{name: model for name, (_, model) in LISTS.items()},
    "council": Council,
    "terms": OwnTerms,
}
