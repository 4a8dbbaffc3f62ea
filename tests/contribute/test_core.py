"""From answers to files and problems, without a browser."""

import random
import typing

import made_up
import pytest
from answers import ARGUMENT, CASE_STUDY, GOOD, NEW_SOURCE, USE, WORDING
from playbook_kit.contribute import FORMS, field_named
from playbook_kit.contribute.assemble import letter_text
from playbook_kit.contribute.forms import form_named, names
from playbook_kit.contribute.into_list import into_list
from playbook_kit.contribute.letters import Wording
from playbook_kit.contribute.sources import source_named, source_names
from playbook_kit.models import Objection
from playbook_kit.models.base import WordLimit, markers
from playbook_kit.problem import errors
from playbook_kit.read.yaml_text import parse_yaml
from small_playbook import TODAY

ODD = (
    "A “smart” 'quote' \"inside\"", "Colon: and # sign", "- a hyphen first", "no", "2026-11-21", "12:30", "@at",
    "`code`",
    "* star", "& and", "! bang", "% per", "{curly}", "[bracket]", "> fold", "| pipe", "?: what", "null", "~", "---",
    "Llŷr ŵy Ŷ", "emoji 👩‍👩‍👧 and 🎉", "back\\slash \\n", "<b>bold</b> & <script>", "a  b", "tést", "=1+1", "'", '"',
    "...",
    "a very long line " * 9,
)  # fmt: skip


def field_of(name, answer):
    """The question of a form that an answer belongs to."""
    return field_named(form_named(name), answer)[0]


@pytest.mark.parametrize("name", GOOD)
def test_good_answers_pass(desk, name):
    """Answers that are right have no problem, and `playbook check` has none with the file that they become."""
    assert desk.check(name, GOOD[name]) == []
    made = desk.assemble(name, GOOD[name])
    assert errors(desk.check_files(desk.files_of(made))) == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_required_question_is_asked_for(desk, form):
    """With nothing answered, each question that must be answered says so once, by its label, in the form's order."""
    found = desk.check(form.name, {})
    wanted = [
        one.numbered(1) for group in form.groups if group.least
        for one in group.fields if one.is_required
    ]  # fmt: skip
    assert [problem.field for problem in found] == wanted
    for problem in found:
        one, row = field_named(form, problem.field)
        label = desk.words(one.label_key) + (f" ({row})" if row else "")
        assert problem.message == f"“{label}” has nothing in it."
        assert problem.fix.startswith(("Choose one", f"Write “{one.example}”"))


def test_limits_come_from_the_models():
    """What a form says of a field's length is what its model says."""
    one = field_of("argument", "short")
    info = one.model.model_fields["short"]
    assert one.most_words == markers(info.annotation, info.metadata, WordLimit)[0].most
    assert field_of("argument", "one_liner").most_characters == 160
    assert field_of("argument", "one_liner").help == one.model.model_fields["one_liner"].description
    assert field_of("argument", "comebacks.3.you_say").is_markdown
    assert field_of("argument", "strength").choices == ("strong", "medium", "weak")


def test_every_question_has_words(desk):
    """Each question and each group of every form has its words, and each question that takes text an example."""
    for form in FORMS:
        assert all(desk.words(group.label_key) for group in form.groups)
        for one in form.fields:
            assert desk.words(one.label_key)
            assert one.example or one.name == "body"


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("name", ["title", "short", "one_liner", "comebacks.1.they_say", "contributors"])
def test_plain_text_survives(desk, name, text):
    """A text in a plain field stands in the file's value exactly as it was typed, whatever signs are in it."""
    made = desk.assemble("argument", {**ARGUMENT, name: text})
    value = parse_yaml(made.main.text, made.main.path).value
    for part in name.split("."):
        value = value[int(part) - 1] if part.isdecimal() else value[part]
    wanted = " ".join(text.split())
    assert value == ([wanted.removeprefix("- ").removeprefix("* ")] if name == "contributors" else wanted)


def test_paragraphs_survive(desk):
    """Line ends and empty lines in a long text stand in the file's value as they were typed."""
    text = "First paragraph.\n\n- one\n- two\n\nLast " + "long " * 60 + "line."
    made = desk.assemble("argument", {**ARGUMENT, "long": text})
    assert parse_yaml(made.main.text, made.main.path).value["long"] == text


@pytest.mark.parametrize("text", sorted(set(ODD) - {"2026-11-21", "12:30"}))
def test_markdown_means_what_it_shows(desk, text):
    """A text with signs that Markdown would obey is accepted in a Markdown field, since they are written to be seen."""
    found = desk.check("argument", {**ARGUMENT, "concession": text})
    assert errors(found) == []


BAD = {
    "one_liner": "word " * 40, "short": "word " * 81, "concession": "In 2012 there were 828 cases.", "title": "",
    "comebacks.1.you_say": "w " * 61, "answers": "time-wastin", "topics": "conduct\nconduct", "strength": "huge",
    "origin": "It is 90% true.", "evidence.1.source": "acas", "works_best_on": "Managers",
    "long": "A letter was lost: \ufffd.", "contributors": "FILL IN",
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_says_what_check_says(desk, name):
    """What a form says of bad answers is what `playbook check` says of the file, but that it names the question."""
    answers = {**ARGUMENT, name: BAD[name]}
    made = desk.assemble("argument", answers)
    ours = errors(desk.check("argument", answers))
    theirs = errors(desk.check_files({made.main.path: made.main.text}))
    assert [problem.field for problem in ours] == [name]
    assert [(one.line, one.column, one.rule) for one in ours] == [(one.line, one.column, one.rule) for one in theirs]
    label = desk.words(field_of("argument", name).label_key)
    for mine, other in zip(ours, theirs, strict=True):
        spoken = other.field if f"“{other.field}”" in other.message else ""
        assert mine.message in (
            other.message, other.message.replace(f"“{spoken}”", f"“{label}”"),
            other.message.replace(f"“{spoken}”", f"“{label} (1)”"),
        )  # fmt: skip


def test_a_new_source_has_its_own_file(desk):
    """A source that is described becomes a file of its own, whose id the argument names."""
    made = desk.assemble("argument", {**ARGUMENT, **NEW_SOURCE})
    source, argument = made.files
    assert source.path == f"playbook/sources/{source.id}.yml"
    assert f"source: {source.id}" in argument.text
    assert errors(desk.check("argument", {**ARGUMENT, **NEW_SOURCE})) == []
    assert errors(desk.check_files(desk.files_of(made))) == []


def test_a_new_source_is_checked_too(desk):
    """A fault in what is said of a new source is reported at the question where it was said."""
    found = errors(desk.check("argument", {**ARGUMENT, **NEW_SOURCE, "evidence.1.new_url": "see the website"}))
    assert [(one.field, one.message) for one in found] == [
        ("evidence.1.new_url", "“see the website” is not a web address.")
    ]
    half = errors(desk.check("argument", {**ARGUMENT, **NEW_SOURCE, "evidence.1.new_publisher": ""}))
    assert [one.field for one in half] == ["evidence.1.new_publisher"]


def test_a_taken_id_gets_a_number(desk):
    """A title whose id is taken, or was once, gets an id with a number."""
    assert desk.assemble("argument", {"title": "Same as the phone"}).main.id == "same-as-the-phone-2"
    assert desk.assemble("argument", {"title": "The phone line"}).main.id == "the-phone-line-2"
    assert desk.assemble("argument", {"title": "Ŵyth Ŷd!"}).main.id == "wyth-yd"
    assert desk.assemble("argument", {"title": "Compare"}).main.id == "compare-2"
    assert desk.assemble("argument", {"title": "日本"}).main.id == "new-argument"


@pytest.mark.parametrize(
    ("typed", "kept", "note"),
    [
        ("a\u00a0b", "a b", "spaces"), ("soft\u00adhyphen", "softhyphen", "hidden"), ("a\tb", "a b", "tabs"),
        ("a\r\nb", "a b", "lines"), ('"two\nlines ""here"""', 'two lines "here"', "excel"),
        ("a\u200bb", "ab", "hidden"),
        ("a\u202eb", "ab", "hidden"), ("cites [@x]", "cites [ @x]", "brackets"),
        ("a {{ b }}", "a { { b }}", "brackets"),
    ],
)  # fmt: skip
def test_what_word_and_excel_bring_is_mended(desk, typed, kept, note):
    """What Word and Excel put between letters is mended in a line, and the form says so."""
    made = desk.assemble("argument", {**ARGUMENT, "title": typed})
    assert (made.answers["title"], note in made.notes["title"]) == (kept, True)


def test_bullets_from_word_become_a_list(desk):
    """Bullets pasted from Word become a list."""
    made = desk.assemble("argument", {**ARGUMENT, "long": "Two things:\r\n\r\n•\tone\r\n•\ttwo"})
    assert made.answers["long"] == "Two things:\n\n- one\n- two"
    assert made.notes["long"] == ["tabs", "bullets"]


def test_smart_quotes_stay(desk):
    """Typographic quotation marks and dashes stay as they were typed, without a note."""
    made = desk.assemble("argument", {**ARGUMENT, "title": "“Yes” – it’s so"})
    assert (made.answers["title"], made.notes) == ("“Yes” – it’s so", {})


def test_an_address_without_https_is_mended(desk):
    """A web address typed without https:// gets it, and the form says so."""
    made = desk.assemble("correction", {"proof": "www.gov.uk/guidance"})
    assert (made.answers["proof"], made.notes["proof"]) == ("https://www.gov.uk/guidance", ["address"])


def test_a_case_study_cites_its_source(desk):
    """What a case study says carries the source that its contributor named for all of it."""
    made = desk.assemble("case-study", CASE_STUDY)
    assert made.main.path == "case_studies/sometown.md"
    assert (
        made.main.text.count("[@acas-policy]") == 8
    )  # before, after, objected twice, a result, the limits and two lines of text
    assert made.main.text.startswith("---\ntitle: ") and "\n---\n\n## What they did\n" in made.main.text


def test_a_case_study_needs_a_source(desk):
    """A case study that nobody else can read about is refused at the question that asks for it."""
    found = errors(desk.check("case-study", {**CASE_STUDY, "sources.1.source": ""}))
    assert "sources.1.source" in [one.field for one in found]


def test_a_wording_that_is_there_is_refused(desk):
    """A wording that an objection has already is refused, whatever its capitals and its full stop."""
    found = desk.check("wording", {**WORDING, "heard": "people WILL skive."})
    assert [(one.field, one.message) for one in found] == [
        ("heard", "“people WILL skive.” stands in playbook/objections/time-wasting.yml already.")
    ]


def test_a_citation_to_nothing_is_refused(desk):
    """A citation of a source that is neither here nor described in the form is refused at its question."""
    found = desk.check("argument", {**ARGUMENT, "concession": "So it is [@nobody]."})
    assert [(one.field, "[@nobody]" in one.message) for one in found] == [("concession", True)]
    new = desk.assemble("argument", {**ARGUMENT, **NEW_SOURCE}).files[0].id
    assert errors(desk.check("argument", {**ARGUMENT, **NEW_SOURCE, "concession": f"So it is [@{new}]."})) == []


def test_a_letter_has_each_question_as_a_heading(desk):
    """A letter names each question, in order, with its answer or with words for none."""
    text = letter_text(desk.assemble("wording", WORDING), desk.words)
    assert text.startswith("### The objection it belongs to\n\ntime-wasting\n")
    assert "### Anything that helps us understand it\n\nNo answer\n" in text


def test_unknown_answers_are_left_out(desk):
    """Answers to no question of the form, such as a status, change nothing."""
    more = {**ARGUMENT, "status": "draft", "__proto__": "x", "evidence.9.source": "x", "comebacks.0.they_say": "x"}
    assert desk.assemble("argument", more).files == desk.assemble("argument", ARGUMENT).files


def test_a_form_that_there_is_not():
    """Asking for another form is a fault of the program, not of the contributor."""
    with pytest.raises(KeyError):
        form_named("poem")


def test_names_of_answers_are_distinct():
    """No two questions of a form have one name, whatever their rows."""
    for form in FORMS:
        found = list(names(form))
        assert len(found) == len(set(found))


def test_an_organisation_becomes_an_entry(desk):
    """“We use it too” becomes the very lines of an entry, in the order of the model, of the day on which it was sent."""
    entry = desk.assemble("use", {**USE, "address": "council.example/playbook"}).letter
    assert (entry.path, entry.text) == (
        "playbook/used-by.yml",
        '  - name: "Sometown Council"\n    country: uk\n    address: "https://council.example/playbook"\n'
        f'    says: "We took a brief to our ICT board."\n    added_on: {TODAY}\n',
    )


def test_use_is_checked_as_its_file_is(desk):
    """Of 50 entries made up by chance, those are refused that `playbook check` refuses in the list, at the same lines
    and by the same rules.
    """
    chance, seen = random.Random(61), set()
    for _ in range(50):
        given = made_up.answers("use", chance, {"country": ["uk", "mars"]})
        made, ours = desk.assemble("use", given), errors(desk.check("use", given))
        start = desk.content.used_by.file.text.count("\n")
        theirs = errors(desk.check_files(desk.files_of(made)))
        assert bool(ours) == bool(theirs), given
        assert {(one.line - start, one.rule) for one in theirs} <= {(one.line, one.rule) for one in ours}, given
        seen.add(bool(ours))
    assert seen == {True, False}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a: 1\nlist:\n  - b\n", "a: 1\nlist:\n  - b\n  - x\n    y\n"),
        ("list: []\n", "list:\n  - x\n    y\n"),
        ("list: [] # none\nrest: 1\n", "list: # none\n  - x\n    y\nrest: 1\n"),
        ("list:", "list:\n  - x\n    y\n"),
        ("# one\nlist:\n\n# two\n- b: 1\n  c: 2\n# three\n", "# one\nlist:\n\n# two\n- b: 1\n  c: 2\n- x\n  y\n# three\n"),
        ("list:\n    - b\n    # c\n    - d\n\nrest: 1\n", "list:\n    - b\n    # c\n    - d\n    - x\n      y\n\nrest: 1\n"),
        ("list: [a, b]\n", None), ("list: {}\n", None), ("other: 1\n", None), ("list:\n  a: 1\n", None), ("", None),
    ],
)  # fmt: skip
def test_an_entry_joins_its_list(before, after):
    """An entry goes below the last of its list, as far in as that one, and every other line stays as it is; a list in
    another form is left to a person.
    """
    found = into_list(before, "list", ["  - x", "    y"])
    assert (found and found[0]) == after
    if found:
        assert found[0].split("\n")[found[1] - 1].strip() == "- x"


@pytest.mark.parametrize(
    "typed",
    ["acas-policy", "Social media in the workplace", "acas – social media in the workplace.", "WWW.ACAS.ORG.UK/social-media/",
     "https://playbook.example/sources/#acas-policy"],
)  # fmt: skip
def test_a_source_by_any_of_its_names(desk, typed):
    """A source may be named by its id, its title, with its publisher or without, its address, or its place on the site."""
    made = desk.assemble("argument", {**ARGUMENT, "evidence.1.source": typed})
    assert made.answers["evidence.1.source"] == "acas-policy" and "source: acas-policy" in made.main.text


def test_a_name_of_two_sources_is_none():
    """A title that two sources have names neither of them; the publisher tells them apart."""
    sources = {"a": ("One", "A guide", ""), "b": ("Two", "A guide", "")}
    names = source_names(sources)
    assert source_named("A guide", sources, names) == "" and source_named("Two: A guide", sources, names) == "b"


def test_a_wording_is_what_its_list_takes():
    """What may be sent as a wording is what the list of an objection may hold."""
    (entry,) = typing.get_args(Objection.model_fields["heard_as"].annotation)
    assert str(Wording.model_fields["heard"].metadata) == str(list(entry.__metadata__))
