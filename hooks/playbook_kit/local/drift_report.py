"""What has drifted, with both wordings one after the other, for people and for programs."""

import datetime
from collections.abc import Sequence
from typing import Any

import yaml

from .wording import Drift


def drift_as_text(drifts: Sequence[Drift]) -> str:
    """Each change that has drifted, and what to do about it, in plain English."""
    if not drifts:
        return "Nothing has drifted: the playbook still says what your changes were made from."
    parts = [_one(drift) for drift in drifts]
    many = len(drifts) != 1
    return "\n\n".join([*parts, f"{len(drifts)} of your changes {'rest' if many else 'rests'} on a wording that is another now."])


def drift_as_data(drifts: Sequence[Drift]) -> list[dict[str, Any]]:
    """The same as maps, with every wording as text."""
    return [
        {
            "kind": drift.kind, "id": drift.id, "path": drift.path, "line": drift.line, "based_on": drift.based_on,
            "now": drift.now,
            "changes": [
                {"field": one.name, "playbook": shown(one.theirs), "ours": shown(one.ours)} for one in drift.changes
            ],
        }
        for drift in drifts
    ]  # fmt: skip


def shown(value: Any) -> str:
    """A value as a person reads it: a text as it is, a list or a group as YAML, nothing as nothing."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, (list, dict)):
        return yaml.safe_dump(_plain(value), allow_unicode=True, sort_keys=False, width=100).strip()
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def _plain(value: Any) -> Any:
    """Maps and lists of texts alone, which every YAML writer knows."""
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value if isinstance(value, (str, bool, datetime.date)) or value is None else str(value)


def _one(drift: Drift) -> str:
    lines = [f"{drift.kind}/{drift.id}, changed in {drift.path}"]
    for change in drift.changes:
        if change.is_same:
            lines += [f"  {change.name}", "    Both say the same now."]
            continue
        lines += [f"  {change.name}", "    The playbook says now:", *_indented(change.theirs)]
        lines += ["    Yours says:", *_indented(change.ours)]
    lines.append(f"  If yours is still right: playbook local keep {drift.kind}/{drift.id}")
    return "\n".join(lines)


def _indented(value: Any) -> list[str]:
    return [f"      {line}" for line in (shown(value) or "(nothing)").split("\n")]
