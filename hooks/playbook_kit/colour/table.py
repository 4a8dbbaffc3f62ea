"""Everything that a script needs to derive the same colours, as plain data."""

from typing import Any

from .derive import CHROMA_STEPS, SLACK, STEPS
from .pairs import FIXED, OURS, PAIRS, SURFACES, TEXT
from .palette import COMFORT, FAINT


def table() -> dict[str, Any]:
    """Surfaces, colours, pairs and limits, for `theme/components/brand/colour.mjs`."""
    limits = {
        "steps": STEPS, "chroma_steps": CHROMA_STEPS, "slack": SLACK, "comfort": COMFORT, "faint": FAINT, "text": TEXT,
    }  # fmt: skip
    return {"surfaces": SURFACES, "fixed": FIXED, "ours": OURS, "pairs": [list(pair) for pair in PAIRS], "limits": limits}
