"""`playbook review-issues` and `playbook links`: what is overdue and which links are dead, one issue for each owner."""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict

from ..checked import read_and_check
from ..local.places import LOCAL
from ..problem import errors
from ..report import as_text
from ..review import Issue, broken_links, due_list, links_issue, review_issues


def review(options: argparse.Namespace) -> int:
    """Print, write or post one issue for each owner; 1 if the content has errors or the forge refused."""
    checked = read_and_check(options.root, options.today, "")
    if checked.playbook is None or checked.settings is None:
        print(as_text(errors(checked.problems)), file=sys.stderr)
        return 1
    items = due_list(checked.playbook, checked.words)
    if options.ours:
        items = [one for one in items if one.path.startswith(f"{LOCAL}/")]
    return _give(options, review_issues(items, checked.words, checked.settings.address))


def links(options: argparse.Namespace) -> int:
    """Check the links of the built site, or read a report, and give one issue; 1 if they could not be checked.

    Dead links are no reason to end with 1: they stop no change.
    """
    from ..adapters.issues.linkchecker import NotChecked, check_links

    checked = read_and_check(options.root, options.today, "")
    if checked.playbook is None:
        print(as_text(errors(checked.problems)), file=sys.stderr)
        return 1
    site = options.site or options.root / "site"
    try:
        if options.report:
            report, address = options.report.read_text(encoding="utf-8"), options.address
        elif (site / "index.html").is_file():
            report, address = check_links(site)
        else:
            print(f"There is no site in {site}. Build it first.", file=sys.stderr)
            return 1
    except (NotChecked, OSError) as failed:
        print(failed, file=sys.stderr)
        return 1
    return _give(options, [links_issue(broken_links(report, address), checked.playbook, checked.words)])


def _give(options: argparse.Namespace, issues: Iterable[Issue]) -> int:
    issues = list(issues)
    if options.to:
        options.to.mkdir(parents=True, exist_ok=True)
        for issue in issues:
            (options.to / f"{issue.key}.md").write_text(f"{issue.marker}\n{issue.body}", encoding="utf-8", newline="\n")
        (options.to / "issues.json").write_text(_json(issues), encoding="utf-8", newline="\n")
    if options.post:
        return _post(issues)
    if options.json:
        print(_json(issues), end="")
    elif not options.to:
        print("\n\n".join(f"{issue.title}\n\n{issue.body}".rstrip() for issue in issues))
    return 0


def _post(issues: list[Issue]) -> int:
    from ..adapters.issues.post import NotPosted, post
    from ..adapters.upgrade.errors import NotUpgraded
    from ..adapters.upgrade.propose import forge_here

    try:
        done = post(forge_here(), issues)
    except (NotPosted, NotUpgraded) as failed:
        print(failed, file=sys.stderr)
        return 1
    print("\n".join(done) or "There is nothing to say, and no issue is open.")
    return 0


def _json(issues: list[Issue]) -> str:
    items = [{**asdict(issue), "marker": issue.marker} for issue in issues]
    return json.dumps({"total": len(items), "items": items}, ensure_ascii=False, indent=2) + "\n"
