"""What needs to be read again: as a list, as one issue for each owner, and what LinkChecker says of external links."""

from .due import Due, due_list
from .issues import Issue, review_issues
from .links import Link, broken_links, links_issue

__all__ = ["Due", "Issue", "Link", "broken_links", "due_list", "links_issue", "review_issues"]
