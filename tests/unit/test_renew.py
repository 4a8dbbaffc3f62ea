"""`playbook audit` and `playbook renew`, with programs on this machine in place of pip-audit and uv; no network."""

import json
import re
import shutil
import sys
from pathlib import Path

import pytest
from playbook_kit.adapters.locks.files import read_locks
from playbook_kit.cli import main
from playbook_kit.locks import FITS
from unit_help import ROOT

HASH = "d" * 64
NOW = re.findall(r"^pyyaml==(\S+)", (ROOT / "requirements/site.lock").read_text(encoding="utf-8"), re.M)[0]
# Says of each package what `answer.json` beside it says, and writes down how it was called.
PIP_AUDIT = """#!{python}
import json, pathlib, sys
here = pathlib.Path(__file__).parent
given = sys.argv[1:]
asked = pathlib.Path(given[given.index("--requirement") + 1]).read_text().splitlines()
with (here / "asked").open("a") as file:
    file.write(json.dumps([given, asked]) + "\\n")
known = json.loads((here / "answer.json").read_text())
if known == "down":
    print("Traceback (most recent call last):\\n  File x, line 1", file=sys.stderr)
    sys.exit("ERROR:pip_audit._cli:Could not connect to PyPI's vulnerability feed")
found = []
for line in asked:
    name, version = line.split()[0].split("==")
    found.append({{"name": name, "version": version, "vulns": known.get(line.split()[0], [])}})
print(json.dumps({{"dependencies": found, "fixes": []}}))
sys.exit(any(one["vulns"] for one in found))
"""
# Makes the lock file that it is asked for, of what `<name>.lock` beside it says or of what was there.
UV = """#!{python}
import pathlib, sys
here = pathlib.Path(__file__).parent
given = sys.argv[1:]
name = given[given.index("-o") + 1]
with (here / "made").open("a") as file:
    file.write(" ".join(given[2:]) + "\\n")
if (here / f"{{name}}.fails").exists():
    sys.exit("  x No solution found when resolving dependencies")
if (here / name).exists():
    pathlib.Path(name).write_text((here / name).read_text())
"""


@pytest.fixture
def root(tmp_path):
    """A repository with our lock files and nothing else."""
    (tmp_path / "root").mkdir()
    shutil.copytree(ROOT / "requirements", tmp_path / "root/requirements")
    return tmp_path / "root"


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """A folder with the two programs, which stands first on the path; the Python that runs has none beside it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name, text in (("pip-audit", PIP_AUDIT), ("uv", UV)):
        (folder / name).write_text(text.format(python=sys.executable), encoding="utf-8")
        (folder / name).chmod(0o755)
    (folder / "answer.json").write_text("{}", encoding="utf-8")
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python/python3"))
    return folder


@pytest.fixture
def playbook(capsys):
    """Run the command line in this process and give its exit code, its output and its errors."""

    def run(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        return (ended.value.code or 0, *capsys.readouterr())

    return run


def newer(root: Path, programs: Path, name: str) -> None:
    """Have the program make a lock file with a newer version of PyYAML, and one package more."""
    text = (root / f"requirements/{name}.lock").read_text(encoding="utf-8").replace(f"pyyaml=={NOW} ", "pyyaml==99.1 ")
    (programs / f"{name}.lock").write_text(
        f"{text}zzz==1 \\\n    --hash=sha256:{HASH}\n    # via pyyaml\n", encoding="utf-8"
    )


def texts(root: Path) -> dict[str, str]:
    """What every file of the folder says."""
    return {path.name: path.read_text(encoding="utf-8") for path in (root / "requirements").iterdir()}


def test_audit_without_a_fault(root, programs, playbook):
    """Every package at every version of every lock file is asked about once, by hashes and without a resolver."""
    code, out, err = playbook("audit", "--root", root)
    locked = {(pin.name, pin.version) for found in read_locks(root).values() for pin in found}
    assert (code, err) == (0, "") and out == f"No known fault in any of {len(locked)} packages.\n"
    calls = [json.loads(line) for line in (programs / "asked").read_text().splitlines()]
    assert all({"--require-hashes", "--disable-pip"} <= set(given) for given, _ in calls)
    asked = [line.partition(" --hash=sha256:")[0] for _, lines in calls for line in lines]
    assert sorted(asked) == sorted(f"{name}=={version}" for name, version in locked)
    assert all(len({line.partition("==")[0] for line in lines}) == len(lines) for _, lines in calls)


def test_audit_with_a_fault(root, programs, playbook):
    """A known fault ends with 1, and says the package, the version, the fault, what mends it and where it is locked."""
    pin = next(one for one in read_locks(root)["test"] if one.name == "pytest")
    fault = {"id": "GHSA-aaaa-bbbb-cccc", "fix_versions": ["99.1"], "aliases": ["CVE-2026-1"]}
    (programs / "answer.json").write_text(json.dumps({f"pytest=={pin.version}": [fault]}), encoding="utf-8")
    code, out, _ = playbook("audit", "--root", root)
    assert (
        code == 1
        and f"pytest {pin.version} has the known fault GHSA-aaaa-bbbb-cccc, which is CVE-2026-1. Version 99.1 mends it."
        in out
    )
    assert f"\n  requirements/test.lock:{pin.line}\n" in out


@pytest.mark.parametrize("what", ["down", "silent", "missing", "stopped", "no lock"])
def test_audit_that_cannot_be_made(root, programs, playbook, what):
    """Where nobody can be asked, the command ends with 2 and says that nothing is known: that is no good news."""
    if what == "down":
        (programs / "answer.json").write_text('"down"', encoding="utf-8")
    elif what == "missing":
        (programs / "pip-audit").unlink()
    elif what == "no lock":
        (root / "requirements/test.lock").unlink()
    else:
        end = "0" if what == "silent" else "3"
        (programs / "pip-audit").write_text(f"#!/bin/sh\nexit {end}\n", encoding="utf-8")
    code, out, err = playbook("audit", "--root", root)
    assert "Traceback" not in err and len(err.splitlines()) == 1
    assert (code, out) == (2, "") and err.startswith(
        "The packages were not looked at, so nothing is known of their faults. "
    )


def test_audit_of_unknown_packages(root, programs, playbook):
    """A database that knows none of the packages, such as that of a mirror, ends with 2 as well."""
    (programs / "pip-audit").write_text('#!/bin/sh\necho \'{"dependencies": [], "fixes": []}\'\n', encoding="utf-8")
    code, out, _ = playbook("audit", "--root", root)
    assert code == 2 and "could say nothing of" in out and "No known fault" not in out


def test_renew(root, programs, playbook):
    """All lock files are made in their order, with the newest versions, and each change is said once."""
    for name in FITS:
        newer(root, programs, name)
    code, out, err = playbook("renew", "--root", root)
    assert (code, err) == (0, "")
    assert out == f"pyyaml: from {NOW} to 99.1 ({', '.join(FITS)})\nzzz: 1 is new ({', '.join(FITS)})\n"
    made = (programs / "made").read_text().splitlines()
    assert [line.rpartition("-o ")[2] for line in made] == [f"{name}.lock {name}.in" for name in FITS]
    wanted = ("--upgrade", "--universal", "--generate-hashes", "--no-emit-index-url", "--only-binary :all:")
    assert all(one in line for line in made for one in wanted)
    assert [line.count("-c site.lock") for line in made] == [len(fits) for fits in FITS.values()] == [0, 1, 1, 1, 0]
    assert all("pyyaml==99.1" in texts(root)[f"{name}.lock"] for name in FITS)
    assert playbook("renew", "--root", root)[1] == "There is nothing to renew.\n"


def test_renew_as_json(root, programs, playbook):
    """With --json the changes are data."""
    newer(root, programs, "test")
    found = json.loads(playbook("renew", "--root", root, "--json")[1])
    assert (
        found["items"][0] == {"name": "pyyaml", "old": [NOW], "new": ["99.1"], "locks": ["test"]}
        and found["total"] == 2
    )


@pytest.mark.parametrize("what", ["fails", "address", "missing"])
def test_renew_changes_all_or_nothing(root, programs, playbook, what):
    """If one lock file cannot be made, or names a registry, no lock file is touched, and the reason is said."""
    for name in FITS:
        newer(root, programs, name)
    if what == "fails":
        (programs / "update.lock.fails").touch()
    elif what == "address":
        text = (programs / "test.lock").read_text(encoding="utf-8")
        (programs / "test.lock").write_text(f"--index-url https://packages.example/simple\n{text}", encoding="utf-8")
    else:
        (programs / "uv").unlink()
    before = texts(root)
    code, out, err = playbook("renew", "--root", root)
    assert (code, out, texts(root)) == (1, "", before)
    said = {"fails": "No solution found", "address": "requirements/test.lock:1:1: ", "missing": "uv is not installed"}
    assert said[what] in err


def test_renew_by_way_of_a_folder(root, programs, playbook, tmp_path):
    """The new lock files can be made in a folder, which leaves ours alone, and taken from there."""
    newer(root, programs, "test")
    before = texts(root)
    code, made, _ = playbook("renew", "--root", root, "--to", tmp_path / "made")
    assert code == 0 and texts(root) == before
    assert sorted(path.name for path in (tmp_path / "made").iterdir()) == sorted(f"{name}.lock" for name in FITS)
    (programs / "uv").unlink()
    assert playbook("renew", "--root", root, "--from", tmp_path / "made") == (0, made, "")
    assert "pyyaml==99.1" in texts(root)["test.lock"] and texts(root)["site.lock"] == before["site.lock"]


def test_nothing_new_is_handed_on_nowhere(root, programs, playbook, tmp_path):
    """Where nothing changed, no folder is made, so that a workflow has nothing to test and to propose."""
    assert playbook("renew", "--root", root, "--to", tmp_path / "made") == (0, "There is nothing to renew.\n", "")
    assert not (tmp_path / "made").exists()


def test_council_s_copy(root, programs, playbook):
    """In a council's copy nothing is renewed unless that is asked for: its packages come with the playbook's next version."""
    newer(root, programs, "test")
    (root / "local").mkdir()
    before = texts(root)
    code, out, _ = playbook("renew", "--root", root)
    assert code == 0 and "run.py upgrade" in out and texts(root) == before
    assert "pyyaml: from" in playbook("renew", "--root", root, "--anyway")[1]
