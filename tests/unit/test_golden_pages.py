"""The Markdown of every page of the small playbook, in tests/golden/pages.

After a change that is meant, run this file with PLAYBOOK_UPDATE_GOLDEN=1, which writes the texts anew, and read what
differs.
"""

import os

import pytest
from playbook_kit.plan import make_plan
from playbook_kit.report import as_text
from unit_help import GOLDEN, TODAY

PAGES = GOLDEN / "pages"
URIS = sorted(path.relative_to(PAGES).as_posix() for path in PAGES.rglob("*") if path.is_file())
NOT_HERE = {"contribute/fields.md", "reuse/keys.md", "maintaining/messages.md"}  # made of no content, and tested elsewhere


@pytest.fixture(scope="module")
def pages(unchanged_root):
    """The pages of the small playbook by their path, each as one text."""
    plan = make_plan(unchanged_root, TODAY)
    assert plan.pages, "\n" + as_text(plan.problems)
    texts = {
        page.uri: f"title: {page.title}\nlead: {page.lead}\nkind: {page.kind}\nedit: {page.edit_path}\n\n{page.body}"
        for page in plan.pages
        if page.uri not in NOT_HERE
    }
    if os.environ.get("PLAYBOOK_UPDATE_GOLDEN") == "1":
        for uri in {*URIS, *texts}:
            (PAGES / uri).parent.mkdir(parents=True, exist_ok=True)
            if uri in texts:
                (PAGES / uri).write_text(texts[uri], encoding="utf-8", newline="\n")
            else:
                (PAGES / uri).unlink(missing_ok=True)
    return texts


@pytest.mark.parametrize("uri", URIS)
def test_page(pages, uri):
    """This page's Markdown is the golden one, letter for letter."""
    assert pages[uri] == (PAGES / uri).read_text(encoding="utf-8")


def test_every_page_is_golden(pages):
    """Each page that is planned has its golden text, and no golden text is left over."""
    assert sorted(path.relative_to(PAGES).as_posix() for path in PAGES.rglob("*") if path.is_file()) == sorted(pages)
