"""What a forge says happened, from the file that it gives to a workflow."""

import json
import os
from pathlib import Path
from typing import Any

from .errors import NotDone

LARGEST = 30_000_000
"""Bytes. GitHub's largest payload has 25 MB."""


def event_here(path: Path | None) -> dict[str, Any]:
    """The event in a file, or else in the one that the workflow names. Raises NotDone."""
    path = path or Path(os.environ.get("GITHUB_EVENT_PATH", ""))
    if not path.is_file():
        raise NotDone("Nobody said what happened: name the file of the event with --event.")
    return read_event(path)


def read_event(path: Path) -> dict[str, Any]:
    """The event as an object. Raises NotDone if the file is too large or no JSON object."""
    if path.stat().st_size > LARGEST:
        raise NotDone(f"The event has more than {LARGEST} bytes, so it was not read.")
    try:
        found = json.loads(path.read_bytes())
    except (ValueError, RecursionError) as error:
        raise NotDone(f"The event cannot be read as JSON: {type(error).__name__}.") from error
    if not isinstance(found, dict):
        raise NotDone("The event is no JSON object.")
    return found
