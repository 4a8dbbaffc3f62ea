"""A command line whose optional words may stand before, between and after its options."""

import argparse
from collections.abc import Sequence
from typing import Any


class Intermixed(argparse.ArgumentParser):
    """Takes words that may be left out, wherever they stand: argparse itself looks for them before the first option only."""

    _is_mixing = False

    def parse_known_args(self, args: Sequence[str] | None = None, namespace: Any = None) -> Any:
        """As argparse has it, options first and then the words that are left."""
        if self._is_mixing:
            return super().parse_known_args(args, namespace)
        self._is_mixing = True
        try:
            return super().parse_known_intermixed_args(args, namespace)
        finally:
            self._is_mixing = False
