"""Papers as JSON: what the typesetter is given, and what decides whether a file must be made anew."""

import dataclasses
from typing import Any

from . import sizes
from .face import FAMILY
from .lines import breakable
from .paper import Cite, Sheet


def sheet_data(sheet: Sheet) -> dict[str, Any]:
    """A paper and where its columns end, as maps, lists and texts; each group says what it `is`."""
    return {
        "paper": _data(sheet.paper), "body_height": sheet.body.height, "sources_height": sheet.sources.height,
        "layout": {
            "page": sizes.PAGE, "margin": sizes.MARGIN, "gutter": sizes.GUTTER, "indent": sizes.INDENT,
            "family": FAMILY, "styles": {name: dataclasses.asdict(style) for name, style in sizes.STYLES.items()},
        },
    }  # fmt: skip


def _data(value: Any) -> Any:
    if isinstance(value, Cite):
        return {"numbers": value.numbers}
    if dataclasses.is_dataclass(value):
        fields = {field.name: _data(getattr(value, field.name)) for field in dataclasses.fields(value)}
        extra = {"heading": value.heading} if hasattr(value, "heading") else {}
        return {"is": type(value).__name__.lower(), **fields, **extra}
    if isinstance(value, (tuple, list)):
        return [_data(one) for one in value]
    if hasattr(value, "timetuple"):
        return [value.year, value.month, value.day]
    return breakable(value) if isinstance(value, str) and "://" not in value[:10] else value
