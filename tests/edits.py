"""Edits such as people make, at random and always the same for the same seed. Each leaves a playbook that is right."""

import random
import re
from collections.abc import Callable
from pathlib import Path

Chance = random.Random


def _files(root: Path, folder: str) -> list[Path]:
    return sorted((root / folder).glob("*.*"))


def _replace(path: Path, pattern: str, new: str, times: int = 1) -> None:
    text = path.read_text(encoding="utf-8")
    made, done = re.subn(pattern, lambda match: match.expand(new), text, count=times, flags=re.M)
    assert done, f"{path} has no {pattern}"
    path.write_text(made, encoding="utf-8")


def _argument(root: Path, chance: Chance) -> Path:
    return chance.choice([path for path in _files(root, "playbook/arguments") if path.stem.startswith("argument-")][3:])


def title(root: Path, chance: Chance) -> None:
    """An argument is called something else, which pages that lead to it show."""
    _replace(_argument(root, chance), r"^title: .*$", f"title: Call it number {chance.randrange(10**6)}")


def objection_title(root: Path, chance: Chance) -> None:
    """An objection is called something else."""
    path = chance.choice([one for one in _files(root, "playbook/objections") if one.stem.startswith("objection-")])
    _replace(path, r"^title: .*$", f"title: It is a bad idea, number {chance.randrange(10**6)}")


def new_id(root: Path, chance: Chance) -> None:
    """An argument gets another id, and so another address; who renames a file mends the links to it."""
    path = _argument(root, chance)
    new = path.rename(path.with_name(f"argument-x{chance.randrange(10**6)}.yml"))
    about = root / "docs/about.md"
    about.write_text(about.read_text(encoding="utf-8").replace(f"/{path.name})", f"/{new.name})"), encoding="utf-8")


def answers(root: Path, chance: Chance) -> None:
    """An argument answers one more objection, whose page then lists it."""
    path = _argument(root, chance)
    known = re.findall(r"objection-\d+", path.read_text(encoding="utf-8"))
    other = chance.choice([f"objection-{number}" for number in range(12) if f"objection-{number}" not in known])
    _replace(path, r"^answers:\n", f"answers:\n- {other}\n")


def citation(root: Path, chance: Chance) -> None:
    """An argument rests on another source."""
    _replace(_argument(root, chance), r"source: source-\d+", f"source: source-{chance.randrange(4)}")


def source_title(root: Path, chance: Chance) -> None:
    """A source is called something else wherever it is cited."""
    path = chance.choice([one for one in _files(root, "playbook/sources") if one.stem.startswith("source-")][:4])
    _replace(path, r"^title: .*$", f"title: Report number {chance.randrange(10**6)}")


def vocabulary(root: Path, chance: Chance) -> None:
    """A topic has another name."""
    topic = chance.choice(("time", "security", "conduct", "policy", "skills"))
    _replace(root / "playbook/vocabulary.yml", rf"(\{{id: {topic}, label: )[^,]+", rf"\g<1>Topic {chance.randrange(10**6)}")


def words(root: Path, chance: Chance) -> None:
    """The interface says something else on every page."""
    _replace(root / "theme/words/en.yml", r"^skip: .*$", f"skip: Skip to the text, way {chance.randrange(10**6)}")


def link(root: Path, chance: Chance) -> None:
    """A page leads to another argument."""
    path = root / "docs/about.md"
    kept = path.read_text(encoding="utf-8")
    path.write_text(f"{kept}\nSee [this](../playbook/arguments/{_argument(root, chance).name}).\n", encoding="utf-8")


def bad_input(root: Path, chance: Chance) -> None:
    """A message gets one more example, or another one, which the page of all messages shows."""
    path = root / "tests/bad_input/number.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    number = chance.randrange(10**6)
    said = f"  a.md:1:1: It is {number}. (link)\n      Mend it.\n"
    path.write_text(f"why: It is slip {number}.\nfiles: {{}}\nexpect: |\n{said}", encoding="utf-8")


EDITS: dict[str, Callable[[Path, Chance], None]] = {
    one.__name__: one
    for one in (title, objection_title, new_id, answers, citation, source_title, vocabulary, words, link, bad_input)
}


def edit(root: Path, kind: str, seed: str) -> None:
    """Make one edit of a kind to the playbook at `root`, which `many_arguments` wrote."""
    EDITS[kind](root, random.Random(f"{kind} {seed}"))
