"""From lock files that a run handed on to a pull request, with a forge and a git server on this machine."""

import io
import re
import shutil
import subprocess
import zipfile

import pytest
from forge_help import WORDS, forge_server
from playbook_kit.adapters.forge.errors import NotDone
from playbook_kit.adapters.forge.renewal import BRANCH, propose_renewal, renewal_of_folder, renewal_of_run
from playbook_kit.adapters.upgrade.propose import Forge
from playbook_kit.cli import main
from playbook_kit.locks import FITS, LARGEST, NotALock
from site_help import ROOT

API = "/repos/octo-org/octo-repo"
ARTEFACTS, RUN = f"{API}/actions/runs/7/artifacts", 7
LISTED = {"total_count": 1, "artifacts": [{"id": 11, "name": "renewal", "size_in_bytes": 100, "expired": False}]}
LOCKS = {name: (ROOT / f"requirements/{name}.lock").read_text(encoding="utf-8") for name in FITS}
NOW = re.findall(r"^pyyaml==(\S+)", LOCKS["site"], re.M)[0]
NEWER = {name: text.replace(f"pyyaml=={NOW} ", "pyyaml==99.1 ") for name, text in LOCKS.items()}


def git(folder, *arguments: str) -> str:
    """What git prints in a folder."""
    settings = ("-c", "user.name=Somebody", "-c", "user.email=somebody@localhost", "-c", "init.defaultBranch=main")
    return subprocess.run(
        ["git", *settings, *arguments], cwd=folder, capture_output=True, text=True, check=True
    ).stdout.strip()


def packed(files: dict[str, str | bytes]) -> bytes:
    """A ZIP of these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, text in files.items():
            opened.writestr(name, text)
    return made.getvalue()


def handed_on(data: bytes, listed=LISTED) -> dict[str, str]:
    """What comes of an artefact."""
    with forge_server({("GET", ARTEFACTS): listed, ("GET", f"{API}/actions/artifacts/11/zip"): data}) as server:
        return renewal_of_run(server.forge(), RUN)


@pytest.fixture
def root(tmp_path):
    """A clone with our lock files, of a repository that can be pushed to."""
    shutil.copytree(ROOT / "requirements", tmp_path / "root/requirements")
    root = tmp_path / "root"
    git(root, "init", "--quiet")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "-m", "Begin")
    git(tmp_path, "clone", "--quiet", "--bare", "root", "remote.git")
    return root


def proposed(root, texts, tests="success", known=()):
    """What is said, and what is sent to the forge, when this is proposed."""
    answers = {
        ("GET", f"{API}/pulls"): list(known), ("POST", f"{API}/pulls"): {"html_url": "https://git.example/13"},
        ("PATCH", f"{API}/pulls/13"): {"html_url": "https://git.example/13"},
    }  # fmt: skip
    with forge_server(answers) as server:
        forge = Forge("github", server.address, "octo-org/octo-repo", "secret", str(root.parent / "remote.git"))
        said = propose_renewal(root, forge, texts, tests, "main", WORDS)
        return said, [(one.method, one.data) for one in server.asked if one.method != "GET"]


def test_from_a_run_to_a_pull_request(root):
    """What a run handed on is one commit with nothing but lock files on the one branch, and a pull request that says it all."""
    texts = handed_on(packed({f"{name}.lock": text for name, text in NEWER.items()}))
    assert texts == NEWER
    said, sent = proposed(root, texts)
    assert "https://git.example/13" in said
    remote = root.parent / "remote.git"
    assert git(remote, "diff", "--name-only", "main", BRANCH).splitlines() == sorted(
        f"requirements/{name}.lock" for name in FITS
    )
    assert git(remote, "log", "--format=%s", f"main..{BRANCH}") == "Renew the packages"
    ((method, pull),) = sent
    assert method == "POST" and {key: pull[key] for key in ("title", "head", "base", "draft")} == {
        "title": WORDS("renewal.title"), "head": BRANCH, "base": "main", "draft": False,
    }  # fmt: skip
    assert (
        WORDS("renewal.tests.success") in pull["body"]
        and f"- pyyaml: from {NOW} to 99.1 ({', '.join(FITS)})" in pull["body"]
    )


def test_tests_that_failed(root):
    """If the tests failed with the new versions, the pull request says so and is a draft."""
    ((_, pull),) = proposed(root, NEWER, "failure")[1]
    assert pull["draft"] and WORDS("renewal.tests.failure") in pull["body"]


def test_open_pull_request_is_brought_up_to_date(root):
    """The next week's renewal stands alone on the same branch, in the same pull request."""
    proposed(root, NEWER)
    git(root, "switch", "--quiet", "main")
    later = {name: text.replace(f"pyyaml=={NOW} ", "pyyaml==99.2 ") for name, text in LOCKS.items()}
    ((method, pull),) = proposed(root, later, known=[{"number": 13, "head": {"ref": BRANCH}}])[1]
    assert method == "PATCH" and "to 99.2" in pull["body"] and "99.1" not in pull["body"]
    assert git(root.parent / "remote.git", "rev-list", "--count", f"main..{BRANCH}") == "1"


def test_nothing_new_is_not_proposed(root):
    """Lock files that are those of the main branch open nothing and push nothing."""
    assert proposed(root, LOCKS) == ("There is nothing to renew.", [])
    assert git(root.parent / "remote.git", "branch", "--list", BRANCH) == ""


@pytest.mark.parametrize(
    "line", ["--index-url https://packages.example", "flask @ https://packages.example/x.whl", "::error::x", "# hello"]
)
def test_a_line_of_another_form(root, line):
    """One line that is none of a lock file's stops all: nothing is written, pushed or asked."""
    with pytest.raises(NotALock, match="requirements/test.lock:"):
        proposed(root, NEWER | {"test": NEWER["test"] + line + "\n"})
    assert git(root, "status", "--porcelain") == "" and git(root, "branch", "--show-current") == "main"
    assert git(root.parent / "remote.git", "branch", "--list", BRANCH) == ""


ALL = {f"{name}.lock": text for name, text in NEWER.items()}
HOSTILE = {
    "another file": packed(ALL | {"run.py": "x"}), "a way out": packed(ALL | {"../run.py": "x"}),
    "one missing": packed({"site.lock": NEWER["site"]}), "too large": packed(ALL | {"test.lock": "x" * (LARGEST + 1)}),
    "no ASCII": packed(ALL | {"test.lock": "pyyaml==１\n"}), "no ZIP": b"PK",
    "a folder": packed({f"requirements/{name}": text for name, text in ALL.items()}),
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
def test_another_artefact_is_refused(what):
    """What is not exactly the lock files, each of a bounded size, is not read any further."""
    with pytest.raises(NotDone):
        handed_on(HOSTILE[what])


def test_large_artefact_is_not_fetched():
    """An artefact that is larger than all lock files can be is not even fetched."""
    large = {"artifacts": [LISTED["artifacts"][0] | {"size_in_bytes": LARGEST * 10}]}
    with pytest.raises(NotDone, match="larger than any renewal"):
        handed_on(b"", large)


def test_nothing_was_handed_on():
    """A run that handed nothing on has nothing to propose, and says so."""
    with pytest.raises(NotDone, match="left no renewal"):
        handed_on(b"", {"artifacts": []})


def test_folder_with_something_else(tmp_path):
    """A folder, on a forge where one job does all, is read as strictly; none at all is nothing to propose."""
    assert renewal_of_folder(tmp_path / "none") == {}
    for name, text in ALL.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert renewal_of_folder(tmp_path) == NEWER
    (tmp_path / "site.lock").unlink()
    (tmp_path / "site.lock").symlink_to(ROOT / "requirements/site.lock")
    with pytest.raises(NotDone):
        renewal_of_folder(tmp_path)
    (tmp_path / "site.lock").unlink()
    (tmp_path / "licences.yml").write_text("", encoding="utf-8")
    with pytest.raises(NotDone):
        renewal_of_folder(tmp_path)


@pytest.mark.parametrize(
    ("said", "key"), [("success", "success"), ("failure", "failure"), ("", "unknown"), ("$(id)", "unknown")]
)
def test_the_command(root, monkeypatch, capsys, said, key):
    """In a workflow the command fetches what its own run handed on, and takes no word on the tests but those of the forge."""
    answers = {
        ("GET", ARTEFACTS): LISTED, ("GET", f"{API}/actions/artifacts/11/zip"): packed(ALL), ("GET", f"{API}/pulls"): [],
        ("POST", f"{API}/pulls"): {"html_url": "https://git.example/13"},
    }  # fmt: skip
    with forge_server(answers) as server:
        settings = {
            "PLAYBOOK_FORGE": "github", "PLAYBOOK_TOKEN": "secret", "PLAYBOOK_TESTS": said, "GITHUB_API_URL": server.address,
            "GITHUB_REPOSITORY": "octo-org/octo-repo", "GITHUB_SERVER_URL": f"file://{root.parent}", "GITHUB_RUN_ID": str(RUN),
        }  # fmt: skip
        (root.parent / "octo-org").mkdir()
        (root.parent / "remote.git").rename(root.parent / "octo-org/octo-repo.git")
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        with pytest.raises(SystemExit) as ended:
            main(["propose-renewal", "--root", str(root)])
        (pull,) = [one.data for one in server.sent("POST")]
    assert ended.value.code == 0, capsys.readouterr().err
    assert WORDS(f"renewal.tests.{key}") in pull["body"] and "secret" not in capsys.readouterr().out
