"""Links into a forge: where a file is edited, begun or read, and where a problem is reported.

The forms are those that each forge documents: GitHub's “Creating an issue” (query parameters `title` and `body`),
GitLab's “Create an issue using a URL with prefilled values” (`issue[title]`, `issue[description]`), and for Forgejo
those of Gitea, from which it comes (go-gitea/gitea#16556 for a new file).
"""

import posixpath
from dataclasses import dataclass
from urllib.parse import quote, urlencode

# The parts of an address: editing, beginning and reading a file, and reporting.
_EDIT = {"github": "edit", "gitlab": "-/edit", "forgejo": "_edit"}
_READ = {"github": "blob", "gitlab": "-/blob", "forgejo": "src/branch"}
_NEW = {"github": "new", "gitlab": "-/new", "forgejo": "_new"}
_REPORT = {"github": "issues/new", "gitlab": "-/issues/new", "forgejo": "issues/new"}
_TITLE_AND_BODY = {
    "github": ("title", "body"), "gitlab": ("issue[title]", "issue[description]"), "forgejo": ("title", "body"),
}  # fmt: skip


@dataclass(frozen=True)
class Forge:
    """A repository on a forge. `kind` is github, gitlab, forgejo or none.

    `edit_address` and `issues_address` are used as they are where things do not stand at the forge's usual place.
    """

    kind: str = "none"
    address: str = ""
    branch: str = "main"
    edit_address: str = ""
    issues_address: str = ""

    @property
    def is_reachable(self) -> bool:
        """Whether links into it can be made at all."""
        return bool(self.address) and self.kind in _EDIT

    def edit(self, path: str) -> str | None:
        """Where the file at `path` in the repository is edited."""
        if self.edit_address:
            return f"{self.edit_address.rstrip('/')}/{quote(path)}"
        return self._at(_EDIT, self._branch, quote(path))

    def read(self, path: str) -> str | None:
        """Where the file at `path` is read."""
        return self._at(_READ, self._branch, quote(path))

    def new_file(self, path: str, text: str) -> str | None:
        """Where a file is begun at `path`. GitLab takes its name alone, the others its text as well."""
        folder, name = posixpath.split(path)
        if self.kind == "gitlab":
            found = self._at(_NEW, self._branch)
            return found and f"{found}?{urlencode({'file_name': path}, quote_via=quote)}"
        found = self._at(_NEW, self._branch, quote(folder))
        return found and f"{found}?{urlencode({'filename': name, 'value': text}, quote_via=quote)}"

    def report(self, title: str, body: str) -> str | None:
        """Where something is reported, with these words filled in."""
        if self.issues_address:
            return self.issues_address
        found = self._at(_REPORT)
        if found is None:
            return None
        names = _TITLE_AND_BODY[self.kind]
        return f"{found}?{urlencode(dict(zip(names, (title, body), strict=True)), quote_via=quote)}"

    @property
    def _branch(self) -> str:
        return quote(self.branch)

    def _at(self, form: dict[str, str], *parts: str) -> str | None:
        if not self.is_reachable:
            return None
        return "/".join([self.address.rstrip("/"), form[self.kind], *(part for part in parts if part)])
