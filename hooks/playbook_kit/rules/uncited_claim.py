"""What a sentence takes from outside, such as a figure, a date or a law, has its source beside it.

A citation covers its own sentence and all that stands before it in its paragraph or list entry; “(our advice” does
too. A citation covers the whole of its table row, and in a case study the whole of its field. What counts as taken from
outside is said in `read/claims.py`; where a page gives advice, or asks what is not known, less of it counts (`_Zone`).
Plain fields are not looked at, since they stand beside their evidence. Sentences that state no fact from outside, and
are found all the same, stand with a reason in playbook/uncited.yml.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ..content import Content, Listing, Piece
from ..do_and_dont import DO, DO_NOT, ROLES_HEADING
from ..models import Uncited, UncitedSentence
from ..problem import Problem, cut, nearest
from ..read.claims import Claim, claims, may_claim
from ..read.markdown_text import CITATION, PLACEHOLDER, Block, without_code
from ..read.sentences import ends, sentences
from .rule import Rule, Settings
from .template_clauses import ADVICE

KINDS = ("argument", "case-study", "chapter", "objection", "template")
_ADVICE_HEADINGS = (DO, DO_NOT, ROLES_HEADING, "How to check that it works", "If it goes wrong", "What to copy")
_UNKNOWN_HEADING, _UNKNOWN_FIELD = "What we do not know", "unknown"
_OUR_ADVICE = "(our advice"
_COVER = re.compile(CITATION.pattern + "|" + re.escape(_OUR_ADVICE))
_HIDDEN = re.compile(
    CITATION.pattern + "|" + PLACEHOLDER.pattern.replace("name", "placeholder")
    + r"|<!--.*?-->|<[^<>\s]*>|https?://[^\s)>\]]+"
    r"|\[[^\]\[]*\]\((?!https?:)[^)]*\)"  # words that lead to a page of our own, which has its sources itself
    r"|(?<=\])\([^)]*\)",
    re.S,
)  # fmt: skip
_BLANK = re.compile(r"\[[^\]\[]*\](?!\()")
_OPEN_QUESTION = re.compile(r"\W*(?:whether|how|what|which|who|whose|why|when|where)\b", re.I)
_ORIGIN_FIELD, _SENT_TO_US = "origin", re.compile(r"\W*(?:suggested|sent|contributed) by\b", re.I)
_OUR_SEARCH = re.compile(r"\bwe (?:have )?(?:found|looked|read|saw|could not (?:find|tell))\b", re.I)
_MADE_UP = re.compile(r"\W*(?:for example,? )?(?:if|suppose|imagine)\b", re.I)
_EXAMPLE = re.compile(r"\W*for example\b", re.I)
_LINK = re.compile(r"\[([^\]\[]*)\]\([^)]*\)")
LONGEST_QUOTED = 120


@dataclass(frozen=True)
class _Zone:
    """What a part of a page is for, since less counts as a claim in some of them.

    Our own numbers do not count where advice is given, nor questions where it says what is not known, nor the day on
    which somebody sent us an argument where it says where that comes from.
    """

    is_advice: bool = False
    is_unknown: bool = False
    is_origin: bool = False


@dataclass(frozen=True)
class _Found:
    """A sentence with a claim and without a citation: its words as they are compared, and what is to be reported."""

    sentence: str
    problem: Problem


SAID = (
    "“{claim}” has no source: “{sentence}”",
    "Write [@source-id] at the end of the sentence, or later in the paragraph.",
)
"""What is said of a claim without a source: the message, then what to write."""


def patterns() -> dict[str, re.Pattern[str]]:
    """The patterns by name, for what looks for claims in another language."""
    return {
        "cover": _COVER, "hidden": _HIDDEN, "sentToUs": _SENT_TO_US, "ourSearch": _OUR_SEARCH, "madeUp": _MADE_UP,
        "link": _LINK,
    }  # fmt: skip


def find(content: Content, settings: Settings) -> Iterator[Problem]:
    """Sentences with a claim and without a citation, but for the exceptions; exceptions that nothing needs."""
    found = [one for piece in content.pieces if piece.item.kind.name in KINDS for one in _in_piece(piece)]
    ours, own = _excepted(content.uncited), _excepted(content.own_uncited)
    stands, known = set(), set()
    for one in found:
        there = content.real_path(one.problem.path, one.problem.line), one.sentence
        as_ours = one.problem.path, one.sentence  # a council's text takes over what was allowed for the text it replaces
        stands.add(there)
        known.add(as_ours)
        if not (there in ours or there in own or as_ours in ours):
            yield one.problem
    if content.uncited:
        yield from _not_needed(content, content.uncited, stands | known)
    if content.own_uncited:
        yield from _not_needed(content, content.own_uncited, stands)


def _excepted(listing: Listing[Uncited] | None) -> set[tuple[str, str]]:
    """The path and the sentence of each exception in a list."""
    return {(entry.path, _flat(entry.text)) for entry in listing.model.exceptions} if listing else set()


def _in_piece(piece: Piece) -> Iterator[_Found]:
    in_case_field = bool(piece.where) and piece.item.kind.name == "case-study"
    if in_case_field and piece.outline.citations:
        return
    for _, group in groupby(piece.outline.blocks, key=lambda block: block.entry):
        blocks = list(group)
        if _is_example(piece, blocks[0]) or (blocks[0].is_cell and any(map(_cover, blocks))):
            continue
        for number, block in enumerate(blocks):
            start = _after_cover(block, blocks[number + 1 :])
            # Most paragraphs end with a citation, so that nothing is left to be read.
            if start is not None and may_claim(block.value[start:]) and not _leads_to_advice(piece, block):
                yield from _in_block(piece, block, start)


def _after_cover(block: Block, later: list[Block]) -> int | None:
    """Where the first sentence begins that no citation covers, or None."""
    if any(_cover(other) for other in later):
        return None
    last = _cover(block)
    return next(ends(block.value, last), None) if last else 0


def _cover(block: Block) -> int:
    """Where the last citation of a block ends, or 0; what stands in code is none."""
    if "[@" not in block.value and _OUR_ADVICE not in block.value:
        return 0
    text = without_code(block.value)
    return max((match.end() - 1 for match in _COVER.finditer(text)), default=0)


def _is_example(piece: Piece, first: Block) -> bool:
    """Whether what begins with this block is made up, to show how a table of a template is filled in."""
    return piece.item.kind.name == "template" and first.is_cell and bool(_EXAMPLE.match(first.value))


def _leads_to_advice(piece: Piece, block: Block) -> bool:
    """Whether a block of a template names the advice that a clause carries out: that is cited in its chapter."""
    return piece.item.kind.name == "template" and block.value.startswith(ADVICE)


def _in_block(piece: Piece, block: Block, start: int) -> Iterator[_Found]:
    shown = _HIDDEN.sub(_spaces, without_code(block.value))
    zone = _zone(piece, block)
    if piece.item.kind.name == "template":
        shown = _BLANK.sub(_spaces, shown)
    for first, last in sentences(block.value, start):
        claim = _claim(shown[first:last], zone)
        if claim:
            sentence, at = block.value[first:last], first + claim.start
            line, column = piece.place_in(block, at, claim.value)
            yield _Found(_flat(sentence), _problem(piece, line, column, claim, sentence))


def _claim(sentence: str, zone: _Zone) -> Claim | None:
    """The first thing in a sentence that needs a citation there, or None."""
    if zone.is_unknown and _OPEN_QUESTION.match(sentence):
        return None
    loose = not zone.is_advice and not _MADE_UP.match(sentence)
    dates = not (_OUR_SEARCH.search(sentence) or (zone.is_origin and _SENT_TO_US.match(sentence)))
    wanted = (claim for claim in claims(sentence) if (claim.is_firm or loose) and (dates or not claim.is_date))
    return next(wanted, None)


def _zone(piece: Piece, block: Block) -> _Zone:
    """What the part of a page that a block stands in is for."""
    if piece.where:
        return _Zone(is_unknown=piece.where[0] == _UNKNOWN_FIELD, is_origin=piece.where[0] == _ORIGIN_FIELD)
    headings = [heading for heading in piece.outline.headings if heading.level == 2]
    number = bisect_right([heading.line for heading in headings], block.line) - 1
    name = headings[number].value if number >= 0 else ""
    in_clause = piece.item.kind.name == "template" and number >= 0 and not block.is_quoted
    return _Zone(in_clause or name in _ADVICE_HEADINGS, name == _UNKNOWN_HEADING)


def _problem(piece: Piece, line: int, column: int, claim: Claim, sentence: str) -> Problem:
    quoted = cut(re.sub(r"[*_`]", "", _LINK.sub(r"\1", sentence)), LONGEST_QUOTED)
    return Problem(
        piece.item.path, line, column, str(piece.where[0]) if piece.where else "",
        SAID[0].format(claim=cut(claim.value), sentence=quoted), SAID[1],
    )  # fmt: skip


def _not_needed(content: Content, listing: Listing[Uncited], found: set[tuple[str, str]]) -> Iterator[Problem]:
    """Exceptions for a file that there is not, for a sentence that has changed, or for one that needs none."""
    files = {
        path: item
        for item in content.items if item.kind.name in KINDS
        for path in ((item.path, *item.own_files) if item.origin != "local" else item.own_files)
    }  # fmt: skip
    seen: set[tuple[str, str]] = set()
    for number, entry in enumerate(listing.model.exceptions):
        key = (entry.path, _flat(entry.text))
        item = files.get(entry.path)
        if key in found and key not in seen:
            seen.add(key)
            continue
        if item is not None and (not item.is_whole or (item.origin == "changed" and listing is content.uncited)):
            continue  # nobody knows, or the council put its own words there
        part = "text" if item else "path"
        mark = listing.document.mark(("exceptions", number, part))
        yield Problem(listing.path, mark.line, mark.column, part, *_why_not(entry, key in seen, files))


def _why_not(entry: UncitedSentence, is_second: bool, files: dict) -> tuple[str, str]:
    """What is wrong with an exception, and what to write instead."""
    quoted = cut(entry.text)
    if entry.path not in files:
        near = nearest(entry.path, files)
        return f"There is no “{cut(entry.path)}”.", f"Did you mean “{near}”?" if near else "Take the entry out."
    if is_second:
        return f"“{quoted}” stands here twice.", "Take one of the two out."
    words = _flat(entry.text)
    if any(words in _flat(piece.text) for piece in files[entry.path].pieces):
        return (
            f"“{quoted}” needs no exception: it is not a whole sentence, is cited, or holds nothing to cite.",
            "Take the entry out, or write the whole sentence, word for word.",
        )
    return (
        f"“{quoted}” stands in {entry.path} no longer.",
        "Take the entry out, or write the whole sentence, word for word.",
    )


def _flat(text: str) -> str:
    return " ".join(text.split())


def _spaces(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


RULE = Rule("uncited-claim", "A figure, a date or a law that nobody can check should persuade nobody.", find)
