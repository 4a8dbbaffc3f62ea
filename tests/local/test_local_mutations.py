"""Whatever a slip leaves in a council's folder, the check answers with problems that stand in a file, never an exception."""

import random
import re

import pytest
from local_help import ARGUMENT, based_on, council
from playbook_kit.plan import make_plan
from playbook_kit.problem import errors
from small_playbook import FILES, TODAY, problems_of

OWN = {
    ARGUMENT: f"based_on: {based_on('argument', 'same-as-the-phone', 'one_liner')}\none_liner: x y\n",
    "local/council.yml": "name: Anytown Council\nhide:\n  - what: chapter/policy\n    reason: x\nreviews:\n"
    "  - what: chapter\n    owner: us\n    every_months: 6\n",
    "local/terms.yml": "words:\n  - playbook: policy\n    ours: code\nglossary:\n  - id: ours\n    term: our\n    meaning: It.\n",
    "local/words.yml": "home:\n  told: What?\n",
    "local/chapters/policy.md": "---\nbased_on: bcdfghjklm\ntitle: Ours\n---\n",
    "local/chapters/policy.before.md": "Words [x](../policy.md) [@acas-policy].\n",
    "local/pages/index.replace.md": "---\nbased_on: bcdfghjklm\n---\n\nWords.\n",
    "local/tools/blocked.yml": "based_on: bcdfghjklm\ngroups:\n  - id: tools\n    rows:\n      - {id: maps, label: A map}\n",
    "playbook/glossary.yml": FILES["playbook/glossary.yml"],
    "playbook/arguments/same-as-the-phone.yml": FILES["playbook/arguments/same-as-the-phone.yml"],
}
VALUES = (
    "", "[]", "{}", "null", "12", "[a, b]", "{a: b}", "true", "2026-01-01", "- x", "[{}]", "[{id: 1}]", "[{id: [x]}]",
    "&a b", "*a", "!x", "{{ council.name }}", "[@x]", "```", "<!--", "---", "\f", "{",
)  # fmt: skip


def mutated(rng: random.Random) -> dict[str, str]:
    """The files with up to three slips: a value, a line too few or too many, an indent, an end that is missing."""
    files = {path: text for path, text in OWN.items() if rng.random() < 0.7 or not path.startswith("local/")}
    for _ in range(rng.randint(1, 3)):
        path = rng.choice(sorted(files))
        lines = files[path].split("\n")
        at, value = rng.randrange(len(lines)), rng.choice(VALUES)
        lines[at : at + 1] = rng.choice((
            [re.sub(r":.*", lambda _, value=value: f": {value}", lines[at])], [], [lines[at], rng.choice(lines)], [value],
            [f"  {lines[at]}"],
        ))  # fmt: skip
        files[path] = "\n".join(lines[:at] if rng.random() < 0.1 else lines)
    return files


@pytest.mark.parametrize("seed", range(40))
def test_slips(seed, tmp_path):
    """Every problem stands in a line of a file that is there; what has no error can be made into pages."""
    root = council(tmp_path, mutated(random.Random(seed)))
    found = problems_of(root)
    for problem in found:
        file = root / problem.path
        if file.is_file():
            assert 1 <= problem.line <= file.read_text(encoding="utf-8").count("\n") + 2
    assert bool(errors(found)) or make_plan(root, TODAY).pages
