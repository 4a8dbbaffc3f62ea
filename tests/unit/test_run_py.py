"""`run.py`, which must run on a machine with nothing but Python and git."""

import ast
import re
import subprocess
import sys

import pytest
from unit_help import ROOT

sys.path.insert(0, str(ROOT))
import run

sys.path.remove(str(ROOT))

TREE = ast.parse((ROOT / "run.py").read_text(encoding="utf-8"))


def test_standard_library_only():
    """run.py imports nothing but the standard library, inside functions too."""
    names = {
        name.partition(".")[0]
        for node in ast.walk(TREE)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for name in ([alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or "."])
    }
    assert names and names <= set(sys.stdlib_module_names)


@pytest.mark.parametrize("version", [(3, 8, 10), (3, 10, 14)])
def test_old_python_is_refused(monkeypatch, version):
    """An old Python is refused in one sentence, before anything is installed."""
    monkeypatch.setattr(sys, "version_info", version)
    monkeypatch.setattr(run, "install", lambda name: pytest.fail("it went on"))
    with pytest.raises(SystemExit) as stopped:
        run.main(["check"])
    assert str(stopped.value).strip() == "This needs Python 3.11 or newer; this one is 3.%d." % version[1]


def test_old_python_gets_as_far_as_the_sentence():
    """An older Python can load the file: its grammar is old, and no annotation needs a new Python when it is read."""
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 7))
    future = any(isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in TREE.body)
    annotations = [
        part.annotation for node in ast.walk(TREE) if isinstance(node, ast.FunctionDef)
        for part in [*node.args.args, *filter(None, [node.args.vararg])] if part.annotation
    ]  # fmt: skip
    assert future or not [ast.unparse(one) for one in annotations if isinstance(one, (ast.Subscript, ast.BinOp))]


@pytest.fixture
def lock(tmp_path):
    """A lock file."""
    path = tmp_path / "site.lock"
    path.write_text("mkdocs==1.6.1\n")
    return path


def test_fingerprint_is_stable(lock):
    """The same lock file and Python give the same fingerprint."""
    assert run.fingerprint(lock) == run.fingerprint(lock)


def test_fingerprint_of_another_file(lock):
    """A changed lock file has another fingerprint, so it is installed again."""
    before = run.fingerprint(lock)
    lock.write_text("mkdocs==1.6.2\n")
    assert run.fingerprint(lock) != before


def test_fingerprint_of_another_python(lock, monkeypatch):
    """Another Python has another fingerprint."""
    before = run.fingerprint(lock)
    monkeypatch.setattr(sys, "version", "3.99.0 (main)")
    assert run.fingerprint(lock) != before


def test_fingerprint_of_another_place(lock, monkeypatch, tmp_path):
    """A moved repository has another fingerprint, since an environment cannot be moved."""
    before = run.fingerprint(lock)
    monkeypatch.setattr(run, "ROOT", tmp_path)
    assert run.fingerprint(lock) != before


def test_installed_is_not_installed_again(monkeypatch, tmp_path):
    """A lock file whose fingerprint is stamped is not installed again."""
    (tmp_path / "requirements").mkdir()
    lock = tmp_path / "requirements" / "site.lock"
    lock.write_text("mkdocs==1.6.1\n")
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "VENV", tmp_path)
    monkeypatch.setattr(run, "create_environment", lambda: pytest.fail("it was made again"))
    monkeypatch.setattr(run.subprocess, "run", lambda *a, **k: pytest.fail("it was installed again"))
    (tmp_path / "installed-site").write_text(run.fingerprint(lock))
    assert run.install("site") is None


@pytest.mark.parametrize("name", run.INCLUDES)
def test_every_lock_file_is_there(name):
    """Each lock file that run.py may install is in requirements/, and holds the ones that it includes."""
    pinned = {}
    for one in run.INCLUDES[name]:
        lines = (ROOT / "requirements" / f"{one}.lock").read_text(encoding="utf-8").splitlines()
        pinned[one] = {line.split()[0] for line in lines if "==" in line}
    assert pinned[name] and all(pins <= pinned[name] for pins in pinned.values())


@pytest.mark.parametrize(
    ("arguments", "lock_name", "command"),
    [
        ([], "site", ["-m", "playbook_kit.cli", "--help"]),
        (["check", "--json"], "site", ["-m", "playbook_kit.cli", "check", "--json"]),
        (["links", "--json"], "links", ["-m", "playbook_kit.cli", "links", "--json"]),
        (["audit"], "update", ["-m", "playbook_kit.cli", "audit"]),
        (["renew"], "update", ["-m", "playbook_kit.cli", "renew"]),
        (["propose-renewal"], "site", ["-m", "playbook_kit.cli", "propose-renewal"]),
        (["test", "-k", "x"], "test", ["-m", "pytest", "-k", "x"]),
        (["bench", "--pages", "200"], "site", ["bench/build.py", "--pages", "200"]),
    ],
)
def test_commands(monkeypatch, arguments, lock_name, command):
    """A command installs what it needs and is passed on with its options; the exit code is its own."""
    seen = []

    def fake_run(*parts):
        seen.append(list(parts[1:]))
        return 0 if "tests/install_" in str(parts) else 7

    monkeypatch.setattr(run, "install", seen.append)
    monkeypatch.setattr(run, "run", fake_run)
    assert run.main(arguments) == 7
    assert (seen[0], seen[-1]) == (lock_name, command)


@pytest.mark.parametrize(
    ("codes", "ends_with", "said"),
    [({}, 0, "holds"), ({"lighthouse": 1}, 1, "fails"), ({"lighthouse": 2}, 1, "fails"), ({"audit": 2}, 2, "could not be judged"),
     ({"audit": 2, "test": 1}, 1, "could not be judged")],
)  # fmt: skip
def test_everything(monkeypatch, capsys, codes, ends_with, said):
    """`test-all` runs every part, whatever became of those before it, and ends with what became of each."""
    import everything

    asked = []

    def ended(command, cwd):
        asked.append(tuple(command[2:]))
        return subprocess.CompletedProcess(command, codes.get(command[2], 0))

    monkeypatch.setattr(everything.subprocess, "run", ended)
    assert everything.main() == ends_with
    lines = capsys.readouterr().out.splitlines()[-len(everything.PARTS) :]
    assert asked == list(everything.PARTS.values())
    assert [line.partition(": ")[0] for line in lines] == list(everything.PARTS)
    assert any(line.endswith(said) for line in lines)
    assert {one[0] for one in asked} >= {"test", "lighthouse", "fuzz", "audit"} and "long or not long" in asked[0]


def test_everything_is_started(monkeypatch):
    """`run.py test-all` starts it with the Python that run.py was started with, since each part sets itself up."""
    seen = []
    monkeypatch.setattr(run, "install", lambda name: pytest.fail("its parts install what they need"))
    monkeypatch.setattr(run, "run", lambda *parts: seen.extend(parts) or 7)
    assert run.main(["test-all"]) == 7
    assert seen == [sys.executable, "tests/everything.py"]


@pytest.mark.parametrize("path", [".cache/unfinished-upgrade/undo.py", ".cache/documents/0", ".venv/made-for"])
def test_nothing_runs_that_came_with_a_change(monkeypatch, tmp_path, path):
    """Where Git keeps a file in a folder that is only ever made on one's own computer, nothing is run, and it is named."""
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text("raise SystemExit(1)\n", encoding="utf-8")
    monkeypatch.setattr(run, "ROOT", tmp_path)
    assert run.committed() == ""
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    assert run.committed() == ""
    subprocess.run(["git", "add", "--force", path], cwd=tmp_path, check=True)
    monkeypatch.setattr(run, "UNDO", tmp_path / path)
    for name in ("install", "run"):
        monkeypatch.setattr(run, name, lambda *given: pytest.fail("it went on"))
    with pytest.raises(SystemExit, match=re.escape(f"Git keeps {path}.")):
        run.main(["build"])


def test_git_keeps_nothing_that_is_ignored():
    """No file in Git is one that .gitignore names: what was added by force is no file of ours."""
    listed = subprocess.run(["git", "ls-files", "-ci", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True)
    assert listed.stdout == "" and run.committed() == ""


@pytest.mark.parametrize(("code", "goes_on"), [(0, True), (1, False)])
def test_takes_back_what_was_cut_off(monkeypatch, tmp_path, code, goes_on):
    """What an upgrade that was cut off left behind is taken back before anything else; if that fails, nothing else is done."""
    (tmp_path / "undo.py").write_text(f"print('taken back')\nraise SystemExit({code})\n", encoding="utf-8")
    seen = []
    monkeypatch.setattr(run, "UNDO", tmp_path / "undo.py")
    monkeypatch.setattr(run, "install", seen.append)
    real = run.run
    monkeypatch.setattr(run, "run", lambda *parts: real(*parts) if parts[-1] == run.UNDO else seen.append(parts[-1]) or 0)
    if goes_on:
        assert run.main(["check"]) == 0
    else:
        with pytest.raises(SystemExit, match="could not be taken back"):
            run.main(["check"])
    assert seen == (["site", "check"] if goes_on else [])


def test_undo_is_where_an_upgrade_keeps_it():
    """run.py looks where an upgrade keeps what it replaces."""
    from playbook_kit.adapters.upgrade.undo import PROGRAM, UNFINISHED

    assert run.UNDO == ROOT / UNFINISHED / PROGRAM
