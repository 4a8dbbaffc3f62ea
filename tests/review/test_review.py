"""What has to be read again: the list, the page, the file for machines, one issue for each owner, dead links."""

import datetime
import functools
import http.server
import json
import re
import threading
from pathlib import Path

import pytest
from playbook_kit.adapters.issues.linkchecker import check_links
from playbook_kit.adapters.issues.post import NotPosted, post
from playbook_kit.adapters.upgrade.propose import Forge
from playbook_kit.checked import read_and_check
from playbook_kit.cli import main
from playbook_kit.plan import make_plan
from playbook_kit.review import Issue, broken_links, due_list, links_issue, review_issues
from site_help import ROOT
from small_playbook import CHAPTER, FILES, SOURCE, TODAY, write, write_small_playbook

REPORT = Path(__file__).with_name("linkchecker.csv").read_text(encoding="utf-8")
SEEN_AT = "http://127.0.0.1:8977/"
LATE = TODAY.replace(year=2028)


@pytest.fixture
def root(tmp_path):
    """The small playbook, in which two kinds of thing have an owner of their own."""
    root = write_small_playbook(tmp_path / "playbook")
    path = "playbook/arguments/same-as-the-phone.yml"
    write(root, path, FILES[path].replace("added_on:", "owner: The web team\nadded_on:", 1).encode())
    return root


def checked(root, today=TODAY):
    """The playbook, read and joined on a day."""
    found = read_and_check(root, today, "")
    assert found.playbook is not None, found.problems
    return found


def due(root, today=TODAY):
    """What has to be read again, seen from a day."""
    found = checked(root, today)
    return due_list(found.playbook, found.words)


def page(root, uri, today=TODAY):
    """A page's Markdown."""
    return next(one.body for one in make_plan(root, today).pages if one.uri == uri)


def test_list_has_every_day(root):
    """Everything with a day of review is listed, the first that is due first, an argument by its earliest statement."""
    found = {(one.kind, one.id): one for one in due(root)}
    assert ("chapter", "policy") in found and ("objection", "time-wasting") in found and ("glossary", "glossary") in found
    argument = found["argument", "same-as-the-phone"]
    assert (argument.review_by, argument.claim_by, argument.due) == (
        datetime.date(2027, 11, 21), datetime.date(2027, 5, 21), datetime.date(2027, 5, 21)
    )  # fmt: skip
    assert [one.due for one in due(root)] == sorted(one.due for one in due(root))


def test_only_ours(root, capsys):
    """A council that takes releases is told of what it wrote itself in local/, and of nothing of the playbook's."""
    text = FILES["playbook/arguments/same-as-the-phone.yml"].replace("added_on:", "owner: Our team\nadded_on:", 1)
    write(root, "local/council.yml", b"name: Anytown\n")
    write(root, "local/arguments/same-as-a-letter.yml", text.replace("years ago", "weeks ago").encode())
    with pytest.raises(SystemExit) as ended:
        main(["review-issues", "--ours", "--json", "--root", str(root), "--today", LATE.isoformat()])
    found = json.loads(capsys.readouterr().out)["items"]
    assert ended.value.code == 0 and [(one["key"], one["count"]) for one in found] == [("review-our-team", 1)]


def test_owner(root):
    """Whoever is named as owner keeps it; what names nobody belongs to the maintainers."""
    owners = {one.id: one.owner for one in due(root)}
    assert owners["same-as-the-phone"] == "The web team" and owners["time-wasting"] == "Playbook maintainers"


def test_overdue_begins_the_day_after(root):
    """On the day itself nothing is overdue; the day after, it is."""
    day = datetime.date(2027, 5, 21)
    assert [one.is_overdue for one in due(root, day) if one.id == "same-as-the-phone"] == [False]
    assert [one.is_overdue for one in due(root, day + datetime.timedelta(1)) if one.id == "same-as-the-phone"] == [True]


def test_sources_with_a_day_are_listed(root):
    """A source that is cited and may change is listed, and leads to its place among the sources; others are not."""
    assert "acas-policy" not in {one.id for one in due(root)}
    write(root, "playbook/sources/acas-policy.yml", SOURCE.replace("read_as", "review_by: 2027-05-21\nread_as").encode())
    assert [one.url for one in due(root) if one.kind == "source"] == ["sources/#acas-policy"]


def test_page(root):
    """The page says how much is overdue, names it first under its owner, and links to it, without any script."""
    early, late = page(root, "needs-review.md"), page(root, "needs-review.md", LATE)
    assert early.startswith("0 of ") and "## Overdue" not in early and "## Not due yet: The web team" in early
    assert late.index("## Overdue") < late.index("### The web team") and "**overdue**" in late
    assert "[Same as the phone](arguments/same-as-the-phone.md)" in late and "<script" not in late


def test_overdue_is_said_on_the_page_itself(root):
    """A page that is overdue says so in its text, which is what is printed, and so does a statement that is."""
    assert "This should have been read again by 21 November 2027" in page(root, "playbook/policy.md", LATE)
    assert "should have been checked by 21 May 2027" in page(root, "arguments/same-as-the-phone.md", LATE)
    assert "should have been" not in page(root, "playbook/policy.md")


def test_file_for_machines(root):
    """review.json has the same items in the same order, and says which are overdue."""
    data = next(one for one in make_plan(root, LATE).data if one.uri == "api/v1/review.json")
    items = json.loads(data.text)["items"]
    assert [(one["kind"], one["id"]) for one in items] == [(one.kind, one.id) for one in due(root, LATE)]
    assert {one["state"] for one in items} == {"overdue"} and all(one["owner"] for one in items)


def test_one_issue_for_each_owner(root):
    """There is one issue for each owner and none for each page; it names each thing with its file and its day."""
    found = checked(root, LATE)
    issues = review_issues(due(root, LATE), found.words, "https://council.example/")
    assert [one.key for one in issues] == ["review-playbook-maintainers", "review-the-web-team"]
    assert issues[1].count == 1 and issues[1].body.count("- [ ]") == 1
    assert "[Same as the phone](https://council.example/arguments/same-as-the-phone/), due by 21 May 2027" in issues[1].body
    assert "`playbook/arguments/same-as-the-phone.yml`" in issues[1].body
    assert [one.count for one in review_issues(due(root), found.words, "https://council.example/")] == [0, 0]


def test_broken_links_of_a_recorded_report():
    """Of a report of LinkChecker's the dead external links are read, each once, with the pages; inner links are not ours."""
    found = broken_links(REPORT, SEEN_AT)
    assert [(one.url, one.pages) for one in found] == [
        ("https://dead.example/a?b=1", ("", "playbook/policy/")), ("https://www.acas.org.uk/social-media", ("sources/",)),
    ]  # fmt: skip
    assert found[0].result.startswith("ConnectionError") and "\n" not in found[0].result


@pytest.mark.parametrize("report", ["", "# created\n# Stopped\n", "nothing;here\n1;2\n"])
def test_a_report_without_links(report):
    """An empty report, or one of remarks alone, has no dead link and raises nothing."""
    assert broken_links(report) == []


def test_issue_of_dead_links(root):
    """The issue names each dead address, its source's file, and where an archived copy is or may be."""
    found = checked(root)
    body = links_issue(broken_links(REPORT, SEEN_AT), found.playbook, found.words).body
    assert "`playbook/sources/acas-policy.yml`: look for a copy at <https://web.archive.org/web/*/https://www.acas.org.uk/social-media>" in body
    assert "On /, playbook/policy/. Look for a copy at <https://web.archive.org/web/*/https://dead.example/a?b=1>" in body
    copy = SOURCE.replace("countries:", "archived_url: https://web.archive.org/web/2012/x\ncountries:")
    write(root, "playbook/sources/acas-policy.yml", copy.encode())
    again = checked(root)
    assert "has an archived copy, which readers are offered: <https://web.archive.org/web/2012/x>" in links_issue(
        broken_links(REPORT, SEEN_AT), again.playbook, again.words
    ).body


def test_what_another_host_says_is_shown_as_code(root):
    """What a host answers cannot become Markdown in the issue, and an address that is none is left out."""
    row = "{0};/;;404 `x` @everyone [a](b);;;False;{0};1;1;;;;;;;\n"
    heading = "urlname;parentname;base;result;warningstring;infostring;valid;url;line;column;name;dltime;size;checktime;cached;level;modified\n"
    found = broken_links(heading + row.format("https://a.example/b_c") + row.format("https://a.example/><b>"))
    said = checked(root)
    assert "- [ ] <https://a.example/b_c>: `404 'x' @everyone [a](b)`\n" in links_issue(found, said.playbook, said.words).body
    assert len(found) == 1


def test_linkchecker_itself(tmp_path):
    """A real run of LinkChecker over pages on this machine finds the dead link of another host, and not the living one."""
    alive = tmp_path / "alive"
    alive.mkdir()
    (alive / "index.html").write_text("<title>Alive</title>", encoding="utf-8")
    handler = functools.partial(_Quiet, directory=str(alive))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        there = f"http://127.0.0.1:{server.server_port}/"
        site = tmp_path / "site"
        site.mkdir()
        (site / "index.html").write_text(f'<title>x</title><a href="{there}">a</a> <a href="{there}gone">b</a> <a href="/c">c</a>', encoding="utf-8")
        report, address = check_links(site, seconds=120)
        server.shutdown()
    assert [(one.url, one.result[:3], one.pages) for one in broken_links(report, address)] == [(f"{there}gone", "404", ("",))]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *said):
        """Say nothing."""


class FakeForge(http.server.BaseHTTPRequestHandler):
    """Keeps issues as GitHub, Forgejo and GitLab do, as far as is asked of them here."""

    issues: list = []  # noqa: RUF012 (emptied by the fixture)
    asked: list = []  # noqa: RUF012

    def _answer(self):
        sent = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"null")
        type(self).asked.append((self.command, self.path, sent, dict(self.headers)))
        found = [one for one in self.issues if one["state"] in ("open", "opened")]
        if self.command == "POST":
            found = {"number": len(self.issues) + 1, "iid": len(self.issues) + 1, "state": "open", **sent}
            self.issues.append(found)
        elif self.command != "GET":
            found = self.issues[int(self.path.rpartition("/")[2]) - 1]
            found.update(sent | ({"state": "closed"} if sent.get("state_event") == "close" else {}))
        data = json.dumps(found).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_PATCH = do_PUT = _answer  # noqa: N815

    def log_message(self, *said):
        """Say nothing."""


@pytest.fixture(params=["github", "forgejo", "gitlab"])
def forge(request):
    """A forge on this machine, and the class that holds its issues."""
    FakeForge.issues, FakeForge.asked = [], []
    with http.server.HTTPServer(("127.0.0.1", 0), FakeForge) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Forge(request.param, f"http://127.0.0.1:{server.server_port}", "a/b", "secret")
        server.shutdown()


ISSUE = Issue("review-us", "To be read again: Us", "- [ ] one\n", 1)


def test_posting_twice_keeps_one_issue(forge):
    """The first run opens the issue, the second changes it, and one in which nothing is left closes it."""
    assert post(forge, [ISSUE])[0].startswith("Opened")
    assert post(forge, [Issue(ISSUE.key, ISSUE.title, "- [ ] two\n", 1)])[0].startswith("Brought up to date")
    assert len(FakeForge.issues) == 1
    body = FakeForge.issues[0].get("description" if forge.name == "gitlab" else "body")
    assert body == "<!-- playbook: review-us -->\n- [ ] two\n"
    assert post(forge, [Issue(ISSUE.key, ISSUE.title, "Nothing.\n", 0)])[0].startswith("Closed")
    assert FakeForge.issues[0]["state"] == "closed" and len(FakeForge.issues) == 1


def test_nothing_due_opens_nothing(forge):
    """An owner with nothing to do gets no issue."""
    assert post(forge, [Issue("review-us", "x", "Nothing.\n", 0)]) == [] and FakeForge.issues == []


def test_issues_of_others_are_left(forge):
    """An issue that only speaks of the mark, a pull request and the issue of another owner are never touched."""
    for body in ("See <!-- playbook: review-us -->", "<!-- playbook: review-us-too -->\n"):
        FakeForge.issues.append({"number": len(FakeForge.issues) + 1, "iid": len(FakeForge.issues) + 1, "state": "open", "body": body, "description": body})
    FakeForge.issues.append({"number": 3, "iid": 3, "state": "open", "body": ISSUE.marker, "pull_request": {"x": 1}})
    post(forge, [ISSUE])
    assert len(FakeForge.issues) == 4 and {one[0] for one in FakeForge.asked} == {"GET", "POST"}


def test_a_forge_that_refuses():
    """A forge that cannot be asked is said in one line, without the token."""
    with pytest.raises(NotPosted) as failed:
        post(Forge("github", "http://127.0.0.1:9", "a/b", "secret"), [ISSUE])
    assert "secret" not in str(failed.value) and "127.0.0.1:9" in str(failed.value)


def test_commands(root, tmp_path, capsys):
    """The commands write each issue as Markdown and all of them as JSON, for whoever wants to do the rest otherwise."""
    (tmp_path / "report.csv").write_text(REPORT, encoding="utf-8")
    common = ["--root", str(root), "--today", LATE.isoformat(), "--to", str(tmp_path / "out")]
    for command in (["review-issues"], ["links", "--report", str(tmp_path / "report.csv"), "--address", SEEN_AT]):
        with pytest.raises(SystemExit) as ended:
            main([*command, *common])
        assert (ended.value.code or 0, capsys.readouterr().out) == (0, "")
        issues = json.loads((tmp_path / "out/issues.json").read_text(encoding="utf-8"))["items"]
        for issue in issues:
            text = (tmp_path / "out" / f"{issue['key']}.md").read_text(encoding="utf-8")
            assert text == f"{issue['marker']}\n{issue['body']}"
    assert [issue["key"] for issue in issues] == ["links"]


def test_an_owner_on_every_kind(root):
    """Every kind that is shown as a page can say who keeps it, and the page says so."""
    path = "playbook/objections/time-wasting.yml"
    write(root, path, FILES[path].replace("added_on:", "owner: The *web* team\nadded_on:", 1).encode())
    assert "Kept by: The \\*web\\* team." in page(root, "objections/time-wasting.md")
    assert "Kept by: Playbook maintainers." in page(root, "playbook/policy.md") and "owner: Playbook" in CHAPTER


def test_overdue_prints_even_on_a_card(root):
    """No rule for print hides that a page is overdue: not on a card either, which leaves its other dates out."""
    assert '<div class="pb-colophon pb-colophon--overdue"' in page(root, "templates/trial-plan.md", LATE)
    assert "pb-colophon--overdue" not in page(root, "templates/trial-plan.md")
    for sheet in (ROOT / "theme").rglob("*.css"):
        for name in re.findall(r"\.pb-(?:colophon|overdue)[\w-]*(?::not\([^)]*\))?(?=[^{}]*\{[^{}]*display: none)", sheet.read_text(encoding="utf-8")):
            assert name == ".pb-colophon:not(.pb-colophon--overdue)", sheet
