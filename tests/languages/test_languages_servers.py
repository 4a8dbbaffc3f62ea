"""What is not there is answered in the language of its address, by real servers and by the hosts' own files."""

from pathlib import Path

import pytest
from playbook_kit.index import Gone
from playbook_kit.publish import Publication, publication, publish_files
from publish_help import running
from small_playbook import TODAY

GONE = [Gone("argument", "the-old-one", "same-as-the-phone", "Merged.", TODAY)]


def texts(target: str, languages: tuple[str, ...] = ("cy/",)) -> str:
    """All that is written for a target."""
    site = publication(target, "https://council.example/social-media/", GONE, languages=languages)
    return "\n".join(file.text for file in publish_files(site))


@pytest.mark.parametrize("kind", ["nginx", "apache", "htaccess"])
def test_servers_answer_in_welsh(welsh_site: Path, kind: str) -> None:
    """Below /cy/ a miss is a 404 with the Welsh page; elsewhere, with the English one; pages are served in both."""
    published = Publication("nginx" if kind == "nginx" else "apache", "http://127.0.0.1/", languages=("cy/",))
    with running(kind, welsh_site, published) as server:
        for path, page in (
            ("cy/nothing/", "cy/404.html"),
            ("cy/objections/nothing/deep/", "cy/404.html"),
            ("nothing/", "404.html"),
        ):
            answer = server.ask(path)
            assert (answer.status, answer.body) == (404, (welsh_site / page).read_bytes()), path
        for path in ("cy/", "cy/playbook/policy/", "playbook/policy/"):
            answer = server.ask(path)
            assert (answer.status, answer.body) == (200, (welsh_site / path / "index.html").read_bytes())
            assert answer.headers["content-security-policy"] == published.headers["Content-Security-Policy"]


def test_redirects_in_each_language() -> None:
    """An address that has moved leads on in each language, and Netlify is told where each language's own 404 page stands."""
    said = texts("netlify")
    assert "/social-media/cy/arguments/the-old-one/ /social-media/cy/arguments/same-as-the-phone/ 301!" in said
    assert said.endswith("/social-media/cy/* /social-media/cy/404.html 404\n")
    assert "404.html" not in texts("netlify", ())


def test_iis_names_the_page() -> None:
    """IIS is told of the Welsh page, by its path from the site's root."""
    assert '<location path="cy">' in texts("iis") and 'path="cy\\404.html"' in texts("iis")
    assert "cy" not in texts("iis", ()).replace("Policy", "")
