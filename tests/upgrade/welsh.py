"""What the council of two languages translates: whole items, in words that stand for Welsh."""

import re
from pathlib import Path
from typing import Any

import yaml
from playbook_kit.content import load
from playbook_kit.translations.said import only_said
from playbook_kit.translations.wording import wording
from upstream_text import facts, halves, path_of, read, write

PART = "cy"
SAID = {
    "argument": (
        "title",
        "one_liner",
        "short",
        "long",
        "concession",
        "comebacks",
        "evidence",
        "origin",
        "retired_because",
    ),
    "chapter": ("title", "summary", "owner"),
}
"""The fields whose change leaves a translation behind; of evidence all of it counts, since its words vouch for a source."""
_CITATION = re.compile(r"\[@[^\]]*\]")


def english_of(root: Path, kind: str, item_id: str) -> str:
    """What a translation of an item rests on, as one text."""
    path = path_of(kind, item_id)
    known = facts(root, path)
    body = halves(read(root, path))[1] if kind == "chapter" else ""
    return " ".join(f"{[known.get(name) for name in SAID[kind]]} {body}".split())


def translate(root: Path, kind: str, item_id: str, path: str) -> None:
    """Write a translation of today's English, in place of what was there."""
    item = next(one for one in load(root).of(kind) if one.id == item_id)
    fields = {"based_on": wording(item), **_in_welsh(only_said(item.kind.model, item.facts))}
    text = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=1000)
    if item.kind.has_body:
        text = f"---\n{text}---\n" + re.sub(r"^(#+) .*$", r"\1 Pennawd", item.body, flags=re.M)
    write(root, path, text)


def _in_welsh(value: Any) -> Any:
    """The same map or list with other words in it; what is cited is cited still."""
    if isinstance(value, dict):
        return {key: one if key == "id" else _in_welsh(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_in_welsh(one) for one in value]
    return " ".join(["Hyn a ddywedwn", *_CITATION.findall(str(value))])
