"""A copy of the site with a proposal in it: what of it may be shown to the world, or why none of it.

It was made where its author may have changed everything. So nothing is taken on trust: every script is one of our own,
byte for byte, or plain data; every page begins with our policy, by which a browser runs and loads nothing else; every
page says that nobody has read it and asks not to be listed; and only kinds of file are shown that the site has.
"""

import html
import json
import posixpath
import re

from ..models.kinds import SERVED
from ..publish import content_security_policy
from ..publish.policy import MIME_TYPES
from .hostile_zip import Limits, Refused, read_zip

LIMITS = Limits(zipped=100_000_000, files=5_000, one=20_000_000, all=150_000_000)
NOT_SHOWN = ("gz", "xml", "zip")
"""Endings of what is of no use in a copy that is looked at, such as the feed and the map for search engines."""
MOST_COPIES = 30
"""How many copies lie side by side. GitHub's pages have room for a gigabyte."""
_DATA = re.compile(r"playbookFolder\.data\((?P<value>.*)\);\n", re.S)
_HEAD = re.compile(
    r"<!doctype html>\s*<html lang=\"[A-Za-z-]{2,20}\">\s*<head>\s*<meta charset=\"utf-8\">\s*"
    r"<meta http-equiv=\"Content-Security-Policy\" content=\"(?P<policy>[^\"<>]*)\">(?P<rest>.*?)</head>",
    re.S,
)
_NOINDEX = '<meta name="robots" content="noindex">'
_NOTICE = '<aside class="pb-announcement" '


def read_preview(data: bytes, scripts: frozenset[bytes]) -> dict[str, bytes]:
    """The files of a copy that may be shown, by their paths in the site. `scripts` are our own. Raises Refused."""
    files = read_zip(data, LIMITS)
    folders = {path.partition("/")[0] for path in files}
    if len(folders) != 1:
        raise Refused("it is not one folder")
    (folder,) = folders
    inside = {path.removeprefix(f"{folder}/"): text for path, text in files.items()}
    shown = {path: _shown(path, text, scripts) for path, text in inside.items() if _ending(path) not in NOT_SHOWN}
    if "index.html" not in shown:
        raise Refused("it has no first page")
    return shown


def _shown(path: str, text: bytes, scripts: frozenset[bytes]) -> bytes:
    ending = _ending(path)
    if ending not in MIME_TYPES and f".{ending}" not in SERVED:
        raise Refused(f"the site has no file such as {path}")
    if ending == "html":
        _check_page(path, text)
    elif ending in ("js", "mjs") and text not in scripts and not (path.endswith(".json.js") and _is_data(text)):
        raise Refused(f"the script {path} is not the one of the main branch")
    elif ending == "svg":
        from ..logo.svg import read_svg  # loads a parser that no other command needs

        picture, _ = read_svg(text)
        if picture is None:
            raise Refused(f"the drawing {path} holds more than shapes")
        return picture.data
    return text


def _ending(path: str) -> str:
    return posixpath.splitext(path)[1][1:].lower()


def _check_page(path: str, text: bytes) -> None:
    head = _HEAD.match(text.decode("utf-8", errors="replace"))
    if head is None or html.unescape(head["policy"]) != content_security_policy(in_page=True):
        raise Refused(f"the page {path} does not begin as ours do")
    if _NOINDEX not in head["rest"] or text.decode("utf-8", errors="replace").count(_NOTICE) != 1:
        raise Refused(f"the page {path} does not say that nobody has read it")


def _is_data(text: bytes) -> bool:
    """Whether a script hands over a value in JSON and does nothing else."""
    try:
        found = _DATA.fullmatch(text.decode("utf-8"))
        json.loads(found["value"], parse_constant=_refuse) if found else None
    except (ValueError, RecursionError):
        return False
    return found is not None


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def to_take_away(there: set[str], open_pulls: set[int], new: int | None = None) -> set[str]:
    """Which of the folders of copies have to go: of closed pull requests, and the oldest if there are too many."""
    copies = {int(name): name for name in there if re.fullmatch(r"[1-9]\d{0,9}", name)}
    stay = sorted((set(copies) & open_pulls) | ({new} if new else set()))[-MOST_COPIES:]
    return {name for number, name in copies.items() if number not in {*stay, new}}
