"""Whatever is written into a file, none of it runs in a reader's browser.

Each hostile text goes into every field of an argument and of an objection, and into the text of a page. What `check`
refuses is never built, and the refusal has a place. All the rest is built and opened with the content security policy
switched off, so that it is the pages themselves that hold, and not the policy behind them.
"""

import datetime
import shutil
from pathlib import Path

import pytest
import yaml
from playbook_kit.adapters.mkdocs_build import build_site
from playbook_kit.plan import check_content
from playbook_kit.problem import errors
from playwright.sync_api import Browser, BrowserContext
from site_help import DEADLINE, ROOT, addresses, nothing, page_path, serving
from small_playbook import ARGUMENT, OBJECTION, PAGE, write, write_small_playbook

from vectors import VECTORS

TODAY = datetime.date(2026, 11, 21)
LISTEN = """
for (const name of ['alert', 'confirm', 'prompt'])
  window[name] = () => { (window.top.ran ??= []).push(name) };
"""
# All that a reader could click or pass over, and all that a page may react to.
PROVOKE = """() => {
  for (const one of document.querySelectorAll('details')) one.open = true;
  for (const one of document.querySelectorAll('main *, header *, footer *'))
    for (const name of ['mouseover', 'focus', 'toggle', 'animationstart', 'error', 'load'])
      one.dispatchEvent(new Event(name));
  const scripts = [...document.querySelectorAll('a, area, form, button, iframe, object, embed, base, meta')].filter((one) =>
    ['href', 'xlink:href', 'action', 'formaction', 'src', 'data', 'srcdoc'].some((name) =>
      /^[\\s\\x00-\\x20]*(javascript|vbscript|data):/i.test(one.getAttribute(name) ?? '') || one.hasAttribute('srcdoc')));
  const events = [...document.querySelectorAll('*')].filter((one) =>
    one.getAttributeNames().some((name) => /^on/i.test(name)));
  const styles = [...document.querySelectorAll('main [style], base, main link, main meta, main script')];
  return [...(window.ran ?? []).map((name) => `${name} ran`), ...[...scripts, ...events, ...styles].map((one) => one.outerHTML.slice(0, 200))];
}"""


def hostile_argument(vector: str) -> dict:
    """An argument with this text in each field that takes text."""
    fields = yaml.safe_load(ARGUMENT)
    line = " ".join(vector.split())
    return fields | {
        "title": line, "one_liner": line, "short": vector, "long": vector, "concession": vector,
        "comebacks": [{"they_say": line, "you_say": vector}], "origin": vector, "contributors": [line],
        "evidence": [{"source": "acas-policy", "shows": vector, "strength": "medium"}],
    }  # fmt: skip


def hostile_objection(number: int, vector: str) -> dict:
    """An objection with this text in each field that takes text."""
    fields = yaml.safe_load(OBJECTION)
    line = " ".join(vector.split())
    return fields | {
        "title": f"{number} {line}", "heard_as": [f"{number} {index} {line}" for index in range(10)],
        "true_in_it": vector, "short_answer": vector, "unknown": [vector], "responsible_for": vector,
    }  # fmt: skip


def without(fields: dict, refused: set[str], harmless: dict) -> dict:
    """The same with the fields that are refused put back as they were, or left out if they were not there."""
    kept = {name: value for name, value in fields.items() if name not in refused}
    return kept | {name: harmless[name] for name in refused if name in harmless}


def unique(path: str) -> dict:
    """Harmless values for fields that must differ from item to item."""
    if "/objections/" not in path:
        return {"title": path}
    return {"title": path, "heard_as": [f"{path} {index}" for index in range(10)]}


def refused_fields(root: Path) -> dict[str, set[str]]:
    """The fields that `check` refuses, by file; every refusal has a line and a way out."""
    found: dict[str, set[str]] = {}
    for problem in errors(check_content(root, TODAY)):
        assert problem.line and problem.message and problem.fix, problem
        lines = (root / problem.path).read_bytes().decode().splitlines()
        top = next((line for line in reversed(lines[: problem.line]) if line[:1].isalpha()), "")
        found.setdefault(problem.path, set()).add(top.partition(":")[0])
    return found


def put(root: Path, path: str, fields: dict) -> None:
    """Write fields as YAML."""
    write(root, path, yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000).encode())


@pytest.fixture(scope="session")
def hostile_site(shared: Path, made_once) -> Path:
    """A small playbook with every hostile text in every field where `check` lets it stand, built."""

    def build(folder: Path) -> None:
        root = folder.with_name("hostile-root")
        write_small_playbook(root)
        shutil.rmtree(root / "theme")
        shutil.copytree(ROOT / "theme", root / "theme")
        wanted = {f"playbook/arguments/v{number}.yml": hostile_argument(vector) for number, vector in enumerate(VECTORS)}
        # Objections make papers, which take time: every fifth stands for the others, whose fields are of the same types.
        wanted |= {
            f"playbook/objections/v{number}.yml": hostile_objection(number, vector)
            for number, vector in enumerate(VECTORS) if number % 5 == 0
        }  # fmt: skip
        harmless = {"arguments": yaml.safe_load(ARGUMENT), "objections": yaml.safe_load(OBJECTION)}
        for path, fields in wanted.items():
            put(root, path, fields)
        for number in range(0, len(VECTORS), 5):
            answers = {"title": f"Reply {number}", "answers": [f"v{number}"]}
            put(root, f"playbook/arguments/reply-{number}.yml", harmless["arguments"] | answers)
        body = PAGE
        for number, vector in enumerate(VECTORS):
            write(root, f"docs/v{number}.md", f"{body}\n{vector}\n".encode())
        # What has no fault of one sort may have one of another, which is looked for only then.
        while refused := refused_fields(root):
            for path, fields in refused.items():
                if path in wanted:
                    wanted[path] = without(wanted[path], fields, harmless[path.split("/")[1]] | unique(path))
                    put(root, path, wanted[path])
                else:
                    (root / path).unlink()
        config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
        config |= {"hooks": [str(ROOT / "hooks" / "events.py")], "nav": ["index.md", {"Arguments": "arguments/"}]}
        write(root, "mkdocs.yml", yaml.safe_dump(config).encode())
        build_site(root, folder, TODAY, None, "https://council.example/")

    return made_once(shared / "hostile-site", build)


@pytest.fixture
def reader(browser: Browser) -> BrowserContext:
    """A reader whose browser applies no content security policy, and who asks nobody else for anything."""
    context = browser.new_context(bypass_csp=True)
    context.set_default_timeout(DEADLINE * 1000)
    context.add_init_script(LISTEN)
    context.route("**/*", lambda route: route.continue_() if "127.0.0.1" in route.request.url else route.abort())
    yield context
    context.close()


def test_there_are_enough() -> None:
    """There are at least 200 different hostile texts."""
    assert len(set(VECTORS)) == len(VECTORS) >= 200


def test_listening_works(reader: BrowserContext, hostile_site: Path, tmp_path: Path) -> None:
    """The check below hears what does run: pages with some of these texts unescaped are caught, each of them."""
    dangerous = [vector for vector in VECTORS if vector.startswith(("<img src=x onerror=alert", "<script>", "<svg onload", "<a href=javascript"))]
    assert len(dangerous) >= 4
    for number, vector in enumerate(dangerous):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "index.html").write_text(f"<!doctype html><main>{vector}</main>", encoding="utf-8")
    with serving(tmp_path) as address:
        page = reader.new_page()
        for number, vector in enumerate(dangerous):
            page.goto(f"{address}/{number}/")
            assert page.evaluate(PROVOKE), vector


@pytest.mark.parametrize("half", [0, 1], ids=["first half", "second half"])
def test_nothing_runs(reader: BrowserContext, hostile_site: Path, half: int) -> None:
    """On no page of the site does any of it run, nor stand where it could: no handler, no address that is a script."""
    # A page that leads on by itself, because something was renamed, holds no text but ours.
    pages = [place for place in addresses(hostile_site) if "pb-page--gone" not in page_path(hostile_site, place).read_text()]
    assert sum(address.startswith("/arguments/v") for address in pages) == len(VECTORS)
    found = []
    with serving(hostile_site) as address:
        page = reader.new_page()
        for place in pages[half::2]:
            page.goto(address + place, wait_until="load")
            found += [f"{place}: {one}" for one in page.evaluate(PROVOKE)]
    nothing(found)


@pytest.mark.parametrize("query", ["script", "img onerror", "click javascript", "alert"])
def test_search_runs_nothing(reader: BrowserContext, hostile_site: Path, query: str) -> None:
    """Results that show hostile text show it as text, and so does the page that repeats what was asked."""
    with serving(hostile_site) as address:
        page = reader.new_page()
        page.goto(f"{address}/search/?q={query}")
        page.wait_for_function("() => document.querySelectorAll('#search-results a').length")
        nothing(page.evaluate(PROVOKE))
        page.goto(f"{address}/search/?q={'<img src=x onerror=alert(1)>'}")
        page.wait_for_function("() => document.querySelector('#search-status').textContent")
        nothing(page.evaluate(PROVOKE))
