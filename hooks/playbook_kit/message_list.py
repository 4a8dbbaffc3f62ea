"""Every message that a contributor can meet: with what brings it about, from the files that test it."""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import yaml

from .message_kinds import GROUPS, whys
from .models.messages import MOST_MISSING
from .words import Words

FOLDER = "tests/bad_input"
"""Where each file holds one thing done wrong and exactly what is said of it."""
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SAID = re.compile(r"^(?P<place>\S[^\n]*?:\d+:\d+): (?:warning: )?[^\n]* \((?P<rule>[a-z0-9-]+)\)\n    [^\n]+$", re.M)


@dataclass(frozen=True)
class Example:
    """One thing done wrong: the file that holds it, the fact that it pins, and what is said of it, which may be several
    messages of one kind."""

    path: str
    why: str
    said: tuple[str, ...]

    @property
    def name(self) -> str:
        """The file's name without its folder, which is the same for all."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True)
class Kind:
    """One kind of message: its name as it stands in brackets after each, why there is it, and its examples."""

    name: str
    why: str
    examples: tuple[Example, ...] = ()

    @property
    def total(self) -> int:
        """How many messages its examples hold."""
        return sum(len(one.said) for one in self.examples)


def examples(root: Path) -> dict[str, list[Example]]:
    """The examples by the name that stands in brackets after their message; none where the files are not.

    What another file told already is left out, unless a file told nothing else.
    """
    found: dict[str, list[Example]] = defaultdict(list)
    told: set[str] = set()
    for file in sorted((root / FOLDER).glob("*.yml")):
        why, expected = _case(file)
        messages = {match[0]: match["rule"] for match in _SAID.finditer(expected)}
        new = [said for said in messages if said not in told] or list(messages)
        told.update(messages)
        for rule in sorted({messages[said] for said in new}):
            said = tuple(one for one in new if messages[one] == rule)
            found[rule].append(Example(file.relative_to(root).as_posix(), why, said))
    return dict(sorted(found.items()))


def _case(file: Path) -> tuple[str, str]:
    """What a file pins and what it expects; nothing of one that is not whole, which its test reports.

    Our own reader would refuse these files, which hold what it refuses.
    """
    try:
        case = yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)
        return str(case["why"]), str(case["expect"])
    except (OSError, ValueError, yaml.YAMLError, KeyError, TypeError):
        return "", ""


def kinds_in_groups(root: Path) -> dict[str, list[Kind]]:
    """Every kind of message with its examples, by the name of its group, in the order in which they are shown."""
    found, reasons = examples(root), whys()
    return {
        group: [Kind(name, reasons[name], tuple(found.get(name, ()))) for name in names] for group, names in GROUPS.items()
    }


def message_page(root: Path, words: Words) -> str:
    """The page as Markdown for a terminal: what the page of the site says."""
    groups = kinds_in_groups(root)
    kinds = [kind for ones in groups.values() for kind in ones]
    total = sum(kind.total for kind in kinds)
    about = "messages.examples" if total else "messages.absent"
    lines = [f"# {words('pages.messages.title')}", "", words("messages.lead"), ""]
    lines += [words(about, total=total, kinds=len(kinds), folder=FOLDER), "", words("messages.missing", most=MOST_MISSING), ""]
    for group, ones in groups.items():
        lines += [f"## {words(f'messages.groups.{group}')}", ""]
        for kind in ones:
            lines += [f"### {kind.name}", "", kind.why, ""]
            for one in kind.examples:
                lines += [f"{one.why} `{one.name}`", "", "```text", *one.said, "```", ""]
            if total and not kind.examples:
                lines += [words("messages.none"), ""]
    return "\n".join(lines).rstrip() + "\n"
