"""Do half of the work in a second process, where that is safe; elsewhere this one does it all."""

import os
import pickle
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Item = TypeVar("Item")
Done = TypeVar("Done")
_TASKS = Path("/proc/self/task")


def in_halves(work: Callable[[Item], Done], items: list[Item], least: int) -> list[Done]:
    """What `work` gives for each item, in their order; with `least` items or more, a copy of this process does half.

    Nothing has to be handed to a copy, and only what it did comes back. If it fails, this process does that half too, and
    fails as it would have without a copy.
    """
    if len(items) < least or not _can_be_copied():
        return [work(item) for item in items]
    middle = len(items) // 2
    child, pipe = _begin(work, items[middle:])
    with os.fdopen(pipe, "rb") as file:
        try:
            done = [work(item) for item in items[:middle]]
            data = file.read()
        finally:
            file.close()  # a copy that is still writing ends at once
            _, status = os.waitpid(child, 0)
    return done + (pickle.loads(data) if status == 0 else [work(item) for item in items[middle:]])


def _can_be_copied() -> bool:
    """A copy has one thread: locks that another one holds, those of a library too, would never be released in it."""
    if sys.platform != "linux" or (os.cpu_count() or 1) < 2 or threading.active_count() > 1:
        return False
    return len(list(_TASKS.iterdir())) == 1


def _begin(work: Callable[[Item], Done], items: list[Item]) -> tuple[int, int]:
    """Start a copy on some of the items; gives its number and the pipe that its answer comes from."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    status = 1
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as file:
            pickle.dump([work(item) for item in items], file, pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)
