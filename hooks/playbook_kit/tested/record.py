"""From the parts that a run of the tests kept to one record, and the text of its file."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

Part = dict[str, Any]
_SAME = ("parts", "tested_on", "version", "site")
HEAD = "# yaml-language-server: $schema=../site/schema/tested.json\n"
NOTE = "# Written by “playbook record-tests” from the results of a whole run of the tests. Not to be changed by hand.\n"


class NotWhole(Exception):
    """The parts are not those of one whole run; the message says why."""


def record_of(parts: Sequence[Part]) -> dict[str, Any]:
    """The record that these parts make together, as the fields of its file.

    Raises NotWhole if a part is missing, or if they are not of one day, one version and one site.
    """
    if not parts:
        raise NotWhole("There are no results here. Run: python3 run.py test -m long --record")
    first = parts[0]
    missing = sorted(set(first["parts"]) - {part["part"] for part in parts})
    if missing:
        raise NotWhole(f"The run was not whole: {', '.join(missing)} did not end. Run it again.")
    for part in parts:
        for name in _SAME:
            if part[name] != first[name]:
                raise NotWhole(
                    f"These are results of two runs: {first['part']} and {part['part']} differ in “{name}”. "
                    "Delete them and run the tests again."
                )
    set_aside: Counter[str] = Counter()
    for part in parts:
        set_aside.update(part.get("set_aside", {}))
    programs = {name: version for part in parts for name, version in part.get("programs", {}).items()}
    faults: Counter[tuple[str, str]] = Counter()
    for part in parts:
        faults.update({(one["rule"], one["page"]): one["places"] for one in part.get("found", [])})
    return {
        "tested_on": first["tested_on"], "version": first["version"],
        "pages": sum(part.get("pages", 0) for part in parts), "looks": sum(part.get("looks", 0) for part in parts),
        "widths": _all(parts, "widths"), "schemes": _all(parts, "schemes"), "states": _all(parts, "states"),
        "programs": [{"name": name, "version": version} for name, version in sorted(programs.items(), key=_folded)],
        "set_aside": [{"why": why, "places": places} for why, places in sorted(set_aside.items())],
        "found": [{"rule": rule, "page": page, "places": places} for (rule, page), places in sorted(faults.items())],
    }  # fmt: skip


def record_text(record: dict[str, Any]) -> str:
    """The text of the record's file."""
    lines: list[str] = []
    for name, value in record.items():
        if value and isinstance(value, list) and isinstance(value[0], dict):
            lines += [f"{name}:", *(f"  - {{{_fields(one)}}}" for one in value)]
        elif isinstance(value, list):
            lines.append(f"{name}: [{', '.join(map(str, value))}]")
        else:
            lines.append(f"{name}: {value}")
    return HEAD + NOTE + "\n".join(lines) + "\n"


def _all(parts: Iterable[Part], name: str) -> list[Any]:
    return list(dict.fromkeys(value for part in parts for value in part.get(name, [])))


def _fields(entry: dict[str, Any]) -> str:
    return ", ".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in entry.items())


def _folded(pair: tuple[str, str]) -> str:
    return pair[0].casefold()
