"""Share work out between two processes, where that is safe; elsewhere this one does it all."""

import gc
import os
import pickle
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

Item = TypeVar("Item")
Answer = TypeVar("Answer")
PROCESSES = 2
_TASKS = Path("/proc/self/task")


def share_out(work: Callable[[list[Item]], dict[str, Any]], items: list[Item], least: int) -> dict[str, Any]:
    """What `work` gives for the items, all in one map; with `least` items or more, each process does half of them.

    The processes are copies of this one, so that nothing has to be handed to them. A copy that fails gives nothing: what
    is missing in the map is left for the caller to do, and to fail with.
    """
    if len(items) < least or not _can_be_copied():
        return work(items)
    children = [_begin(partial(work, items[number::PROCESSES])) for number in range(PROCESSES)]
    found: dict[str, Any] = {}
    for child in children:
        found |= _answer(*child) or {}
    return found


def beside(work: Callable[[], Answer]) -> Callable[[], Answer]:
    """Begin work in a copy of this process; gives what waits for its answer, which is never empty.

    Where there can be no copy, or it fails, the work is done here once its answer is asked for.
    """
    if not _can_be_copied():
        return work
    child = _begin(work)
    return lambda: _answer(*child) or work()


def in_halves(work: Callable[[Item], Answer], items: list[Item], least: int) -> list[Answer]:
    """What `work` gives for each item, in their order; with `least` items or more, a copy of this process does half.

    If the copy fails, this process does that half too, and fails as it would have without a copy.
    """
    if len(items) < least or not _can_be_copied():
        return [work(item) for item in items]
    middle = len(items) // 2
    child, pipe = _begin(lambda: [work(item) for item in items[middle:]])
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
    if sys.platform != "linux" or (os.cpu_count() or 1) < PROCESSES or threading.active_count() > 1:
        return False
    return len(list(_TASKS.iterdir())) == 1


def _begin(work: Callable[[], Any]) -> tuple[int, int]:
    """Start a copy on some work; gives its number and the pipe that its answer comes from."""
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    status = 1
    try:
        os.close(reading)
        # What was there before lives as long as the copy: only what the work itself leaves is looked through.
        gc.freeze()
        gc.enable()
        data = pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
        with os.fdopen(writing, "wb") as file:
            file.write(data)
        status = 0
    finally:
        os._exit(status)


def _answer(child: int, pipe: int) -> Any:
    """What a copy gives, or None if it failed."""
    with os.fdopen(pipe, "rb") as file:
        data = file.read()
    _, status = os.waitpid(child, 0)
    return pickle.loads(data) if status == 0 else None
