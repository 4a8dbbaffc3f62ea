"""The page of all messages, on the site and in a terminal, with the files of bad input and without them."""

import re

import pytest
from bs4 import BeautifulSoup
from markdown import markdown
from playbook_kit.cli.main import main
from playbook_kit.message_kinds import GROUPS, whys
from playbook_kit.message_list import FOLDER, examples
from playbook_kit.plan import make_plan
from unit_help import ROOT, TODAY, copy_small, write

PAGE = "maintaining/messages.md"
CASE = "why: A new fact.\nfiles: {}\nexpect: |\n  playbook/new.md:1:1: It cites [@none]. (citation)\n      Write <b>&amp;</b>.\n"


def planned(root):
    """The body of the page of a playbook, and the rest of what the site is made of."""
    plan = make_plan(root, TODAY)
    return "\n".join(page.body for page in plan.pages if page.facts.get("part_of", page.uri) == PAGE), plan


def shown(body):
    """The page as a browser has it."""
    return BeautifulSoup(markdown(body, extensions=["attr_list", "fenced_code", "md_in_html", "tables", "toc"]), "html.parser")


def run(*arguments):
    """The exit code of a command."""
    with pytest.raises(SystemExit) as ended:
        main(list(map(str, arguments)))
    return ended.value.code


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The page of the small playbook with every file of bad input, and its plan."""
    root = copy_small(tmp_path_factory.mktemp("messages") / "small")
    (root / "tests").mkdir()
    (root / FOLDER).symlink_to(ROOT / FOLDER)
    return planned(root)


def test_every_kind_and_file(whole):
    """The page has a heading for each kind, with its reason, and each example with its fact, its messages and its file."""
    page = shown(whole[0])
    names = [name for names in GROUPS.values() for name in names]
    assert [heading["id"] for heading in page.select("h3")] == names
    assert [heading.get_text() for heading in page.select("h3")] == names
    assert [heading.find_next("p").get_text() for heading in page.select("h3")] == [whys()[name] for name in names]
    found = examples(ROOT)
    told = [(f"{one.why} {one.name}", "\n".join(one.said)) for name in names for one in found.get(name, [])]
    assert [(block.find_previous("p").get_text(), block.get_text().rstrip("\n")) for block in page.select("pre")] == told
    assert {path.name for path in (ROOT / FOLDER).glob("*.yml")} == {fact.rpartition(" ")[2] for fact, _ in told}


def test_every_link_leads_on(whole):
    """No id stands twice, and each kind is linked from the list above with the number of its messages."""
    page = shown(whole[0])
    ids = [one["id"] for one in page.select("[id]")]
    assert len(ids) == len(set(ids))
    links = [link["href"].partition("#") for link in page.select("li a")]
    assert [name for _, _, name in links] == [name for names in GROUPS.values() for name in names]
    parts = {one.uri.rpartition("/")[2]: one.body for one in whole[1].pages if one.facts.get("part_of") == PAGE}
    here = PAGE.rpartition("/")[2]
    assert len(parts) > 1 and [name for path, _, name in links if f"{{ #{name} }}" not in parts[path or here]] == []
    total = sum(len(one.said) for ones in examples(ROOT).values() for one in ones)
    assert sum(map(int, re.findall(r"\xa0\((\d+)\)", page.select_one("ul").get_text()))) == total
    assert f"{total} examples" in page.get_text()


def test_messages_stay_as_they_are(whole):
    """A citation, a link or a placeholder in a message is shown, and becomes none; the search does not find the page."""
    body, plan = whole
    assert "[@acas-policy] would be shown" in body and "{{ council.nam }}" in body
    assert "pb-cite" not in body and "#source-" not in body
    assert [data.uri for data in plan.data if data.uri.startswith("search/") and "maintaining/messages" in data.text] == []


def test_without_the_files(unchanged_root):
    """Without the files each kind is there with its reason, and the page says where the examples are."""
    page = shown(planned(unchanged_root)[0])
    assert [heading["id"] for heading in page.select("h3")] == [name for names in GROUPS.values() for name in names]
    assert page.select("pre") == []
    assert "has no tests" in page.get_text() and FOLDER in [code.get_text() for code in page.select("code")]
    assert set(whys().values()) <= {paragraph.get_text() for paragraph in page.select("p")}


def test_nothing_leads_to_upstream(small_root):
    """In a council's copy the page without examples names no address of the playbook's: only the credit does."""
    settings = (small_root / "mkdocs.yml").read_text(encoding="utf-8")
    forge = "repo_url: https://git.example/playbook\nextra: {forge: github, branch: main}\n"
    write(small_root, "mkdocs.yml", re.sub(r"(?m)^(repo_url|extra):.*\n(?:  .*\n)*", "", settings) + forge)
    assert shown(planned(small_root)[0]).select("p a") == []


def test_new_and_changed_and_broken_files(small_root):
    """A file that is added or changed reaches the page; one that is not whole is left to its test."""
    write(small_root, f"{FOLDER}/new.yml", CASE)
    page = shown(planned(small_root)[0])
    assert page.select_one("#citation ~ pre").get_text() == "playbook/new.md:1:1: It cites [@none]. (citation)\n    Write <b>&amp;</b>.\n"
    write(small_root, f"{FOLDER}/new.yml", CASE.replace("A new fact.", "Another fact."))
    for name, text in (("cut.yml", "why: 'A"), ("half.yml", "why: A fact.\n"), ("list.yml", "- a\n"), ("empty.yml", "")):
        write(small_root, f"{FOLDER}/{name}", text)
    body = planned(small_root)[0]
    assert "Another fact. `new.yml`" in body and "A new fact." not in body


def test_terminal_says_the_same(whole, capsys, tmp_path):
    """`playbook messages` prints the kinds, the facts and the messages of the page, or writes them to a file."""
    assert run("messages", "--root", ROOT) == 0
    printed = capsys.readouterr().out
    assert run("messages", "--root", ROOT, "--to", tmp_path / "messages.md") == 0
    assert (tmp_path / "messages.md").read_text(encoding="utf-8") == printed
    site, terminal = shown(whole[0]), shown(printed)
    for part in ("h2", "h3", "pre"):
        assert [one.get_text() for one in terminal.select(part)] == [one.get_text() for one in site.select(part)]


def test_terminal_without_words(capsys, tmp_path):
    """In a folder that is no playbook the command says what is missing, and ends with 1."""
    assert run("messages", "--root", tmp_path) == 1
    assert "theme/words/en.yml" in capsys.readouterr().out
