"""What differs between two versions of the playbook, said in plain English for those who take the newer one."""

from .compare import compare
from .model import Change, Changes, Fact, Ours, Wording
from .ours import read_ours
from .report import make_report
from .structure import Outcome, Report

__all__ = ["Change", "Changes", "Fact", "Ours", "Outcome", "Report", "Wording", "compare", "make_report", "read_ours"]
