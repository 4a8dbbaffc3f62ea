"""The models as JSON Schema (draft 2020-12), for editors and for other people's tools."""

from typing import Any

from .kinds import KINDS, SCHEMAS

CHANGEABLE = tuple(name for name, kind in KINDS.items() if name not in ("tombstone", "glossary"))
"""The kinds of which a council changes items field by field in files of their own."""

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_BASED_ON = {
    "type": "string",
    "description": "The name of the playbook's wording of what differs here. `playbook local override` fills it in.",
    "examples": ["bcdfghjklm"],
}
_REMOVE = {"const": True, "description": "true takes the entry with this id out of the playbook's list."}


def json_schemas() -> dict[str, dict[str, Any]]:
    """One JSON Schema for each kind of file, by name. Dates are text there, since JSON has none.

    For each kind of item there is a second, `<kind>-override`, for a council's file that gives only what differs.
    """
    whole = {name: {"$schema": _DRAFT, **model.model_json_schema()} for name, model in SCHEMAS.items()}
    return whole | {f"{name}-override": override_schema(name, whole[name]) for name in CHANGEABLE}


def override_schema(name: str, whole: dict[str, Any]) -> dict[str, Any]:
    """The schema of a file with only the fields that differ from those of an item of this kind."""
    described = f"What a council changes in one {name} of the playbook's: only the fields that differ, and `based_on`."
    definitions = {
        group: {**one, "required": ["id"], "properties": {**one["properties"], "remove": _REMOVE}}
        if "id" in one.get("properties", {}) else one
        for group, one in whole.get("$defs", {}).items()
    }  # fmt: skip
    more = {"$defs": definitions} if definitions else {}
    properties = {"based_on": _BASED_ON, **whole["properties"]}
    return {**whole, "description": described, "properties": properties, "required": ["based_on"], **more}
