"""Pages that have grown too long, cut into several: whatever the playbook holds, no page is heavy on a phone."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from ..words import Words
from .page import Page

MOST = 60_000
"""The characters of a page's Markdown: 10 to 20 KB of compressed HTML, and with what is fetched beside it less than 80."""
_STARTS = re.compile(r"- |\| (?!---)|#{2,3} |<div |\*\*[^*]+\*\*$")
_OPENS, _CLOSES = re.compile(r"<(\w+)[^>]* markdown>$"), re.compile(r"</(\w+)>$")
_RULE = re.compile(r"\|[\s:|-]+\|$")
_HEADINGS = ((re.compile(r"## "), 2), (re.compile(r"### "), 3), (re.compile(r"\*\*[^*]+\*\*$"), 4))
_ANCHOR = re.compile(r"\{[^}\n]*#([\w-]+)|\bid=\"([\w-]+)\"")
_LINK = re.compile(r"\]\(([^)\s#]*)#([^)\s]+)\)")


@dataclass(frozen=True)
class _Piece:
    """Some lines, and what stands around them: open elements, headings above, the head of a table."""

    text: str
    around: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    head: str = ""

    @property
    def level(self) -> int:
        """How much belongs to it: 2 for what stands under a heading of the page, more for less, 9 for a line."""
        return 9 if self.around else _level(self.text.partition("\n")[0]) or 9


def cuts_of(pages: Iterable[Page]) -> dict[str, tuple[int, ...]]:
    """Where pages were cut: by their path, how many pieces each part has."""
    return {page.uri: page.facts["pieces"] for page in pages if "pieces" in page.facts}


def cut_pages(pages: list[Page], words: Words, cuts: Mapping[str, tuple[int, ...]] | None = None) -> list[Page]:
    """The pages, each that is too long followed by its other parts.

    `cuts` says where the first language's pages were cut: those of another are cut there too, long or not, since each
    language has the same addresses.
    """
    made: list[Page] = []
    for page in pages:
        if len(page.body) <= MOST if cuts is None else page.uri not in cuts:
            made.append(page)
            continue
        pieces = list(_pieces(page.body))
        made += _parts(page, _shared_out(pieces) if cuts is None else _shared_alike(pieces, cuts[page.uri]), words)
    return made


def lead_on(pages: list[Page]) -> list[Page]:
    """Pages whose links lead to those parts of a page that hold what they name."""
    moved: dict[tuple[str, str], str] = {}
    for page in pages:
        for anchor in _anchors(page.body) if "part_of" in page.facts else ():
            moved.setdefault((page.facts["part_of"], anchor), page.uri)
    return [replace(page, body=_led(page, moved)) for page in pages] if moved else pages


def _led(page: Page, moved: dict[tuple[str, str], str]) -> str:
    here = posixpath.dirname(page.uri)

    def lead(match: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(here, match[1])) if match[1] else page.facts.get("part_of", page.uri)
        place = moved.get((target, match[2]))
        if not place:
            return match[0]
        return f"]({'' if place == page.uri else posixpath.relpath(place, here or '.')}#{match[2]})"

    return _LINK.sub(lead, page.body)


def _level(line: str) -> int:
    """Which heading a line is, or 0 for none; a line of bold words names what follows too."""
    return next((level for pattern, level in _HEADINGS if pattern.match(line)), 0)


def _anchors(body: str) -> Iterator[str]:
    return (match[1] or match[2] for match in _ANCHOR.finditer(body))


def _parts(page: Page, shares: list[list[_Piece]], words: Words) -> list[Page]:
    bodies = [_whole(pieces) for pieces in shares]
    folder, name = posixpath.split(page.uri.removesuffix(".md"))
    stem = "page" if name == "index" else name  # an underscore, which no id has
    uris = [page.uri, *(posixpath.join(folder, f"{stem}_{number}.md") for number in range(2, len(bodies) + 1))]
    made = []
    for number, (uri, body) in enumerate(zip(uris, bodies, strict=True), start=1):
        body += _beside(number, uris, words)
        if number == 1:
            facts = {**page.facts, "part_of": page.uri, "pieces": tuple(map(len, shares))}
            made.append(replace(page, body=body, facts=facts))
            continue
        title = words("parts.title", title=page.title, number=number, total=len(bodies))
        made.append(Page(
            uri, title, "", body, "list", page.edit_path, {"part_of": page.uri, "up": (page.uri, page.title)}, page.origin,
            page.own_files, language=page.language,
        ))  # fmt: skip
    return made


def _beside(number: int, uris: list[str], words: Words) -> str:
    ways = [(way, place) for way, place in (("before", number - 1), ("after", number + 1)) if 1 <= place <= len(uris)]
    links = [
        f"[<span>{words(f'parts.{way}')}</span> {words('parts.number', number=place, total=len(uris))}]"
        f"({posixpath.basename(uris[place - 1])}){{ .pb-beside__{way} }}"
        for way, place in ways
    ]
    return f'\n<nav class="pb-beside" aria-label="{words("parts.label")}" markdown>\n\n' + "\n".join(links) + "\n\n</nav>\n"


def _pieces(body: str) -> Iterator[_Piece]:
    """The body in pieces between which it may be cut: before a heading, an entry of a list, a row or a block."""
    lines, around, headings, head = body.split("\n"), [], [], ""
    is_code, begun, before = False, [], _Piece("")
    for line, after in pairwise([*lines, ""]):
        level = 0 if is_code else _level(line)
        if not is_code and begun and _STARTS.match(line) and not _RULE.match(after):
            yield replace(before, text="\n".join(begun))
            begun = []
            above = [one for one in headings if not level or _level(one) < level]
            before = _Piece("", tuple(around), tuple(above), head if line.startswith("| ") else "")
        if line.startswith("```"):
            is_code = not is_code
        if not is_code:
            opened, closed = _OPENS.match(line), _CLOSES.match(line)
            if opened:
                around.append(line)
            elif closed and around and around[-1].startswith(f"<{closed[1]} "):
                around.pop()
            elif level:
                headings = [*(one for one in headings if _level(one) < level), line]
            elif _RULE.match(after):
                head = f"{line}\n{after}"
        begun.append(line)
    yield replace(before, text="\n".join(begun))


def _shared_out(pieces: list[_Piece]) -> list[list[_Piece]]:
    """The pieces in parts of bounded length; what stands under one heading stays together where it fits in a part."""
    parts: list[list[_Piece]] = [[]]
    length = 0
    for at, piece in enumerate(pieces):
        together = len(piece.text)
        if piece.level < 9:
            for other in pieces[at + 1 :]:
                if other.level <= piece.level or together > MOST:
                    break
                together += len(other.text)
        needed = together if together <= MOST else len(piece.text)
        if length and length + needed > MOST:
            parts.append([])
            length = 0
        parts[-1].append(piece)
        length += len(piece.text)
    return parts


def _shared_alike(pieces: list[_Piece], counts: tuple[int, ...]) -> list[list[_Piece]]:
    """The pieces in as many parts as `counts` has numbers, of those many pieces, or of as large a share of them."""
    ends = [sum(counts[: number + 1]) * len(pieces) // sum(counts) for number in range(len(counts))]
    return [pieces[start:end] for start, end in pairwise([0, *ends])]


def _whole(pieces: list[_Piece]) -> str:
    """The pieces as a body of their own, with what stood around the first opened and what stands around the last closed."""
    first = pieces[0]
    opening = "".join(f"{line}\n\n" for line in (*first.headings, *first.around)) + (f"{first.head}\n" if first.head else "")
    text = "\n".join(piece.text for piece in pieces)
    open_now: list[str] = []
    for line in (*first.around, *text.split("\n")):
        opened, closed = _OPENS.match(line), _CLOSES.match(line)
        if opened:
            open_now.append(opened[1])
        elif closed and open_now and open_now[-1] == closed[1]:
            open_now.pop()
    return opening + text.rstrip("\n") + "\n" + "".join(f"\n</{name}>\n" for name in reversed(open_now))
