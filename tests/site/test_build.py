"""Builds of the real content, those that succeed and those that must not."""

import datetime
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import yaml
from bs4 import BeautifulSoup, SoupStrainer
from site_help import ROOT, addresses, changed, copy_repository, nothing, page_path, playbook, run, tree

TODAY = datetime.date.today().isoformat()
ARGUMENTS = "playbook/arguments"
# Addresses whose page stands in one file, by folder of the site; every other page of one file stands in docs/.
FILES = {
    "arguments": "playbook/arguments/{}.yml",
    "objections": "playbook/objections/{}.yml",
    "briefs": "playbook/objections/{}.yml",
    "playbook": "playbook/{}.md",
    "case-studies": "case_studies/{}.md",
    "templates": "playbook/templates/{}.md",
}
# Pages that stand at the root and are made of one file elsewhere.
ROOT_FILES = {
    "should-i-reply": "playbook/tools/should-i-reply.yml",
    "where-are-you-now": "playbook/tools/self-check.yml",
    "what-is-blocked": "playbook/tools/blocked.yml",
    "glossary": "playbook/glossary.yml",
}


# A machine on which folders list their files in another order, and whose clock is three weeks ahead.
OTHER_MACHINE = """\
import datetime, os, random, sys, time

chance, ahead = random.Random(7), 21 * 24 * 3600
listdir, scandir, now, local, universal = os.listdir, os.scandir, time.time, time.localtime, time.gmtime

def mixed(items):
    items = list(items)
    chance.shuffle(items)
    return items

class Folder:
    def __init__(self, entries):
        self.entries = iter(entries)
    __iter__ = __enter__ = lambda self: self
    __exit__ = close = lambda self, *fault: None
    __next__ = lambda self: next(self.entries)

os.listdir = lambda *where: mixed(listdir(*where))
os.scandir = lambda *where: Folder(mixed(scandir(*where)))
time.time = lambda: now() + ahead
time.localtime = lambda *when: local(*(when or [time.time()]))
time.gmtime = lambda *when: universal(*(when or [time.time()]))

class Later(datetime.datetime):
    now = classmethod(lambda cls, zone=None: cls.fromtimestamp(time.time(), zone))
    today = classmethod(lambda cls: cls.fromtimestamp(time.time()))
    utcnow = classmethod(lambda cls: cls.now(datetime.UTC).replace(tzinfo=None))

datetime.datetime = Later
sys.argv[0] = "playbook"
from playbook_kit.cli import main
main()
"""


def break_content(copy: Path) -> str:
    """Give an argument a field that there is not; gives what the message must name."""
    file = sorted((copy / ARGUMENTS).glob("*.yml"))[0]
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text.rstrip()}\nno_such_field: 1\n", encoding="utf-8")
    return f"{file.relative_to(copy).as_posix()}:{text.rstrip().count(chr(10)) + 2}:"


def break_template(copy: Path) -> str:
    """Make the footer use a value that there is not; gives what the message must name."""
    footer = copy / "theme/partials/footer.html"
    footer.write_text(footer.read_text(encoding="utf-8") + "{{ no_such_value }}\n", encoding="utf-8")
    return "no_such_value"


def break_link(copy: Path) -> str:
    """Make a template of pages link to an anchor that there is not, which only MkDocs sees."""
    template = copy / "hooks/playbook_kit/pages/templates/topics.md"
    template.write_text(template.read_text(encoding="utf-8") + "\n[x](about.md#no-such-anchor)\n", encoding="utf-8")
    return "no-such-anchor"


def test_real_content_builds(site: Path, shared: Path) -> None:
    """The real content builds in strict mode with exit code 0 and not a word on standard error."""
    printed, complained = json.loads((shared / "build.json").read_text(encoding="utf-8"))
    assert complained == ""
    assert printed.splitlines()[-1] == f"The site is in {site}"
    assert (site / "index.html").is_file() and (site / "404.html").is_file()


def test_same_input_same_bytes(repository: Path, site: Path, tmp_path: Path) -> None:
    """A build on another machine makes the site's files byte for byte, documents and pictures among them: in another folder,
    with files that are older and come in another order, another clock, time zone, locale and hash seed, and nothing kept.
    """
    place = copy_repository(repository, tmp_path / "deeper/kopie für später")
    for path in place.rglob("*"):
        os.utime(path, (86_400, 86_400))
    other = {"TZ": "XYZ-11", "PYTHONHASHSEED": "2", "PLAYBOOK_CACHE": "", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    built = run(place, "-c", OTHER_MACHINE, "build", "--today", TODAY, **other)
    assert built.returncode == 0, built.stdout + built.stderr
    nothing(changed(tree(site), place / "site"))


def test_build_again_leaves_nothing_behind(small_copy: Path, small_site: Path) -> None:
    """A build over an earlier site puts the new one in its place: what is no more is gone, no folder is left over."""
    last = copy_site(small_site, small_copy / "site")
    before, beside = set(tree(last)), {path.name for path in small_copy.iterdir()}
    (last / "old.html").write_text("old", encoding="utf-8")
    assert playbook(small_copy, "build").returncode == 0
    nothing(set(tree(last)) ^ before)
    assert {path.name for path in small_copy.iterdir()} == beside


@pytest.mark.parametrize("break_it", [break_content, break_template, break_link])
def test_failed_build_keeps_the_last_site(small_copy: Path, small_site: Path, break_it: Callable[[Path], str]) -> None:
    """A build that fails ends with exit code 1, keeps the last site, leaves no folder behind and says what is wrong in
    sentences, without a traceback.
    """
    last = copy_site(small_site, small_copy / "site")
    before, beside = tree(last), {path.name for path in small_copy.iterdir()}
    named = break_it(small_copy)
    failed = playbook(small_copy, "build")
    assert failed.returncode == 1
    nothing(changed(before, last))
    assert {path.name for path in small_copy.iterdir()} == beside
    assert named in failed.stdout + failed.stderr
    assert "Traceback" not in failed.stderr
    assert f"The site was not built. {last} is as it was." in failed.stderr


def test_site_that_cannot_be_written(small_copy: Path, tmp_path: Path) -> None:
    """A site that cannot be written where it was asked for ends with exit code 1 and a sentence naming the place."""
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    failed = playbook(small_copy, "build", "--site", tmp_path / "file/site")
    assert failed.returncode == 1
    assert "Traceback" not in failed.stderr
    assert str(tmp_path / "file") in failed.stdout + failed.stderr
    assert (tmp_path / "file").read_text(encoding="utf-8") == "not a folder"


def test_no_folder_but_a_site_is_replaced(small_copy: Path) -> None:
    """A build into a folder that holds something else than a site, such as the content itself, leaves it as it is."""
    before = tree(small_copy / "docs")
    failed = playbook(small_copy, "build", "--site", small_copy / "docs")
    nothing(changed(before, small_copy / "docs"))
    assert failed.returncode != 0


@pytest.mark.parametrize(
    ("arguments", "code"), [(["check"], 0), (["build", "--no-such-option"], 2), (["no-such-command"], 2), ([], 2)]
)
def test_exit_codes_of_sound_content(repository: Path, arguments: list[str], code: int) -> None:
    """Exit code 0 says that all is well, 2 that the command was not understood."""
    assert playbook(repository, *arguments).returncode == code


def test_exit_code_of_check(small_copy: Path) -> None:
    """Exit code 1 of `check` says that there is something to mend."""
    named = break_content(small_copy)
    checked = playbook(small_copy, "check")
    assert checked.returncode == 1
    assert named in checked.stdout


def test_plain_mkdocs_builds_the_same_pages(copy: Path, site: Path) -> None:
    """`mkdocs build` without our command makes the same pages."""
    built = run(copy, "-m", "mkdocs", "build", "--strict")
    assert built.returncode == 0, built.stderr
    nothing(set(addresses(copy / "site")) ^ set(addresses(site)))


def test_plain_mkdocs_with_a_content_error(small_copy: Path, small_site: Path) -> None:
    """`mkdocs build` with an error in the content names it, without a traceback, and leaves the site's folder alone."""
    last = copy_site(small_site, small_copy / "site")
    before = tree(last)
    named = break_content(small_copy)
    failed = run(small_copy, "-m", "mkdocs", "build")
    assert failed.returncode == 1
    assert named in failed.stdout + failed.stderr
    assert "Traceback" not in failed.stdout + failed.stderr
    nothing(changed(before, last))


def copy_site(site: Path, target: Path) -> Path:
    """A copy of the built site, for a test to break."""
    for path in site.rglob("*"):
        if path.is_file():
            to = target / path.relative_to(site)
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(path.read_bytes())
    return target


@pytest.fixture
def small_site(small_repository: Path, shared: Path, made_once: Callable) -> Path:
    """The small playbook's site, which no test changes."""

    def build(folder: Path) -> None:
        built = playbook(small_repository, "build", "--site", folder)
        assert built.returncode == 0, built.stdout + built.stderr

    return made_once(shared / "small-site", build)


# What is published for machines


def data_files(repository: Path) -> list[Path]:
    """Every content file that names its schema, as its editor reads it."""
    files = [path for folder in ("playbook", "case_studies", "docs") for path in (repository / folder).rglob("*")]
    return [
        path
        for path in sorted(files)
        if path.suffix in (".yml", ".md") and "yaml-language-server" in path.read_text(encoding="utf-8")
    ]


class PlainLoader(yaml.SafeLoader):
    """Reads YAML into what JSON has: dates stay text."""


PlainLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def test_content_agrees_with_the_published_schema(repository: Path, site: Path) -> None:
    """Every content file agrees with the JSON Schema that the site publishes and that the file names."""
    files = data_files(repository)
    folders = {file.parent.relative_to(repository).as_posix() for file in files}
    assert folders >= {"playbook/arguments", "playbook/objections", "playbook/sources"}
    wrong = []
    for file in files:
        name = file.relative_to(repository).as_posix()
        text = file.read_text(encoding="utf-8")
        said = re.search(r"yaml-language-server: \$schema=(\S+)", text)[1]
        schema = site / (file.parent / said).resolve().relative_to(repository.resolve() / "site")
        assert schema.is_file(), f"{name} names {said}, which the site does not publish"
        front = text.split("---\n")[1] if file.suffix == ".md" else text
        values = yaml.load(front, PlainLoader)
        validator = jsonschema.Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))
        wrong += [f"{name}: {error.json_path}: {error.message}" for error in validator.iter_errors(values)]
    nothing(wrong)


def test_published_schemas_are_schemas(site: Path) -> None:
    """The site publishes a JSON Schema for each kind of file, and each is a right schema."""
    published = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in (site / "schema").glob("*.json")}
    kinds = {"argument", "objection", "source", "chapter", "case-study", "page", "tombstone", "vocabulary", "glossary", "blocked"}
    assert set(published) >= kinds
    for schema in published.values():
        jsonschema.Draft202012Validator.check_schema(schema)


# Links that open a page's file


def edit_link(site: Path, address: str) -> str | None:
    """Where the page's own edit link leads: the path in the repository, or None."""
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    forge = f"{config['repo_url'].rstrip('/')}/edit/{config['extra']['branch']}/"
    foot = SoupStrainer(class_="pb-foot__suggest")
    html = BeautifulSoup(page_path(site, address).read_text(encoding="utf-8"), "html.parser", parse_only=foot)
    links = [link["href"] for link in html.select("a")]
    assert len(links) <= 1
    assert all(link.startswith(config["repo_url"]) for link in links)
    return links[0].removeprefix(forge) if links and links[0].startswith(forge) else None


def file_of(repository: Path, address: str) -> str | None:
    """The file that the page at an address is made of, or None if it is made of many."""
    folder, _, name = address.strip("/").rpartition("/")
    path = ROOT_FILES.get(name) if not folder else None
    path = path or FILES.get(folder, f"docs/{folder and folder + '/'}{{}}.md").format(name or "index")
    return path if (repository / path).is_file() else None


def test_edit_links_open_the_right_file(site: Path, repository: Path) -> None:
    """Each page of one file links to that file in the repository; a page made of many files links to none."""
    links = {address: (edit_link(site, address), file_of(repository, address)) for address in addresses(site)}
    nothing(f"{address} links to {link}, its file is {file}" for address, (link, file) in links.items() if link != file)


def test_each_kind_of_page_has_edit_links(site: Path) -> None:
    """Arguments and objections are edited in YAML, chapters, case studies and the site's own pages in Markdown."""
    links = [edit_link(site, address) for address in addresses(site)]
    for start, ending in {
        "playbook/arguments/": ".yml", "playbook/objections/": ".yml", "playbook/": ".md", "case_studies/": ".md",
        "docs/": ".md",
    }.items():  # fmt: skip
        assert any(link and link.startswith(start) and link.endswith(ending) for link in links), start


@pytest.mark.parametrize(
    "address", ["/objections/", "/arguments/", "/playbook/", "/case-studies/", "/sources/", "/topics/"]
)
def test_lists_have_no_edit_link(site: Path, address: str) -> None:
    """A list that is made from many files has no edit link, and says why."""
    assert edit_link(site, address) is None
    assert "made from many files" in page_path(site, address).read_text(encoding="utf-8")
