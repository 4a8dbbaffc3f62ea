"""What a fuzzer throws bytes at, and what must hold whatever they are. Each target takes bytes and raises if it does not hold.

`tests/test_fuzz.py` throws a few with hypothesis; `bench/fuzz.py` as many as there is time for, led by what they reach.
"""

import re
import tempfile
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from lxml import etree
from markdown import Markdown
from playbook_kit.adapters.components import ComponentsExtension
from playbook_kit.adapters.sanitise import SCHEMES, TAGS, sanitise
from playbook_kit.local.files import WORDS_PATH
from playbook_kit.logo.page_file import LARGEST, read_page_file
from playbook_kit.logo.picture import read_picture
from playbook_kit.models.council import COUNCIL_PATH
from playbook_kit.plan import make_plan
from playbook_kit.problem import Problem, errors
from playbook_kit.words import load_words
from small_playbook import FILES, TODAY, WORDS, problems_of, write, write_small_playbook

ROOT = Path(__file__).resolve().parents[1]
RUNS_OR_LOADS = {"script", "foreignobject", "iframe", "object", "embed", "image", "feimage", "animate", "set", "handler", "listener", "link"}
C0_AND_SPACE = "".join(map(chr, range(0x21)))
PATHS = [*(path for path in FILES if path != WORDS), COUNCIL_PATH, WORDS_PATH]
"""The files that may be anything: one of each kind, and the council's own."""


def assert_sound(problems: list[Problem], path: str, data: bytes) -> None:
    """Problems are in order, each once, each with words on one line and a place that is in the file."""
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    assert problems == sorted(set(problems))
    for problem in problems:
        assert problem.line >= 1 and problem.column >= 1, problem
        assert problem.message.strip() and problem.fix.strip() and problem.rule, problem
        assert "\n" not in problem.message + problem.fix, problem
        if problem.path == path:
            assert problem.line <= len(lines) and problem.column <= len(lines[problem.line - 1]) + 1, problem


class _Harmless(HTMLParser):
    """Raises at whatever could run, load from elsewhere, or restyle."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, f"<{tag}>"
        for name, value in attrs:
            assert not name.startswith("on") and name not in ("style", "srcdoc", "action", "formaction"), f"{tag} {name}={value}"
            if name in ("href", "src"):
                # As browsers read it (https://url.spec.whatwg.org/#concept-basic-url-parser): what remains may be another scheme.
                plain = re.sub(r"[\t\n\r]", "", (value or "").strip(C0_AND_SPACE))
                try:
                    scheme = urlsplit(plain).scheme
                except ValueError:
                    scheme = ""
                assert scheme in {"", *SCHEMES}, f"{tag} {name}={value}"


def assert_harmless(html: str) -> None:
    """Nothing in this HTML could run, load or restyle."""
    parser = _Harmless(convert_charrefs=True)
    parser.feed(html)
    parser.close()


class _HarmlessPage(_Harmless):
    """The same of a whole page, whose frame is ours: scripts and styles are files of the site, and forms lead to it."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        for name, value in attrs:
            assert not name.startswith("on") and name not in ("style", "srcdoc", "formaction"), f"{tag} {name}={value}"
        assert tag not in ("base", "iframe", "object", "embed", "frame", "applet", "style"), f"<{tag}>"
        if tag == "script":
            assert given.get("src", "").endswith((".mjs", ".js")) or given.get("type") == "application/json", given
        if tag == "meta" and "http-equiv" in given:
            assert given["http-equiv"] == "Content-Security-Policy", given
        if tag in TAGS:
            super().handle_starttag(tag, [(name, value) for name, value in attrs if name in ("href", "src")])


def assert_harmless_page(html: str) -> None:
    """Nothing in this page could run, load or restyle, but for the site's own files."""
    parser = _HarmlessPage(convert_charrefs=True)
    parser.feed(html)
    parser.close()


@cache
def _markdown() -> Markdown:
    """Markdown as the site reads it."""
    extensions, configs = [], {}
    for one in yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]:
        name, options = next(iter(one.items())) if isinstance(one, dict) else (one, {})
        extensions.append(name)
        configs[name] = options
    return Markdown(extensions=[*extensions, ComponentsExtension([load_words(ROOT)[0]])], extension_configs=configs)


def _rendered(text: str) -> str:
    reader = _markdown()
    reader.reset()
    return sanitise(reader.convert(text))


@cache
def _folder() -> tuple[tempfile.TemporaryDirectory, Path]:
    made = tempfile.TemporaryDirectory(prefix="playbook-fuzz-")
    root = write_small_playbook(Path(made.name))
    return made, root


def content(data: bytes) -> None:
    """A file of content, whose kind the first byte chooses: it is refused in words with a place, or its pages are harmless."""
    path, data = PATHS[data[0] % len(PATHS)] if data else PATHS[0], data[1:]
    root = _folder()[1]
    try:
        write(root, path, data)
        problems = problems_of(root)
        assert_sound(problems, path, data)
        if not errors(problems):
            for page in make_plan(root, TODAY).pages:
                if not page.uri.startswith(("contribute/", "reuse/")):
                    assert_harmless(_rendered(page.body))
    finally:
        if path in FILES:
            write(root, path, FILES[path].encode())
        else:
            (root / path).unlink()


def markdown(data: bytes) -> None:
    """Text of a page that no check has read: what comes out of Markdown and the sanitiser is harmless."""
    assert_harmless(_rendered(data.decode("utf-8", "replace")))


def picture(data: bytes) -> None:
    """A logo, or a file of a council's page: it is refused in words, or what is served of it is harmless."""
    if data[:1] == b"f":
        ending = sorted(LARGEST)[data[1] % len(LARGEST)] if len(data) > 1 else "png"
        served, flaws = read_page_file(ending, data[2:])
        assert served or flaws
    else:
        read, flaws = read_picture(data)
        assert read or flaws
        if read and read.ending == "svg":
            assert_harmless_drawing(read.data)
    assert all(flaw.message.strip() and flaw.fix.strip() for flaw in flaws)


def assert_harmless_drawing(data: bytes) -> None:
    """Nothing in this SVG could run or load: no such element, no handler, no address but one within the drawing."""
    for element in etree.fromstring(data).iter():
        assert isinstance(element.tag, str), "a comment or an instruction"
        assert etree.QName(element).localname.lower() not in RUNS_OR_LOADS, element.tag
        for name, value in element.attrib.items():
            plain = etree.QName(name).localname.lower()
            assert not plain.startswith("on"), f"{name}={value}"
            assert plain not in ("href", "src", "base") or value.startswith("#"), f"{name}={value}"
            assert not re.search(r"url\(\s*['\"]?\s*[^#'\"\s]|@import|expression\(", value, re.I), f"{name}={value}"


TARGETS: dict[str, Callable[[bytes], None]] = {"content": content, "markdown": markdown, "picture": picture}


def seeds(target: str) -> list[bytes]:
    """Right files to begin with."""
    if target == "content":
        council = (ROOT / "local.example/council.yml").read_bytes()
        words = b"skip: Go to the text\n"
        return [bytes([at]) + {COUNCIL_PATH: council, WORDS_PATH: words}.get(path, FILES.get(path, "").encode()) for at, path in enumerate(PATHS)]
    if target == "markdown":
        return [path.read_bytes() for path in sorted((ROOT / "docs").glob("*.md"))[:8]]
    pictures = [ROOT / "local.example/brand/logo.svg", ROOT / "theme/assets/favicon.svg", ROOT / "tests/golden/content/docs/assets/diagram.png"]
    files = [path.read_bytes() for path in pictures]
    of_pages = {"csv": b"Name,Number\nOne,-1\n", "pdf": b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n", "png": files[-1]}
    return [*files, *(b"f" + bytes([sorted(LARGEST).index(ending)]) + data for ending, data in of_pages.items())]
