"""Builds playbooks that hold hostile texts, without what `check` refuses of them."""

import json
import shutil
from pathlib import Path

import yaml
from council_folder import write_council
from everywhere import Written, put_back, write_hostile
from one_file_kinds import write_one_file_kinds
from playbook_kit.plan import check_content
from playbook_kit.problem import errors
from reached import Reached, reached
from site_help import ROOT, run
from small_playbook import TODAY, write, write_small_playbook

from vectors import VECTORS

LIGHT_BUILD = Path(__file__).parents[1] / "build_without_papers.py"
ROUNDS = 12
"""How often what is refused is taken out: each file is right after a few."""


def build_hostile(site: Path, shares: int) -> None:
    """Build the playbook; of the kinds in `OTHERS` each has one of so many shares of the texts."""
    root = write_small_playbook(root_of(site))
    # The last section stands in the footer of every page.
    named = [f"v{number}.md" for number in range(0, len(VECTORS), 12)]
    nav = ["index.md", {"Arguments": "arguments/"}, {"About": ["terms.md", *named]}]
    files = write_hostile(root, VECTORS, shares) | write_one_file_kinds(root, VECTORS)
    build(root, site, files, nav, "--address", "https://council.example/")


def build_council(site: Path, first: int = 0) -> None:
    """Build the small playbook with a hostile council's folder and hostile translations; `first` begins the turns."""
    root = root_of(site)
    files = write_council(root, VECTORS, first)
    build(root, site, files, ["index.md", {"Arguments": "arguments/"}, {"About": ["about.md"]}])


def build(root: Path, site: Path, files: dict[str, Written], nav: list, *options: str) -> None:
    """Take out of these files what is refused, and build the rest; keeps what was tried and what was built."""
    shutil.rmtree(root / "theme", ignore_errors=True)
    for name in ("theme", "hooks"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8")) | {"nav": nav}
    write(root, "mkdocs.yml", yaml.safe_dump(config).encode())
    tried = reached(root, files)
    # What has no fault of one sort may have one of another, which is looked for only then.
    for _ in range(ROUNDS):
        refused = refused_places(root)
        if not refused:
            break
        # Some are refused only because what they lead to is, and it comes right with that.
        own = refused.keys() & files.keys()
        assert own, refused
        for path in own:
            put_back(root, path, files[path], refused[path])
    assert not refused, refused
    keep = site.with_name(f"{site.name}-fields.json")
    keep.write_text(json.dumps({"tried": tried, "built": reached(root, files)}), encoding="utf-8")
    built = run(root, LIGHT_BUILD, "--site", site, "--today", "2026-11-21", *options)
    assert built.returncode == 0, built.stdout + built.stderr


def refused_places(root: Path) -> dict[str, set[int]]:
    """The lines that `check` refuses, by file; every refusal has a line and a way out."""
    found: dict[str, set[int]] = {}
    for problem in errors(check_content(root, TODAY)):
        assert problem.line and problem.message and problem.fix, problem
        found.setdefault(problem.path, set()).add(problem.line)
    return found


def root_of(site: Path) -> Path:
    """The playbook that a site was built from."""
    return site.with_name(f"{site.name}-root")


def fields_of(site: Path) -> tuple[Reached, Reached]:
    """Which fields a hostile text was tried in, and which held one when the site was built, by the name of a model."""
    kept = json.loads(site.with_name(f"{site.name}-fields.json").read_text(encoding="utf-8"))
    return kept["tried"], kept["built"]
