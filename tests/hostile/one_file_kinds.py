"""The kinds and lists of which there is one file each, with as many entries as there are hostile texts, or as they may have."""

from pathlib import Path
from typing import Any

import yaml
from every_field import MODELS, filled, whole
from everywhere import Written, in_turn, save, softer
from playbook_kit.models.kinds import KINDS, LISTS
from playbook_kit.prose import escape
from small_playbook import BLOCKED, CHAPTER, GLOSSARY, PAGE, SELF_CHECK, TREE, VOCABULARY, write

Facts = dict[str, Any]
NUMBERED = {
    "glossary": ("terms[].term", "terms[].also[]"),
    "vocabulary": tuple(f"{name}[].label" for name in ("audiences", "parts", "topics", "countries")),
    "used-by": ("organisations[].name",),
}
"""Fields of which no two in a file may be alike."""
UNCITED = 'In 2011 there were 40 of " onmouseover=alert(1) here.'
"""A sentence that needs a source, unless it is on the list of those that have none."""

IGNORED = '"><keygen autofocus onfocus=confirm(2) data=elsewhere.invalid>'
"""A text in none of whose words the others are looked for: what is ignored is not found."""


def write_one_file_kinds(root: Path, vectors: list[str], first: int = 0) -> dict[str, Written]:
    """Write the one file of each kind and each list, and pages that show what they say; gives what was written, by path.

    Where a field stands once in a file, it has the text whose turn it is: `first` says with which the turns begin.
    """
    paths = {name: kind.file for name, kind in KINDS.items() if kind.only} | {name: path for name, (path, _) in LISTS.items()}
    harmless = _harmless(vectors)
    assert harmless.keys() == paths.keys(), "a kind of which there is one file has none here"
    written = {}
    for at, (name, facts) in enumerate(harmless.items()):
        model = MODELS[name]
        file = written[paths[name]] = Written(name, whole(model, facts), softer=softer(first + at))
        take = in_turn(vectors, first + 37 * at, NUMBERED.get(name, ()), ("ignored[]",))
        facts = filled(model, file.facts, take)
        if name == "vocabulary":  # other files name the roles by their labels
            facts = {each: [*file.facts[each][:2], *facts[each][2:]] for each in facts}
        save(root, paths[name], file, facts)
    shown = "\n\n".join(escape(term) for term in _terms(root) if not any(sign in term for sign in ("](", "{", "[@")))
    write(root, "docs/terms.md", (PAGE.replace("Home", "Terms") + f"\n{shown}\n").encode())
    write(root, "docs/accessibility.md", (PAGE.replace("Home", "Accessibility") + "\n{{ tested }}\n").encode())
    counted = CHAPTER.replace("Write a policy", "Count").replace("It is fair.", f"{UNCITED} It is fair.")
    write(root, "playbook/counted.md", counted.encode())
    return written


def _terms(root: Path) -> list[str]:
    """The terms of the glossary, which a page uses, so that they lead to their meanings there."""
    return [one["term"] for one in yaml.safe_load((root / KINDS["glossary"].file).read_text(encoding="utf-8"))["terms"]]


def _harmless(vectors: list[str]) -> dict[str, Facts]:
    many = range(len(vectors))
    quarter = range(len(vectors) // 4)
    glossary, tree, check, blocked, vocabulary = map(yaml.safe_load, (GLOSSARY, TREE, SELF_CHECK, BLOCKED, VOCABULARY))
    glossary["terms"] += [{"id": f"t{at}", "term": f"term {at}", "also": [f"other {at}"], "meaning": "So."} for at in many]
    tree |= _questions()
    check["questions"] = [
        check["questions"][0] | {"id": f"q{at}", "ask": "Is there one?", "help": "Look.", "answers": 3 * check["questions"][0]["answers"][:1]}
        for at in range(20)
    ]  # fmt: skip
    rows = [{"id": f"r{at}", "label": f"Row {at}", "hint": "What?"} for at in many]
    blocked["groups"].append({"id": "more", "title": "More", "hint": "What?", "rows": rows})
    blocked |= {
        "before": [f"Know {at}." for at in many], "own": [f"Own {at}" for at in quarter], "often": [f"Often {at}" for at in quarter],
        "asks": [*blocked["asks"], *({"id": f"a{at}", "text": f"Ask {at}."} for at in many)],
    }  # fmt: skip
    for name, terms in vocabulary.items():
        terms += [{"id": f"{name}-{at}", "label": f"Label {at}", "description": "What?"} for at in quarter]
    return {
        "decision-tree": tree, "self-check": check, "blocked": blocked, "glossary": glossary, "vocabulary": vocabulary,
        "uncited": {"exceptions": [{"path": "playbook/counted.md", "text": UNCITED, "reason": "It is ours."}]},
        "plain-words": {"words": [{"word": f"utilise{at}", "write": "use", "fine_in": [f"utilise{at} well"]} for at in many]},
        "synonyms": {
            "ignored": ["so", IGNORED], "same": [{"words": [f"this{at}", f"that{at}"]} for at in many],
            "found_by": [{"page": "playbook/policy", "words": [f"rule{at}" for at in many]}],
            "examples": [{"typed": f"wasted {at}", "finds": "time-wasting"} for at in many],
        },
        "used-by": {
            "organisations": [
                {"name": f"Council {at}", "country": "uk", "address": f"https://c{at}.example/", "says": "We do.", "added_on": _day()}
                for at in many
            ]
        },
        "tested": {
            "tested_on": _day(), "version": "0.1.0", "pages": 1, "looks": 1, "widths": [1280], "schemes": ["light"],
            "states": ["paper"], "programs": [{"name": f"P{at}", "version": "1"} for at in many], "set_aside": [{"why": "covered", "places": 1}],
            "found": [{"rule": f"r{at}", "page": "/", "places": 1} for at in many],
        },
    }  # fmt: skip


def _day() -> Any:
    return yaml.safe_load("2026-11-21")


def _questions() -> Facts:
    """As many questions and outcomes as one side of paper holds the words of."""
    last = 9
    outcomes = [
        {"id": f"o{at}", "title": "Do", "reply": "wait", "steps": ["One.", "Two."], "chapters": ["policy"]} for at in range(4 * last + 4)
    ]
    questions = []
    for at in range(last + 1):
        ways = [{"answer": f"Answer {way}", "go_to": f"o{4 * at + way}"} for way in range(4)]
        onward = [{"answer": "Else", "go_to": f"q{at + 1}"}] if at < last else []
        questions.append({"id": f"q{at}", "ask": "Is it?", "help": "Look.", "ways": ways + onward})
    return {"questions": questions, "outcomes": outcomes}
