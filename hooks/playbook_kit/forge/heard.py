"""What joins a list that is there: a wording that somebody heard, and an organisation that uses the playbook."""

from ..content import Content
from ..contribute import AssembledFile
from ..contribute.into_list import into_list
from ..contribute.yaml_lines import scalar
from ..models.kinds import LISTS


def with_wording(content: Content, objection: str, heard: str) -> tuple[str, str] | None:
    """The path of the objection's file and its text with one wording more; None if its list is of another form."""
    item = next((one for one in content.of("objection") if one.id == objection), None)
    if item is None or item.origin != "upstream":
        return None
    found = into_list(item.file.text, "heard_as", [f"  - {scalar(heard)}"])
    return (item.path, found[0]) if found else None


def with_entry(content: Content, entry: AssembledFile, listed: str) -> tuple[str, str] | None:
    """The path of the file of a list and its text with one entry more; None if the list is of another form, or broken."""
    path, model = LISTS[listed]
    if content.used_by is None and (content.root / path).exists():
        return None
    field = next(iter(model.model_fields))
    before = content.used_by.file.text if content.used_by else f"{field}:\n"
    found = into_list(before, field, entry.lines)
    return (path, found[0]) if found else None
