"""`playbook brand`: six questions in the terminal, or options, and the file that comes of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from brand_help import SQUARE_LOGO, png
from playbook_kit.brand.edit import with_values
from playbook_kit.cli import brand as command
from playbook_kit.cli.main import parser
from playbook_kit.colour.pairs import PAIRS
from playbook_kit.content import load_council
from playbook_kit.read.yaml_text import parse_yaml
from site_help import playbook
from small_playbook import problems_of, write_small_playbook

PATH = "local/council.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small playbook."""
    return write_small_playbook(tmp_path / "small")


@pytest.fixture
def run(root: Path, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch) -> Callable:
    """Run the command without a build; `typed` are the lines of a person at the keyboard, or there is nobody."""

    def start(*arguments: str, typed: list[str] | None = None) -> tuple[int, str]:
        left = list(typed or [])

        def ask(question: str) -> str:
            print(question)
            return left.pop(0)

        monkeypatch.setattr("sys.stdin.isatty", lambda: typed is not None)
        monkeypatch.setattr("builtins.input", ask)
        options = parser().parse_args(["brand", "--root", str(root), "--no-build", *arguments])
        code = command.brand(options)
        assert left == [], "not every line was asked for"
        return code, capsys.readouterr().out

    return start


def test_six_questions(root: Path, tmp_path: Path, run: Callable) -> None:
    """Each question is asked once if its answer is right, and again, with the reason, if it is not; then the file holds
    the answers, the logo is in its folder, and everything passes.
    """
    logo = tmp_path / "Our Logo (final).SVG"
    logo.write_text(SQUARE_LOGO.format(colour="#123456"), encoding="utf-8")
    broken = tmp_path / "broken.png"
    broken.write_bytes(png(80, 80)[:50])
    code, out = run(typed=[
        "", "Anytown “Borough” Council: all of it", "Anytown", "navy", "#fff3b0", str(tmp_path / "none.svg"), str(broken), str(logo),
        "The arms of Anytown", "council.example", "https://council.example/social-media/", "the web team, ext. 0000",
    ])  # fmt: skip
    assert code == 0
    council = load_council(root)
    assert (council.name, council.short_name) == ("Anytown “Borough” Council: all of it", "Anytown")
    assert council.brand.colours.brand == "#fff3b0"
    assert (council.brand.logo.file, council.brand.logo.alt) == ("local/brand/logo.svg", "The arms of Anytown")
    assert (council.site.address, council.contacts.accessibility) == ("https://council.example/social-media/", "the web team, ext. 0000")
    assert (root / "local/brand/logo.svg").read_bytes() == logo.read_bytes()
    assert problems_of(root) == []
    for reason in ("Write its name", "“navy” is not a colour", "none.svg cannot be read", "is damaged", "“council.example” is not a web"):
        assert out.count(reason) == 1, reason
    for number in range(1, 7):
        assert f"\n{number}. " in f"\n{out}"
    assert "on paper" in out and "796e2d" in out


def test_no_more_than_a_name(root: Path, run: Callable) -> None:
    """Everything but the name may be passed over."""
    assert run(typed=["Anytown", "", "", "", "", ""])[0] == 0
    assert parse_yaml((root / PATH).read_text(encoding="utf-8"), PATH).value == {"name": "Anytown"}


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ([], "Say what the council is called"),
        (["--name", "Anytown", "--colour", "red"], "is not a colour"),
        (["--name", "Anytown", "--address", "ftp://x"], "is not a web address"),
        (["--name", "Anytown", "--logo", "/no/such/file.svg"], "cannot be read"),
        (["--name", "Any\x07town"], "no letter"),
    ],
)
def test_options_that_are_wrong(root: Path, run: Callable, arguments: list[str], reason: str) -> None:
    """With nobody to ask, what is missing or wrong is said, and nothing is written."""
    code, out = run(*arguments)
    assert code == 1 and reason in out
    assert not (root / "local").exists()


def test_an_existing_file_is_kept(root: Path, run: Callable) -> None:
    """A file that is there is not touched unless that is asked for; then only the keys that were given change."""
    before = "# ours\nname: Anytown   # a remark\n\nhide:\n  - what: chapter/policy\n    reason: None of ours.\n# the end\n"
    (root / "local").mkdir()
    (root / PATH).write_text(before, encoding="utf-8")
    assert run("--name", "Elsewhere")[0] == 1
    assert run("--name", "Elsewhere", typed=["", "", "", "", "", "n"])[0] == 1
    assert (root / PATH).read_text(encoding="utf-8") == before
    assert run("--name", "Elsewhere", "--colour", "#123456", "--update")[0] == 0
    after = (root / PATH).read_text(encoding="utf-8")
    assert after.startswith('# ours\nname: "Elsewhere"   # a remark\n\nhide:\n  - what: chapter/policy\n    reason: None of ours.\n')
    assert "# the end\n" in after and load_council(root).brand.colours.brand == "#123456"


def test_colours_alone(root: Path, run: Callable) -> None:
    """The colours and every contrast are printed without a question, and nothing is written."""
    code, out = run("--colours")
    assert code == 0 and sum(" on " in line for line in out.splitlines()) == len(PAIRS) and "15.05" in out
    assert not (root / "local").exists()


VALUES = {
    ("name",): 'A "new" name: #1', ("site", "address"): "https://council.example/", ("brand", "colours", "brand"): "#fff3b0",
    ("contacts", "accessibility"): "é",
}  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "", "\n", "name: a\n", "name: a", "# only a remark\n", "name: >-\n  folded\n  text\nfooter: x\n", "name: 'it''s'  # kept\nsite:\n",
        "brand:\n  colours:\n    # ours\n    brand: \"#000\"\n    focus: '#fff'\n  typeface: system\nname: a\n",
        "contacts:\n    duty: x\n    # between\n\nname: a\nrota:\n  - when: a\n    who: b\n    contact: c\n",
        "footer: |\n  two\n  lines\n\n\nname: a # x\nhome: [told, choose]\n", "name: |\n  a\n", "brand:\n  colours: \nname: a\n",
    ],
)  # fmt: skip
def test_values_are_changed_and_remarks_are_kept(text: str) -> None:
    """However a file is laid out, it says afterwards what it said and the new values, with every remark it had."""
    made = with_values(text, VALUES)
    found = parse_yaml(made, PATH)
    assert found.problems == []
    assert found.value["name"] == 'A "new" name: #1' and found.value["brand"]["colours"]["brand"] == "#fff3b0"
    before = parse_yaml(text, PATH).value or {}
    for key in before.keys() - {"name", "site", "brand", "contacts"}:
        assert found.value[key] == before[key]
    for remark in ("# kept", "# ours", "# between", "# x", "# only a remark"):
        assert (remark in made) >= (remark in text)
    assert with_values(made, VALUES) == made


@pytest.mark.parametrize("text", ["{name: a}", "name: a\nbrand: {colours: {}}\n", "- a\n", "name: [\n", "name: a\nname: b\n"])
def test_what_cannot_be_changed_is_left(text: str) -> None:
    """A file that is written otherwise is not guessed at."""
    assert with_values(text, VALUES) is None


def test_from_nothing_to_a_site(small_copy: Path, tmp_path: Path) -> None:
    """One command makes a council's site of a fresh copy, and what it wrote passes."""
    logo = tmp_path / "logo.svg"
    logo.write_text(SQUARE_LOGO.format(colour="#e4002b"), encoding="utf-8")
    done = playbook(
        small_copy, "brand", "--yes", "--name", "Anytown Borough Council", "--short-name", "Anytown", "--colour", "#e4002b",
        "--logo", logo, "--address", "https://council.example/", "--site", tmp_path / "site",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "--brand: #e4002b;" in (tmp_path / "site/assets/playbook.css").read_text(encoding="utf-8")
    assert (tmp_path / "site/assets/logo.svg").is_file()
    assert playbook(small_copy, "check").returncode == 0
