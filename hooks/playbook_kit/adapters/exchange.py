"""Give two folders each other's names in one step, which Python has no call for."""

import ctypes
import os
import sys
from pathlib import Path

# From linux/fs.h and fcntl.h, and from sys/stdio.h of macOS.
_HERE, _EXCHANGE = -100, 2
_SWAP = 2


def exchange(one: Path, other: Path) -> bool:
    """Exchange two paths of one file system at once. False, with nothing changed, where that is not possible.

    On Linux by renameat2(2), on macOS by renamex_np(2). Windows and some network drives have nothing like it.
    """
    try:
        library = ctypes.CDLL(None, use_errno=True)
        first, second = os.fsencode(one), os.fsencode(other)
        if sys.platform == "darwin":
            return library.renamex_np(first, second, _SWAP) == 0
        return library.renameat2(_HERE, first, _HERE, second, _EXCHANGE) == 0
    except (OSError, AttributeError, TypeError):
        return False
