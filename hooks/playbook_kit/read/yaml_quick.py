"""The values of a YAML text in which nothing is out of the ordinary, without the place of each.

Nearly all files are right, and nobody asks where in them something stands. A text that is strange in any way, and one in
which a place is asked for, is left to `yaml_text`: what it says of the same text is what counts.
"""

from typing import Any

import yaml

from .files import HIDDEN
from .yaml_scalars import DASHED, DEEPEST, LOADER, REMARK, plain_value

STRANGE = object()
"""What `quick_values` gives for a text that has to be read with care."""


def quick_values(text: str) -> Any:
    """The value of one YAML document, or `STRANGE` if somebody has to be told something of it."""
    loader = LOADER(text)
    try:
        return _values(loader.get_event, text)
    except yaml.YAMLError:
        return STRANGE
    finally:
        loader.dispose()


def _values(get_event: Any, text: str) -> Any:
    may_remark = REMARK.search(text) is not None
    root: list[Any] = []
    around: list[Any] = []
    top: Any = root
    key = None  # in a map: what the next value belongs to
    while True:
        event = get_event()
        kind = type(event)
        if kind is yaml.ScalarEvent:
            value = event.value
            if event.anchor is not None or event.tag:
                return STRANGE
            if key is None and type(top) is dict:
                if value in top or not value.isprintable():
                    return STRANGE
                key = value
                continue
            if event.style:
                if not value.isprintable() and HIDDEN.search(value):
                    return STRANGE
            else:
                if may_remark and REMARK.match(text, event.end_mark.index):
                    return STRANGE
                if (" -" in value or "\n-" in value) and DASHED.search(text, event.start_mark.index, event.end_mark.index):
                    return STRANGE
                value = plain_value(value)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.anchor is not None or event.tag or len(around) >= DEEPEST or (key is None and type(top) is dict):
                return STRANGE
            value = {} if kind is yaml.MappingStartEvent else []
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            top = around.pop()
            continue
        elif kind is yaml.StreamEndEvent:
            return root[0] if root else None
        elif kind is yaml.AliasEvent or (kind is yaml.DocumentStartEvent and root):
            return STRANGE
        else:
            continue
        if type(top) is dict:
            top[key] = value
            key = None
        else:
            top.append(value)
        if kind is not yaml.ScalarEvent:
            around.append(top)
            top = value
