"""What the tests of copies share: a small copy as `pack --preview` makes it, and a repository that copies lie in."""

import html
import io
import subprocess
import zipfile
from pathlib import Path

from forge_help import COMMIT
from playbook_kit.adapters.forge.preview import Place
from playbook_kit.publish import content_security_policy

API = "/repos/octo-org/octo-repo"
SCRIPT = b"export const ours = 1;\n"
OURS = frozenset([SCRIPT])
POLICY = html.escape(content_security_policy(in_page=True))
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>\n'
PAGE = (
    '<!doctype html>\n<html lang="en">\n<head>\n  \n  <meta charset="utf-8">\n'
    f'  <meta http-equiv="Content-Security-Policy" content="{POLICY}">\n  <title>A</title>\n'
    '  <meta name="robots" content="noindex">\n</head>\n<body>\n'
    '<aside class="pb-announcement" aria-label="Announcement">Unread.</aside>\n<p>Hello</p>\n</body>\n</html>\n'
)
SITE = {
    "index.html": PAGE.encode(), "a/index.html": PAGE.encode(), "components/main.mjs": SCRIPT, "assets/playbook.css": b"p{}",
    "assets/favicon.svg": SVG, "search/en.json": b"{}", "search/en.json.js": b'playbookFolder.data({"a": "b"});\n',
    "feed.xml": b"<feed/>", "sitemap.xml.gz": b"x",
}  # fmt: skip


def zipped(files: dict[str, bytes], folder: str = "site/") -> bytes:
    """A ZIP with these files in one folder, without a clock in it."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(f"{folder}{name}"), text)
    return data.getvalue()


def artefact(copy: bytes) -> bytes:
    """A copy as the forge hands it on: a ZIP in a ZIP."""
    return zipped({"preview.zip": copy}, folder="")


def answers(**changed):
    """What a forge answers about an open pull request that changes content, and about the copy that its check left."""
    pull = {"number": 7, "head": {"sha": COMMIT, "ref": "patch-1"}}
    given = {
        "pulls": [pull], "files": [{"filename": "playbook/policy.md"}], "zip": artefact(zipped(SITE)),
        "artifacts": {"artifacts": [{"id": 3, "name": "preview", "expired": False, "size_in_bytes": 200}]},
    } | changed  # fmt: skip
    return {
        ("GET", f"{API}/pulls"): given["pulls"], ("GET", f"{API}/pulls/7/files"): given["files"],
        ("GET", f"{API}/actions/runs/289782451/artifacts"): given["artifacts"],
        ("GET", f"{API}/actions/artifacts/3/zip"): given["zip"],
        ("GET", "/meta"): {"ssh_keys": ["ssh-ed25519 AAAA", "ssh-rsa BBBB"]},
    }  # fmt: skip


def place(folder: Path) -> Place:
    """A repository on this machine, with nothing in it, that copies lie in."""
    subprocess.run(["git", "init", "--quiet", "--bare", folder / "copies.git"], check=True)
    return Place(str(folder / "copies.git"), "https://copies.example/of/", {})


def git(where: Place, *arguments: str) -> str:
    """Ask the repository."""
    return subprocess.run(["git", *arguments], cwd=where.remote, check=True, capture_output=True, text=True).stdout


def names(where: Place) -> set[str]:
    """Every file on the branch of copies."""
    return set(git(where, "ls-tree", "-r", "--name-only", "pages").splitlines())
