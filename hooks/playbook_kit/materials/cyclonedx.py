"""The bill of materials in CycloneDX, the form that security teams' tools read (https://cyclonedx.org/docs/1.6/json/)."""

import datetime
import uuid
from collections.abc import Iterable
from typing import Any

from .part import Part

BILL_PATH = "sbom.cdx.json"
"""Its address on the site; the ending is the one that the specification recommends."""

_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://cyclonedx.org/")


def bill_of_materials(parts: Iterable[Part], name: str, version: str, today: datetime.date) -> dict[str, Any]:
    """The bill of a site called `name` that stands on this version of the playbook, as plain data.

    Its serial number follows from what it lists, so that the same site has the same bill.
    """
    components = [_component(part, number) for number, part in enumerate(parts, 1)]
    own = {"type": "application", "bom-ref": "site", "name": name, "version": version}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_SPACE, repr((own, components)))}",
        "version": 1,
        "metadata": {"timestamp": f"{today.isoformat()}T00:00:00Z", "component": own},
        "components": components,
    }


def _component(part: Part, number: int) -> dict[str, Any]:
    licence = {"licenses": [{"expression": part.licence}]} if part.licence else {}
    return {
        "type": "library",
        "bom-ref": f"part-{number}",
        "name": part.name,
        "version": part.version,
        "scope": "required" if part.is_served else "excluded",
        **({"description": part.purpose} if part.purpose else {}),
        **licence,
        "purl": part.package,
        **_files(part),
    }


def _files(part: Part) -> dict[str, Any]:
    """The files that are served, each with its hash; of a package, the hash of each file that it may be installed from."""
    hashes = {file: {"alg": "SHA-256", "content": content} for file, content in part.hashes if file}
    if hashes:
        return {"components": [{"type": "file", "name": file, "hashes": [one]} for file, one in hashes.items()]}
    return {"hashes": [{"alg": "SHA-256", "content": content} for _, content in part.hashes]} if part.hashes else {}
