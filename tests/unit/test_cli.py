"""The `playbook` command: help, exit codes, JSON, and files begun with `new`."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from many_arguments import write_many
from playbook_kit.cli import main
from playbook_kit.cli.main import parser
from playbook_kit.cli.templates import KINDS_TO_START, new_file
from playbook_kit.models.base import group_of
from playbook_kit.models.kinds import KINDS
from playbook_kit.plan import check_content
from playbook_kit.problem import errors
from playbook_kit.report import as_text
from unit_help import PACKAGE, TODAY, change, rules_of, write

COMMANDS = (
    "check", "fmt", "messages", "readability", "build", "serve", "publish-to", "pack", "release-zip", "stage", "brand", "new",
    "review-issues", "links", "translate", "drift", "local", "changes", "upgrade", "propose-upgrade", "release", "review",
    "post-review", "post-reviews", "show-preview", "prune-previews", "issue-forms", "who-approved", "from-issue", "propose-issue",
    "audit", "renew", "propose-renewal",
)  # fmt: skip


@pytest.fixture
def playbook(capsys):
    """Run the command line in this process and give its exit code, its output and its errors."""

    def run(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        return (ended.value.code or 0, *capsys.readouterr())

    return run


def on(root: Path) -> list[str]:
    """The options that make a command run on this repository and this day."""
    return ["--root", str(root), "--today", TODAY.isoformat()]


def break_it(root: Path) -> None:
    """Put one error into a small playbook."""
    change(root, "playbook/arguments/same-as-the-phone.yml", "answers: [time-wasting]", "answers: [time-wasted]")


@pytest.mark.parametrize("command", [(), *((command,) for command in COMMANDS)], ids=["playbook", *COMMANDS])
def test_help(playbook, command):
    """Help says what the command does and what its exit codes mean, and ends with 0."""
    code, out, err = playbook(*command, "--help")
    assert (code, err) == (0, "")
    assert f"usage: {' '.join(['playbook', *command])}" in out
    assert "0 all is well" in " ".join(out.split()) and "1 there is something to mend" in " ".join(out.split())


def test_help_names_every_command(playbook):
    """The help of the whole names each command with a line on what it does."""
    out = playbook("--help")[1]
    assert re.findall(r"^    ([\w-]+)(?:  +|\n {9,})\w", out, re.M) == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_names_every_option(playbook, command):
    """Each option of the command is in its help with words of its own."""
    group = parser()._subparsers._group_actions[0].choices[command]
    assert [action.dest for action in group._actions if action.option_strings and not action.help] == []
    out = playbook(command, "--help")[1]
    assert all(option in out for action in group._actions for option in action.option_strings)


@pytest.mark.parametrize(
    "arguments",
    ["", "nothing", "check --none", "check --today soon", "new recipe x", "new argument", "new", "stage"],
)
def test_not_understood(playbook, arguments):
    """A command that is not understood says so on the error stream and ends with 2."""
    code, out, err = playbook(*arguments.split())
    assert (code, out) == (2, "")
    assert "usage: playbook" in err


@pytest.mark.parametrize(
    ("command", "text"),
    [(["check"], "playbook/vocabulary.yml"), (["check", "--json"], '"errors"')],
)
def test_root_that_is_not_there(playbook, tmp_path, command, text):
    """A repository that is not there is reported like any other fault, never with a traceback."""
    code, out, _ = playbook(*command, *on(tmp_path / "none"))
    assert code == 1 and text in out


def test_check_of_what_is_right(playbook, unchanged_root):
    """A check without errors ends with 0, and sums up on its last line."""
    code, out, err = playbook("check", *on(unchanged_root))
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == "3 warnings found."


def test_check_of_what_is_wrong(playbook, small_root):
    """A check with an error prints its place, message, rule and fix, and ends with 1."""
    break_it(small_root)
    code, out, err = playbook("check", *on(small_root))
    assert (code, err) == (1, "")
    assert (
        "playbook/arguments/same-as-the-phone.yml:3:11: There is no objection “time-wasted”. (unknown-id)\n"
        "    Did you mean “time-wasting”?\n"
    ) in out


@pytest.mark.parametrize("broken", [False, True])
def test_check_json(playbook, small_root, broken):
    """`check --json` prints the same problems as one JSON object and nothing else, with the same exit code."""
    if broken:
        break_it(small_root)
    code, out, err = playbook("check", "--json", *on(small_root))
    found = json.loads(out)
    assert (code, err) == (int(broken), "")
    assert (found["total"], found["errors"]) == (len(found["items"]), int(broken))
    assert [item["path"] for item in found["items"]] == [p.path for p in check_content(small_root, TODAY)]


@pytest.mark.parametrize(("day", "overdue"), [("2026-01-01", 0), ("2026-11-21", 3), ("2030-01-01", 14)])
def test_today_is_an_option(playbook, unchanged_root, day, overdue):
    """What is overdue depends on the day that is given."""
    _, out, _ = playbook("check", "--json", "--root", unchanged_root, "--today", day)
    assert sum("should have been" in item["message"] for item in json.loads(out)["items"]) == overdue


@pytest.mark.parametrize(("epoch", "day"), [("0", "1970-01-01"), ("1795219200", "2026-11-21")])
def test_source_date_epoch(monkeypatch, epoch, day):
    """Without the option, the day is that of SOURCE_DATE_EPOCH if it is set."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert parser().parse_args(["check"]).today.isoformat() == day


def test_as_a_module(unchanged_root):
    """`python -m playbook_kit.cli` is the same command, for where a launcher cannot be used."""
    done = subprocess.run(
        [sys.executable, "-m", "playbook_kit.cli", "check", *on(unchanged_root)], cwd=PACKAGE.parent,
        capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("3 warnings found.\n")


def test_stage(playbook, unchanged_root, tmp_path):
    """`stage` writes every page and file of data as plain files, says how many, and ends with 0."""
    code, out, err = playbook("stage", tmp_path / "out", *on(unchanged_root))
    assert (code, err) == (0, "")
    pages = sorted(path.relative_to(tmp_path / "out/docs").as_posix() for path in (tmp_path / "out/docs").rglob("*.md"))
    assert out.startswith(f"{len(pages)} pages are in ")
    assert {"index.md", "arguments/same-as-the-phone.md", "playbook/policy.md"} <= set(pages)
    assert (tmp_path / "out/docs/schema/argument.json").is_file()
    assert (tmp_path / "out/docs/assets/diagram.png").is_file()
    assert "hooks" not in yaml.safe_load((tmp_path / "out/mkdocs.yml").read_text(encoding="utf-8"))


def test_stage_again(playbook, unchanged_root, tmp_path):
    """An earlier stage is replaced whole: nothing of it is left over."""
    playbook("stage", tmp_path / "out", *on(unchanged_root))
    write(tmp_path, "out/docs/left-over.md")
    assert playbook("stage", tmp_path / "out", *on(unchanged_root))[0] == 0
    assert not (tmp_path / "out/docs/left-over.md").exists()


def test_stage_shows_titles_as_they_are(playbook, small_root, tmp_path):
    """A title is plain text in the staged Markdown too, where another engine may let HTML through."""
    change(small_root, "playbook/policy.md", "title: Write a policy", "title: Write <b>a</b> *policy*")
    playbook("stage", tmp_path / "out", *on(small_root))
    body = (tmp_path / "out/docs/playbook/policy.md").read_text(encoding="utf-8").split("---\n")[2]
    assert "<b>" not in body and "*policy*" not in body


@pytest.mark.parametrize("options", [[], ["--json"]], ids=["text", "json"])
def test_stage_never_overwrites(playbook, unchanged_root, tmp_path, options):
    """A folder that holds anything else is left as it is, and the command ends with 1."""
    write(tmp_path, "mine/letter.txt", "Dear")
    code, out, _ = playbook("stage", tmp_path / "mine", *options, *on(unchanged_root))
    assert code == 1 and "holds something else" in out
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]


def test_stage_over_a_file(playbook, unchanged_root, tmp_path):
    """A name that is a file's is refused in words."""
    code, out, _ = playbook("stage", write(tmp_path, "letter.txt", "Dear"), *on(unchanged_root))
    assert code == 1 and "letter.txt" in out


@pytest.mark.parametrize("options", [[], ["--json"]], ids=["text", "json"])
def test_stage_of_what_is_wrong(playbook, small_root, tmp_path, options):
    """With an error nothing is staged; the problems are printed and the command ends with 1."""
    break_it(small_root)
    code, out, _ = playbook("stage", tmp_path / "out", *options, *on(small_root))
    assert code == 1 and "time-wasted" in out and not (tmp_path / "out").exists()


@pytest.mark.parametrize("broken", [False, True])
def test_stage_json(playbook, small_root, tmp_path, broken):
    """`stage --json` prints the outcome as one JSON object: whether it went well, and every problem."""
    if broken:
        break_it(small_root)
    found = json.loads(playbook("stage", tmp_path / "out", "--json", *on(small_root))[1])
    assert found["ok"] is not broken and found["problems"]["errors"] == int(broken)
    assert broken or found["pages"] == len(list((tmp_path / "out/docs").rglob("*.md")))


@pytest.mark.parametrize("options", [[], ["--json"]], ids=["text", "json"])
def test_build_of_what_is_wrong(playbook, small_root, tmp_path, options):
    """With an error nothing is built: the last site stays, the problems are printed, the exit code is 1."""
    break_it(small_root)
    write(tmp_path, "site/index.html", "the last site")
    code, out, _ = playbook("build", "--site", tmp_path / "site", *options, *on(small_root))
    assert code == 1 and "time-wasted" in out
    assert [path.read_text() for path in tmp_path.glob("site*/*")] == ["the last site"]


def test_build_json_of_what_is_wrong(playbook, small_root, tmp_path):
    """`build --json` prints the outcome as one JSON object."""
    break_it(small_root)
    found = json.loads(playbook("build", "--site", tmp_path / "site", "--json", *on(small_root))[1])
    assert found["ok"] is False and found["problems"]["errors"] == 1


def test_build(playbook, tmp_path):
    """`build --json` writes the site, says where it is, prints only JSON and ends with 0."""
    root = write_many(tmp_path / "small", 20)
    code, out, _ = playbook("build", "--site", tmp_path / "site", "--json", *on(root))
    assert (code, json.loads(out)["ok"], json.loads(out)["site"]) == (0, True, str(tmp_path / "site"))
    assert (tmp_path / "site/index.html").is_file() and (tmp_path / "site/schema/argument.json").is_file()


FILLED = {
    "title": "A title of my own", "answers": "time-wasting", "response_type": "facts", "strength": "weak",
    "source": "acas-policy", "works_best_on": "managers", "does_not_work_on": "staff", "said_by": "managers",
    "frequency": "often", "topics": "time", "chapters": "policy", "chapter": "policy", "case_studies": "monmouthshire",
    "part": "get-access", "objections": "time-wasting", "documents": "mon-guidance", "kind": "example",
    "type": "council", "country": "wales", "access": "open", "read_as": "live", "url": "https://example.org/a",
    "archived_url": "https://example.org/b",
}  # fmt: skip


def fill(path: Path) -> None:
    """Fill in every blank as a contributor would: an id or a choice where one belongs, other words elsewhere."""
    lines, field = [], ""
    letters = str.maketrans("0123456789", "abcdefghij")  # a number would be a claim that needs a source
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n")):
        named = re.match(r"\s*(?:- )?(\w+):", line)
        field = named[1] if named else "" if line == "---" else field
        is_comment = line.lstrip().startswith("#")
        lines.append(line if is_comment else line.replace("FILL IN", FILLED.get(field, f"words {str(number).translate(letters)} of my own")))
    path.write_text("\n".join(lines), encoding="utf-8")


def uncomment(path: Path, kind: str) -> None:
    """Take the optional fields into use, but the one for withdrawn arguments: their lines lose the “# ”."""
    fields = set(fields_of(kind)) - {"retired_because"}
    text = re.sub(r"^# retired_because: .*(\n#   .*)?", "", path.read_text(encoding="utf-8"), flags=re.M)
    text = re.sub(rf"^( *)# ( *(- )?({'|'.join(fields)}):.*|  .*)$", r"\1\2", text, flags=re.M)
    path.write_text(text, encoding="utf-8")


def fields_of(kind: str) -> list[str]:
    """The names of a kind's fields, those of groups included."""
    groups = [group_of(info.annotation) for info in KINDS[kind].model.model_fields.values()]
    return [name for model in [KINDS[kind].model, *filter(None, groups)] for name in model.model_fields]


def problems_of(root: Path, path: str):
    """The errors in one file of a small playbook."""
    return [problem for problem in errors(check_content(root, TODAY)) if problem.path == path]


@pytest.mark.parametrize("kind", KINDS_TO_START)
def test_new(playbook, small_root, kind):
    """`new` writes a file where the kind's files lie, names it, and ends with 0."""
    path = f"{KINDS[kind].folder}/new-one{KINDS[kind].ending}"
    code, out, err = playbook("new", kind, "new-one", *on(small_root))
    assert (code, err) == (0, "")
    assert path in out and (small_root / path).is_file()


@pytest.mark.parametrize("kind", KINDS_TO_START)
def test_new_json(playbook, small_root, kind):
    """`new --json` prints the path as one JSON object."""
    out = playbook("new", kind, "new-one", "--json", *on(small_root))[1]
    assert json.loads(out) == {"ok": True, "path": f"{KINDS[kind].folder}/new-one{KINDS[kind].ending}"}


@pytest.mark.parametrize("kind", KINDS_TO_START)
def test_new_file_lacks_only_its_blanks(small_root, kind):
    """A new file has no error but its blanks and the ids that are not filled in; nothing answers a new objection."""
    path = new_file(small_root, kind, "new-one", TODAY).relative_to(small_root).as_posix()
    found = problems_of(small_root, path)
    assert "blank" in rules_of(found)
    assert set(rules_of(found)) <= {"blank", "unknown-id", *(["unanswered"] if kind == "objection" else [])}


@pytest.mark.parametrize("optional", [False, True], ids=["required", "with-optional"])
@pytest.mark.parametrize("kind", KINDS_TO_START)
def test_new_file_is_right_once_filled(small_root, kind, optional):
    """A new file passes the check once its blanks are filled, with or without the optional fields."""
    made = new_file(small_root, kind, "new-one", TODAY)
    if optional:
        uncomment(made, kind)
    fill(made)
    assert not optional or "FILL IN" not in made.read_text(encoding="utf-8")
    if kind == "objection":  # an objection needs an argument that answers it
        change(small_root, "playbook/arguments/an-old-figure.yml", "[time-wasting]", "[time-wasting, new-one]")
    found = problems_of(small_root, made.relative_to(small_root).as_posix())
    assert not found, "\n" + as_text(found) + made.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS_TO_START)
def test_new_file_has_every_field(small_root, kind):
    """A new file names every field of its kind, so that it never falls behind the model."""
    text = new_file(small_root, kind, "new-one", TODAY).read_text(encoding="utf-8")
    assert [name for name in fields_of(kind) if not re.search(rf"^[# ]*(- )?{name}:", text, re.M)] == []


@pytest.mark.parametrize("kind", KINDS_TO_START)
def test_new_file_points_to_its_schema(small_root, kind):
    """A new file tells editors where the schema of its kind is, from where the file lies."""
    made = new_file(small_root, kind, "new-one", TODAY)
    pointed = re.search(r"\$schema=(\S+)", made.read_text(encoding="utf-8"))[1]
    assert (made.parent / pointed).resolve() == (small_root / f"site/schema/{kind}.json").resolve()


@pytest.mark.parametrize("item_id", ["New", "new_one", "../new", "new one", "", "index", "-x", "tŷ"])
@pytest.mark.parametrize("options", [[], ["--json"]], ids=["text", "json"])
def test_new_refuses_what_is_no_id(playbook, small_root, item_id, options):
    """A name that cannot be an id is refused in words, ends with 1, and writes nothing."""
    before = sorted(small_root.rglob("*"))
    code, out, _ = playbook("new", "argument", *options, *on(small_root), "--", item_id)
    assert code == 1 and "cannot be an id" in out
    assert not options or json.loads(out)["ok"] is False
    assert sorted(small_root.rglob("*")) == before


@pytest.mark.parametrize(
    ("kind", "item_id"), [("argument", "same-as-the-phone"), ("chapter", "policy"), ("argument", "the-phone-line")]
)
def test_new_refuses_a_taken_id(playbook, small_root, kind, item_id):
    """An id that is taken, or that a tombstone keeps, is refused, and nothing is overwritten."""
    before = {path: path.read_bytes() for path in small_root.rglob("*") if path.is_file()}
    code, out, _ = playbook("new", kind, item_id, *on(small_root))
    assert code == 1 and item_id in out
    assert {path: path.read_bytes() for path in small_root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("kind", KINDS_TO_START)
def test_new_depends_on_the_given_day(small_root, kind):
    """The dates in a new file come from the given day, and the same day gives the same text."""
    first = new_file(small_root, kind, "new-one", TODAY).read_text(encoding="utf-8")
    assert first == new_file(small_root, kind, "new-two", TODAY).read_text(encoding="utf-8")
    assert TODAY.isoformat() in first
