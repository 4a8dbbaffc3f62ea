"""A check takes as long again for as many files again, and no longer: counted in lines that run, never in seconds."""

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest
import yaml
from playbook_kit.content import Content, Item, by_kind
from playbook_kit.models.kinds import KINDS, PLAIN_WORDS_PATH, UNCITED_PATH
from playbook_kit.read import markdown_text
from playbook_kit.read.files import TextFile
from playbook_kit.read.yaml_text import Document
from small_playbook import ARGUMENT, FILES, OBJECTION, problems_of, write_small_playbook
from unit_help import PACKAGE, write

SIZE = 24
MOST_GROWTH = 3.0
"""How many times as many runs a line has when the files double once more: 2 if they are in step, 4 if in the square."""
BROKEN = (
    ("../policy.md#why", "../polizy.md#why"),
    ("[@acas-policy; review by 2027-05-21]", "[@acas-polizy; review by 2026-05-21]"),
    ("topics: [conduct]", "topics: [conduckt]"),
    ("It was, and that is why we ask", "In 2013 we commence. That is why we ask"),
    ("Staff already answer", "“Staff already utilise"),
)


def grown(root: Path, count: int, change: Callable[[str], str] = str) -> Path:
    """A playbook with `count` more arguments, objections and sources, and as many arguments of a council's own."""
    write_small_playbook(root)
    source = FILES["playbook/sources/acas-policy.yml"]
    write(root, "playbook/sources/acas-policy.yml", source.replace("Social", "Utilise social"))
    write(root, PLAIN_WORDS_PATH, "words: [{word: utilise, write: use}, {word: commence, write: begin}]\n")
    stale = [{"path": f"playbook/arguments/phone-{number}.yml", "text": "It was so in 1912.", "reason": "."} for number in range(count)]
    write(root, UNCITED_PATH, yaml.dump({"exceptions": stale if change is with_faults else []}))
    for number in range(count):
        one = change(ARGUMENT).replace("Same as the phone", f"Same as the phone {number}")
        heard = yaml.safe_load(OBJECTION)
        heard |= {"title": f"Staff will waste time {number}", "heard_as": [f"{one}, {number}" for one in heard["heard_as"]]}
        write(root, f"playbook/arguments/phone-{number}.yml", one.replace("[time-wasting]", f"[time-{number}]"))
        write(root, f"playbook/objections/time-{number}.yml", yaml.dump(heard | {"terms": []}))
        write(root, f"playbook/sources/acas-{number}.yml", source.replace("media", f"media {number}"))
        write(root, f"local/arguments/own-{number}.yml", one.replace("acas-policy", f"acas-{number}"))
    return root


def with_faults(text: str) -> str:
    """An argument with a dead link, an unknown source and topic, a claim without a source and words that have plainer ones."""
    for old, new in BROKEN:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return text


def lines_run(work: Callable[[], object]) -> Counter[str]:
    """How often each line of ours runs."""
    found: Counter[str] = Counter()
    ours = str(PACKAGE)

    def trace(frame: FrameType, event: str, _: object) -> Callable | None:
        if event == "line":
            found[f"{frame.f_code.co_filename.removeprefix(ours)}:{frame.f_lineno}"] += 1
        return trace if frame.f_code.co_filename.startswith(ours) else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return found


def growing(counts: list[Counter[str]]) -> dict[str, list[int]]:
    """The lines that run more and more often for each file, with their runs; `counts` are of sizes that double."""
    first, second, third = counts
    return {
        line: [one[line] for one in counts]
        for line, times in third.items()
        if times - second[line] > MOST_GROWTH * max(second[line] - first[line], SIZE)
    }


@pytest.mark.parametrize("change", [str, with_faults], ids=["sound", "with faults"])
def test_work_grows_with_the_files(tmp_path: Path, change: Callable[[str], str]) -> None:
    """No line runs for each pair of files, whether all is well or every file has the same faults."""
    counts = []
    for size in (SIZE, 2 * SIZE, 4 * SIZE):
        root = grown(tmp_path / str(size), size, change)
        problems_of(root)  # what is read once and kept is no part of it
        markdown_text._known.clear()
        counts.append(lines_run(lambda root=root: problems_of(root)))
    assert growing(counts) == {}


@pytest.mark.parametrize(("work", "is_found"), [(lambda n: n * n, True), (lambda n: 50 * n, False), (lambda n: 7, False)])
def test_what_grows_too_fast_is_found(work: Callable[[int], int], is_found: bool) -> None:
    """A line that runs for each pair is named; one that runs for each file, or once, is not."""
    counts = [Counter({"rules/a.py:1": work(size)}) for size in (SIZE, 2 * SIZE, 4 * SIZE)]
    assert bool(growing(counts)) is is_found


def test_a_loop_over_pairs_in_one_line_is_counted() -> None:
    """Each turn of a loop counts, however it is written: all in a comprehension too."""
    items = [Item(KINDS["source"], str(number), TextFile("a.yml", ""), Document()) for number in range(SIZE)]
    found = lines_run(lambda: by_kind(items))
    assert max(found.values()) >= SIZE
    content = Content(Path(), items)
    assert max(lines_run(lambda: content.ids("source")).values()) >= SIZE
