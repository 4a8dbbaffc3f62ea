"""What the command does that begins a translation."""

import argparse
import json

from ..content import load
from ..problem import spoken, suggest
from ..translations.start import start_translation
from ..words import FIRST_LANGUAGE, languages


def translate(options: argparse.Namespace) -> int:
    """Write the file of a translation with the English in it; 1 if it is there already or cannot be begun."""
    known = [one for one in languages(options.root) if one != FIRST_LANGUAGE]
    if options.language not in known:
        return _say(
            options,
            False,
            f"There are no words of the interface in “{options.language}”. {suggest(options.language, known, 'language')}",
        )
    kind_name, _, item_id = options.what.partition("/")
    content = load(options.root)
    kinds = sorted({item.kind.name for item in content.items if item.kind.address is not None})
    if kind_name not in kinds:
        return _say(
            options, False, f"“{kind_name}” is nothing that is translated. {suggest(kind_name, kinds, 'kind', 20)}"
        )
    item = next((one for one in content.of(kind_name) if one.id == item_id), None)
    if item is None:
        return _say(
            options,
            False,
            f"There is no {spoken(kind_name)} “{item_id}”. {suggest(item_id, content.ids(kind_name), kind_name)}",
        )
    if item.model is None:
        return _say(options, False, f"{item.path} has a fault: mend that first. `playbook check` says what it is.")
    made = start_translation(item, options.language, options.local or item.origin == "local")
    path = options.root / made.path
    if path.exists():
        return _say(options, False, f"{made.path} is there already.")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(made.text, encoding="utf-8", newline="\n")
    rest = " and translate the text below the facts" if item.kind.has_body else ""
    return _say(
        options, True, f"Made {made.path}. Fill in each “FILL IN”{rest}; leave “based_on” as it is.", path=made.path
    )


def _say(options: argparse.Namespace, ok: bool, message: str, **more: str) -> int:
    print(json.dumps({"ok": ok, "message": message, **more}, ensure_ascii=False) if options.json else message)
    return 0 if ok else 1
