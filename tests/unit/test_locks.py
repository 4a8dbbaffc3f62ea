"""The lock files as data: their form, what differs, and what pip-audit says of them, in words."""

import json
import re

import pytest
from playbook_kit.locks import (
    FITS,
    LARGEST,
    OUTCOMES,
    Fault,
    NotALock,
    NotAudited,
    as_body,
    as_lines,
    as_text,
    compare,
    read_audit,
    read_pins,
    rounds,
    without_licence,
)
from playbook_kit.words import load_words
from unit_help import ROOT

WORDS = load_words(ROOT)[0]
HASH = "a" * 64
PATH = "requirements/site.lock"


def lock(*pins: str, digest: str = HASH) -> str:
    """A lock file of these pins, such as `flask==0.5`."""
    return "".join(
        f"{pin} \\\n    --hash=sha256:{digest} \\\n    --hash=sha256:{'b' * 64}\n    # via -r site.in\n" for pin in pins
    )


def pins(*wanted: str, path: str = PATH):
    """The pins of such a lock file."""
    return read_pins(lock(*wanted), path)


def said(*dependencies: dict) -> str:
    """What pip-audit prints with `--format json`: a list of dependencies, and one of fixes that nobody asked for."""
    return json.dumps({"dependencies": dependencies, "fixes": []})


# As pip-audit's own documentation shows it, with the aliases that it adds since 2.7.
FLASK = {
    "name": "flask", "version": "0.5",
    "vulns": [
        {"id": "PYSEC-2019-179", "fix_versions": ["1.0"], "aliases": ["CVE-2019-1010083", "GHSA-5wv5-4vpf-pj6m"]},
        {"id": "PYSEC-2018-66", "fix_versions": ["0.12.3"], "aliases": []},
    ],
}  # fmt: skip
JINJA = {"name": "jinja2", "version": "3.0.2", "vulns": []}


@pytest.mark.parametrize("name", FITS)
def test_our_lock_files_are_of_the_form(name):
    """Each of our lock files is read whole: as many packages and hashes as stand in it, each with its line."""
    text = (ROOT / f"requirements/{name}.lock").read_text(encoding="utf-8")
    found = read_pins(text, PATH)
    assert len(found) == len(re.findall(r"^[a-z0-9].*==", text, re.M)) > 10
    assert sum(len(pin.hashes) for pin in found) == text.count("--hash=sha256:")
    lines = text.splitlines()
    assert all(lines[pin.line - 1].startswith((f"{pin.name}==", f"{pin.name}[")) for pin in found)


@pytest.mark.parametrize("name", FITS)
def test_the_list_says_how_it_is_made(name):
    """The command at the head of each .in file is the one that a renewal runs, but for taking newer versions."""
    from playbook_kit.adapters.locks.renew import _OPTIONS

    head = (ROOT / f"requirements/{name}.in").read_text(encoding="utf-8").splitlines()[1].split()
    within = [part for other in FITS[name] for part in ("-c", f"{other}.lock")]
    shared = [one for one in _OPTIONS if one not in ("--upgrade", "--only-binary", ":all:", "--quiet")]
    assert head == ["#", "uv", "pip", "compile", *shared, *within, "-o", f"{name}.lock", f"{name}.in"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("--index-url https://packages.example/simple", "names a place to install from"),
        ("--extra-index-url=https://packages.example", "names a place to install from"),
        ("-i https://packages.example", "names a place to install from"),
        ("--find-links wheels", "names a place to install from"),
        ("    # from https://packages.example", "names a place to install from"),
        ("flask @ git+ssh://host/flask", "names a place to install from"),
        ("-e .", "names a place to install from"),
        ("flask==0.5", "is no line of a lock file"),
        ("flask>=0.5 \\", "is no line of a lock file"),
        ("-r other.txt", "is no line of a lock file"),
        ("    # via $(id)", "is no line of a lock file"),
        ("    --hash=md5:00", "is no line of a lock file"),
        ("\u202eflask==0.5 \\", "is no line of a lock file"),
        ("", "is no line of a lock file"),
        (f"flask==0.5 ; python_version > '{'3' * 600}' \\", "is no line of a lock file"),
    ],
)
def test_other_lines_are_refused(line, why):
    """A line that is none of a lock file is refused with its file and line, and is shown without what could mislead."""
    with pytest.raises(NotALock, match=why) as refused:
        read_pins(lock("jinja2==3.1.6") + line + "\n", PATH)
    assert str(refused.value).startswith("requirements/site.lock:5:1: ") and str(refused.value).isprintable()


@pytest.mark.parametrize(
    "text", ["", "flask==0.5 \\\n", lock("flask==0.5")[:-1], lock("flask==0.5")[:60] + "\n", "x" * LARGEST + "y\n"]
)
def test_half_a_lock_file_is_refused(text):
    """A text that is empty, breaks off or is larger than any lock file is refused."""
    with pytest.raises(NotALock):
        read_pins(text, PATH)


def test_changes():
    """What is newer, new, gone, or the same version with other files is said once, with the lock files that hold it."""
    old = {"site": pins("a==1", "b==1", "c==1"), "test": pins("a==1", "c==1")}
    new = {"test": pins("a==2", "c==1"), "site": pins("a==2", "d==1") + read_pins(lock("c==1", digest="c" * 64), PATH)}
    assert as_lines(compare(old, new), WORDS) == [
        "a: from 1 to 2 (site, test)", "b: 1 is not needed any more (site)", "c: still 1, with other files (site)", "d: 1 is new (site)",
    ]  # fmt: skip
    assert compare(old, old) == []


def test_versions_for_different_pythons():
    """A package that has one version for older Pythons and one for newer is one change."""
    older, newer = "a==1 ; python_full_version < '3.11.5'", "a==2 ; python_full_version >= '3.11.5'"
    (change,) = compare({"site": pins("a==1")}, {"site": pins(older, newer)})
    assert (change.old, change.new) == (("1",), ("1", "2"))


@pytest.mark.parametrize("tests", OUTCOMES)
def test_text_of_a_proposal(tests):
    """The proposal says how the tests ended, each change, and which package that builds the site has no licence on the list."""
    changes = compare({"site": pins("a==1")}, {"site": pins("a==2", "d==1"), "test": pins("e==1")})
    names = without_licence(changes, {"a": "MIT"})
    body = as_body(changes, names, tests, WORDS)
    assert names == ["d"] and WORDS(f"renewal.tests.{tests}") in body and WORDS("renewal.licences", names="d") in body
    assert "\n- a: from 1 to 2 (site)\n- d: 1 is new (site)\n- e: 1 is new (test)\n" in body
    assert all(WORDS(f"renewal.tests.{other}") not in body for other in OUTCOMES if other != tests)


def test_every_package_is_asked_about():
    """What is for another system or Python is asked about too, each version once, and no list holds a package twice."""
    found = rounds([*pins("a==1 ; sys_platform == 'win32'", "b==1", "a==2"), *pins("a==1", "c==1")])
    assert [[(pin.name, pin.version) for pin in one] for one in found] == [
        [("a", "1"), ("b", "1"), ("c", "1")],
        [("a", "2")],
    ]


def test_faults_in_words():
    """Each fault is told with package, version, id, the version that mends it, and every line that holds the package."""
    asked = [*pins("jinja2==3.0.2", "flask==0.5"), *pins("flask==0.5", path="requirements/test.lock")]
    found = read_audit(said(FLASK, JINJA), asked[:2])
    assert found.faults[1] == Fault("flask", "0.5", "PYSEC-2018-66", (), ("0.12.3",)) and found.unknown == {}
    assert as_text(found, asked).splitlines() == [
        "flask 0.5 has the known fault PYSEC-2019-179, which is CVE-2019-1010083 and GHSA-5wv5-4vpf-pj6m. Version 1.0 mends it.",
        "  requirements/site.lock:5", "  requirements/test.lock:1",
        "flask 0.5 has the known fault PYSEC-2018-66. Version 0.12.3 mends it.",
        "  requirements/site.lock:5", "  requirements/test.lock:1",
        "2 known faults in 1 package. Where a version mends it, run: python3 run.py renew",
    ]  # fmt: skip


def test_nothing_mends_it():
    """A fault that no version mends is said to be one."""
    one = {"name": "flask", "version": "0.5", "vulns": [{"id": "PYSEC-2019-179", "fix_versions": []}]}
    assert "No version mends it yet." in as_text(read_audit(said(one), pins("flask==0.5")), pins("flask==0.5"))


def test_no_fault():
    """Without a fault the answer says of how many packages that is true."""
    assert (
        as_text(read_audit(said(JINJA), pins("jinja2==3.0.2")), pins("jinja2==3.0.2"))
        == "No known fault in any of 1 package."
    )


def test_what_nobody_knows_is_no_good_news():
    """A package of which the database knows nothing, or which was left out, is said to be unknown, and not to be without fault."""
    skipped = {"name": "jinja2", "skip_reason": "Dependency not found on PyPI and could not be audited: jinja2 (3.0.2)"}
    found = read_audit(said(skipped), pins("jinja2==3.0.2", "flask==0.5"))
    assert found.faults == [] and list(found.unknown) == ["jinja2 3.0.2", "flask 0.5"]
    text = as_text(found, pins("jinja2==3.0.2", "flask==0.5"))
    assert "could say nothing of 2 packages" in text and "not found on PyPI" in text and "No known fault" not in text


@pytest.mark.parametrize(
    "text",
    [
        "", "null", "[]", '{"dependencies": 1}', "Traceback", said({"name": "flask", "version": "0.5", "vulns": [{}]}),
        said({"name": "flask", "vulns": [{"id": "::error::x", "fix_versions": []}]}),
        said({"name": "flask", "vulns": [{"id": "A-1", "fix_versions": ["1.0 ; echo"]}]}), said({"name": "flask", "vulns": None}),
    ],
)  # fmt: skip
def test_another_form_is_no_answer(text):
    """What is not of the form of pip-audit's answers, or could not be printed safely, is refused."""
    with pytest.raises(NotAudited):
        read_audit(text, pins("flask==0.5"))
