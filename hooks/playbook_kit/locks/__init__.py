"""The lock files as data: what they pin, what is known to be wrong with it, and what another one would change."""

from .changes import Change, compare
from .faults import Audited, Fault, NotAudited, as_text, read_audit, rounds
from .pins import FITS, FOLDER, LARGEST, NotALock, Pin, read_pins
from .renewal import OUTCOMES, as_body, as_lines, without_licence

__all__ = [
    "FITS", "FOLDER", "LARGEST", "OUTCOMES", "Audited", "Change", "Fault", "NotALock", "NotAudited", "Pin", "as_body",
    "as_lines", "as_text", "compare", "read_audit", "read_pins", "rounds", "without_licence",
]  # fmt: skip
