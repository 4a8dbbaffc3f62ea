"""Commands whose modules are loaded when one of them is run: loading all of them takes longer than most commands do."""

import argparse
from collections.abc import Callable
from importlib import import_module


class Later:
    """Stands for the module `name` in this folder: its attributes are commands, which load it."""

    def __init__(self, name: str):
        self._name = f"{__package__}.{name}"

    def __getattr__(self, command: str) -> Callable[[argparse.Namespace], int]:
        def run(options: argparse.Namespace) -> int:
            return getattr(import_module(self._name), command)(options)

        return run
