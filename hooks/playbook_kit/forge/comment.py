"""A review as the one comment on a pull request that is kept up to date."""

import re

from ..changes.as_markdown import plain_markdown
from ..report import one_as_text, visible
from ..words import Words
from .review import Found, Part, Review, Seen, Wordings

MARKER = "<!-- playbook: review -->"
"""The first line of the comment, by which it is found again."""
LONGEST_COMMENT = 60_000
"""Characters. GitHub takes 65,536 and refuses more."""


def as_comment(
    review: Review, words: Words, program: int = 0, most: int = LONGEST_COMMENT, *, fails: bool = False, copy: str = ""
) -> str:
    """Markdown in which all that a contributor may have written is shown as it is: none of it links, mentions or runs.

    `program` is how many files the proposal changes that are not content, as the forge counts them. `fails` says
    whether anything else that was run on it, such as a test, does not pass, as the forge knows. `copy` is the address
    of a copy of the site to look at. What does not fit into `most` characters (at least 2,000) is left out from the
    end, and a last line says how much.
    """
    parts = [MARKER, _verdict(review, words, fails), *([words("proposal.program", count=program)] if program else [])]
    parts += [words("proposal.copy", address=copy)] if copy else []
    room = most - sum(len(part) + 2 for part in parts) - 400
    left = review.left_out
    for block in _blocks(review, words):
        if left > review.left_out or len(block) + 2 > room:
            left += 1
            continue
        parts.append(block)
        room -= len(block) + 2
    hidden = review.errors + review.warnings - len(review.problems)
    if left or hidden > 0:
        parts.append(words("proposal.left_out", count=left + max(hidden, 0)))
    return "\n\n".join([*parts, words("proposal.foot")]) + "\n"


def _verdict(review: Review, words: Words, fails: bool) -> str:
    if review.is_ready and fails:
        return f"## ✗ {words('proposal.fails')}\n\n{words('proposal.fails_lead')}"
    if review.is_ready:
        return f"## ✓ {words('proposal.ready')}\n\n{words('proposal.ready_lead')}"
    return f"## ✗ {words('proposal.not_ready', count=review.errors)}\n\n{words('proposal.not_ready_lead')}"


def _blocks(review: Review, words: Words) -> list[str]:
    """The problems one by one, then the summary item by item; headings go with what comes first under them."""
    found = [_problem(number, one, words) for number, one in enumerate(review.problems, 1)]
    if found:
        found[0] = f"### {words('proposal.to_mend')}\n\n{found[0]}"
    if review.parts:
        seen = [block for part in review.parts for block in _part(part)]
        seen[0] = f"### {words('proposal.seen')}\n\n{words('proposal.seen_lead')}\n\n{seen[0]}"
        return found + seen
    return [*found, words("proposal.nothing_seen")]


def _problem(number: int, found: Found, words: Words) -> str:
    level = "warning" if found.level == "warning" else "error"
    where = words(f"proposal.where.{level}", path=_plain(found.path), line=found.line)
    parts = [f"**{number}. {where}**", fenced(one_as_text(found.problem), "text")]
    if found.instead:
        parts += [words("proposal.instead"), fenced(visible(found.instead), "yaml")]
    return "\n\n".join(parts)


def fenced(text: str, language: str) -> str:
    """A text as a block of code that nothing in the text can end."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}{language}\n{text}\n{fence}"


def _part(part: Part) -> list[str]:
    blocks = [_seen(one) for one in part.entries]
    blocks[0] = f"#### {_plain(part.title)}\n\n{_plain(part.lead)}\n\n{blocks[0]}"
    return blocks


def _seen(seen: Seen) -> str:
    if not seen.lines and not seen.pairs:
        return f"- {_plain(seen.title)}"
    listed = ["\n".join(f"- {_plain(line)}" for line in seen.lines)] if seen.lines else []
    return "\n\n".join([f"**{_plain(seen.title)}**", *listed, *map(_wordings, seen.pairs)])


def _wordings(pair: Wordings) -> str:
    lines = [f"- {_plain(name)}: {_plain(text)}" for name, text in pair.wordings]
    head = [f"*{_plain(pair.place)}*"] if pair.place else []
    return "\n\n".join([*head, "\n".join(lines), *([_plain(pair.figures)] if pair.figures else [])])


def _plain(text: str) -> str:
    return plain_markdown(visible(text))


ISSUE_MARKER = "<!-- playbook: from an issue -->"
"""The first line of what is said in an issue, by which it is found again."""


def issue_comment(lines: list[str], problems: list[str]) -> str:
    """What is said in an issue: sentences of ours, which may quote it, and problems in the words of the terminal."""
    said = [_plain(line) for line in lines]
    return "\n\n".join([ISSUE_MARKER, *said, *(fenced(one, "text") for one in problems)])[:LONGEST_COMMENT] + "\n"
