"""Work that is shared with a copy of the process comes out as if it had been done in one."""

import os
import signal

import pytest
from playbook_kit import parsed, processes
from playbook_kit.checked import check_content
from playbook_kit.parse_cache import ParseCache
from playbook_kit.processes import in_halves
from unit_help import TODAY, change

HERE = os.getpid()


@pytest.fixture(autouse=True)
def allowed(monkeypatch):
    """Whether there may be a copy is for one test to say: threads of other tests' servers do not count."""
    monkeypatch.setattr(processes, "_can_be_copied", lambda: hasattr(os, "fork"))


def twice(number):
    """A number's double and where it was doubled."""
    return 2 * number, os.getpid()


def test_two_processes_keep_the_order():
    """Where a process can be copied each does half, and what they did stands in the order of the work."""
    found = in_halves(twice, [*range(9)], least=2)
    assert [number for number, _ in found] == [2 * number for number in range(9)]
    assert len({process for _, process in found}) == (2 if hasattr(os, "fork") else 1)


@pytest.mark.parametrize("items", [[], [1], [1, 2]])
def test_few_are_done_here(items):
    """Below the least number there is no second process."""
    assert in_halves(twice, items, least=3) == [(2 * item, HERE) for item in items]


def test_what_cannot_be_copied_does_all(monkeypatch):
    """Where a copy is not safe, one process does it all."""
    monkeypatch.setattr(processes, "_can_be_copied", lambda: False)
    assert in_halves(twice, [1, 2], least=1) == [(2, HERE), (4, HERE)]


@pytest.mark.parametrize("number", [0, 9], ids=["here", "in the copy"])
def test_a_fault_comes_out_as_it_is(number):
    """What goes wrong in either process is raised here, as without a second one."""

    def fail(item):
        if item == number:
            raise ValueError(f"no {item}")
        return item

    with pytest.raises(ValueError, match=f"no {number}"):
        in_halves(fail, [*range(10)], least=2)


def test_a_copy_that_is_ended_is_replaced():
    """What a copy did not do, because somebody ended it, is done here."""

    def work(item):
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return item

    assert in_halves(work, [*range(10)], least=2) == [*range(10)]


def test_what_cannot_be_sent_is_done_here():
    """A result that cannot be handed from one process to another is made again."""
    found = in_halves(lambda item: lambda: item, [1, 2], least=2)
    assert [one() for one in found] == [1, 2]


def test_a_check_says_the_same(small_root, monkeypatch):
    """Whatever is wrong with files, two processes say of it what one says, in the same order."""
    change(small_root, "playbook/arguments/same-as-the-phone.yml", "title:", "titel:")
    change(small_root, "playbook/vocabulary.yml", "label: Staff", "label: Staff\n    label: Staff")
    (small_root / "playbook/sources/broken.yml").write_text("a: [\n", encoding="utf-8")
    (small_root / "playbook/broken.md").write_text("---\ntitle: A\n", encoding="utf-8")
    monkeypatch.setattr(parsed, "LEAST_FOR_TWO", 10**9)
    alone = check_content(small_root, TODAY)
    monkeypatch.setattr(parsed, "LEAST_FOR_TWO", 1)
    assert check_content(small_root, TODAY) == alone != []


def test_what_a_copy_parsed_is_kept(small_root, tmp_path, monkeypatch):
    """The cache holds what both processes parsed."""
    from playbook_kit.content import load

    monkeypatch.setattr(parsed, "LEAST_FOR_TWO", 1)
    cache = ParseCache(tmp_path / "parsed.pickle")
    items = load(small_root, cache).items
    assert {item.path for item in items} == set(cache.kept)
