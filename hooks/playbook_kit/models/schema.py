"""The models as JSON Schema (draft 2020-12), for editors and for other people's tools."""

from typing import Any

from .kinds import SCHEMAS


def json_schemas() -> dict[str, dict[str, Any]]:
    """One JSON Schema for each kind of file, by name. Dates are text there, since JSON has none."""
    return {
        name: {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
        for name, model in SCHEMAS.items()
    }
