"""What people really send: every bad contribution is refused or mended with words that help, every good one passes."""

from pathlib import Path

import pytest
import yaml
from answers import GOOD
from playbook_kit.contribute import field_named, label_of
from playbook_kit.contribute.forms import form_named
from playbook_kit.problem import errors

HERE = Path(__file__).parent
BAD = yaml.safe_load((HERE / "bad_contributions.yml").read_text(encoding="utf-8"))
FINE = yaml.safe_load((HERE / "good_contributions.yml").read_text(encoding="utf-8"))
KINDS = {"wrong", "sloppy", "hostile", "word", "excel", "welsh"}


def named(one: dict) -> str:
    """A contribution as the test's name says it."""
    return f"{one['form']}: {one['what']}"


def test_there_are_a_hundred() -> None:
    """There are a hundred bad contributions of every kind, none like another, and twenty good ones or more."""
    assert len(BAD) >= 100 and len({named(one) for one in BAD}) == len(BAD)
    assert {one["from"] for one in BAD} == KINDS
    assert len(FINE) >= 20 and len({named(one) for one in FINE}) == len(FINE)


@pytest.mark.parametrize("one", BAD, ids=named)
def test_a_bad_one_is_refused_or_mended(desk, one: dict) -> None:
    """It is refused at the question that is wrong, with what to write instead; or it is mended, which the form says,
    and then passes, here and in the check of the file.
    """
    given = {**GOOD[one["form"]], **one["change"]}
    made, found = desk.assemble(one["form"], given), errors(desk.check(one["form"], given))
    field, row = field_named(form_named(one["form"]), one["at"])
    if "mended" in one:
        assert one["mended"] in made.notes[one["at"]]
        assert desk.words(f"contribute_says.mended_{one['mended']}")
        assert found == []
        assert errors(desk.check_files(desk.files_of(made))) == []
        return
    here = [problem for problem in found if problem.field == one["at"]]
    assert here, found
    assert any(one["refused"] in problem.fix for problem in here), here
    # A field's name in a file means nothing here: the question's own label stands in its place.
    in_file = f"“{field.path[-1]}"
    assert all(f"{in_file}”" not in problem.message and f"{in_file}: " not in problem.fix for problem in here)
    assert all(problem.message and problem.fix.endswith((".", "?")) for problem in here)
    assert label_of(field, row, desk.words)
    # What becomes a file, or an entry of a list, the check of the whole playbook refuses too.
    files = desk.files_of(made)
    assert bool(errors(desk.check_files(files))) == bool(files) or field.ref == "source" or one["at"].startswith("evidence")


@pytest.mark.parametrize("one", FINE, ids=named)
def test_a_good_one_passes(desk, one: dict) -> None:
    """It has no problem, nothing in it is mended, and the check of the file that it becomes finds nothing."""
    given = {**GOOD[one["form"]], **one["change"]}
    made = desk.assemble(one["form"], given)
    assert (errors(desk.check(one["form"], given)), made.notes) == ([], {})
    assert errors(desk.check_files(desk.files_of(made))) == []
