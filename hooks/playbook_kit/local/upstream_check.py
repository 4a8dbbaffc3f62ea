"""Whether a council's folder was committed where it must not be: in the playbook's own repository.

The playbook's repository is known by its address: what mkdocs.yml gives as its repository, which no council needs
to change, is where its `origin` leads. In a council's fork `origin` leads to the council's, so nothing is found there.
"""

import re
from collections.abc import Iterable

from ..problem import Problem
from .files import LOCAL


def committed_here(paths: Iterable[str], origin: str, upstream: str) -> list[Problem]:
    """A problem for each of the committed `paths` in the council's folder, if `origin` is the playbook's own address."""
    if not origin or same_place(origin) != same_place(upstream):
        return []
    return [
        Problem(
            path, 1, 1, "", f"The playbook keeps nothing in {LOCAL}/: the folder is each council's own.",
            "Take the file out of the commit; an example belongs in local.example/.", rule="local-upstream",
        )
        for path in sorted(paths) if path.startswith(f"{LOCAL}/")
    ]  # fmt: skip


def same_place(address: str) -> str:
    """A repository's address without what may be written in more than one way: `git@a.b:c/d.git` is `a.b/c/d`."""
    plain = re.sub(r"^[a-z+]+://", "", address.strip().lower())
    plain = re.sub(r"^[^@/]*@", "", plain)
    host, _, path = plain.replace(":", "/", 1).partition("/")
    path = re.sub(r"^\d+/", "", path)
    return f"{host}/{path.removesuffix('/').removesuffix('.git')}"
