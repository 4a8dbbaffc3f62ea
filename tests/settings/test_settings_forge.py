"""Links into a forge, in the form that each documents, and who gets what a reader has to say."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playbook_kit.settings import Forge, page_links
from settings_help import UPSTREAM, WORDS, settled

AT = "https://git.test/us/site"
OURS = {"forge": "gitlab", "address": AT}


@pytest.mark.parametrize(
    ("kind", "edit", "read", "report", "new"),
    [
        ("github", "edit/main/a/b%20c.md", "blob/main/a/b%20c.md", "issues/new?title=T%261&body=B", "new/main/a?filename=b%20c.md&value=x%0A"),
        ("gitlab", "-/edit/main/a/b%20c.md", "-/blob/main/a/b%20c.md",
         "-/issues/new?issue%5Btitle%5D=T%261&issue%5Bdescription%5D=B", "-/new/main?file_name=a%2Fb%20c.md"),
        ("forgejo", "_edit/main/a/b%20c.md", "src/branch/main/a/b%20c.md", "issues/new?title=T%261&body=B", "_new/main/a?filename=b%20c.md&value=x%0A"),
    ],
)  # fmt: skip
def test_forms(kind, edit, read, report, new):
    """Editing, reading, reporting and beginning a file stand where this forge has them, every sign quoted."""
    forge = Forge(kind, f"{AT}/")
    assert forge.edit("a/b c.md") == f"{AT}/{edit}"
    assert forge.read("a/b c.md") == f"{AT}/{read}"
    assert forge.report("T&1", "B") == f"{AT}/{report}"
    assert forge.new_file("a/b c.md", "x\n") == f"{AT}/{new}"


@pytest.mark.parametrize("forge", [Forge(), Forge("none", AT), Forge("github", "")])
def test_no_forge(forge):
    """Without a forge or an address there is no link of any kind."""
    assert (forge.edit("a"), forge.read("a"), forge.report("t", "b"), forge.new_file("a", "")) == (None,) * 4


def test_own_places():
    """A place of the council's own holds over the forge's, and stands alone where there is no forge."""
    forge = Forge("none", "", "main", "https://edit.test/x/", "https://desk.test/form?topic=web")
    assert forge.edit("local/a.md") == "https://edit.test/x/local/a.md"
    assert forge.report("t", "b") == "https://desk.test/form?topic=web"


def links(settings, path, origin):
    """The links of one page."""
    return page_links(settings, WORDS, "My page", "my-page/", path, origin)


@pytest.mark.parametrize(
    ("path", "origin", "edit_at", "report_at"),
    [
        ("docs/a.md", "upstream", UPSTREAM.address, UPSTREAM.address),
        (None, "upstream", UPSTREAM.address, UPSTREAM.address),
        ("local/pages/a.md", "local", AT, AT),
        ("local/pages/a.replace.md", "changed", AT, AT),
        ("docs/a.md", "changed", UPSTREAM.address, AT),
        (None, "changed", AT, AT),
    ],
)
def test_right_repository(path, origin, edit_at, report_at):
    """What stands in the council's folder is edited in its repository; what it wrote or changed is its to mend."""
    found = links(settled(repository=OURS), path, origin)
    assert found.suggest.address.startswith(edit_at + "/") and found.report.address.startswith(report_at + "/")
    assert (found.suggest.text, found.report.text) == ("Suggest a change to this page", "Report something wrong or out of date")


@pytest.mark.parametrize(
    ("origin", "about"),
    [("upstream", {}), ("local", {"of": "own"}), ("changed", {"of": "own"})],
)
def test_what_the_form_knows(origin, about):
    """The form for a report is told the page's title and place, and whether the council mends it: never an address."""
    found = links(settled(repository=OURS), "docs/a.md", origin).about
    assert found == {"page": "My page", "at": "my-page/"} | about


def test_report_says_which_page():
    """A report has the page's title and whole address in it before anybody has typed a word."""
    query = parse_qs(urlsplit(links(settled(), "docs/a.md", "upstream").report.address).query)
    assert "My page" in query["title"][0] and "https://playbook.test/my-page/" in query["body"][0]


def test_intranet_keeps_its_address():
    """The address of a site that is not to be found is not written into the playbook's own list of problems."""
    site = {"noindex": True, "address": "https://intranet.test/"}
    hidden = settled(site=site, repository=OURS)
    assert "intranet.test" not in links(hidden, "docs/a.md", "upstream").report.address
    assert "intranet.test" in links(hidden, "local/a.md", "local").report.address


@pytest.mark.parametrize(
    ("contacts", "suggest", "report"),
    [
        ({}, "Its file is local/a.md.", "tell whoever gave it to you."),
        ({"communications": "the desk"}, "tell the desk.", "tell the desk."),
        ({"communications": "the desk", "accessibility": "the web team"}, "tell the desk.", "tell the web team."),
    ],
)
def test_words_where_there_is_no_forge(contacts, suggest, report):
    """Without a forge both ways are said in words, with the contact that there is."""
    found = links(settled(contacts=contacts), "local/a.md", "local")
    assert found.suggest.address is None and found.suggest.text.endswith(suggest)
    assert found.report.address is None and found.report.text.endswith(report)


@pytest.mark.parametrize(
    ("origin", "said"), [("upstream", ""), ("changed", "Changed by Anytown Council."), ("local", "Written by Anytown Council.")]
)
def test_whose_words(origin, said):
    """A page that a council wrote or changed says so; one that is as the playbook has it says nothing."""
    assert links(settled(short_name="us"), "docs/a.md", origin).origin == said
