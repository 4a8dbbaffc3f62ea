"""What in a sentence somebody could look up elsewhere: a law, a sum of money, a share, a date, a figure.

Two kinds are told apart, because advice is full of numbers that are our own. What is *firm* always comes from outside:
laws by name or by their parts, money, percentages, years and days, and figures from a thousand up. What is *loose* may
be our own advice (“reply within 48 hours”, “ask 20 people”) and counts as a claim only where no advice is given:

- figures from ten up, smaller ones that measure time (“5 working days”), and times of day to the minute,
- hundreds, thousands and millions in words, fractions (“a tenth of”) and ratios (“one in three”),
- laws by their initials, which also name the officers who deal with them.

Never counted: smaller numbers in words or figures (“two people”, “twice a year”), the numbers of lists, steps,
weeks, pages and versions, whole hours of a day, “24/7”, and the telephone numbers 999, 112, 111, 101 and those that
begin with 0.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# Words that begin a sentence and no name.
_UNNAMED = (
    "(?:The|This|That|These|Those|An?|Each|Every|No|Any|Which|Both|Its|Our|Your|Under|In|By|See|Since|And|But|If)"
)
_LAW = re.compile(
    rf"\b(?:(?!{_UNNAMED}\b)[A-Z][\w’'-]*(?:,| \([^()]{{1,40}}\))? "
    r"(?:(?:of|and|the|for|in|to|on|etc\.) ){0,2}){1,12}"
    r"(?:Acts?|Regulations?|Order|Measure|Directive|Convention)\b(?: \([^()]{1,40}\))?(?: (?:19|20)\d\d)?"
    r"|\b(?:[Aa]rticle|[Ss]ection|[Ss]chedule|[Rr]egulation|[Pp]aragraph)s? \d+[A-Z]{0,2}(?:\.\d+)*(?:\(\w+\))*"
    r"|\b(?:UK )?GDPR\b"
)
_MONEY = re.compile(r"[£$€] ?\d[\d,.]*\d|[£$€] ?\d|\b\d[\d,.]* (?:pounds|pence|dollars|euros)\b")
_SHARE = re.compile(r"\b\d+(?:\.\d+)?(?: ?%| per cent\b)|\bper cent\b")
_DATE = re.compile(
    rf"\b(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}(?!\d))(?: (?:19|20)\d\d)?\b|\b{_MONTH} (?:19|20)\d\d\b"
    r"|(?<![\w#£$€,./])(?<!\d-)(?:19|20)\d\d(?:s|-\d\d(?:-\d\d)?)?(?![\w%]|,\d|\.\d)"
)
_LOOSE_LAW = re.compile(r"\b(?:PECR|FOIA|FOISA|EIRs?|RIPS?A)\b(?! (?:officer|lead|team|form|request)s?\b)")
_SMALL = "(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)"
_IN_WORDS = re.compile(
    r"\b(?:hundred|thousand|million|billion)s?\b"
    r"|\b(?:half|(?:a|one|two|three|four|nine) (?:third|quarter|fifth|tenth)s?) of\b"
    rf"|\b(?:one|{_SMALL}) (?:out of|in every|of every) {_SMALL}\b|\bone in {_SMALL}\b",
    re.I,
)
# A text in which this finds nothing holds no claim; it is much quicker than the patterns.
_HINT = re.compile(
    r"\d|Act|Regulation|Order|Measure|Directive|Convention|GDPR|PECR|FOI|EIR|RIP|per\scent|[Hh]undred|[Tt]housand"
    r"|[mb]illion|[Hh]alf\sof|third|quarter|fifth|tenth|out\sof|(?:in|of)\severy|[Oo]ne\sin\s"
)
_NUMBER = re.compile(r"(?<![\w#£$€.,:/+-])\d+(?:[.,:]\d+)*")
_TIME_OF_DAY = re.compile(r" ?[ap]\.?m\b")
_OF_TIME = re.compile(r" (?:working |office |calendar |clear )?(?:minute|hour|day|week|month|year)s?\b")
_LABEL = re.compile(
    r"(?:\b(?:steps?|weeks?|months?|days?|stages?|pages?|versions?|levels?|clauses?|parts?|items?|rows?|points?"
    r"|chapters?|tables?|types?|numbers?|no\.|form) (?:\d+ (?:to|and|or) )?|\d ?[×+=] ?)$",
    re.I,
)
_CAPITALS = re.compile(r"\b[A-Z]{2,} $")
_TELEPHONE = re.compile(r"\b(?:999|112|111|101)\b(?! [a-z]+s\b)|\b0\d{2,4} ?\d{3,4}(?: \d{3,4})?\b")
_THOUSAND, _TEN = 1_000, 10


@dataclass(frozen=True)
class Claim:
    """Something that could be looked up: the words, where they begin, and of what kind they are."""

    value: str
    start: int
    is_firm: bool
    is_date: bool = False


def patterns() -> dict[str, re.Pattern[str]]:
    """The patterns by name, for what finds claims in another language."""
    return {
        "law": _LAW, "money": _MONEY, "share": _SHARE, "date": _DATE, "looseLaw": _LOOSE_LAW, "inWords": _IN_WORDS,
        "number": _NUMBER, "timeOfDay": _TIME_OF_DAY, "ofTime": _OF_TIME, "label": _LABEL, "capitals": _CAPITALS,
        "telephone": _TELEPHONE, "hint": _HINT,
    }  # fmt: skip


def may_claim(text: str) -> bool:
    """Whether a text may hold a claim at all, line ends or not."""
    return bool(_HINT.search(text))


def claims(text: str) -> list[Claim]:
    """Everything in a text that could be looked up elsewhere, in its order. Give it without citations and addresses."""
    if not may_claim(text):
        return []
    text = _TELEPHONE.sub(lambda match: " " * len(match[0]), text.replace("\n", " "))
    found = [
        Claim(match[0].rstrip(",."), match.start(), is_firm, is_date)
        for pattern, is_firm, is_date in (
            (_LAW, True, False), (_MONEY, True, False), (_SHARE, True, False), (_DATE, True, True),
            (_LOOSE_LAW, False, False), (_IN_WORDS, False, False),
        )
        for match in pattern.finditer(text)
    ]  # fmt: skip
    found += [claim for match in _NUMBER.finditer(text) for claim in _figure(text, match)]
    return list(_apart(found))


def _apart(found: list[Claim]) -> Iterator[Claim]:
    """The claims in their order, without those that are part of another, such as the year of an Act."""
    end = 0
    for claim in sorted(found, key=lambda claim: (claim.start, -len(claim.value), not claim.is_firm)):
        if claim.start >= end:
            yield claim
            end = claim.start + len(claim.value)


def _figure(text: str, match: re.Match[str]) -> list[Claim]:
    """A number that is a claim, or nothing."""
    number, before, after = match[0], text[: match.start()], text[match.end() :]
    if _TIME_OF_DAY.match(after) or ":" in number:
        has_minutes = re.fullmatch(r"\d{1,2}[.:]\d\d", number)
        return [Claim(number, match.start(), is_firm=False, is_date=True)] if has_minutes else []
    if after[:1].isalpha() or after[:1] == "/" or _LABEL.search(before[-40:]) or _CAPITALS.search(before[-20:]):
        return []
    value = float(number.replace(",", "")) if number.count(".") < 2 else 0
    if value < _TEN and not (_OF_TIME.match(after) or "." in number):
        return []
    return [Claim(number, match.start(), is_firm=value >= _THOUSAND)]
