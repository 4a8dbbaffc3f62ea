"""What pip-audit says of the packages, as data and in words (its JSON: https://github.com/pypa/pip-audit#examples)."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from .pins import Pin

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9:._-]{0,79}")
_VERSION = re.compile(r"[0-9A-Za-z.!+-]{1,80}")


class NotAudited(Exception):
    """Nobody could be asked whether the packages have known faults. The message says why and what to do."""


@dataclass(frozen=True)
class Fault:
    """A known fault of a package at a version: its id, the ids that others give it, and the versions that mend it."""

    name: str
    version: str
    id: str
    aliases: tuple[str, ...] = ()
    mended_in: tuple[str, ...] = ()


@dataclass
class Audited:
    """What is known: the faults, and the packages of which the database could say nothing, each with the reason."""

    faults: list[Fault] = field(default_factory=list)
    unknown: dict[str, str] = field(default_factory=dict)


def rounds(pins: Iterable[Pin]) -> list[list[Pin]]:
    """Every package at every version, once, in lists that hold no package twice.

    pip-audit leaves out what is for another system or Python, and refuses two versions of one package. So it is given
    all of them without their conditions, one version after another.
    """
    found: list[dict[str, Pin]] = []
    for pin in {(pin.name, pin.version): pin for pin in pins}.values():
        free = next((one for one in found if pin.name not in one), None)
        if free is None:
            free = {}
            found.append(free)
        free[pin.name] = pin
    return [list(one.values()) for one in found]


def read_audit(text: str, asked: Iterable[Pin]) -> Audited:
    """What the JSON of pip-audit says of the packages it was asked about. Raises NotAudited if its form is another."""
    try:
        said = {str(one["name"]): one for one in json.loads(text)["dependencies"]}
        found = Audited()
        for pin in asked:
            one = said.get(pin.name, {})
            if "vulns" in one:
                found.faults += [_fault(pin, vuln) for vuln in one["vulns"]]
            else:
                found.unknown[f"{pin.name} {pin.version}"] = str(one.get("skip_reason", "It was left out."))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotAudited("pip-audit answered in a form that is not known here.") from error
    return found


def _fault(pin: Pin, vuln: dict[str, Any]) -> Fault:
    return Fault(
        pin.name, pin.version, _only(_ID, [vuln["id"]])[0], tuple(sorted(_only(_ID, vuln.get("aliases", [])))),
        tuple(_only(_VERSION, vuln["fix_versions"])),
    )  # fmt: skip


def _only(pattern: re.Pattern[str], values: list[Any]) -> list[str]:
    """Texts that may be printed. Raises ValueError for any other."""
    if not all(isinstance(one, str) and pattern.fullmatch(one) for one in values):
        raise ValueError(values)
    return values


def as_text(audited: Audited, pins: list[Pin]) -> str:
    """The faults in words, each with the lines of the lock files that hold the package."""
    packages = {(one.name, one.version) for one in audited.faults}
    lines = [line for one in audited.faults for line in _told(one, pins)]
    if audited.faults:
        lines += [
            f"{_count(len(audited.faults), 'known fault')} in {_count(len(packages), 'package')}. "
            "Where a version mends it, run: python3 run.py renew"
        ]
    if audited.unknown:
        shown = list(audited.unknown.items())[:3]
        lines += [
            f"The database could say nothing of {_count(len(audited.unknown), 'package')}, "
            "so this is not the whole answer:"
        ]
        lines += [f"  {name}: {reason}" for name, reason in shown]
        lines += [f"  and {len(audited.unknown) - len(shown)} more"] if len(audited.unknown) > len(shown) else []
    return (
        "\n".join(lines)
        or f"No known fault in any of {_count(len({(pin.name, pin.version) for pin in pins}), 'package')}."
    )


def _told(fault: Fault, pins: list[Pin]) -> list[str]:
    also = f", which is {' and '.join(fault.aliases)}" if fault.aliases else ""
    mended = f"Version {' or '.join(fault.mended_in)} mends it." if fault.mended_in else "No version mends it yet."
    places = [f"  {pin.path}:{pin.line}" for pin in pins if (pin.name, pin.version) == (fault.name, fault.version)]
    return [f"{fault.name} {fault.version} has the known fault {fault.id}{also}. {mended}", *places]


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
