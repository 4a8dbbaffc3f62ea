"""Every kind of message, in groups by what a contributor is at work on when she meets it, and why each is there."""

from .rules import RULES

GROUPS: dict[str, tuple[str, ...]] = {
    "files": (
        "address-taken", "empty", "encoding", "file-ending", "file-name", "file-place", "file-size", "folder-depth",
        "front-matter", "hidden-character", "linked-file", "readme", "unreadable",
    ),
    "yaml": (
        "duplicate-key", "yaml", "yaml-after-bracket", "yaml-after-quote", "yaml-alias", "yaml-backslash", "yaml-bracket",
        "yaml-character", "yaml-colon", "yaml-colon-missing", "yaml-colon-space", "yaml-dash", "yaml-depth",
        "yaml-documents", "yaml-fold", "yaml-hyphen", "yaml-hyphen-space", "yaml-indent", "yaml-key", "yaml-quote",
        "yaml-remark", "yaml-space", "yaml-tab", "yaml-tag",
    ),
    "fields": (
        "blank", "missing", "not-a-date", "not-a-group", "not-a-list", "not-a-number", "not-text", "not-true-or-false",
        "too-large", "too-long", "too-many-words", "too-short", "too-small", "unknown-choice", "unknown-field", "wrong-form",
    ),
    "sources": ("citation", "claim-undated", "review-due", "uncited-claim", "uncited-source"),
    "text": (
        "chapter-pattern", "heading", "html", "pasted", "placeholder", "plain-words", "reference", "structure",
        "template-clause",
    ),
    "ids": (
        "id-of-two", "id-twice", "link", "search-words", "spelling-twice", "term-twice", "tombstone", "tool", "unanswered",
        "unknown-id", "used-by", "withdrawn", "wording-twice",
    ),
    "pictures": ("alternative-text", "brand", "council-assets", "council-font", "local-asset"),
    "council": (
        "based-on", "council-site", "drift", "hiding", "local-empty", "local-name", "local-orphan", "local-stray",
        "local-terms", "local-text", "local-upstream", "local-words",
    ),
    "languages": ("translation", "translation-behind", "words-unread"),
}  # fmt: skip
"""The names of the kinds in each group. What a group is called stands among the interface's words."""

WHYS: dict[str, str] = {
    "based-on": "Without it nobody would learn that the playbook's wording has changed below the council's.",
    "drift": "Advice or law may have changed since the council wrote its own words.",
    "duplicate-key": "Of two lines with one name the program would keep the last and drop the first without a word.",
    "empty": "A file without fields has nothing to show.",
    "encoding": "Letters with accents, £ and dashes would turn into other signs on the site.",
    "file-ending": "Nothing reads a file with another ending, so its words would be missing without a word.",
    "file-name": "The name becomes an address, which people type, read out and keep.",
    "file-place": "Nothing reads a file in another place, so its words would be missing without a word.",
    "file-size": "A file of this size is a slip, and would slow every check down.",
    "folder-depth": "Folders as deep as this are a slip, and their addresses cannot be read.",
    "front-matter": "What stands between the two lines of three hyphens tells the site what the page is.",
    "hidden-character": "What nobody sees nobody can mend, and no search finds the word that has it.",
    "linked-file": "A link on one computer leads nowhere on another, or to what nobody meant to publish.",
    "local-asset": "Anybody can fetch what lies here, so it is what it says and can do nothing.",
    "local-empty": "A file that changes nothing was meant to change something.",
    "local-name": "A file whose name nothing knows would change nothing, in silence.",
    "local-orphan": "A change to something that is not there would be lost, in silence.",
    "local-stray": "A file that nothing reads would change nothing, in silence.",
    "local-terms": "Without an id no one could say which term is changed.",
    "local-text": "Nobody could tell whether a text is to stand before, after or in place of the playbook's.",
    "local-upstream": "The folder local/ is a council's alone: a file of the playbook's there would stand in its way.",
    "local-words": "A word of the interface that does not fit would leave a hole on every page.",
    "missing": "Each page of a kind shows the same things, and this one would have a hole.",
    "not-a-date": "Days are compared and written out, so each is written in one way.",
    "not-a-group": "Several things are said under this name, each in a field of its own.",
    "not-a-list": "There may be one or several, so they are always written as a list.",
    "not-a-number": "The program counts with it.",
    "not-text": "Without quotation marks some words and figures are read as something else than text.",
    "not-true-or-false": "There are two answers here, and one way to write each.",
    "readme": "A README is for those who work on the files, and would become a page.",
    "term-twice": "Of two with one id, what names it would mean either.",
    "too-large": "A number of this size is a slip.",
    "too-long": "The limit keeps it short enough to say, to read or to print.",
    "too-many-words": "The limit keeps it short enough to read at a glance or to fit on one side of A4.",
    "too-short": "Fewer would not do what the list is for.",
    "too-small": "A number of this size is a slip.",
    "translation": "In both languages the page says the same, in the same order, from the same sources.",
    "translation-behind": "A reader should know that the English says something newer.",
    "unknown-choice": "Pages, lists and counts know these choices, and no other.",
    "unknown-field": "A field with a name that nothing knows would be left out in silence.",
    "unreadable": "What cannot be read cannot be checked or shown.",
    "words-unread": "Words that nobody has read who speaks the language may say something else.",
    "wrong-form": "A web address, an id, a colour or the name of a file works in one form alone.",
    "yaml": "The line cannot be read, in a way that no other message names.",
    "yaml-after-bracket": "A text that begins with a bracket is read as a list, which ends at the other bracket.",
    "yaml-after-quote": "A text that begins with a quotation mark ends at the next one.",
    "yaml-alias": "These signs repeat parts of a file, which could make a small file endless.",
    "yaml-backslash": "A backslash between these quotation marks changes the letter after it.",
    "yaml-bracket": "A text that begins with a bracket is read as a list.",
    "yaml-character": "Some signs at the beginning of a text are kept for other uses.",
    "yaml-colon": "A colon and a space part a field from its text, so a second one would begin another field.",
    "yaml-colon-missing": "A colon and a space part a field from its text.",
    "yaml-colon-space": "A colon and a space part a field from its text.",
    "yaml-dash": "An entry that is indented too far would become part of the one above, without a word.",
    "yaml-depth": "Nothing here is as deep as this: a bracket or a space is too many.",
    "yaml-documents": "What follows such a line would be left out.",
    "yaml-fold": "A text that is spread over lines begins on a line of its own.",
    "yaml-hyphen": "A hyphen and a space begin an entry of a list.",
    "yaml-hyphen-space": "A hyphen and a space begin an entry of a list.",
    "yaml-indent": "The spaces at the beginning of a line say what it belongs to.",
    "yaml-key": "Brackets at the beginning of a text are read as a list or as fields.",
    "yaml-quote": "All that follows would belong to this text, up to the next quotation mark.",
    "yaml-remark": "What stands after a # is for whoever reads the file, and is not shown.",
    "yaml-space": "It looks like a space and is read as a letter.",
    "yaml-tab": "The spaces at the beginning of a line say what it belongs to, and a tab has no fixed width.",
    "yaml-tag": "This sign would make something else of the text.",
}
"""Why there is each kind that is not a rule over the whole content; those say it themselves."""


def whys() -> dict[str, str]:
    """Every kind of message with the sentence that says why it is there."""
    return {**WHYS, **{rule.name: rule.why for rule in RULES}}
