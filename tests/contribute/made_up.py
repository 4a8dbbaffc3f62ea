"""Answers made up by chance, the same ones each time: right, nearly right and wrong, with what people really paste."""

import random
from collections.abc import Mapping

from answers import GOOD, NEW_SOURCE
from playbook_kit.contribute.forms import field_named, form_named, names

WORDS = (
    "staff",
    "post",
    "the",
    "letter",
    "council’s",
    "“trust”",
    "isn't",
    "ŵyth",
    "café",
    "e.g.",
    "St. Mary",
    "Dr. Jones",
    "A.",
    "wait...",
    "Really?",
    "Yes!",
    "no",
    "GDPR",
    "and/or",
    "24/7",
    "£20",
    "90%",
    "828",
    "2012",
    "in 2012",
    "14 March 2012",
    "1,500",
    "3.5",
    "week 3",
    "5 days",
    "12:30",
    "9.30am",
    "999",
    "01437 764551",
    "hundreds",
    "one in three",
    "half of",
    "Equality Act 2010",
    "section 21",
    "the Data Protection Act",
    "FOIA",
    "FOIA officer",
    "per cent",
    "We found",
    "Suppose",
    "For example, if",
    "ten",
    "10",
    "12",
    "no. 5",
    "[@acas-policy]",
    "[@nobody]",
    "[@acas-policy; @nobody]",
    "(our advice)",
    "[words](https://x.example/a)",
    "[x][y]",
    "[^1]",
    "![p](q)",
    "<b>",
    "</p>",
    "<!-- x -->",
    "<https://x.example>",
    "&amp;",
    "{{ council.name }}",
    "{: .x }",
    "`code`",
    "**bold**",
    "_so_",
    "~~no~~",
    "C:\\temp",
    "a|b",
    "javascript:alert(1)",
    "=SUM(A1)",
    "@home",
    "#tag",
    "FILL IN",
    "👩‍👩‍👧",
    "naïve",
    "日本",
    "²",
    "½",
    "٣٤",
    "i.e.",
    "No. 7",
)
BREAKS = (" ",) * 30 + (
    "\n",
    "\n\n",
    "\r\n",
    "\n- ",
    "\n\n- ",
    "\n1. ",
    "\n2. ",
    "\n# ",
    "\n> ",
    "\n---\n",
    "\n===\n",
    "\t",
    "\u00a0",
    "\u00ad",
    "\u200b",
    "  ",
    "\u2028",
    "\x0b",
    "\n• ",
    ". ",
    ".\n",
    "; ",
    "\n* ",
    "\n+ ",
    "\n    ",
    "\n```\n",
    "\n~~~\n",
    "\n: ",
    "\n\n\n",
)
WHOLE = (
    "“All of it”",
    "‘all’\n“of” it",
    "“one”\n“two”",
    "„ so “",
    "a\u200cb",
    "",
    " ",
    "\n",
    "no",
    "null",
    "2026-11-21",
    "\ufffd",
    "x\x00y",
    "'",
    '"',
    '"two\nlines ""here"""',
    "- one",
    "FILL IN",
    "---",
    "a" * 161,
    "b " * 90,
    "w" * 300,
    "日本 " * 70,
    "=1+1",
    "http://",
    "www.gov.uk/x",
    "https://a b",
    "HTTPS://X.EXAMPLE",
    "ftp://x.example",
    "gov.uk",
    "see website",
    "mailto:a@b.example",
    "https://x.example/“a”",
    "Nobody reads it",
    "people will SKIVE!",
    "\ud800x",
    "⁰¹²",
    "ﬁne",
    "constructor",
    "__proto__",
    "Acas: social media in the workplace!",
    "www.acas.org.uk/social-media",
    "Cyngor Tref Unman",
    "CYNGOR  TREF unman",
)


def text(chance: random.Random) -> str:
    """A text of a few words, or of too many."""
    many = chance.choice((3, 8, 8, 20, 20, 50, 70, 95, 140))
    return "".join(chance.choice(WORDS) + chance.choice(BREAKS) for _ in range(chance.randrange(1, many)))


def answers(form_name: str, chance: random.Random, choices: Mapping[str, list[str]]) -> dict[str, str]:
    """Right answers of which some are replaced; `choices` gives what can be chosen, by the kind of thing."""
    form = form_named(form_name)
    given = dict(GOOD[form_name])
    if form_name == "argument" and chance.random() < 0.3:
        given |= NEW_SOURCE
    known = list(names(form))
    for _ in range(chance.choice((0, 1, 1, 1, 2, 3, 6))):
        key = chance.choice(known)
        one, _ = field_named(form, key)
        options = list(one.choices) or choices.get(one.ref, [])
        if one.control == "choices":
            given[key] = "\n".join(option for option in options if chance.random() < 0.4)
        elif one.control == "yes-no":
            given[key] = chance.choice(("true", "false", ""))
        elif one.ref == "source":  # typed, where all else that is chosen is chosen from a list
            given[key] = chance.choice(["", *options, *WHOLE])
        elif one.control == "choice":
            given[key] = chance.choice(["", *options])
        else:
            given[key] = chance.choice(WHOLE) if chance.random() < 0.3 else text(chance)
    return given
