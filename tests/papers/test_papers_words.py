"""A council's own words of the interface are printed as far as the type of the briefs has letters for them."""

from papers_help import ROOT, SITE, playbook_with
from playbook_kit.adapters.documents.brand import read_brand
from playbook_kit.adapters.documents.typst import set_paper
from playbook_kit.content import load
from playbook_kit.index import join
from playbook_kit.papers import make_papers
from playbook_kit.words import Words, load_words
from small_playbook import TODAY


def test_letters_that_the_type_lacks(tmp_path):
    """A word with a letter that the type does not have is printed with “?” in its place, and the brief is made."""
    content = load(playbook_with(tmp_path / "playbook"))
    values = load_words(ROOT)[0].values
    odd = Words("en", values | {"papers": {**values["papers"], "they_say": "They ＜say＞"}})
    sheets, _ = make_papers(content, join(content, TODAY), odd, SITE)
    assert sheets and "They ?say?" in repr(sheets[0]) and "＜" not in repr(sheets)
    assert set_paper(sheets[0], read_brand()).startswith(b"%PDF")
