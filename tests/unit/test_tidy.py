"""`playbook fmt` puts files in order and changes nothing that they say."""

import json

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from playbook_kit.cli import main
from playbook_kit.models.base import fields_in_order
from playbook_kit.models.messages import validate
from playbook_kit.read.files import TextFile
from playbook_kit.read.front_matter import split_front_matter
from playbook_kit.read.yaml_text import parse_yaml
from playbook_kit.tidy import content_files, tidy_file, tidy_text
from playbook_kit.tidy.files import model_of
from playbook_kit.tidy.markdown import page_of, tidy_markdown
from playbook_kit.tidy.wrap import wrapped
from small_playbook import ARGUMENT, CHAPTER, write, write_small_playbook
from unit_help import ROOT

ARGUMENT_PATH = "playbook/arguments/same-as-the-phone.yml"
REAL = content_files(ROOT, [])


def tidy(text: str, path: str = ARGUMENT_PATH) -> str:
    """The text of a file in order."""
    return tidy_text(TextFile(path, text)).after


def rendered(body: str) -> str:
    """A body as Python-Markdown renders it, with the extensions of mkdocs.yml and without regard to line ends."""
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    names = [one if isinstance(one, str) else next(iter(one)) for one in config["markdown_extensions"]]
    return " ".join(markdown.markdown(body, extensions=names).split())


@pytest.fixture
def run(capsys):
    """Run `playbook fmt` and give its exit code and its output."""

    def call(root, *arguments):
        with pytest.raises(SystemExit) as ended:
            main(["fmt", "--root", str(root), *map(str, arguments)])
        return ended.value.code or 0, capsys.readouterr().out

    return call


def test_every_real_file_is_content():
    """The real content is what the tests below go over: several hundred files of every kind that has a folder."""
    assert len(REAL) > 500
    assert {path.rpartition(".")[2] for path in REAL} == {"md", "yml"}


def test_real_content_says_the_same():
    """Every file of the playbook, put in order, has the same facts, the same comments and the same page."""
    different = []
    for path in REAL:
        found = tidy_file(ROOT, path)
        assert found.fault is None, path
        before, after = TextFile(path, found.before), TextFile(path, found.after)
        if path.endswith(".md"):
            one, two = split_front_matter(before), split_front_matter(after)
            same = one.document.value == two.document.value and rendered(one.body) == rendered(two.body)
        else:
            same = parse_yaml(found.before, path).value == parse_yaml(found.after, path).value
            comments = [sorted(line for line in text.split("\n") if line.lstrip().startswith("#")) for text in (found.before, found.after)]
            same = same and comments[0] == comments[1]
        if not same or validate(model_of(path), _facts(before), path)[1] != validate(model_of(path), _facts(after), path)[1]:
            different.append(path)
    assert different == []


def _facts(file):
    return split_front_matter(file).document if file.path.endswith(".md") else parse_yaml(file.text, file.path)


def test_twice_is_the_same():
    """What is in order stays as it is: every file of the playbook, put in order twice, is as after the first time."""
    assert [path for path in REAL if (once := tidy_file(ROOT, path)) and tidy(once.after, path) != once.after] == []


def test_the_order_of_fields():
    """Fields stand in the order of the model, in groups of lists too, and each takes the comments above it along."""
    text = (
        "# yaml-language-server: $schema=../../site/schema/argument.json\n"
        "status: published\n"
        "# Five words or so.\n"
        "title: Same as the phone\n"
        "evidence:\n"
        "  - strength: medium\n"
        "    # The first.\n"
        "    source: acas-policy\n"
        "    shows: In 2012 it did.\n"
        "  - source: other\n"
        "    shows: It did too.\n"
        "    strength: weak\n"
        "answers: [time-wasting]\n"
    )
    assert tidy(text) == (
        "# yaml-language-server: $schema=../../site/schema/argument.json\n"
        "# Five words or so.\n"
        "title: Same as the phone\n"
        "status: published\n"
        "answers: [time-wasting]\n"
        "evidence:\n"
        "    # The first.\n"
        "  - source: acas-policy\n"
        "    shows: In 2012 it did.\n"
        "    strength: medium\n"
        "  - source: other\n"
        "    shows: It did too.\n"
        "    strength: weak\n"
    )


def test_dates_come_last():
    """The dates that every item carries come after its own fields, as on the page of fields."""
    lines = ARGUMENT.split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("added_on"))
    text = "\n".join([*lines[at : at + 3], *lines[:at], ""])
    named = [line.partition(":")[0] for line in tidy(text).split("\n") if line[:1].isalpha()]
    order = list(fields_in_order(model_of(ARGUMENT_PATH)))
    assert named == [name for name in order if name in named]


def test_a_line_for_each_sentence():
    """A sentence begins on a line of its own, and a long one goes on after a comma; citations stay whole."""
    long = (
        "A long sentence goes on for a while about all of the many things that there are, and then on again about what "
        "the source says [@acas-policy; review by 2027-05-21]. Then another."
    )
    assert tidy(f"title: T\nlong: {long}\n") == (
        "title: T\n"
        "long: >-\n"
        "  A long sentence goes on for a while about all of the many things that there are,\n"
        "  and then on again about what the source says [@acas-policy; review by 2027-05-21].\n"
        "  Then another.\n"
    )


def test_quotation_marks():
    """'…' becomes "…", but where a quotation mark or a backslash stands in it; words that need marks keep them."""
    text = "title: 'Plain'\npublisher: 'He said \"no\"'\npublished: '2012'\nauthor: 'a\\b'\n"
    assert tidy(text, "playbook/sources/x.yml") == (
        "title: \"Plain\"\npublisher: 'He said \"no\"'\nauthor: 'a\\b'\npublished: \"2012\"\n"
    )


def test_literal_blocks_and_paragraphs_stay():
    """A block whose line ends count, and one of several paragraphs, is left as it is."""
    text = "title: T\nlong: |\n  One. Two.\n  - a list\nconcession: >-\n  One. Two.\n\n  Three.\n"
    assert tidy(text) == text


@pytest.mark.parametrize(
    "body",
    [
        "A table:\n\n| a | b |\n|---|---|\n| One. Two. | x |\n",
        "```text\nOne. Two.\n\n\n  * a\n```\n",
        "First. Second.  \nA line end that is meant. Third.\n",
        "A heading with an id. Two. { #own }\n",
        "Term\n: What it means. And more.\n",
        "*[HTML]: One. Two.\n",
        "One. Two.[^a]\n\n[^a]: A note. And more.\n",
    ],
    ids=["table", "code", "line-end", "attributes", "definition", "abbreviation", "footnote"],
)
def test_markdown_that_is_more_than_a_paragraph(body):
    """What a line end would change keeps its lines, and the page is the same."""
    assert rendered(tidy_markdown(body)[0]) == rendered(body)


def test_markdown():
    """Sentences, bullets, quotations and spaces are put in order; links, citations and placeholders stay whole."""
    body = (
        "{{ council.name }} says so. It is in [the long policy, which says. So](policy.md). Yes [@acas-policy; @x].   \n\n\n\n"
        "* one. Two.\n* three\n\n> Quoted. Twice.\n"
    )
    made, why = tidy_markdown(body)
    assert made == (
        "{{ council.name }} says so.\nIt is in [the long policy, which says. So](policy.md).\nYes [@acas-policy; @x].\n\n"
        "- one.\n  Two.\n- three\n\n> Quoted.\n> Twice.\n"
    ) and why == {"spaces", "bullets", "lines"}


def test_no_line_begins_a_block():
    """No line that is broken anew begins as a list, a heading or a quotation does."""
    words = "word " * 19
    for sign in ("-", "+", "#", ">", "1.", "|", ":", "==="):
        assert len(wrapped(f"{words}{sign} more")) == 1 or not wrapped(f"{words}{sign} more")[1].startswith(sign)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(
    ["One.", "two", "*", "**bold**", "[@a-b; @c]", "[a b](c.md)", "`a  b`", "\n", "\n\n", "- ", "1. ", "> ", "  ", "#", "{{ x }}", "What?", "“Yes.”", "|", "\\", "<br>"]
), max_size=30))  # fmt: skip
def test_any_markdown_keeps_its_page(parts):
    """Whatever stands in a text, the page is the same afterwards, and a second time changes nothing."""
    text = " ".join(parts)
    made = tidy_markdown(text)[0]
    assert page_of(made) == page_of(text) and tidy_markdown(made)[0] == made


def test_check_says_which_and_why(tmp_path, run):
    """With --check nothing is written, each file that is not in order is named with the reasons, and the code is 1."""
    root = write_small_playbook(tmp_path)
    assert run(root)[0] == 0 and run(root, "--check") == (0, f"All {len(content_files(root, []))} files are in order.\n")
    text = CHAPTER.replace("It is fair. See", "It is fair.   \nSee").replace("status:", "status: ").replace("Ask three people.", "Ask them. Then ask again.")
    write(root, "playbook/policy.md", text.encode())
    code, said = run(root, root / "playbook/policy.md", "--check")
    assert code == 1 and said.startswith("playbook/policy.md: sentences do not each begin on a line of their own")
    assert (root / "playbook/policy.md").read_text(encoding="utf-8") == text
    assert run(root, root / "playbook")[0] == 0 and run(root, "--check")[0] == 0


def test_a_file_with_a_fault_is_left(tmp_path, run):
    """A file that is not YAML is left as it is, with what must be mended first; the others are put in order."""
    root = write_small_playbook(tmp_path)
    broken = "title: Same: as the phone\nstatus: 'draft'\n"
    write(root, ARGUMENT_PATH, broken.encode())
    code, said = run(root)
    assert code == 1 and f"{ARGUMENT_PATH}:1:12: A colon followed by a space" in said
    assert (root / ARGUMENT_PATH).read_text(encoding="utf-8") == broken


def test_json_and_other_files(tmp_path, run):
    """--json gives the files and the reasons; a file that is no content is passed over."""
    root = write_small_playbook(tmp_path)
    run(root)
    write(root, ARGUMENT_PATH, ARGUMENT.replace("title: Same as the phone", "title: 'Same as the phone'").encode())
    write(root, "README.md", b"*  one\n\n\n")
    code, said = run(root, root / ARGUMENT_PATH, root / "README.md", "--check", "--json")
    assert code == 1 and json.loads(said) == {
        "total": 1, "changed": 0, "items": [{"path": ARGUMENT_PATH, "why": ["quotes"]}], "faults": [],
    }  # fmt: skip


def test_a_councils_files(tmp_path, run):
    """A council's own files are put in order too: its changes with `based_on` first, and texts without facts."""
    root = write_small_playbook(tmp_path)
    write(root, "local/arguments/same-as-the-phone.yml", b"title: 'Phone'\nbased_on: bcdfghjklm\n")
    write(root, "local/pages/index.before.md", b"One. Two.\n")
    assert run(root, root / "local")[0] == 0
    assert (root / "local/arguments/same-as-the-phone.yml").read_text(encoding="utf-8") == 'based_on: bcdfghjklm\ntitle: "Phone"\n'
    assert (root / "local/pages/index.before.md").read_text(encoding="utf-8") == "One.\nTwo.\n"
