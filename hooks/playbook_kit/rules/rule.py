"""What a rule is."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from ..content import Content
from ..problem import Problem


@dataclass(frozen=True)
class Settings:
    """What the rules need to know besides the content: the day on which the site is built."""

    today: datetime.date


@dataclass(frozen=True)
class Rule:
    """A rule's `name` (shown with each of its problems), a sentence that says `why`, and its check."""

    name: str
    why: str
    find: Callable[[Content, Settings], Iterable[Problem]]

    def run(self, content: Content, settings: Settings) -> list[Problem]:
        """The rule's problems, marked with its name."""
        return [replace(problem, rule=self.name) for problem in self.find(content, settings)]
