"""A playbook with as many arguments as wanted, made from the small one of tests/golden/content. The same every time."""

import datetime
import shutil
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
SMALL = ROOT / "tests" / "golden" / "content"
ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"]
STRENGTHS = ("medium", "weak", "medium", "strong", "weak")
RESPONSES = ("facts", "reasoning", "outweighs", "agree")
SUBJECTS = ("trust", "time", "safety", "fairness", "cost", "reach", "skill", "complaint", "rumour", "election", "file")
PEOPLE = ("librarian", "planner", "warden", "clerk", "nurse", "ranger", "driver")
HOSTILE = '<img src=x onerror="window.hurt = 1"></script>$& {0}'
DISPUTED, RETIRED, NAMED = "argument-0001", "argument-0002", "argument-0003"
"""Ids with something particular: two that are withdrawn, and one whose texts are `HOSTILE`."""


def write_many(root: Path, count: int) -> Path:
    """Write a playbook with `count` arguments, and all that it takes to build it, to `root`; give `root` back."""
    shutil.copytree(SMALL, root)
    for name in ("theme", "hooks"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "playbook" / "vocabulary.yml", root / "playbook" / "vocabulary.yml")
    _site(root)
    terms = yaml.safe_load((root / "playbook" / "vocabulary.yml").read_text(encoding="utf-8"))
    ids = {name: [term["id"] for term in listing] for name, listing in terms.items()}
    for number, country in enumerate(ids["countries"]):
        _change(root / "playbook/sources", "mon-guidance", f"source-{number}", countries=[country])
    for number in range(len(ORDINALS)):
        _objection(root, number)
    folder = root / "playbook" / "arguments"
    model = yaml.safe_load((folder / "same-as-the-phone.yml").read_text(encoding="utf-8"))
    for name in ("long", "chapters", "case_studies", "contributors", "does_not_work_on"):
        del model[name]
    for number in range(1, count - 1):  # two of the small playbook's own are visible
        write_yaml(folder / f"argument-{number:04}.yml", model | _argument(number, ids))
    return root


def write_yaml(path: Path, values: dict) -> None:
    """Write a file of content."""
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    path.write_text(yaml.dump(values, Dumper=dumper, allow_unicode=True, sort_keys=False, width=1000), encoding="utf-8")


def _site(root: Path) -> None:
    """`mkdocs.yml`, with only those entries of the navigation that the small playbook has."""
    site = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    site["nav"] = ["index.md", {"Told": "objections/"}, {"Arguments": "arguments/"}, {"About": ["about.md"]}]
    write_yaml(root / "mkdocs.yml", site)


def _change(folder: Path, like: str, name: str, **changed: object) -> None:
    values = yaml.safe_load((folder / f"{like}.yml").read_text(encoding="utf-8"))
    write_yaml(folder / f"{name}.yml", values | changed)


def _objection(root: Path, number: int) -> None:
    kind = ORDINALS[number]
    _change(
        root / "playbook/objections", "time-wasting", f"objection-{number}", terms=[],
        title=f"It is a bad idea of the {kind} kind",
        heard_as=[f"Wording {wording} of the {kind} kind, as {PEOPLE[wording % 7]}s say it" for wording in range(10)],
    )  # fmt: skip


def _argument(number: int, ids: dict[str, list[str]]) -> dict[str, object]:
    """What makes this argument different from the others: every facet turns at a pace of its own."""
    subject, person = SUBJECTS[number % 11], PEOPLE[number % 7]
    title = f"{subject.title()} and the {person}, {number}"
    line = f"Ask the {person} who was trusted with {subject} for years, and look at what happened in case {number}."
    values: dict[str, object] = {
        "title": title,
        "answers": [f"objection-{(number * step) % len(ORDINALS)}" for step in range(1, 2 + (number % 5 == 0))],
        "response_type": RESPONSES[number % 4],
        "strength": STRENGTHS[number % 5],
        "one_liner": line,
        "short": f"{line} It is a short form that says a little more than the line alone.",
        "works_best_on": [ids["audiences"][(number + step) % len(ids["audiences"])] for step in range(1 + number % 3)],
        "topics": [ids["topics"][(number * step) % len(ids["topics"])] for step in range(1, 2 + number % 2)],
        "evidence": [{"source": f"source-{number % len(ids['countries'])}", "shows": "One case.", "strength": "weak"}],
        "added_on": datetime.date(2026, 1 + number % 10, 1 + number % 28),
    }
    for name in ("answers", "topics"):
        values[name] = list(dict.fromkeys(values[name]))
    name = f"argument-{number:04}"
    if name in (DISPUTED, RETIRED):
        status = "disputed" if name == DISPUTED else "retired"
        values |= {"status": status, "retired_because": "The figure was withdrawn."}
    if name == NAMED:
        values |= {"title": HOSTILE, "one_liner": f"Say {HOSTILE}", "short": HOSTILE, "contributors": [HOSTILE]}
    return values
