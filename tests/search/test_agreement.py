"""What makes the index and what asks it take words apart alike."""

import pytest
from playbook_kit.plan import make_plan
from playbook_kit.search.stems import stem_of, tokenise
from site_help import ROOT
from test_queries import TODAY

ODD = [
    "They’ll say it's DOWN", "don't can’t won't", "Ŵyn naïve café ﬁne", "What IT says", "IT IS LOUD", "24/7 two-step 2fa",
    "a_b c`s d's' e’", "Ünïcödé 👩‍💻 ١٢ ½ x²", "organise colours behaviour promise rise hour", "",
]  # fmt: skip
SCRIPT = """async (texts) => {
  const { tokenise } = await import("/components/search/tokenise.mjs");
  const { stemmer } = await import("/components/search/stems.mjs");
  const { default: EnglishStemmer } = await import("/assets/vendor/snowball/english.mjs");
  const stem = stemmer(new EnglishStemmer());
  return texts.map((text) => tokenise(text).map((word) => [word, stem(word)]));
}"""


@pytest.fixture(scope="module")
def texts():
    """The whole text of the site, page by page."""
    return [f"{page.title} {page.body}" for page in make_plan(ROOT, TODAY).pages]


def test_words_and_stems_agree(engine, texts):
    """Python and the browser find the same words in all that the site says, and give each the same stem."""
    stem = stem_of("en")
    ours = [[[word, stem(word)] for word in tokenise(text)] for text in [*ODD, *texts]]
    theirs = engine.evaluate(SCRIPT, [*ODD, *texts])
    differ = [(one, other) for mine, its in zip(ours, theirs, strict=True) for one, other in zip(mine, its, strict=False) if one != other]
    assert differ[:10] == []
    assert [len(one) for one in ours] == [len(one) for one in theirs]
    assert len({word for words in ours for word, _ in words}) > 5_000
