"""One issue for each owner: what they keep and should read again, as a title and Markdown."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ..dates import long_date
from ..prose import escape
from ..words import Words
from .due import Due


@dataclass(frozen=True)
class Issue:
    """What an issue says. `key` names it in its text for ever, so that the next run brings the same issue up to date.

    An issue with nothing in it (`count` is 0) is to be closed, if it is open.
    """

    key: str
    title: str
    body: str
    count: int

    @property
    def marker(self) -> str:
        """What stands in the text, unseen, and says which issue this is."""
        return f"<!-- playbook: {self.key} -->"


def review_issues(items: Iterable[Due], words: Words, site_address: str) -> list[Issue]:
    """One issue for each owner, in the order of their names; `site_address` ends with a slash."""
    owned: dict[str, list[Due]] = defaultdict(list)
    for one in items:
        owned[one.owner].append(one)
    return [_issue(owner, owned[owner], words, site_address) for owner in sorted(owned, key=str.casefold)]


def _issue(owner: str, items: list[Due], words: Words, site_address: str) -> Issue:
    late = [one for one in items if one.is_overdue]
    key = "review-" + ("-".join(re.findall(r"[a-z0-9]+", owner.lower())) or "owner")
    title = words("issues.review_title", owner=owner, count=len(late))
    if not late:
        return Issue(key, title, words("issues.nothing_due") + "\n", 0)
    lines = [words("issues.review_lead", owner=escape(owner)), ""]
    for one in late:
        date = long_date(one.due, words)
        said = {"title": escape(one.title), "url": site_address + one.url, "path": one.path, "date": date}
        lines.append(words("issues.review_line", **said))
    lines += ["", words("issues.review_how"), ""]
    return Issue(key, title, "\n".join(lines), len(late))
