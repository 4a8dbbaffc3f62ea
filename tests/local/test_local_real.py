"""A council's changes to the real playbook: whatever it begins with our words passes as it is."""

import pytest
from playbook_kit.cli import main
from playbook_kit.content import load
from playbook_kit.local.start import kinds_to_change
from playbook_kit.models.kinds import KINDS
from playbook_kit.plan import check_content
from playbook_kit.problem import errors
from playbook_kit.report import as_text
from site_help import ROOT
from small_playbook import TODAY

WITH_TEXT = [name for name in kinds_to_change() if KINDS[name].has_body]


@pytest.mark.parametrize("kind", WITH_TEXT)
def test_every_text_replaced(copy, kind, capsys):
    """A text that a council begins to replace passes the check at once, what is excepted for ours included."""
    ids = sorted(load(ROOT).ids(kind))
    for item_id in ids:
        with pytest.raises(SystemExit) as ended:
            main(["local", "replace", f"{kind}/{item_id}", "--root", str(copy)])
        assert ended.value.code == 0, capsys.readouterr().out
    problems = check_content(copy, TODAY)
    assert as_text(errors(problems)) == as_text([])
    replaced = {item.id for item in load(copy).of(kind) if item.origin == "changed"}
    assert replaced == set(ids)


def test_statement_of_its_own(copy, capsys):
    """A council's accessibility statement begins from the form: every blank that is left is refused with its line in the
    council's own file, and filled in it passes, with the headings that auditors look for, in their order.
    """
    with pytest.raises(SystemExit) as ended:
        main(["local", "statement", "--root", str(copy)])
    assert ended.value.code == 0 and "Fill every blank" in capsys.readouterr().out
    file = copy / "local/pages/accessibility.replace.md"
    text = file.read_text(encoding="utf-8")
    blanks = [number for number, line in enumerate(text.split("\n"), start=1) if "FILL IN" in line]
    found = errors(check_content(copy, TODAY))
    assert [(one.path, one.line, one.rule) for one in found] == [("local/pages/accessibility.replace.md", at, "blank") for at in blanks]
    assert len(blanks) > 10
    file.write_text(text.replace("FILL IN", "Something"), encoding="utf-8")
    assert as_text(errors(check_content(copy, TODAY))) == as_text([])
    headings = [line.lstrip("# ") for line in text.split("\n") if line.startswith("#")]
    wanted = [
        "Feedback and contact information", "Enforcement procedure", "Compliance status", "Non-accessible content",
        "Preparation of this accessibility statement",
    ]  # fmt: skip
    assert [one for one in headings if one in wanted] == wanted
    ours = (ROOT / "docs/accessibility.md").read_text(encoding="utf-8").split("\n")
    assert [line.lstrip("# ") for line in ours if line.lstrip("# ") in wanted and line.startswith("#")] == wanted
    with pytest.raises(SystemExit) as ended:
        main(["local", "statement", "--root", str(copy)])
    assert ended.value.code == 1
