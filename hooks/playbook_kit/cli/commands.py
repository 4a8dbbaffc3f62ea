"""What each command does. Printing and exit codes live here; the work is done elsewhere."""

import argparse
import gc
import json
import sys

from ..checked import Checked, as_preview, check_content, read_and_check
from ..forge.annotations import as_github, as_gitlab
from ..problem import Problem, errors
from ..report import as_json, as_text

FORMATS = {"text": as_text, "json": as_json, "github": as_github, "gitlab-codequality": as_gitlab}
"""How `check` can print what it finds."""


def check(options: argparse.Namespace) -> int:
    """Print every problem; 1 if one of them is an error."""
    _let_all_live()
    problems = check_content(options.root, options.today)
    gc.freeze()  # what was read goes with the process: to take it apart piece by piece is a tenth of the time
    print((as_json if options.json else FORMATS[options.format])(problems))
    return 1 if errors(problems) else 0


def readability(options: argparse.Namespace) -> int:
    """Print how easy each page is to read, the hardest first; 1 if a chapter is too hard."""
    from ..content import load
    from ..readability import EASE_NEEDED
    from ..readability import readability as measured

    found = measured(load(options.root))
    hard = sum(page.is_too_hard for page in found)
    if options.json:
        items = [
            {
                "path": page.path, "kind": page.kind, "ease": page.ease, "words_per_sentence": page.words_per_sentence,
                "words": page.words, "sentences": page.sentences, "too_hard": page.is_too_hard,
            }
            for page in found
        ]  # fmt: skip
        print(json.dumps({"total": len(items), "too_hard": hard, "ease_needed": EASE_NEEDED, "items": items}, indent=2))
    else:
        print("  ease  words a sentence   words  page")
        for page in found:
            mark = "!" if page.is_too_hard else " "
            print(f"{mark}{page.ease:>5.1f}  {page.words_per_sentence:>16.1f}  {page.words:>6}  {page.path}")
        print(
            f"Chapters that need shorter sentences and words to reach {EASE_NEEDED}: {hard}, marked with “!”." if hard
            else f"Every chapter has a reading ease of {EASE_NEEDED} or more."
        )  # fmt: skip
    return 1 if hard else 0


def _let_all_live() -> None:
    """Look for nothing that could be freed: all that is read lives until the end, and looking is a sixth of the time."""
    gc.disable()


def build(options: argparse.Namespace) -> int:
    """Check and build; 1 if the site could not be built, which leaves the last one as it was."""
    from ..adapters.mkdocs_build import BuildFailed, build_site

    _let_all_live()
    site = options.site or options.root / "site"
    checked = _checked(options)
    problems = checked.problems
    try:
        build_site(options.root, site.resolve(), options.today, checked, options.address, options.publish_to)
    except BuildFailed as failed:
        if options.json:
            print(_outcome(False, problems, message=str(failed)))
        else:
            print(as_text(problems), *([str(failed)] if str(failed) else []), sep="\n")
            kept = f" {site} is as it was." if site.exists() else ""
            print(f"The site was not built.{kept}", file=sys.stderr)
        return 1
    if options.json:
        print(_outcome(True, problems, site=str(site)))
    else:
        print(as_text(problems))
        print(f"The site is in {site}")
    return 0


def _checked(options: argparse.Namespace) -> Checked:
    """What a build is made from; for a preview, with a notice on every page."""
    checked = read_and_check(options.root, options.today, options.address or "")
    return as_preview(checked) if options.preview else checked


def publish_to(options: argparse.Namespace) -> int:
    """Print what serves the site, for a workflow to decide by; 1 if the council's file is not right."""
    from ..content import load
    from ..models.council import COUNCIL_PATH, UNNAMED

    content = load(options.root)
    wrong = [problem for problem in errors(content.problems) if problem.path == COUNCIL_PATH]
    if wrong:
        print(as_text(wrong), file=sys.stderr)
        return 1
    print((content.council.model if content.council else UNNAMED).site.publish_to)
    return 0


def pack(options: argparse.Namespace) -> int:
    """Check, build a copy that works without a server, and write it as a ZIP; 1 if it could not be built."""
    from ..adapters.mkdocs_build import BuildFailed, offline_zip
    from ..adapters.packing import OFFLINE_COPY

    _let_all_live()
    checked = _checked(options)
    problems = checked.problems
    if not errors(problems):
        target = options.to or options.root / OFFLINE_COPY
        try:
            target.write_bytes(offline_zip(options.root, options.today, checked, options.address))
        except (BuildFailed, OSError) as failed:
            print(failed, file=sys.stderr)
            return 1
    print(as_text(problems))
    if errors(problems):
        return 1
    print(f"The site is in {target}. Unpack it and open index.html.")
    return 0


def release_zip(options: argparse.Namespace) -> int:
    """Write all but the council's own folder as a ZIP; 1 if it cannot be written."""
    from ..adapters.packing import release_zip as zipped
    from ..adapters.upgrade.releasing import release_files

    target = options.to or options.root / "playbook-release.zip"
    try:
        target.write_bytes(zipped(release_files(options.root)))
    except OSError as error:
        print(f"{target} cannot be written: {error.strerror}.", file=sys.stderr)
        return 1
    print(f"The playbook without local/ is in {target}")
    return 0


def serve(options: argparse.Namespace) -> int:
    """Serve the site until Ctrl+C."""
    from ..adapters.serve import serve_site

    return serve_site(options.root, options.host, options.port, options.today)


def stage(options: argparse.Namespace) -> int:
    """Check and write the plain docs tree; 1 if there is an error or the folder is in use."""
    from ..adapters.documents.render import Documents
    from ..adapters.stage import stage as write_stage
    from ..plan import make_plan

    documents = Documents(options.root)
    plan = make_plan(options.root, options.today, sizes=documents.make)
    documents.cards(plan.cards)
    if errors(plan.problems):
        print(_outcome(False, plan.problems) if options.json else as_text(plan.problems))
        return 1
    try:
        count = write_stage(plan, options.root, options.folder, documents.files)
    except FileExistsError:
        message = f"{options.folder} holds something else. Name a new or empty folder."
        print(_outcome(False, [], message=message) if options.json else message)
        return 1
    if options.json:
        print(_outcome(True, plan.problems, folder=str(options.folder), pages=count))
    else:
        print(f"{count} pages are in {options.folder}. Build them with: mkdocs build -f {options.folder}/mkdocs.yml")
    return 0


def _outcome(ok: bool, problems: list[Problem], **more: object) -> str:
    return json.dumps({"ok": ok, **more, "problems": json.loads(as_json(problems))}, ensure_ascii=False, indent=2)
