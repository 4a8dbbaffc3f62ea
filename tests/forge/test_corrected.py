"""The corrected line that stands beside a problem is the right one."""

import pytest
import yaml
from playbook_kit.forge.corrected import corrected_line
from playbook_kit.problem import Problem
from playbook_kit.read.quoted import advice
from small_playbook import problems_of, write_small_playbook
from test_bad_input import CASES, put

MEANT = "Did you mean “"
EXACT = (MEANT, "Put quotation marks round it", "Put straight quotation marks, ", "Write it without: ", "    Write: ")
ALL = [case for case in CASES if any(sign in case.read_text(encoding="utf-8") for sign in EXACT)]


def test_corrected_lines_mend(tmp_path):
    """In the bad inputs, a problem is gone once its corrected line stands in the file; most that name one have one."""
    meant = offered = 0
    wrong = []
    for case in ALL:
        golden = yaml.safe_load(case.read_text(encoding="utf-8"))
        root = write_small_playbook(tmp_path / case.stem)
        for path, given in golden["files"].items():
            put(root, path, given)
        for problem in problems_of(root):
            if not any(problem.fix.startswith(sign.strip()) for sign in EXACT) or problem.path.startswith("theme/"):
                continue
            lines = (root / problem.path).read_text(encoding="utf-8").split("\n")
            changed = corrected_line(problem, lines[problem.line - 1])
            meant += 1
            if changed is None:
                continue
            offered += 1
            before = (root / problem.path).read_bytes()
            lines[problem.line - 1] = changed
            (root / problem.path).write_text("\n".join(lines), encoding="utf-8")
            if any((one.path, one.line, one.message) == (problem.path, problem.line, problem.message) for one in problems_of(root)):
                wrong.append((case.stem, problem.message, changed))
            (root / problem.path).write_bytes(before)
    assert wrong == []
    assert offered > meant * 0.6 > 0


@pytest.mark.parametrize(
    ("message", "fix", "column", "line", "wanted"),
    [
        ("There is no objection “a”.", "Did you mean “b”?", 11, "answers: [a]", "answers: [b]"),
        ("There is no objection “a”.", "Did you mean “b”?", 1, "a, a: [c]", "b, a: [c]"),
        ("There is no objection “a”.", "Did you mean “b”?", 2, "xaxa", "xbxa"),
        ("There is no objection “a”.", "Did you mean “b”?", 1, "xaxa", None),
        ("There is no objection “a”.", "Did you mean “b”? Or add a.yml.", 11, "answers: [a]", None),
        ("YAML reads no as a yes or no, not as text.", 'Put quotation marks round it: "no".', 12, "publisher: no", 'publisher: "no"'),
        ("This colon is read as a field.", f'{advice()} Write: title: "One: two"', 8, "title: One: two", 'title: "One: two"'),
        ("This colon is read as a field.", f'{advice()} Write: title: "One: two"', 8, "title: “One: two”", 'title: "One: two"'),
        ("This colon is read as a field.", f'{advice()} Write: - "One: two"', 8, "  - One: two", '  - "One: two"'),
        ("This colon is read as a field.", advice(), 8, "title: One: two", None),
        ("This colon is read as a field.", advice(), 8, 'title: One: "two"', None),
        ("This colon is read as a field.", advice(), 1, "  goes on: here", None),
        ("It is wrong.", "Mend it.", 1, "title: x", None),
    ],
)  # fmt: skip
def test_only_what_is_certain(message, fix, column, line, wanted):
    """A line is offered only where the message, the fix and the place leave nothing to decide."""
    assert corrected_line(Problem("a.yml", 1, column, "", message, fix), line) == wanted
