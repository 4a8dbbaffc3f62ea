"""The record of the last whole run of the tests: made from its parts, written, and shown to readers."""

import datetime
import json
from pathlib import Path

import pytest
import record
import states
import yaml
from axe import SET_ASIDE

# Names that begin with “test” would be taken for tests.
from playbook_kit import models as kinds
from playbook_kit import tested as made
from playbook_kit.cli import main
from playbook_kit.models.kinds import TESTED_PATH
from playbook_kit.models.messages import validate
from playbook_kit.read.yaml_text import parse_yaml
from playbook_kit.words import load_words
from small_playbook import TODAY, problems_of, write_small_playbook
from unit_help import ROOT

WORDS = load_words(ROOT)[0]
BASE = {"parts": ["pages-0", "pages-1", "html"], "tested_on": "2026-11-21", "version": "0.1.0", "site": "abc"}
PARTS = [
    {**BASE, "part": "pages-0", "pages": 2, "looks": 10, "widths": [1280, 360], "schemes": ["light", "dark"],
     "states": ["unfolded", "paper"], "programs": {"axe-core": "4.12.1"}, "set_aside": {"out-of-sight": 3},
     "found": [{"rule": "label", "page": "/a/", "places": 2}]},
    {**BASE, "part": "pages-1", "pages": 1, "looks": 5, "widths": [1280, 360], "schemes": ["light", "dark"],
     "states": ["unfolded", "paper", "case"], "programs": {"axe-core": "4.12.1"}, "set_aside": {"out-of-sight": 1}},
    {**BASE, "part": "html", "programs": {"Nu Html Checker": "26.9.27"}, "found": []},
]  # fmt: skip


def parsed(text: str) -> kinds.Tested:
    """The record that a file says, with nothing wrong in it."""
    document = parse_yaml(text, TESTED_PATH)
    model, problems = validate(kinds.Tested, document, TESTED_PATH)
    assert document.problems + problems == []
    return model


RECORD = parsed(made.record_text(made.record_of(PARTS)))
CLEAN = RECORD.model_copy(update={"found": []})


def test_parts_make_one_record() -> None:
    """The parts of a run add up: pages, places and looks are summed, widths, states and programs named once."""
    assert (RECORD.pages, RECORD.looks, RECORD.widths) == (3, 15, [1280, 360])
    assert (RECORD.states, [one.places for one in RECORD.set_aside]) == (["unfolded", "paper", "case"], [4])
    assert [(one.name, one.version) for one in RECORD.programs] == [("axe-core", "4.12.1"), ("Nu Html Checker", "26.9.27")]
    assert [(one.rule, one.page, one.places) for one in RECORD.found] == [("label", "/a/", 2)]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([], "no results"),
        (PARTS[:2], "html did not end"),
        ([*PARTS[:2], {**PARTS[2], "site": "def"}], "differ in “site”"),
        ([*PARTS[:2], {**PARTS[2], "tested_on": "2026-11-22"}], "differ in “tested_on”"),
    ],
)
def test_half_a_run_is_no_record(parts: list, said: str) -> None:
    """Parts of a run that did not end, or of two runs, are refused with the reason."""
    with pytest.raises(made.NotWhole, match=said):
        made.record_of(parts)


def command(root: Path, folder: Path) -> int:
    """Run the command; gives its exit code."""
    with pytest.raises(SystemExit) as ended:
        main(["record-tests", str(folder), "--root", str(root)])
    return ended.value.code or 0


def test_the_command_writes_what_check_takes(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    """`playbook record-tests` writes the file from the parts in a folder, and `check` finds nothing to mend in it."""
    root, folder = write_small_playbook(tmp_path / "playbook"), tmp_path / "kept"
    folder.mkdir()
    for part in PARTS:
        (folder / f"{part['part']}.json").write_text(json.dumps(part))
    assert command(root, folder) == 0
    assert parsed((root / TESTED_PATH).read_text()) == RECORD
    assert problems_of(root) == []
    assert TESTED_PATH in capsys.readouterr().out


@pytest.mark.parametrize("text", [None, "[]", "{", '{"part": "html"}'])
def test_the_command_refuses_what_are_no_results(tmp_path: Path, capsys: pytest.CaptureFixture, text: str | None) -> None:
    """A folder without results, or with other things in it, is refused in words, and nothing is written."""
    root = write_small_playbook(tmp_path / "playbook")
    if text is not None:
        (tmp_path / "other.json").write_text(text)
    assert command(root, tmp_path) == 1
    assert capsys.readouterr().err.strip().endswith((".", "--record"))
    assert not (root / TESTED_PATH).exists()


def test_readers_are_told() -> None:
    """The part says the day, the version, how many pages, each program, each state, and every fault with its page."""
    said = made.tested_part(RECORD, "0.1.0", TODAY, None, WORDS)
    wanted = ("21 November 2026", "version 0.1.0", "all 3 pages", "15 times", "axe-core 4.12.1", "1280, 360 pixels")
    assert [one for one in wanted if one not in said] == []
    assert "label on /a/: 2" in said and WORDS("tested.states.case") in said and "4 places" in said
    assert WORDS("tested.found_nothing") not in said
    clean = made.tested_part(CLEAN, "0.1.0", TODAY, None, WORDS)
    assert WORDS("tested.found_nothing") in clean


def test_what_came_later_was_not_tested() -> None:
    """A site of a later version, or built on a later day, says that what changed since was not tested."""
    later = TODAY + datetime.timedelta(days=30)
    assert "made with version 0.2.0" in made.tested_part(CLEAN, "0.2.0", TODAY, None, WORDS)
    assert "built on 21 December 2026" in made.tested_part(CLEAN, "0.1.0", later, None, WORDS)
    assert "has not been through" not in made.tested_part(CLEAN, "0.1.0", TODAY, None, WORDS)


def test_a_council_s_copy_does_not_pass_them_off_as_its_own() -> None:
    """On a council's copy the part begins by saying that the results are the playbook's, not the copy's."""
    said = made.tested_part(CLEAN, "0.1.0", TODAY, "Anytown *Council*", WORDS)
    assert said.startswith("**These are the results of the playbook as it was published, not of this copy.")
    assert r"Anytown \*Council\*" in said


def test_without_a_record() -> None:
    """Where no record is kept, that is what readers are told."""
    assert made.tested_part(None, "0.1.0", TODAY, "Anytown", WORDS) == WORDS("tested.none")


def test_every_state_and_reason_has_words() -> None:
    """Each state that the long run brings pages into, and each reason to set a place aside, is in the model and in words."""
    schema = kinds.Tested.model_json_schema()
    choices = schema["properties"]["states"]["items"]["enum"]
    assert set(choices) == {"unfolded", "paper", *states.STATES}
    assert schema["$defs"]["SetAside"]["properties"]["why"]["enum"] == list(SET_ASIDE)
    assert all(WORDS(f"tested.states.{one}") for one in choices) and all(WORDS(f"tested.why.{one}") for one in SET_ASIDE)


def test_the_record_kept_is_of_this_repository() -> None:
    """The record in the repository is whole: pages, each program, and every state that the run knows."""
    kept = parsed((ROOT / TESTED_PATH).read_text(encoding="utf-8"))
    assert kept.pages > 100 and kept.looks >= 5 * kept.pages
    assert {one.name for one in kept.programs} == {"axe-core", "Chromium", "Nu Html Checker"}
    assert set(kept.states) <= {"unfolded", "paper", *states.STATES}


def test_what_a_part_keeps(tmp_path: Path) -> None:
    """A part of the run keeps its day, its version and the site that it looked at; without a folder it keeps nothing."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("a")
    record.write_part(None, site, "html", {})
    record.write_part(tmp_path / "kept", site, "html", {"found": []})
    kept = json.loads((tmp_path / "kept/html.json").read_text())
    assert kept["part"] in kept["parts"] and kept["version"] == (ROOT / "VERSION").read_text().strip()
    first = record.fingerprint(site)
    (site / "index.html").write_text("b")
    assert (kept["site"], first == record.fingerprint(site)) == (first, False)
    assert yaml.safe_load(kept["tested_on"]) >= TODAY
