"""Share work out between two processes, where that is safe; elsewhere this one does it all."""

import os
import pickle
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

Item = TypeVar("Item")
PROCESSES = 2
_TASKS = Path("/proc/self/task")


def share_out(work: Callable[[list[Item]], dict[str, Any]], items: list[Item], least: int) -> dict[str, Any]:
    """What `work` gives for the items, all in one map; with `least` items or more, each process does half of them.

    The processes are copies of this one, so that nothing has to be handed to them. A copy that fails gives nothing: what
    is missing in the map is left for the caller to do, and to fail with.
    """
    if len(items) < least or not _can_be_copied():
        return work(items)
    children = [_begin(work, items[number::PROCESSES]) for number in range(PROCESSES)]
    found: dict[str, Any] = {}
    for child, pipe in children:
        with os.fdopen(pipe, "rb") as file:
            data = file.read()
        _, status = os.waitpid(child, 0)
        found |= pickle.loads(data) if status == 0 else {}
    return found


def _can_be_copied() -> bool:
    """A copy has one thread: locks that another one holds, those of a library too, would never be released in it."""
    if sys.platform != "linux" or (os.cpu_count() or 1) < PROCESSES or threading.active_count() > 1:
        return False
    return len(list(_TASKS.iterdir())) == 1


def _begin(work: Callable[[list[Item]], dict[str, Any]], items: list[Item]) -> tuple[int, int]:
    """Start a copy on some of the items; gives its number and the pipe that its answer comes from."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    status = 1
    try:
        os.close(reading)
        data = pickle.dumps(work(items), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writing, "wb") as file:
            file.write(data)
        status = 0
    finally:
        os._exit(status)
