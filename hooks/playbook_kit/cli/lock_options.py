"""The options of the commands about the lock files."""

from pathlib import Path

from .later import Later

AUDIT_CODES = "exit codes: 0 all is well; 1 there is something to mend; 2 nobody could be asked, so nothing is known"
locks = Later("locks")


def add_commands(group, common, command) -> None:
    """Add the commands to the command line; `command` adds one."""
    asked = command(group, common, "audit", locks.audit, "say which packages have a known fault, and what mends it")
    asked.epilog = AUDIT_CODES
    made = command(group, common, "renew", locks.renew, "make the lock files anew, with the newest versions of the packages")
    place = made.add_mutually_exclusive_group()
    place.add_argument(
        "--to", type=Path, metavar="FOLDER", help="write them there if something changed, and leave ours alone"
    )
    place.add_argument("--from", dest="source", type=Path, metavar="FOLDER", help="take those that were made there")
    made.add_argument(
        "--anyway", action="store_true", help="in a council's copy too, whose packages come with an upgrade"
    )
    made.add_argument("--json", action="store_true", help="print the changes as JSON")
    offer = command(
        group, common, "propose-renewal", locks.propose_renewal, "in a workflow: open a pull request with renewed packages"
    )
    offer.add_argument(
        "--made", type=Path, metavar="FOLDER", help="where `renew --to` wrote (default: what this run handed on)"
    )
    offer.add_argument("--base", metavar="BRANCH", help="the branch to merge into (default: the one checked out)")
