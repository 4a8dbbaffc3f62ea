"""What the site is made of: the list of parts, the table for readers and the bill for tools."""

import datetime
import importlib.metadata
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from playbook_kit.materials import bill_of_materials, materials_table, read_parts
from playbook_kit.words import load_words
from unit_help import ROOT

TODAY = datetime.date(2026, 11, 21)
PARTS = read_parts(ROOT)
SERVED = [part for part in PARTS if part.is_served]
BUILDING = [part for part in PARTS if not part.is_served]
THIRD_PARTY = yaml.safe_load((ROOT / "theme/third-party.yml").read_text(encoding="utf-8"))
LICENCES = yaml.safe_load((ROOT / "requirements/licences.yml").read_text(encoding="utf-8"))
LOCK = (ROOT / "requirements/site.lock").read_text(encoding="utf-8")


def test_every_file_from_elsewhere_is_listed() -> None:
    """Every vendored script and every font below theme/ belongs to a part on the list, with a hash of its bytes."""
    vendored = [
        path.relative_to(ROOT / "theme").as_posix()
        for folder in ("assets/vendor", "assets/fonts", "fonts-print")
        for path in (ROOT / "theme" / folder).rglob("*")
        if path.suffix in (".mjs", ".js", ".woff2", ".ttf", ".css")
    ]
    listed = [file for part in SERVED for file, _ in part.hashes]
    assert len(vendored) > 5 and sorted(vendored) == sorted(listed)


@pytest.mark.parametrize("part", THIRD_PARTY, ids=lambda part: part["name"])
def test_its_licence_stands_beside_it(part: dict) -> None:
    """The licence of each part of somebody else's stands beside it, and the part is named on the licence page."""
    text = (ROOT / "theme" / part["licence_file"]).read_text(encoding="utf-8")
    assert len(text) > 500
    named = (ROOT / "docs/licence.md").read_text(encoding="utf-8")
    assert part["name"].removesuffix(" for print") in named


def test_every_package_of_the_lock_file_is_listed() -> None:
    """Each pinned package is a part, with every hash that the lock file gives."""
    pins = re.findall(r"^([a-z0-9._-]+)==", LOCK, re.M)
    assert len(pins) > 20 and [part.name for part in BUILDING] == pins
    assert sum(len(part.hashes) for part in BUILDING) == LOCK.count("--hash=sha256:")


def test_every_package_has_a_licence() -> None:
    """The list of licences has exactly the packages of the lock file."""
    assert sorted(LICENCES) == sorted({part.name for part in BUILDING})


# What older packages call their licence, beside its SPDX name.
_LOOSE = {
    "Apache Software License": "Apache-2.0", "BSD License": "BSD-3-Clause", "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.1-or-later",
    "Mozilla Public License 1.1 (MPL 1.1)": "MPL-1.1",
}  # fmt: skip


def declared(name: str) -> set[str]:
    """The licences that an installed package declares, by their SPDX names as far as they can be told."""
    metadata = importlib.metadata.metadata(name)
    if metadata.get("License-Expression"):
        return {metadata["License-Expression"]}
    classifiers = [line.rpartition(" :: ")[2] for line in metadata.get_all("Classifier", []) if line.startswith("License")]
    return {_LOOSE[one] for one in classifiers} or {_LOOSE.get(metadata["License"], metadata["License"])}


def test_licences_are_those_that_packages_declare() -> None:
    """What an installed package says of its licence is what the list says."""
    wrong, looked_at = [], 0
    for name, licence in LICENCES.items():
        try:
            said = declared(name)
        except importlib.metadata.PackageNotFoundError:
            continue  # one for another system
        looked_at += 1
        if licence not in said and set(licence.split(" OR ")) != said and not _is_bsd(licence, said):
            wrong.append(f"{name}: {licence}, declared {said}")
    assert wrong == [] and looked_at > 20


def _is_bsd(licence: str, said: set[str]) -> bool:
    """A classifier says BSD alone; which of the forms it is stands in the file."""
    return licence.startswith("BSD") and said == {"BSD-3-Clause"}


def test_bill_has_all_and_is_the_same_twice() -> None:
    """The bill lists every part with its package URL, and two bills of the same parts are the same, number and all."""
    bill = bill_of_materials(PARTS, "A site", "1.2.3", TODAY)
    assert [one["purl"] for one in bill["components"]] == [part.package for part in PARTS]
    assert bill == bill_of_materials(read_parts(ROOT), "A site", "1.2.3", TODAY)
    assert bill["serialNumber"] != bill_of_materials(PARTS[1:], "A site", "1.2.3", TODAY)["serialNumber"]


def test_bill_follows_the_specification() -> None:
    """The bill is valid by the parts of the CycloneDX 1.6 JSON schema that it uses, written out here from that schema:
    what is required, which values are allowed, and that a component has licences as an expression alone.
    """
    hash_ = {
        "type": "object", "required": ["alg", "content"], "additionalProperties": False,
        "properties": {"alg": {"const": "SHA-256"}, "content": {"pattern": "^[a-fA-F0-9]{64}$"}},
    }
    component = {
        "type": "object", "required": ["type", "name"], "additionalProperties": False,
        "properties": {
            "type": {"enum": ["application", "framework", "library", "file", "data"]},
            "bom-ref": {"type": "string", "minLength": 1}, "name": {"type": "string"}, "version": {"type": "string"},
            "scope": {"enum": ["required", "optional", "excluded"]}, "description": {"type": "string"},
            "licenses": {"type": "array", "maxItems": 1, "items": {"required": ["expression"], "maxProperties": 2}},
            "purl": {"type": "string", "pattern": "^pkg:(npm|pypi)/.+@.+"},
            "hashes": {"type": "array", "items": hash_},
            "components": {"type": "array", "uniqueItems": True, "items": {"$ref": "#/$defs/component"}},
        },
    }
    schema = {
        "$defs": {"component": component}, "type": "object", "required": ["bomFormat", "specVersion"],
        "properties": {
            "bomFormat": {"const": "CycloneDX"}, "specVersion": {"const": "1.6"}, "version": {"type": "integer", "minimum": 1},
            "serialNumber": {"pattern": "^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"},
            "metadata": {"properties": {"timestamp": {"format": "date-time"}, "component": {"$ref": "#/$defs/component"}}},
            "components": {"type": "array", "uniqueItems": True, "minItems": 30, "items": {"$ref": "#/$defs/component"}},
        },
    }  # fmt: skip
    bill = bill_of_materials(PARTS, "A site", "1.2.3", TODAY)
    jsonschema.validate(bill, schema, format_checker=jsonschema.FormatChecker())
    references = [one["bom-ref"] for one in bill["components"]]
    assert len(references) == len(set(references))


def test_table_names_every_part() -> None:
    """The page for security teams has a line for each part, with version and licence."""
    table = materials_table(PARTS, load_words(ROOT)[0])
    lines = [line for line in table.splitlines() if line.startswith("| ") and "---" not in line]
    assert len(lines) == len(PARTS) + 2


def test_nothing_is_listed_where_there_is_nothing(tmp_path: Path) -> None:
    """A folder without lists has no parts and an empty table."""
    assert read_parts(tmp_path) == []
    assert materials_table([], load_words(ROOT)[0]) == ""
