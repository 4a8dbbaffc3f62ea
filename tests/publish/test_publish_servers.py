"""nginx and Apache really serve the built site, at the root of a host and below a sub-path, with the files we write."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playbook_kit.models.kinds import SERVED
from playbook_kit.publish import Publication, Redirect, policy
from publish_help import Server, running
from site_help import addresses, nothing

KINDS = ("nginx", "apache", "htaccess")
MOVED = [Redirect("arguments/the-old-one/", "arguments/same-as-the-phone/")]
FONT = "assets/fonts/atkinson-hyperlegible-next-normal.woff2"
# One file of each kind that a page asks for or offers.
FILES = {
    "": "text/html; charset=utf-8",
    "assets/playbook.css": "text/css; charset=utf-8",
    "components/start.js": "text/javascript; charset=utf-8",
    "components/main.mjs": "text/javascript; charset=utf-8",
    "search/en.json": "application/json; charset=utf-8",
    "sitemap.xml": "application/xml; charset=utf-8",
    "api/v1/arguments.csv": "text/csv; charset=utf-8",
    "assets/favicon.svg": "image/svg+xml; charset=utf-8",
    FONT: "font/woff2",
    "briefs/security-it.pdf": "application/pdf",
    "briefs/security-it.docx": policy.MIME_TYPES["docx"],
    "briefs/security-it.odt": policy.MIME_TYPES["odt"],
}
TEXTS = [path for path in FILES if "utf-8" in FILES[path] and path not in ("assets/favicon.svg",)]


@pytest.fixture(scope="module", params=[(kind, sub) for kind in KINDS for sub in (False, True)], ids=lambda one: (
    f"{one[0]} {'sub-path' if one[1] else 'root'}"
))  # fmt: skip
def server(request: pytest.FixtureRequest, site: Path, sub_site: Path) -> Iterator[Server]:
    """A server of one kind, with the site at its root or below a sub-path."""
    kind, is_sub = request.param
    address = "http://127.0.0.1/social-media/" if is_sub else "http://127.0.0.1/"
    target = "nginx" if kind == "nginx" else "apache"
    with running(kind, sub_site if is_sub else site, Publication(target, address, MOVED)) as found:
        yield found


def place(location: str) -> str:
    """The path of a redirect's target, which Apache gives with its host."""
    return re.sub(r"^http://127\.0\.0\.1(:\d+)?", "", location)


def test_every_page_is_served_with_every_header(server: Server, site: Path) -> None:
    """Each page of the site answers with all headers of the one list, each once."""
    wanted = Publication("nginx", "http://127.0.0.1/").headers
    wrong = []
    for address in addresses(site):
        answer = server.ask(address.lstrip("/"))
        said = {name: answer.headers.get(name.lower()) for name in wanted}
        if answer.status != 200 or said != wanted or answer.doubled:
            wrong.append(f"{address}: {answer.status} {answer.doubled} {said}")
    nothing(wrong)


@pytest.mark.parametrize("path", FILES)
def test_types(server: Server, path: str) -> None:
    """Each kind of file has the type that a browser needs, which with `nosniff` it does not guess."""
    answer = server.ask(path)
    assert (answer.status, answer.headers["content-type"]) == (200, FILES[path])
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_feed_is_atom(server: Server) -> None:
    """The feed says that it is Atom, though its name ends as any XML."""
    assert server.ask("feed.xml").headers["content-type"].split(";")[0] == "application/atom+xml"


def test_what_is_not_there_shows_our_page(server: Server, site: Path, sub_site: Path) -> None:
    """A miss is a 404 with the site's own page, all headers, and links that lead back to where the site stands."""
    built = site if server.base == "/" else sub_site
    for path in ("no/such/page/", "arguments/no-such-one", "assets/", "components/"):
        answer = server.ask(path)
        assert (answer.status, answer.body) == (404, (built / "404.html").read_bytes()), path
        assert answer.headers["content-security-policy"] == Publication("nginx").headers["Content-Security-Policy"]
    links = re.findall(rb'(?:href|src|action)="(/[^"]*)"', answer.body)
    assert len(links) > 10 and all(link.startswith(server.base.encode()) for link in links)
    assert [link for link in links if server.ask(link.decode()).status != 200] == []


@pytest.mark.parametrize("path", ["server/nginx-locations.conf", "server/apache.conf", ".htaccess"])
def test_server_s_own_files_are_shown_to_nobody(server: Server, path: str) -> None:
    """What is written for the server is not served, by whichever server."""
    assert server.ask(path).status in (403, 404)


@pytest.mark.parametrize(
    ("old", "new"),
    [("about", "about/"), ("arguments/the-old-one/", MOVED[0].new), ("arguments/the-old-one", MOVED[0].new)],
)
def test_redirects(server: Server, old: str, new: str) -> None:
    """An address without its slash, and each address that has moved, is sent on for good, in one step, below the base."""
    answer = server.ask(old)
    assert (answer.status, place(answer.headers["location"])) == (301, server.base + new)
    assert server.ask(place(answer.headers["location"])).status == 200


def test_base_without_its_slash(server: Server) -> None:
    """The sub-path itself without its slash is sent on to the home page."""
    if server.base == "/":
        assert server.ask("/").status == 200
    else:
        found = server.ask(server.base.rstrip("/"))
        # With .htaccess alone nobody is asked for an address above the folder.
        assert found.status in (301, 403, 404)
        assert found.status != 301 or place(found.headers["location"]) == server.base


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
@pytest.mark.parametrize("path", FILES)
def test_caching(server: Server, path: str, encoding: str) -> None:
    """Fonts are kept for a week; all else is asked for each time and answered in no bytes if it is the same,
    compressed or not, by its mark and by its date.
    """
    answer = server.ask(path, Accept_Encoding=encoding)
    wanted = f"max-age={policy.FONT_DAYS * 86400}" if path == FONT else "no-cache"
    assert wanted in answer.headers["cache-control"]
    again = [
        server.ask(path, Accept_Encoding=encoding, If_None_Match=answer.headers["etag"]),
        server.ask(path, Accept_Encoding=encoding, If_Modified_Since=answer.headers["last-modified"]),
    ]
    assert [(one.status, one.body) for one in again] == [(304, b"")] * 2
    assert server.ask(path, If_None_Match='"another"').status == 200


@pytest.mark.parametrize("path", TEXTS)
def test_compression(server: Server, path: str) -> None:
    """Text of more than a kilobyte comes compressed to whoever asks for that, and says that it depends on it."""
    plain, small = server.ask(path), server.ask(path, Accept_Encoding="gzip")
    assert "content-encoding" not in plain.headers
    if len(plain.body) > 1000:
        assert (small.headers["content-encoding"], small.headers["vary"]) == ("gzip", "Accept-Encoding")
        assert gzip.decompress(small.body) == plain.body and len(small.body) < len(plain.body)


@pytest.mark.parametrize("path", ["briefs/security-it.pdf", "briefs/security-it.docx", FONT])
def test_what_is_compressed_already_is_left(server: Server, path: str) -> None:
    """Documents and fonts are sent as they are."""
    assert "content-encoding" not in server.ask(path, Accept_Encoding="gzip").headers


@pytest.mark.parametrize("path", ["", "no/such/page/", "components/main.mjs"])
def test_head_says_the_same_without_a_body(server: Server, path: str) -> None:
    """HEAD gives the status and the headers of GET, and no body."""
    head, get = server.ask(path, "HEAD"), server.ask(path)
    assert (head.status, head.body) == (get.status, b"")
    for name in ("content-type", "content-security-policy", "cache-control", "etag"):
        assert head.headers.get(name) == get.headers.get(name)


def test_every_ending_has_a_type(site: Path) -> None:
    """Each ending of a file in the built site is in the list of types, so that no server has to guess it."""
    endings = {path.suffix.lstrip(".") for path in site.rglob("*") if path.is_file()}
    # The compressed site map is asked for by name alone, and is what it says.
    assert endings - set(policy.MIME_TYPES) == {"gz"}


def test_every_file_beside_a_page_has_a_type() -> None:
    """So has each ending that a file beside a page may have, whether or not the site has one today."""
    assert {ending.lstrip(".") for ending in SERVED} <= set(policy.MIME_TYPES)
