"""`playbook new` in a terminal: it asks, checks each answer in the words of the models, and writes a file that is right."""

import os
import pty
import sys
from types import SimpleNamespace

import pytest
from playbook_kit.cli.new import ask_new
from playbook_kit.models.base import fields_in_order
from playbook_kit.models.kinds import KINDS
from playbook_kit.plan import check_content
from playbook_kit.read.yaml_text import parse_yaml
from playbook_kit.report import as_text
from small_playbook import TODAY, write_small_playbook
from unit_help import ROOT

ARGUMENT = [
    ("title", "Like a letter: the same"),
    ("id:", ""),
    ("answers", "time-wasted"), ("answers", "time-wasting"), ("answers, entry 2", ""),
    ("response_type", "logic"), ("response_type", "reasoning"),
    ("strength", "weak"),
    ("one_liner", "word " * 40), ("one_liner", "A letter goes out in our name too."),
    ("short", "Staff write letters without asking first."),
    ("long", ""),
    ("concession", "A letter has one reader. A post may have many."),
    ("they_say", "That was years ago."), ("you_say", "It was."), ("comebacks, entry 2", ""),
    ("source", "acas-policy"), ("shows", "In 2012 Acas told employers to agree a policy with staff."), ("strength", "medium"),
    ("evidence, entry 2", ""),
    ("works_best_on", "managers"), ("works_best_on, entry 2", ""),
    ("does_not_work_on", ""), ("chapters", ""), ("case_studies", ""),
    ("topics", "conduct"), ("topics, entry 2", ""),
    ("origin", "Suggested by an officer."),
    ("one_of_the_twenty", "yes"), ("one_of_the_twenty", "false"),
]  # fmt: skip


def run(root, typed, kind="argument", **options):
    """What is said when these answers are typed; after the last, every other question gets none."""
    said: list[str] = []
    answers = iter(typed)

    def ask(prompt: str) -> str:
        wanted, answer = next(answers, ("", ""))
        assert wanted in "\n".join(said[-4:]), (wanted, said[-4:])
        return answer

    given = {"root": root, "today": TODAY, "kind": kind, "id": None, "local": False, **options}
    assert ask_new(SimpleNamespace(**given), ask, said.append) == 0
    return "\n".join(said)


@pytest.fixture
def root(tmp_path):
    """The small playbook."""
    return write_small_playbook(tmp_path)


def test_an_argument(root):
    """Every question answered gives a file that is right, named by its title, with its fields in order."""
    said = run(root, ARGUMENT)
    path = "playbook/arguments/like-a-letter-the-same.yml"
    assert f"Made {path}. Nothing is left to do in it." in said
    assert as_text(check_content(root, TODAY)) == "Nothing to mend."
    value = parse_yaml((root / path).read_text(encoding="utf-8"), path).value
    assert value["title"] == "Like a letter: the same" and value["one_of_the_twenty"] is False
    assert list(value) == [name for name in fields_in_order(KINDS["argument"].model) if name in value]


def test_answers_are_checked_at_once(root):
    """A wrong answer is met with the words of `playbook check`, and the question is asked again."""
    said = run(root, ARGUMENT)
    assert "There is no objection “time-wasted”. Did you mean “time-wasting”?" in said
    assert "“logic” is not one of the choices for “response_type”." in said
    assert "“one_liner” has 199 characters; at most 160 fit. Take out 39 or more." in said
    assert "“one_of_the_twenty” holds “yes” where true or false belongs." in said


@pytest.mark.parametrize("kind", ["argument", "objection", "chapter", "case-study", "source", "template"])
def test_every_question_may_be_left(root, kind):
    """Whoever leaves every question for later gets a file with its blanks, which `check` names and nothing else."""
    said = run(root, [("title", ""), ("id:", "new-one")], kind)
    path = f"{KINDS[kind].folder}/new-one{KINDS[kind].ending}"
    assert f"Made {path}. What is left:" in said and "Here it still says “FILL IN”." in said
    found = [problem for problem in check_content(root, TODAY) if problem.path == path]
    assert {problem.rule for problem in found} <= {"blank", "uncited-source", "too-short"}, as_text(found)


@pytest.mark.parametrize("kind", ["argument", "objection", "chapter", "case-study", "source", "template"])
def test_every_field_is_asked_with_its_words(root, kind):
    """Each field of the kind is asked for, with its description and with an example or with its choices."""
    said = run(root, [("title", ""), ("id:", "new-one")], kind)
    for name, info in KINDS[kind].model.model_fields.items():
        if name not in ("status", "added_on", "reviewed_on", "checked_on", "review_by"):
            assert f"\n{name}" in said and info.description in said, name


def test_an_id_that_is_taken(root):
    """An id that is taken is refused at once, and so is one with capitals."""
    said = run(root, [("title", "x"), ("id:", "same-as-the-phone"), ("id:", "New"), ("id:", "new-one")])
    assert "The argument “same-as-the-phone” is there already: playbook/arguments/same-as-the-phone.yml." in said
    assert "“New” cannot be an id." in said


def test_in_a_real_terminal(root):
    """In a terminal `playbook new source` asks; when the typing ends, nothing has been written."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["PYTHONPATH"] = str(ROOT / "hooks")
        os.execv(sys.executable, [sys.executable, "-m", "playbook_kit.cli", "new", "source", "--root", str(root)])
    os.write(terminal, b"A title\n\x04")
    said = b""
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:
            break
        if not part:
            break
        said += part
        if b"(Enter: a-title)" in said:
            os.write(terminal, b"\x04")
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 1
    assert b"Its title, as printed." in said and b"Nothing was written." in said
    assert not (root / "playbook/sources/a-title.yml").exists()
