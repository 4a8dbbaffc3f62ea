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
