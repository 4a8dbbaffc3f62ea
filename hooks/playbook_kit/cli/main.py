"""`playbook`: the commands, their options and their exit codes."""

import argparse
import datetime
import os
import sys
from pathlib import Path
from typing import get_args

from ..contribute import FORMS
from ..models.council import PublishTo
from . import commands, lock_options, tested
from .brand import QUESTIONS, brand
from .fmt import fmt
from .intermixed import Intermixed
from .later import Later
from .messages import messages
from .new import new
from .places import REPORTS
from .templates import KINDS_TO_START

ROOT = Path(__file__).resolve().parents[3]

forge, issues, local, preview, translate, upgrade = map(Later, ("forge", "issues", "local", "preview", "translate", "upgrade"))
EXIT_CODES = "exit codes: 0 all is well; 1 there is something to mend; 2 the command was not understood"


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and end the process with the command's exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = parser().parse_args(arguments)
    try:
        sys.exit(options.run(options))
    except KeyboardInterrupt:
        sys.exit(0)


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        prog="playbook", description="Check, build and extend the social media playbook.", epilog=EXIT_CODES
    )
    commands_group = top.add_subparsers(title="commands", required=True, metavar="COMMAND", parser_class=_parser_of)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--root", type=Path, default=ROOT, help="the repository (default: the one this belongs to)")
    common.add_argument(
        "--today", type=datetime.date.fromisoformat, default=_today(), metavar="YYYY-MM-DD",
        help="the day to build for: what is overdue depends on it (default: SOURCE_DATE_EPOCH, or today)",
    )  # fmt: skip

    check = _command(commands_group, common, "check", commands.check, "find everything that needs mending")
    check.add_argument("--json", action="store_true", help="print the problems as JSON")
    check.add_argument("--format", choices=commands.FORMATS, default="text", help="print them for a forge (default: text)")

    order = _command(commands_group, common, "fmt", fmt, "put content files in order, without changing what they say")
    order.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="files or folders (default: all content)")
    order.add_argument("--check", action="store_true", help="change nothing; say which files are not in order, and why")
    order.add_argument("--json", action="store_true", help="print the outcome as JSON")

    told = _command(commands_group, common, "messages", messages, "put every message of the checks on one page, with examples")
    told.add_argument("--to", type=Path, metavar="FILE", help="write the page as Markdown (default: print it)")

    readability = _command(
        commands_group, common, "readability", commands.readability, "say how easy each page is to read"
    )
    readability.add_argument("--json", action="store_true", help="print the figures as JSON")

    build = _command(commands_group, common, "build", commands.build, "check, then write the site to site/")
    build.add_argument("--site", type=Path, help="where to write it (default: site/ in the repository)")
    build.add_argument("--address", default="", help="the site's address, instead of the council's or that in mkdocs.yml")
    build.add_argument(
        "--publish-to", default="", choices=get_args(PublishTo), metavar="TARGET",
        help="what serves it, instead of publish_to in local/council.yml: " + ", ".join(get_args(PublishTo)),
    )  # fmt: skip
    build.add_argument("--json", action="store_true", help="print the outcome as JSON")

    serve = _command(commands_group, common, "serve", commands.serve, "show the site, and again after each change")
    serve.add_argument("--port", type=int, default=8000, help="the port to serve on (default: 8000)")
    serve.add_argument("--host", default="127.0.0.1", help="the address to serve on (default: this machine only)")

    _command(commands_group, common, "publish-to", commands.publish_to, "say what serves the site, for workflows")

    pack = _command(commands_group, common, "pack", commands.pack, "write the site as a ZIP that needs no server")
    pack.add_argument("--to", type=Path, help="the file to write (default: playbook-offline.zip in the repository)")
    pack.add_argument("--address", default="", help="the site's address, instead of the council's or that in mkdocs.yml")

    for one in (build, pack):
        one.add_argument(
            "--preview", action="store_true", help="say on every page that nobody has read it, and ask not to be listed"
        )

    release_zip = _command(
        commands_group, common, "release-zip", commands.release_zip, "write the playbook without local/ as a ZIP"
    )
    release_zip.add_argument("--to", type=Path, help="the file to write (default: playbook-release.zip in the repository)")

    stage = _command(
        commands_group, common, "stage", commands.stage, "write plain Markdown and mkdocs.yml for another engine"
    )
    stage.add_argument("folder", type=Path, help="where to write; must be new, empty or an earlier stage")
    stage.add_argument("--json", action="store_true", help="print the outcome as JSON")

    look = _command(commands_group, common, "brand", brand, "make the site a council's own: six questions, one file, and a build")
    for question in QUESTIONS:
        look.add_argument(f"--{question.option.replace('_', '-')}", help=question.ask.partition(". ")[2])
    look.add_argument("--alt", help="what the logo shows, in words (default: the council's name)")
    look.add_argument("--ground", choices=("white", "header"), help="what lies behind the logo (default: a white plate)")
    look.add_argument("--yes", action="store_true", help="ask nothing: the options say everything")
    look.add_argument("--update", action="store_true", help="change these keys in a council.yml that is there already")
    look.add_argument("--colours", action="store_true", help="only print the colours and every contrast")
    look.add_argument("--no-build", action="store_true", help="write the file, and build nothing")
    look.add_argument("--site", type=Path, help="where to write the site (default: site/ in the repository)")
    look.set_defaults(json=False, publish_to="", preview=False)

    start = _command(commands_group, common, "new", new, "start a file with its blanks marked, or question by question")
    start.add_argument("kind", nargs="?", choices=KINDS_TO_START, help="what to start (without it and an id: questions)")
    start.add_argument("id", nargs="?", help="its id: lower-case words joined by hyphens, such as same-as-the-phone")
    start.add_argument("--ask", action="store_true", help="ask for every field, though the id is given")
    start.add_argument("--local", action="store_true", help="make it your own, in local/, instead of the playbook's")
    start.add_argument("--json", action="store_true", help="print the outcome as JSON")
    start.set_defaults(usage=start.error)
    _issue_commands(commands_group, common)
    _translate_command(commands_group, common)
    _local_commands(commands_group, common)
    _version_commands(commands_group, common)
    _forge_commands(commands_group, common)
    lock_options.add_commands(commands_group, common, _command)
    return top


def _translate_command(group, common) -> None:
    """The command that begins a translation."""
    found = _command(group, common, "translate", translate.translate, "begin a translation, with the English in it")
    found.add_argument("language", help="the code of the language, such as cy")
    found.add_argument("what", metavar="KIND/ID", help="what to translate, such as chapter/policy")
    found.add_argument("--local", action="store_true", help="make it your own, in local/, instead of the playbook's")
    found.add_argument("--json", action="store_true", help="print the outcome as JSON")


def _issue_commands(group, common) -> None:
    """The commands that say what has to be looked at again, for a workflow that runs each week."""
    review = _command(group, common, "review-issues", issues.review, "say what is overdue, one issue for each owner")
    review.add_argument("--ours", action="store_true", help="only what stands in local/, for councils that take releases")
    links = _command(group, common, "links", issues.links, "check external links with LinkChecker, and say which are dead")
    links.add_argument("--site", type=Path, help="the built site (default: site/ in the repository)")
    links.add_argument("--report", type=Path, metavar="FILE", help="read this CSV of LinkChecker's instead of running it")
    links.add_argument("--address", default="", help="where LinkChecker saw the site, for a report that is read")
    for one in (review, links):
        one.add_argument("--to", type=Path, metavar="FOLDER", help="write each issue as Markdown, and all of them as JSON")
        one.add_argument("--post", action="store_true", help="in a workflow: open the issues, or bring them up to date")
        one.add_argument("--json", action="store_true", help="print the issues as JSON")


def _local_commands(group, common) -> None:
    """The commands about a council's own folder."""
    drift = _command(group, common, "drift", local.drift, "show your changes whose playbook wording is another now")
    drift.add_argument("--json", action="store_true", help="print both wordings as JSON")

    own = group.add_parser(
        "local", help="change the playbook's words in your own folder", epilog=EXIT_CODES,
        description="Change the playbook's words in your own folder.",
    )  # fmt: skip
    own_group = own.add_subparsers(title="commands", required=True, metavar="COMMAND", help="what to do")
    what = {"metavar": "KIND/ID", "help": "what to change, such as argument/same-as-the-phone or chapter/policy"}
    override = _command(own_group, common, "override", local.override, "begin a file that changes some fields")
    override.add_argument("what", **what)
    override.add_argument("fields", nargs="*", metavar="FIELD", help="a field to change, such as one_liner")
    replace = _command(own_group, common, "replace", local.replace, "begin a file that takes the place of a text")
    replace.add_argument("what", **what)
    stated = _command(own_group, common, "statement", local.statement, "begin your own accessibility statement, from a form")
    kept = _command(own_group, common, "keep", local.kept, "say that your change is still right, after reading both")
    kept.add_argument("what", **what)
    for one in (override, replace, stated, kept):
        one.add_argument("--json", action="store_true", help="print the outcome as JSON")
    _command(
        own_group, common, "upstream-check", local.upstream, "refuse files in local/ in the playbook's own repository"
    )


def _version_commands(group, common) -> None:
    """The commands about versions of the playbook."""
    changes = _command(group, common, "changes", upgrade.changes, "say what differs between two copies of the playbook")
    changes.add_argument("--old", type=Path, required=True, metavar="FOLDER", help="the older copy, without local/")
    changes.add_argument("--new", type=Path, required=True, metavar="FOLDER", help="the newer copy, without local/")
    changes.add_argument("--ours", type=Path, metavar="FOLDER", help="a copy that holds your local/")
    changes.add_argument("--outcome", type=Path, metavar="FILE", help="what check and build said of it, as JSON")
    changes.add_argument("--to", type=Path, metavar="FOLDER", help="where to write the report as text, Markdown and a page")

    take = _command(group, common, "upgrade", upgrade.upgrade, "take a newer version, if it passes with your folder")
    offer = _command(
        group, common, "propose-upgrade", upgrade.propose_upgrade, "in a workflow: open a pull request with a newer version"
    )
    for one in (take, offer):
        one.add_argument("--to", dest="version", metavar="VERSION", help="a version, or “latest” (default: the newest release)")
        one.add_argument("--from", dest="source", metavar="PLACE", help="a repository's address, or a release as a ZIP")
        one.add_argument("--branch", metavar="NAME", help="leave the result on a branch of this name")
        one.add_argument("--pin", type=Path, metavar="FOLDER", help="a small repository with local/ and playbook.json")
        one.add_argument("--reports", type=Path, metavar="FOLDER", help=f"where the report goes (default: {REPORTS})")
        one.add_argument("--no-build", action="store_true", help="check only: quicker, and less is known")
        one.add_argument("--with-problems", action="store_true", help="take it though your own folder needs mending afterwards")
        one.add_argument("--overwrite", action="store_true", help="from a ZIP: replace files of the playbook that you changed")
        one.add_argument("--sha256", metavar="HASH", help="from a ZIP: what its SHA-256 must be")
    offer.add_argument("--base", metavar="BRANCH", help="the branch to merge into (default: the one checked out)")

    record = _command(group, common, "record-tests", tested.record_tests, "write the record of a whole run of the tests")
    record.add_argument("results", nargs="?", type=Path, metavar="FOLDER", help=f"what the run kept (default: {tested.USUAL})")

    release = _command(group, common, "release", upgrade.release, "say what stands in the way of a release, or write it")
    release.add_argument("--last", default="", metavar="TAG", help="the release before (default: the newest tag before)")
    release.add_argument("--to", type=Path, metavar="FILE", help="write the release without local/ as a ZIP, and its SHA-256")


def _forge_commands(group, common) -> None:
    """The commands for the forge's workflows, and for what the forge reads from the repository."""
    review = _command(group, common, "review", forge.review, "say what a proposal changes, and what needs mending")
    review.add_argument("--proposal", type=Path, required=True, metavar="FOLDER", help="the playbook with the proposal")
    review.add_argument(
        "--to", type=Path, metavar="FOLDER", help="a new folder for review.json, comment.md, codequality.json and together/"
    )
    review.add_argument("--format", choices=("text", "github"), default="text", help="how to print the problems")

    post = _command(group, common, "post-review", forge.post_review, "in a workflow: bring the comment up to date")
    post.add_argument("--review", type=Path, metavar="FILE", help="a review.json (default: fetched from the run that the event names)")

    post.add_argument(
        "--copy", default=os.environ.get("PLAYBOOK_COPY", ""), metavar="ADDRESS",
        help="where a copy of the site with the proposal stands (default: PLAYBOOK_COPY)",
    )  # fmt: skip

    _command(group, common, "post-reviews", forge.post_reviews, "in GitLab's schedule: bring all comments up to date")

    shown = _command(group, common, "show-preview", preview.show, "in a workflow: show the copy that a check left")
    _command(group, common, "prune-previews", preview.prune, "in a workflow: take away copies of closed pull requests")

    forms = _command(group, common, "issue-forms", forge.issue_forms, "write what forges ask in an issue, from the forms")
    forms.add_argument("--check", action="store_true", help="write nothing, and say which files are not as they should be")

    asked = _command(group, common, "who-approved", forge.who_approved, "in a workflow: ask what the labeller may do")
    asked.add_argument("--to", type=Path, required=True, metavar="FILE", help="where to keep the answer")

    made = _command(group, common, "from-issue", forge.from_issue, "make the file of an approved issue, and check it")
    made.add_argument("--permission", type=Path, metavar="FILE", help="what who-approved kept")
    made.add_argument("--to", type=Path, metavar="FOLDER", help="where to say what came of it, for the next step")
    made.add_argument("--body", type=Path, metavar="FILE", help="on your computer: the text of an issue, instead of an event")
    made.add_argument("--form", choices=[form.name for form in FORMS], default="argument", help="the form of --body")
    made.add_argument("--number", type=int, default=1, help="the number of the issue of --body")
    for one in (post, shown, asked, made):
        one.add_argument("--event", type=Path, metavar="FILE", help="what the forge says happened (default: GITHUB_EVENT_PATH)")

    proposed = _command(group, common, "propose-issue", forge.propose_issue, "in a workflow: open its pull request")
    proposed.add_argument("--made", type=Path, required=True, metavar="FOLDER", help="where from-issue said what came of it")
    proposed.add_argument("--base", metavar="BRANCH", help="the branch to merge into (default: the one checked out)")


def _command(group, common, name, run, summary) -> argparse.ArgumentParser:
    added = group.add_parser(
        name, parents=[common], help=summary, description=summary[0].upper() + summary[1:] + ".", epilog=EXIT_CODES
    )
    added.set_defaults(run=run)
    return added


def _parser_of(**given) -> argparse.ArgumentParser:
    """The parser of one command; that of `new` has words that may be left out."""
    return (Intermixed if given["prog"].endswith(" new") else argparse.ArgumentParser)(**given)


def _today() -> datetime.date:
    """The day of SOURCE_DATE_EPOCH if that is set, as reproducible builds ask for, or today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.date.today()
