"""No sentence of a seed survives in the content: its facts carry over, its words do not."""

import re
import subprocess
import sys

import pytest
from hash_seeds import RUNS as SCRIPT_WRITES
from site_help import ROOT
from small_playbook import write_small_playbook
from wording_runs import LENGTH, hashed, read_runs, words_of, write_runs
from wording_said import copied, mend
from wording_seeds import QUOTATIONS, RUNS, Quotation, collisions, faults, quotations

SEED = "Nobody at the harbour ever counted the gulls, and that's why the ledger of 1911 is blank."
SEEDS = hashed([SEED], b"salt")


@pytest.fixture
def small(tmp_path):
    """A function that gives a small playbook with a text in one of its chapters."""

    def made(text: str):
        root = write_small_playbook(tmp_path / str(len(list(tmp_path.iterdir()))))
        path = root / "playbook" / "policy.md"
        path.write_text(path.read_text(encoding="utf-8").replace("Ask three people.", text), encoding="utf-8")
        return root

    return made


def allowed(words: str, **fields: str) -> Quotation:
    """A quotation in the small playbook's chapter."""
    return Quotation(
        **{
            "path": "playbook/policy.md",
            "words": words,
            "source": "acas-policy",
            "reason": "A turn of phrase",
            **fields,
        }
    )


def test_no_sentence_of_a_seed():
    """No eight words in a row of the content are a seed's: say it in our own words."""
    mend(copied(collisions(ROOT, read_runs(RUNS), quotations())))


def test_quotations_hold():
    """Each quotation that is allowed is short, attributed, still there and still a seed's."""
    assert faults(ROOT, read_runs(RUNS), quotations()) == []


def test_hashes_are_there():
    """The file of hashes holds thousands, sorted, each once, and nothing that can be read."""
    lines = RUNS.read_text(encoding="utf-8").splitlines()
    assert len(lines) > 5000 and lines[2:] == sorted(set(lines[2:]))
    assert [line for line in lines[2:] if not re.fullmatch("[0-9a-f]{12}", line)] == []
    assert QUOTATIONS.is_file() and SCRIPT_WRITES == RUNS


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Nobody at the harbour ever counted the gulls.", 34),
        ("It was quiet.\n\nNOBODY at the **harbour**\never counted “the gulls”!", 36),
        ("It is so. Nobody at [the harbour](policy.md) ever\ncounted [@acas-policy] the gulls.", 34),
        ("- and that’s why the\n  ledger of 1911 is blank", 34),
    ],
)
def test_found(small, text, line):
    """Eight words in a row are found, whatever their capitals, signs, links, citations and line ends."""
    found = collisions(small(text), SEEDS, [])
    assert [(one.path, one.line) for one in found][:1] == [("playbook/policy.md", line)]
    assert len(found[0].run.split()) == LENGTH


@pytest.mark.parametrize(
    "text", ["Nobody at the harbour ever counted the birds.", "Gulls the counted ever harbour the at nobody."]
)
def test_not_found(small, text):
    """Seven words in a row, or the same words in another order, are nobody's."""
    assert collisions(small(text), SEEDS, []) == []


def test_says_where(small):
    """A collision is said with file, line and words."""
    found = collisions(small("Nobody at the harbour ever counted the gulls."), SEEDS, [])
    assert list(map(str, found)) == ["playbook/policy.md:34: “nobody at the harbour ever counted the gulls”"]


def test_quotation(small):
    """An allowed quotation is passed over where it stands in quotation marks, and only there."""
    words = "Nobody at the harbour ever counted the gulls"
    root = small(f"A clerk wrote “{words}” [@acas-policy].")
    assert collisions(root, SEEDS, [allowed(words)]) == [] == faults(root, SEEDS, [allowed(words)])
    assert len(collisions(root, SEEDS, [allowed(words, path="docs/index.md")])) == 1
    assert len(collisions(small(f"A clerk wrote {words} [@acas-policy]."), SEEDS, [allowed(words)])) == 1


@pytest.mark.parametrize(
    ("listed", "fault"),
    [
        (allowed("Nobody at the harbour"), "does not stand there in quotation marks"),
        (allowed("a word of our own"), "is in no seed"),
        (allowed("Nobody at the harbour ever counted the gulls", source="acas-iapp"), "is not attributed"),
        (allowed("Nobody at the harbour ever counted the gulls", reason=" "), "has no reason"),
        (allowed("one two three " * 7), "has 21 words"),
    ],
)
def test_quotation_faults(small, listed, fault):
    """A quotation on the list that is too long, idle, not attributed or without a reason is refused."""
    root = small("A clerk wrote “nobody at the harbour ever counted the gulls” and “a word of our own”.")
    assert [said for said in faults(root, SEEDS, [listed]) if fault in said]


def test_file(tmp_path):
    """Hashes are read as they were written; another salt gives others, and no word of the text is in the file."""
    write_runs(tmp_path / "runs.txt", SEEDS)
    assert read_runs(tmp_path / "runs.txt").hashes == SEEDS.hashes
    assert not hashed([SEED], b"other").hashes & SEEDS.hashes
    body = (tmp_path / "runs.txt").read_text(encoding="utf-8").splitlines()[1:]
    assert [word for word, _ in words_of(SEED) if len(word) > 4 and any(word in line for line in body)] == []


@pytest.mark.parametrize("arguments", [[], ["one", "two"], ["."]])
def test_script_asks_for_a_folder(tmp_path, arguments):
    """The script that hashes the seeds writes nothing unless it is given one folder with files."""
    before = RUNS.read_bytes()
    script = ROOT / "tests" / "wording" / "hash_seeds.py"
    done = subprocess.run([sys.executable, script, *arguments], cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, "Name one folder that holds the seeds as text files.\n")
    assert RUNS.read_bytes() == before
