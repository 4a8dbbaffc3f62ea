"""Years of upstream changes and what three councils meet when they take them: with real git, in a temporary folder."""

import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import welsh
import yaml
from councils import Change, edit_in_place, settle, wishes
from upstream_changes import START, Upstream, change
from upstream_text import read, references, write

FIRST_NUMBER = 100
"""New things are numbered from here, above those that a small playbook was grown with: no id is ever used again."""
COUNCILS = ("minimal", "bilingual", "every-key")
RESTING = ("fields", "replace", welsh.PART)
"""What a council writes that rests on the playbook's wording."""
BEHIND = ("drift", "translation-behind")
_IDENTITY = {
    **{f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
       for what, value in (("NAME", "Simulation"), ("EMAIL", "simulation@example.org"), ("DATE", "2026-11-21T12:00:00Z"))},
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip


@dataclass
class Figures:
    """What was counted, over all councils of one seed or of several."""

    changes: Counter[str] = field(default_factory=Counter)
    merges: int = 0
    conflicts: int = 0
    local_differs: int = 0
    releases: int = 0
    checks: int = 0
    orphans: int = 0
    orphans_reported: int = 0
    drifts: int = 0
    drifts_reported: int = 0
    unexpected: list[str] = field(default_factory=list)
    """Errors that no change of the council's explains, and drift that is none."""
    in_place_merges: Counter[str] = field(default_factory=Counter)
    in_place_conflicts: Counter[str] = field(default_factory=Counter)
    sites: int = 0
    site_faults: list[str] = field(default_factory=list)

    def add(self, other: "Figures") -> None:
        """Count another seed's figures in."""
        for name, value in vars(other).items():
            mine = getattr(self, name)
            setattr(self, name, mine + value)


@dataclass
class Council:
    """One council's clone, and what it changed."""

    name: str
    root: Path
    wanted: list[Change]


def git(root: Path, *arguments: str, fine: tuple[int, ...] = (0,)) -> subprocess.CompletedProcess[str]:
    """Run git; any other exit code than those of `fine` raises with what git said."""
    done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, env={**os.environ, **_IDENTITY})
    if done.returncode not in fine:
        raise RuntimeError(f"git {' '.join(arguments)}: {done.stdout}{done.stderr}")
    return done


def commit(root: Path, message: str) -> None:
    """Commit the whole tree."""
    git(root, "add", "-A", "-f")
    git(root, "commit", "-q", "--allow-empty", "-m", message)


def playbook(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command of a tree's own package."""
    settings = {"PYTHONPATH": str(root / "hooks"), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "playbook_kit.cli", *arguments, "--root", str(root), "--today", START.isoformat()],
        cwd=root, capture_output=True, encoding="utf-8", env={**os.environ, **settings},
    )  # fmt: skip


def simulate(
    base: Path, folder: Path, seed: object, changes: int, per_release: int, look: Callable[[Path], list[str]] | None = None
) -> Figures:
    """Run one seed on a copy of the tree `base`, below `folder`; `look` gives the faults of a council's site at the end."""
    chance, figures = random.Random(f"{seed}"), Figures()
    up = Upstream(folder / "upstream", chance, added=FIRST_NUMBER)
    shutil.copytree(base, up.root)
    git(up.root, "init", "-q", "-b", "main")
    commit(up.root, "Begin")
    found = [_found(up.root, folder, name, chance) for name in COUNCILS]
    ours, in_place = [one[0] for one in found], [one[1] for one in found]
    for council in ours:
        _expect_clean(council, figures, "at the start")
    for number in range(1, changes + 1):
        kind, said = change(up)
        figures.changes[kind] += 1
        commit(up.root, said)
        for council in in_place:
            _merge_in_place(council, figures)
        for council in ours:
            _merge(council, figures, said)
        if number % per_release == 0 or number == changes:
            figures.releases += 1
            for council in ours:
                _take_release(council, figures)
    for council in ours if look else ():
        figures.sites += 1
        figures.site_faults += [f"{council.name}, seed {seed}: {fault}" for fault in look(council.root)]
    return figures


def _found(upstream: Path, folder: Path, name: str, chance: random.Random) -> tuple[Council, Council]:
    """The same council twice: with its own folder, and with the playbook's files edited in place."""
    wanted = wishes(upstream, name, chance)
    pair = []
    for way in ("local", "in-place"):
        root = folder / f"{name}-{way}"
        git(folder, "clone", "-q", "--shared", str(upstream), str(root))
        settle(root, name, wanted) if way == "local" else edit_in_place(root, name, wanted)
        commit(root, "Make it ours")
        pair.append(Council(name, root, wanted))
    return pair[0], pair[1]


def _merge(council: Council, figures: Figures, said: str) -> None:
    """Take what upstream has, as the forge's button does."""
    before = git(council.root, "rev-parse", "HEAD:local").stdout
    git(council.root, "fetch", "-q", "origin")
    done = git(council.root, "merge", "-q", "--no-edit", "origin/main", fine=(0, 1))
    figures.merges += 1
    if done.returncode:
        figures.conflicts += 1
        figures.unexpected.append(f"{council.name}: conflict after “{said}”: {done.stdout}")
        git(council.root, "checkout", "-q", "--theirs", ".", fine=(0, 1))
        commit(council.root, "Settle")
    if git(council.root, "rev-parse", "HEAD:local").stdout != before or git(council.root, "status", "--porcelain").stdout:
        figures.local_differs += 1


def _merge_in_place(council: Council, figures: Figures) -> None:
    git(council.root, "fetch", "-q", "origin")
    figures.in_place_merges[council.name] += 1
    if git(council.root, "merge", "-q", "--no-edit", "origin/main", fine=(0, 1)).returncode == 0:
        return
    figures.in_place_conflicts[council.name] += 1
    git(council.root, "merge", "--abort")
    if git(council.root, "merge", "-q", "--no-edit", "-X", "ours", "origin/main", fine=(0, 1)).returncode:
        commit(council.root, "Settle by hand")


def problems_of(root: Path) -> list[dict]:
    """What the tree's own check finds."""
    done = playbook(root, "check", "--json")
    if not done.stdout.startswith("{"):
        raise RuntimeError(f"the check of {root} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return json.loads(done.stdout)["items"]


def _take_release(council: Council, figures: Figures) -> None:
    """Hold what the check says against what is so, then mend it as a person would, and check again."""
    found = problems_of(council.root)
    figures.checks += 1
    gone = [one for one in council.wanted if one.theirs(council.root) is None]
    moved = [one for one in council.wanted if one not in gone and one.part in RESTING and one.theirs(council.root) != one.seen]
    figures.orphans += len(gone)
    figures.orphans_reported += sum(any(_says(p, "local-orphan", one) for p in found) for one in gone)
    figures.drifts += len(moved)
    figures.drifts_reported += sum(any(_says(p, "drift", one) for p in found) for one in moved)
    stones = _stones(council.root)
    named = {(path, old) for (_, old) in stones for path in _own_files_naming(council.root, old)}
    for problem in found:
        of_change = any(_says(problem, rule, one) for rule, several in (("local-orphan", gone), ("drift", moved)) for one in several)
        of_reference = any(problem["path"] == path for path, _ in named)
        if not of_change and not of_reference and (problem["level"] == "error" or problem["rule"] in BEHIND):
            figures.unexpected.append(f"{council.name}: {problem['path']}:{problem['line']}: {problem['message']}")
    if gone or moved or named:
        _mend(council, gone, moved, stones, named)
        commit(council.root, "Mend what the report says")
        _expect_clean(council, figures, "after mending")


def _says(problem: dict, rule: str, one: Change) -> bool:
    if one.part == welsh.PART:
        rule = {"local-orphan": "translation", "drift": "translation-behind"}[rule]
    return problem["rule"] == rule and problem["path"] == one.path and f"“{one.id}”" in problem["message"]


def _expect_clean(council: Council, figures: Figures, when: str) -> None:
    figures.checks += 1
    for problem in problems_of(council.root):
        if problem["level"] == "error" or problem["rule"] in (*BEHIND, "local-orphan"):
            figures.unexpected.append(f"{council.name} {when}: {problem['path']}:{problem['line']}: {problem['message']}")


def _stones(root: Path) -> dict[tuple[str, str], str | None]:
    stones = {}
    for path in sorted((root / "playbook/tombstones").rglob("*.yml")):
        stone = yaml.safe_load(path.read_text(encoding="utf-8"))
        stones[stone["kind"], path.stem] = stone.get("now")
    return stones


def _own_files_naming(root: Path, old: str) -> list[str]:
    pattern = references(old)
    paths = [path for path in sorted((root / "local").rglob("*")) if path.suffix in (".yml", ".md")]
    return [
        path.relative_to(root).as_posix() for path in paths
        if path.name != "council.yml" and pattern.search(path.read_text(encoding="utf-8"))
    ]  # fmt: skip


def _mend(council: Council, gone: list[Change], moved: list[Change], stones: dict, named: set[tuple[str, str]]) -> None:
    """What a person does who follows each problem's advice."""
    root = council.root
    for one in gone:
        now, old = stones.get((one.kind, one.id)), one.path
        if now is None or any((one.kind, now, one.part) == (other.kind, other.id, other.part) for other in council.wanted):
            council.wanted.remove(one)
        if one.part == "hide":
            text = read(root, "local/council.yml")
            line = rf"^  - \{{what: {one.kind}/{one.id}, .*\n"
            write(root, "local/council.yml", re.sub(line, lambda m: m[0].replace(one.id, now) if now else "", text, flags=re.M))
        elif one in council.wanted:
            (root / old).rename(root / old.replace(one.id, now))
        else:
            (root / old).unlink()
        if now:
            one.id = now
    for path, old in named:
        now = next((now for (_, id_), now in stones.items() if id_ == old and now), None)
        if now and (root / path).exists():
            write(root, path, references(old).sub(now, read(root, path)))
    text = read(root, "local/council.yml")
    write(root, "local/council.yml", re.sub(r"^hide:\n(?=\w|\Z)", "", text, flags=re.M))
    still = [one for one in council.wanted if one.part in RESTING and one.theirs(root) != one.seen]
    for what in sorted({f"{one.kind}/{one.id}" for one in still if one.part != welsh.PART}):
        playbook(root, "local", "keep", what)
    for one in [one for one in still if one.part == welsh.PART]:
        welsh.translate(root, one.kind, one.id, one.path)
    for one in still:
        one.seen = one.theirs(root) or ""
