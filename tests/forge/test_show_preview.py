"""Copies in a repository of their own: the right one, for the right proposal, and gone when it is closed."""

import json
import subprocess
from pathlib import Path

import pytest
from forge_help import COMMIT, WORDS, forge_server, run_event
from playbook_kit.adapters.forge import copies
from playbook_kit.adapters.forge.copies import Change, change_copies
from playbook_kit.adapters.forge.errors import NotDone
from playbook_kit.adapters.forge.post import post_review
from playbook_kit.adapters.forge.preview import place_in, show_preview, take_away
from playbook_kit.adapters.upgrade.errors import NotUpgraded
from playbook_kit.cli import main
from playbook_kit.forge.review import Review
from preview_help import API, OURS, SITE, answers, artefact, git, names, place, zipped
from small_playbook import write_small_playbook

TOP = {".nojekyll", "_headers", "robots.txt"}
SHOWN = {f"7/{path}" for path in SITE if path not in ("feed.xml", "sitemap.xml.gz")}
VARIABLES = {"PREVIEW_REPOSITORY": "octo-org/copies", "PREVIEW_ADDRESS": "https://copies.example/of/", "PREVIEW_KEY": "KEY"}


def show(where, given, event=None):
    """Show what a run left; gives the address, the sentence, and the forge."""
    with forge_server(given) as server:
        return *show_preview(server.forge(), event or run_event(), where, OURS), server


def test_shows_a_copy(tmp_path):
    """A copy of a proposal of content lies below its number, and its address is given; hosts are told not to list it."""
    where = place(tmp_path)
    address, said, _ = show(where, answers())
    assert address == "https://copies.example/of/7/" and "7 is shown" in said
    assert names(where) == SHOWN | TOP
    assert "X-Robots-Tag: noindex" in git(where, "show", "pages:_headers")
    assert "Disallow: /of/*.pdf$" in git(where, "show", "pages:robots.txt")
    assert git(where, "show", "pages:7/index.html").encode() == SITE["index.html"]
    assert {line[:6] for line in git(where, "ls-tree", "-r", "pages").splitlines()} == {"100644"}


def test_only_the_newest(tmp_path):
    """A newer copy takes the place of the older, those of closed proposals go, and nothing of them is kept in the history."""
    where = place(tmp_path)
    old = {f"{number}/{name}": b"old" for number in (7, 8, 9) for name in ("index.html", "old.html")}
    change_copies(where.remote, lambda there: Change(files=old), {})
    show(where, answers(pulls=[{"number": 7, "head": {"sha": COMMIT}}, {"number": 9, "head": {"sha": "0" * 40}}]))
    assert names(where) == SHOWN | TOP | {"9/index.html", "9/old.html"}
    assert git(where, "rev-list", "--count", "pages").strip() == "1"


@pytest.mark.parametrize(
    "given",
    [
        {"files": [{"filename": "theme/components/main.mjs"}]}, {"files": [{"filename": ".github/workflows/check.yml"}, {"filename": "docs/a.md"}]},
        {"files": [{"filename": "docs/a.md", "previous_filename": "hooks/a.py"}]}, {"artifacts": {"artifacts": []}},
        {"files": [{"filename": "docs/a.md"}] * 100}, {"zip": artefact(b"no zip")}, {"zip": b"no zip"}, {"zip": zipped({"other.zip": b""}, folder="")},
        {"zip": artefact(zipped({**SITE, "../../9/index.html": b""}))}, {"zip": artefact(zipped({**SITE, "evil.mjs": b"evil()"}))},
        {"artifacts": {"artifacts": [{"id": 3, "name": "preview", "size_in_bytes": 10**9}]}},
    ],
    ids=["program", "workflow", "moved", "nothing left", "too many files to list", "no zip inside", "no zip", "another file", "way out", "script", "large"],
)  # fmt: skip
def test_shows_nothing(tmp_path, given):
    """What changes more than content, left nothing, or left what is no copy of ours is not shown, and the old copy goes."""
    where = place(tmp_path)
    change_copies(where.remote, lambda there: Change(files={"7/index.html": b"old"}), {})
    address, said, server = show(where, answers(**given))
    assert address == "" and "No copy of pull request 7 is shown: " in said
    assert names(where) == TOP
    if "files" in given:
        assert not [one for one in server.asked if "artifacts" in one.path]


def test_changed_meanwhile(tmp_path, monkeypatch):
    """If the proposal has another state once its files were listed, what its check left before is not shown."""
    given = answers()

    def listed(forge, number):
        given["GET", f"{API}/pulls"] = [{"number": 7, "head": {"sha": "0" * 40}}]
        return 0

    monkeypatch.setattr("playbook_kit.adapters.forge.preview.files_beside_content", listed)
    address, said, server = show(place(tmp_path), given)
    assert (address, "changed meanwhile" in said) == ("", True)
    assert not [one for one in server.asked if "artifacts" in one.path]


@pytest.mark.parametrize("event", [{"event": "push"}, {"path": ".github/workflows/other.yml"}, {"head_sha": "x"}])
def test_another_run(tmp_path, event):
    """What another workflow or another event left is not looked at."""
    where = place(tmp_path)
    with pytest.raises(NotDone):
        show(where, answers(), run_event(**event))
    assert git(where, "for-each-ref") == ""


def test_an_older_state(tmp_path):
    """What the check of an older state left changes nothing."""
    where = place(tmp_path)
    assert show(where, answers(pulls=[]))[0] == "" and git(where, "for-each-ref") == ""


def test_take_away(tmp_path):
    """Once a day the copies of what is closed go; when nothing has to go, nothing is pushed."""
    where = place(tmp_path)
    change_copies(where.remote, lambda there: Change(files={f"{number}/index.html": b"" for number in (7, 8)}), {})
    with forge_server(answers()) as server:
        assert take_away(server.forge(), where) is True
        before = git(where, "rev-parse", "pages")
        assert take_away(server.forge(), where) is False
    assert names(where) == {"7/index.html"} and git(where, "rev-parse", "pages") == before


def test_nothing_there_yet(tmp_path):
    """Where nothing was ever shown, nothing is taken away, and nothing is pushed."""
    where = place(tmp_path)
    with forge_server(answers()) as server:
        assert take_away(server.forge(), where) is False
    assert git(where, "for-each-ref") == ""


def test_two_at_the_same_time(tmp_path):
    """If another job pushes in between, its copy stays, and ours is put beside it."""
    where = place(tmp_path)
    waiting = [lambda n=n: change_copies(where.remote, lambda there: Change(files={f"{n}/a.html": b""}), {}) for n in (1, 2)]

    def change(there):
        if waiting:
            waiting.pop()()
        return Change(files={"3/a.html": b""})

    assert change_copies(where.remote, change, {}) is True
    assert names(where) == {"1/a.html", "2/a.html", "3/a.html"}


def test_given_up(tmp_path, monkeypatch):
    """If others are faster each time, it is said, and nothing of theirs is lost."""
    monkeypatch.setattr(copies, "_TRIES", 2)
    where, numbers = place(tmp_path), iter(range(1, 99))

    def change(there):
        change_copies(where.remote, lambda there: Change(files={f"{next(numbers)}/a.html": b""}), {})
        return Change(files={"a.html": b""})

    with pytest.raises(NotDone, match="same time"):
        change_copies(where.remote, change, {})
    assert names(where) == {"1/a.html", "2/a.html"}


def test_a_push_that_is_refused(tmp_path):
    """If the repository takes nothing, its own words are given, and it is not tried again."""
    where = place(tmp_path)
    hook = Path(where.remote) / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho Not you >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    with pytest.raises(NotDone, match="Not you"):
        change_copies(where.remote, lambda there: Change(files={"a": b""}), {})
    with pytest.raises(NotUpgraded):
        change_copies(str(tmp_path / "nowhere.git"), lambda there: Change(files={"a": b""}), {})


def test_place(tmp_path):
    """The key is kept from others, the forge is known by the keys that it gives, and nothing of ours tells git the rest."""
    with forge_server(answers()) as server:
        found = place_in(tmp_path, server.forge(), VARIABLES, "https://playbook.example/")
    assert (found.remote, found.address) == ("ssh://git@127.0.0.1/octo-org/copies.git", "https://copies.example/of/")
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600 and (tmp_path / "key").read_text() == "KEY\n"
    assert (tmp_path / "known").read_text() == "127.0.0.1 ssh-ed25519 AAAA\n127.0.0.1 ssh-rsa BBBB\n"
    assert "StrictHostKeyChecking=yes" in found.settings["core.sshCommand"]


@pytest.mark.parametrize(
    ("variables", "site"),
    [
        ({"PREVIEW_REPOSITORY": "octo-org/octo-repo"}, ""), ({"PREVIEW_REPOSITORY": "copies"}, ""), ({"PREVIEW_REPOSITORY": "-o/x y"}, ""),
        ({"PREVIEW_ADDRESS": "http://copies.example/"}, ""), ({"PREVIEW_ADDRESS": "https://copies.example"}, ""), ({"PREVIEW_ADDRESS": ""}, ""),
        ({"PREVIEW_KEY": ""}, ""), ({}, "https://copies.example/playbook/"), ({"PREVIEW_ADDRESS": "https://a.example/ (x)/"}, ""),
    ],
)  # fmt: skip
def test_no_place(tmp_path, variables, site):
    """Without a repository of their own, an address that is not the site's, and a key, no copy is shown, and it is said why."""
    with forge_server(answers()) as server, pytest.raises(NotDone):
        place_in(tmp_path, server.forge(), VARIABLES | variables, site)


def test_the_comment_says_where(tmp_path):
    """The one comment on the pull request gives the address, and without a copy says nothing about one."""
    event, said = {"pull_request": {"number": 7}}, []
    for copy in ("https://copies.example/of/7/", ""):
        given = answers() | {("GET", f"{API}/issues/7/comments"): [], ("POST", f"{API}/issues/7/comments"): {}}
        with forge_server(given) as server:
            post_review(server.forge(), event, Review(errors=0, warnings=0), WORDS, copy)
            said.append(server.sent("POST")[0].data["body"])
    line = WORDS("proposal.copy", address="https://copies.example/of/7/")
    assert line in said[0].splitlines() and "copies.example" not in said[1]


def test_git_settings_of_a_user_change_nothing(tmp_path, monkeypatch):
    """Files are pushed byte for byte, whatever the machine's own git would make of the ends of their lines."""
    (tmp_path / "config").write_text("[core]\n\tautocrlf = input\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    where = place(tmp_path)
    change_copies(where.remote, lambda there: Change(files={"a.txt": b"a\r\nb\n"}), {})
    assert subprocess.run(["git", "show", "pages:a.txt"], cwd=where.remote, capture_output=True).stdout == b"a\r\nb\n"


def test_the_command(tmp_path, monkeypatch, capsys):
    """The command looks, shows, and gives the address to the next job; what it prints is no command to the runner."""
    where, root = place(tmp_path), write_small_playbook(tmp_path / "playbook")
    (tmp_path / "event.json").write_text(json.dumps(run_event()), encoding="utf-8")
    monkeypatch.setattr("playbook_kit.cli.preview.place_in", lambda *given: where)
    monkeypatch.setattr("playbook_kit.adapters.folder_site.own_scripts", lambda theme: OURS)
    with forge_server(answers()) as server:
        for name, value in {
            "PLAYBOOK_FORGE": "github", "PLAYBOOK_TOKEN": "secret", "GITHUB_API_URL": server.address, "GITHUB_OUTPUT": str(tmp_path / "out"),
            "GITHUB_REPOSITORY": "octo-org/octo-repo", "GITHUB_EVENT_PATH": str(tmp_path / "event.json"),
        }.items():  # fmt: skip
            monkeypatch.setenv(name, value)
        for command in ("show-preview", "prune-previews"):
            with pytest.raises(SystemExit) as ended:
                main([command, "--root", str(root), "--today", "2026-11-21"])
            assert ended.value.code == 0
    assert (tmp_path / "out").read_text() == "address=https://copies.example/of/7/\n" and names(where) == SHOWN | TOP
    assert capsys.readouterr().out == "The copy of pull request 7 is shown.\nThere is nothing to take away.\n"
