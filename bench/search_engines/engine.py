"""What is asked of each search."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .bench import Bench


@dataclass(frozen=True)
class Engine:
    """A search on pages: how its site is made of the real content and of made pages, and how it is asked.

    `start` is the address of a page that can search. `ask` is a script's function from a query to addresses, `timed` one
    from a query to the seconds until the first result is shown; `before` runs ahead of the page's own scripts. `is_part`
    says of an address whether it is fetched for the search alone.
    """

    real: Callable[[Bench], Path]
    made: Callable[[Bench, int], Path]
    start: str
    ask: str
    timed: str
    is_part: Callable[[str], bool]
    before: str = ""
    is_costed: bool = True
