"""A translation is laid over its English whole or not at all, and says so when the English has moved on."""

import json

import pytest
from languages_help import (
    ARGUMENT,
    ARGUMENT_CY,
    CHAPTER,
    CHAPTER_BODY_CY,
    CHAPTER_CY,
    COUNCIL,
    found,
    page,
    plan_of,
    put,
    two_languages,
    write,
)
from playbook_kit.cli import main
from playbook_kit.report import as_text
from playbook_kit.words import load_words
from site_help import ROOT

BEHIND = load_words(ROOT, "cy")[0]("languages.behind")
MISSING = load_words(ROOT, "cy")[0]("languages.missing")


@pytest.fixture
def root(tmp_path):
    """The small playbook in English and Welsh."""
    return two_languages(tmp_path / "playbook")


def edit(root, path: str, old: str, new: str) -> None:
    """Change one text of a file, which stands there once."""
    text = (root / path).read_text(encoding="utf-8")
    assert text.count(old) == 1
    write(root, path, text.replace(old, new))


def command(arguments: list[str]) -> int:
    """Run the `playbook` command; gives its exit code."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return ended.value.code or 0


def welsh(root):
    """The Welsh side's view of the content."""
    return plan_of(root).edition("cy").playbook


def test_two_languages_are_right(root):
    """The playbook that the tests below change has no fault of its own."""
    assert as_text(found(root)) == "Nothing to mend."


def test_what_is_not_translated_comes_from_the_english(root):
    """Ids, sources, strengths and dates are those of the English; words are those of the translation."""
    argument = welsh(root).arguments["same-as-the-phone"]
    assert argument.title == "Yr un peth â’r ffôn" and argument.language == "cy"
    assert argument.model.evidence[0].source == "acas-policy" and argument.model.evidence[0].strength == "medium"
    assert argument.model.evidence[0].shows.startswith("Yn 2012") and argument.model.answers == ["time-wasting"]
    assert plan_of(root).edition("en").playbook.arguments["same-as-the-phone"].title == "Same as the phone"


def test_english_words_changed(root):
    """Where the English says something else since, the page keeps its Welsh and says so; check warns; drift lists it."""
    edit(root, f"{ARGUMENT}.yml", "A post is public and lasts", "A post is public, and lasts for ever")
    problems = found(root)
    assert [(one.level, one.rule, one.path, one.line) for one in problems] == [
        ("warning", "translation-behind", f"{ARGUMENT}.cy.yml", 1)
    ]
    assert "It is shown, and its page says so." in problems[0].message
    shown = page(plan_of(root), "cy/arguments/same-as-the-phone.md")
    assert shown.title == "Yr un peth â’r ffôn" and BEHIND in shown.body and MISSING not in shown.body


def test_english_parts_changed(root):
    """Where the English has another source under a statement, the Welsh would vouch for it with the wrong one: English is shown."""
    write(
        root,
        "playbook/sources/other.yml",
        (root / "playbook/sources/acas-policy.yml").read_text(encoding="utf-8").replace("social-media\n", "other\n"),
    )
    edit(root, f"{ARGUMENT}.yml", "  - source: acas-policy\n    shows", "  - source: other\n    shows")
    problems = found(root)
    assert [(one.level, one.rule) for one in problems] == [("warning", "translation-behind")]
    assert "the page shows the English" in problems[0].message
    shown = page(plan_of(root), "cy/arguments/same-as-the-phone.md")
    assert shown.title == "Same as the phone" and MISSING in shown.body


def test_english_heading_added(root):
    """A part that the English chapter has gained leaves the Welsh chapter behind, and the English is shown."""
    edit(root, f"{CHAPTER}.md", "## Why\n", "## What we do not know\n\nMuch.\n\n## Why\n")
    assert [(one.level, one.path) for one in found(root)] == [("warning", "local/chapters/policy.cy.md")]
    assert page(plan_of(root), "cy/playbook/policy.md").title == "Write a policy"


def test_a_source_that_the_welsh_cites_is_gone(root):
    """A change of the English that breaks a word of the Welsh never stops a build: the English is shown, with a warning."""
    for path in (f"{ARGUMENT}.yml", f"{CHAPTER}.md", "case_studies/anytown.md"):
        text = (root / path).read_text(encoding="utf-8")
        write(root, path, text.replace("acas-policy", "new-policy"))
    (root / "playbook/sources/acas-policy.yml").rename(root / "playbook/sources/new-policy.yml")
    assert {one.level for one in found(root)} == {"warning"}
    plan = plan_of(root)
    assert page(plan, "cy/arguments/same-as-the-phone.md").title == "Same as the phone"
    assert page(plan, "cy/playbook/policy.md").title == "Write a policy"


def test_drift_shows_both_wordings(root, capsys):
    """`playbook drift` lists a translation that is behind with the English of now and the Welsh, and `keep` says it is right."""
    edit(root, f"{ARGUMENT}.yml", "A post is public and lasts", "A post is public, and lasts for ever")
    assert command(["drift", "--root", str(root), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["total"] == 1 and told["items"][0]["path"] == f"{ARGUMENT}.cy.yml"
    concession = next(one for one in told["items"][0]["changes"] if one["field"] == "concession")
    assert "for ever" in concession["playbook"] and concession["ours"].startswith("Mae neges")
    assert command(["local", "keep", "argument/same-as-the-phone", "--root", str(root)]) == 0
    assert as_text(found(root)) == "Nothing to mend."


def test_the_council_s_own_translation_wins(root):
    """A council's file takes the place of the playbook's for the same item, and its page says that it is the council's."""
    put(
        root,
        "argument",
        "same-as-the-phone",
        "local/arguments/same-as-the-phone.cy.yml",
        ARGUMENT_CY.replace("Yr un peth â’r ffôn", "Fel y ffôn"),
    )
    shown = page(plan_of(root), "cy/arguments/same-as-the-phone.md")
    assert (
        shown.title == "Fel y ffôn"
        and shown.origin == "changed"
        and shown.edit_path == "local/arguments/same-as-the-phone.cy.yml"
    )
    assert page(plan_of(root), "arguments/same-as-the-phone.md").origin == "upstream"


def test_the_council_s_english_counts(root):
    """What a council says in English in place of the playbook is what a translation must be made from."""
    base = (root / f"{ARGUMENT}.yml").read_text(encoding="utf-8")
    assert command(["local", "override", "argument/same-as-the-phone", "one_liner", "--root", str(root)]) == 0
    edit(
        root,
        "local/arguments/same-as-the-phone.yml",
        "We trust people with a telephone. This is the same trust.",
        "We trust our people.",
    )
    assert [one.rule for one in found(root)] == ["translation-behind"]
    assert (root / f"{ARGUMENT}.yml").read_text(encoding="utf-8") == base


def test_words_around_an_item_stay_english(root):
    """What a council puts before an argument in English stands on the Welsh page too, marked as English."""
    write(root, "local/arguments/same-as-the-phone.before.md", "We in Anytown agree.\n")
    body = page(plan_of(root), "cy/arguments/same-as-the-phone.md").body
    assert '<span lang="en">We in Anytown agree.</span>' in body and "Ychwanegwyd gan Cyngor Unrhywle" in body


def test_an_item_of_the_council_s_own(root):
    """A council's own page can be translated like the playbook's."""
    write(root, "local/pages/our-rules.md", "---\ntitle: Our rules\nsummary: Rules of our own.\n---\n\nAsk first.\n")
    put(
        root,
        "page",
        "our-rules",
        "local/pages/our-rules.cy.md",
        "title: Ein rheolau\nsummary: Ein rheolau ein hunain.\n",
        "\nGofynnwch yn gyntaf.\n",
    )
    assert as_text(found(root)) == "Nothing to mend."
    assert page(plan_of(root), "cy/our-rules.md").title == "Ein rheolau"


def test_hidden_items_are_hidden_in_both(root):
    """A hidden item has no page in any language, and its translation is not looked at."""
    write(root, "local/council.yml", COUNCIL + "hide:\n  - {what: chapter/policy, reason: Not ours.}\n")
    assert {"playbook/policy.md", "cy/playbook/policy.md"}.isdisjoint(one.uri for one in plan_of(root).pages)


def test_tools_and_glossary_are_paired_by_id(root):
    """Questions, rows and terms of a translation may stand in another order than the English: their ids say which is which."""
    facts = (
        "title: Geirfa\nsummary: Ystyr y termau.\nterms:\n  - {id: handle, term: enw, meaning: Enw byr cyfrif.}\n"
        "  - {id: foi, term: rhyddid gwybodaeth, also: [RhG], meaning: Gofyn am wybodaeth gan gorff cyhoeddus.}\n"
    )
    put(root, "glossary", "glossary", "local/glossary.cy.yml", facts)
    assert as_text(found(root)) == "Nothing to mend."
    terms = {term.id: term for term in welsh(root).glossary.model.terms}
    assert terms["foi"].term == "rhyddid gwybodaeth" and terms["handle"].in_text is False


def test_nobody_has_read_the_words(root):
    """The check warns while nobody is named who read the interface's words, and only where the language is shown."""
    (root / "local/words.cy.yml").unlink()
    assert [(one.level, one.rule, one.path) for one in found(root)] == [
        ("warning", "words-unread", "theme/words/cy.yml")
    ]
    write(root, "local/council.yml", "name: Anytown Council\n")
    assert as_text(found(root)) == "Nothing to mend."


def test_a_language_that_is_not_shown(root):
    """A council that shows English alone has English pages alone, and is not told of the playbook's translations."""
    write(root, "local/council.yml", "name: Anytown Council\n")
    edit(root, f"{ARGUMENT}.yml", "A post is public and lasts", "A post is public, and lasts for ever")
    assert not [one for one in found(root) if one.path.startswith("playbook/")]
    plan = plan_of(root)
    assert [one.language for one in plan.editions] == ["en"] and not [
        one for one in plan.pages if one.uri.startswith("cy/")
    ]


@pytest.mark.parametrize(
    "what",
    ["argument/same-as-the-phone", "objection/time-wasting", "chapter/policy", "case-study/anytown", "template/trial-plan",
     "decision-tree/should-i-reply", "self-check/self-check", "blocked/blocked", "glossary/glossary", "page/index"],
)  # fmt: skip
@pytest.mark.parametrize("is_local", [False, True])
def test_begin_a_translation(tmp_path, capsys, what, is_local):
    """`playbook translate` writes a file that lacks nothing but its words: once every blank is filled, nothing is wrong."""
    root = two_languages(tmp_path / "playbook")
    (root / f"{ARGUMENT}.cy.yml").unlink()
    (root / "local/chapters/policy.cy.md").unlink()
    options = ["--local"] if is_local else []
    assert command(["translate", "cy", what, "--root", str(root), "--json", *options]) == 0
    made = json.loads(capsys.readouterr().out)["path"]
    assert made.startswith("local/") is is_local
    assert {one.rule for one in found(root) if one.level == "error"} <= {"blank", "translation"} and found(root)
    text = (
        (root / made).read_text(encoding="utf-8").replace("FILL IN: all that follows, then take this line out.\n", "")
    )
    cites = " [@acas-policy]" if "[@acas-policy" in text else ""
    write(
        root,
        made,
        text.replace("long: FILL IN", f"long: Yn Gymraeg{cites}")
        .replace("after: FILL IN", f"after: Yn Gymraeg{cites}")
        .replace("FILL IN", "Yn Gymraeg"),
    )
    assert as_text(found(root)) == "Nothing to mend."
    assert command(["translate", "cy", what, "--root", str(root), *options]) == 1
    assert "is there already" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "what", "said"),
    [("xy", "chapter/policy", "There are no words of the interface in “xy”. Write one of: cy."),
     ("cy", "chapter/polisi", "There is no chapter “polisi”. Did you mean “policy”?"),
     ("cy", "source/acas-policy", "“source” is nothing that is translated.")],
)  # fmt: skip
def test_nothing_to_begin(root, capsys, language, what, said):
    """What cannot be translated is refused in words."""
    assert command(["translate", language, what, "--root", str(root)]) == 1
    assert said in capsys.readouterr().out


def test_all_faults_in_one_run(root):
    """A file that lacks fields, has others, and has another number of entries is told all of it at once."""
    text = ARGUMENT_CY.replace(
        "concession: Mae neges yn gyhoeddus ac yn para; nid felly galwad ffôn.\n", "strength: strong\n"
    )
    put(root, "argument", "same-as-the-phone", f"{ARGUMENT}.cy.yml", text + "titel: Ie\n")
    messages = [one.message for one in found(root)]
    assert "“concession” is not there in “cy”." in messages
    assert "“strength” is not translated: it comes from the English." in messages
    assert "“titel” is not a field that is translated." in messages


def test_chapter_stays_whole(root):
    """A chapter of which a part is missing, or whose heading is of another level, is refused with the English heading."""
    put(
        root,
        "chapter",
        "policy",
        "local/chapters/policy.cy.md",
        CHAPTER_CY,
        CHAPTER_BODY_CY.replace("### Rheolwyr", "## Rheolwyr"),
    )
    assert "This heading stands for “Managers”, which is one of level 3." in as_text(found(root))
    put(
        root, "chapter", "policy", "local/chapters/policy.cy.md", CHAPTER_CY, CHAPTER_BODY_CY.partition("## Os aiff")[0]
    )
    assert "The English goes on with the heading “If it goes wrong”." in as_text(found(root))
