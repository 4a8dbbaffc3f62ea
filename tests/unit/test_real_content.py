"""What the playbook promises of its own content, beyond what every file is checked for."""

import pytest
from playbook_kit.content import load
from playbook_kit.do_and_dont import DO, DO_NOT
from playbook_kit.index import join
from unit_help import ROOT, TODAY

PLAYBOOK = join(load(ROOT), TODAY)
ANSWERED = [entry.id for entry in PLAYBOOK.objections.values() if entry.model.status == "published"]
LIMITS = {DO: (4, 8), DO_NOT: (3, 6)}


def listed(chapter: str, heading: str) -> list[str]:
    """The items of one of a chapter's two lists."""
    found = [section for section in PLAYBOOK.chapters[chapter].outline.sections if section.heading.value == heading]
    return [item.value for section in found for item in section.items]


@pytest.mark.parametrize("heading", LIMITS)
@pytest.mark.parametrize("chapter", PLAYBOOK.chapters)
def test_lists_are_neither_short_nor_long(chapter, heading):
    """A chapter has 4 to 8 things to do and 3 to 6 not to do: fewer say too little, more are not read."""
    least, most = LIMITS[heading]
    assert least <= len(listed(chapter, heading)) <= most


@pytest.mark.parametrize("heading", LIMITS)
@pytest.mark.parametrize("chapter", PLAYBOOK.chapters)
def test_each_item_names_a_source(chapter, heading):
    """Each do and do not cites a source, or names the one that our advice is drawn from."""
    assert [item for item in listed(chapter, heading) if "[@" not in item] == []


@pytest.mark.parametrize("objection", ANSWERED)
def test_an_objection_is_answered_in_more_than_one_way(objection):
    """Each objection has three replies at least, of three response types, so that one of them may suit the listener."""
    types = [reply.model.response_type for reply in PLAYBOOK.replies(objection) if reply.model.status == "published"]
    assert len(types) >= 3 and len(set(types)) >= 3


def test_some_evidence_is_called_weak():
    """Weak arguments are kept and called weak, and so are weak pieces of evidence."""
    assert any(entry.model.strength == "weak" for entry in PLAYBOOK.arguments.values())
    assert any(item.strength == "weak" for entry in PLAYBOOK.arguments.values() for item in entry.model.evidence)


def test_cautions_stand_beside_examples():
    """A playbook that hides what went wrong would not be believed: at least a fifth of the cases are cautions."""
    kinds = [entry.model.kind for entry in PLAYBOOK.case_studies.values()]
    assert 5 * kinds.count("caution") >= len(kinds) > 0
