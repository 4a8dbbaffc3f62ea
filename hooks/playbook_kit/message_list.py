"""Every message that a contributor can meet, on one page: with what brings it about, from the files that test it."""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import yaml

from .models.messages import MOST_MISSING
from .rules import RULES

FOLDER = "tests/bad_input"
"""Where each file holds one thing done wrong and exactly what is said of it."""
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SAID = re.compile(r"^(?P<place>\S[^\n]*?:\d+:\d+): (?:warning: )?[^\n]* \((?P<rule>[a-z0-9-]+)\)\n    [^\n]+$", re.M)


@dataclass(frozen=True)
class Example:
    """One thing done wrong: the file that holds it, the fact that it pins, and what is said of it."""

    path: str
    why: str
    said: str


def examples(root: Path) -> dict[str, list[Example]]:
    """The examples by the name that stands in brackets after their message.

    Our own reader would refuse the files, which hold what it refuses. Raises OSError or YAMLError for one that is none.
    """
    found: dict[str, list[Example]] = defaultdict(list)
    for file in sorted((root / FOLDER).glob("*.yml")):
        case = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)
        for match in _SAID.finditer(case["expect"]):
            if match[0] not in [one.said for one in found[match["rule"]]]:
                found[match["rule"]].append(Example(file.relative_to(root).as_posix(), case["why"], match[0]))
    return dict(sorted(found.items()))


def message_page(root: Path) -> str:
    """The page as Markdown, in the order of the names."""
    found = examples(root)
    whys = {rule.name: rule.why for rule in RULES}
    total = sum(len(ones) for ones in found.values())
    lines = [
        "# What the checks say", "",
        f"All {total} examples of the {len(found)} kinds of message that `playbook check` has, made from `{FOLDER}/`. "
        "Each says where, what is wrong and what to write. The name in brackets is the kind.", "",
        f"Where more than {MOST_MISSING} fields are missing they are named together.", "",
    ]  # fmt: skip
    for rule, ones in found.items():
        lines += [f"## {rule}", ""]
        if rule in whys:
            lines += [f"Why: {whys[rule]}", ""]
        for one in ones:
            lines += [one.why, "", "```text", one.said, "```", "", f"From `{one.path}`.", ""]
    return "\n".join(lines).rstrip() + "\n"
