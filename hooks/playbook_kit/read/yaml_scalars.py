"""What single texts in YAML mean: a word without quotation marks, and what stands in or after one that nobody meant."""

import datetime
import re
from dataclasses import dataclass
from typing import Any

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 12  # levels of maps and lists; the models need four
REMARK = re.compile(r"[ \t]+(#[^ \t\n#][^\n]*)")  # with a space after # it is a remark, and meant as one
DASHED = re.compile(r"\n[ \t]*(?=- )")
_RESOLVERS = {
    first: [(tag.rpartition(":")[2], pattern) for tag, pattern in known]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_LONGEST_WORD = len("false")  # of all that begins with a letter and is no text
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_KINDS = {"bool": "a yes or no", "int": "a number", "float": "a number", "timestamp": "a date and time"}


@dataclass(frozen=True)
class Unquoted:
    """A word that YAML reads as something other than text, such as `no`, `3.10` or `12:30`."""

    source: str
    kind: str

    def __str__(self) -> str:
        return self.source


def plain_value(text: str) -> Any:
    """What a word without quotation marks says: text, a date, true, false, nothing, or what a model is to refuse."""
    known = _RESOLVERS.get(text[:1])
    if known is None or (len(text) > _LONGEST_WORD and text[0].isalpha()):
        return text
    tag = next((tag for tag, pattern in known if pattern.match(text)), "str")
    if tag == "null":
        return None
    if tag == "bool" and text in ("true", "false"):
        return text == "true"
    if tag == "timestamp" and _DATE.match(text):
        try:
            return datetime.date.fromisoformat(text)
        except ValueError:
            return Unquoted(text, "a date that is not in the calendar")
    if tag in _KINDS:
        return Unquoted(text, _KINDS[tag])
    return text
