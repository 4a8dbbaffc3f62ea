"""A council's own words for things, and its own words of the interface."""

import pytest
from local_help import council, joined
from playbook_kit.local.words import load_own_words
from playbook_kit.models import OwnWord
from playbook_kit.plan import make_plan
from playbook_kit.tailor.terms import put_own_words, words_pattern
from small_playbook import FILES, TODAY, problems_of

WORDS = [
    OwnWord(playbook="monitoring officer", ours="head of legal"),
    OwnWord(playbook="officer", ours="colleague"),
    OwnWord(playbook="ICT", ours="Digital"),
    OwnWord(playbook="head", ours="chief"),
]


def put(text: str) -> str:
    """A text with the words above."""
    return put_own_words(text, words_pattern(WORDS), {word.playbook: word.ours for word in WORDS})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ask the monitoring officer.", "Ask the head of legal."),
        ("Monitoring officer first.", "Head of legal first."),
        ("Ask the monitoring\nofficer now.", "Ask the head of legal\n now."),
        ("An officer asks ICT.", "An colleague asks Digital."),
        ("Two officers, a non-officer and ict.", "Two officers, a non-officer and ict."),
        ("- ask ICT [@acas-policy]\n- tell ICT\n", "- ask ICT [@acas-policy]\n- tell Digital\n"),
        ("Ask ICT (our advice, drawn from [@acas-policy]).", "Ask Digital (our advice, drawn from [@acas-policy])."),
        ("Ask ICT. The law says ICT must [@acas-policy]. Tell ICT.", "Ask Digital. The law says ICT must [@acas-policy]. Tell Digital."),
        ("## Ask ICT\n\nAsk ICT.", "## Ask ICT\n\nAsk Digital."),
        ("See [ICT](ICT.md) and ICT.", "See [ICT](ICT.md) and Digital."),
        ("They say “ask ICT” or *the ICT guide*.", "They say “ask ICT” or *the ICT guide*."),
        ("`ICT` and\n\n```\nICT\n```\n", "`ICT` and\n\n```\nICT\n```\n"),
        ("{{ contact.ict }} at https://ICT.test or ICT@a.test <!-- ICT -->", "{{ contact.ict }} at https://ICT.test or ICT@a.test <!-- ICT -->"),
        ("| ICT | x [@a] |\n| ICT | y |", "| ICT | x [@a] |\n| Digital | y |"),
        ("Nothing here.", "Nothing here."),
    ],
)
def test_put_own_words(text, expected):
    """Whole words alone, the longest first and each once; never in headings, links, quotations, code or cited sentences."""
    assert put(text) == expected


def test_where_they_stand(tmp_path):
    """Words are put where the playbook speaks itself; titles, evidence, what people say, case studies and our own stay."""
    root = council(tmp_path, {
        "local/terms.yml": "words:\n  - {playbook: staff, ours: colleagues}\n  - {playbook: policy, ours: code}\n",
        "local/pages/ours.md": "---\ntitle: Ours\nsummary: For staff.\n---\n\nStaff know.\n",
    })  # fmt: skip
    assert problems_of(root) == []
    playbook = joined(root)
    argument, objection, chapter = (
        playbook.arguments["same-as-the-phone"].model, playbook.objections["time-wasting"].model, playbook.chapters["policy"],
    )  # fmt: skip
    assert argument.short == "Colleagues already answer the public by phone without asking first."
    assert argument.evidence[0].shows == "In 2012 Acas told employers to agree a policy with staff."
    assert (objection.title, objection.responsible_for) == (
        "Staff will waste time", "Getting the work done with the colleagues they have.",
    )  # fmt: skip
    assert (chapter.title, chapter.model.summary) == ("Write a policy", "How to write a code that colleagues can use.")
    assert playbook.advice_of("policy")[0].text.startswith("write it with staff [@")
    assert "A code says what is fine" in chapter.body
    assert playbook.case_studies["anytown"].model.summary == "Opened access to all staff."
    assert (playbook.pages["ours"].model.summary, playbook.pages["ours"].body.strip()) == ("For staff.", "Staff know.")


def test_ids_stay(tmp_path):
    """A word that is also an id, an anchor or a choice changes none of them."""
    words = "".join(f"  - {{playbook: {one}, ours: other}}\n" for one in ("policy", "danger", "public", "first", "managers"))
    root = council(tmp_path, {"local/terms.yml": f"words:\n{words}"})
    before = {page.uri for page in make_plan(council(tmp_path / "plain", {}), TODAY).pages}
    plan = make_plan(root, TODAY)
    assert {page.uri for page in plan.pages} == before
    tree = joined(root).tools["decision-tree"].model
    assert [one.id for one in tree.questions] == ["danger", "rude"]
    assert [one.reply for one in tree.outcomes] == ["wait", "do-not", "public"]


def test_glossary_term_changed(tmp_path):
    """A term of the playbook's can be changed field by field, and says which wording that was made from."""
    files = {"local/terms.yml": "glossary:\n  - {id: foi, based_on: bcdfghjklm, meaning: Ask Anytown.}\n"}
    root = council(tmp_path, files)
    assert [(one.rule, one.line, one.column) for one in problems_of(root)] == [("drift", 2, 25)]
    terms = {term.id: term for term in joined(root).glossary.model.terms}
    assert (terms["foi"].meaning, terms["foi"].term) == ("Ask Anytown.", "freedom of information")


def test_own_interface_words(tmp_path):
    """The council's interface words take the place of ours, one by one, and all others stay."""
    root = council(tmp_path, {"local/words.yml": 'home:\n  told: What did they say?\nown: {label: "From {council}"}\n'})
    words, problems = load_own_words(root)
    assert problems == []
    assert (words("home.told"), words("own.label", council="us")) == ("What did they say?", "From us")
    assert words("home.choose") == load_own_words(council(tmp_path / "plain", {}))[0]("home.choose")


def test_wrong_words_change_nothing(tmp_path):
    """With a fault in the council's file our own words stand, so that the report can be read."""
    root = council(tmp_path, {"local/words.yml": "home:\n  told: \"{x.__class__}\"\n  choose: Choose\n"})
    words, problems = load_own_words(root)
    assert len(problems) == 1 and words("home.choose") != "Choose"


def test_small_playbook_has_the_words():
    """The texts that the tests above look at hold the words that are to be replaced or left."""
    assert "Staff already" in FILES["playbook/arguments/same-as-the-phone.yml"]
    assert "public" in FILES["playbook/tools/should-i-reply.yml"]
