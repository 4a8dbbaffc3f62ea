"""A council's own folder with hostile texts in everything that it may hold, and translations with them, in Welsh."""

import re
from pathlib import Path
from typing import Any

import yaml
from every_field import MODELS, as_line, filled, leaves, places_of, whole
from everywhere import SAMPLES, Written, in_turn, save, softer
from playbook_kit.content import load
from playbook_kit.local.files import FOLDERS, has_text_around
from playbook_kit.models.kinds import KINDS
from playbook_kit.translations.said import only_said
from playbook_kit.translations.wording import wording
from playbook_kit.words import load_words
from site_help import ROOT
from small_playbook import ARGUMENT, PAGE, VOCABULARY, write, write_small_playbook

from vectors import WITHOUT_SIGNS

Facts = dict[str, Any]
IDS = {
    "argument": "same-as-the-phone", "objection": "time-wasting", "source": "acas-policy", "chapter": "policy",
    "template": "trial-plan", "case-study": "anytown", "page": "about",
}  # fmt: skip
"""What the small playbook has of each kind that a council changes."""
TRANSLATED = {name: f"plain-{name}" for name in SAMPLES if name not in ("source", "tombstone")} | {"self-check": "", "blocked": ""}
"""What is translated: of these the council changes nothing."""
MANY = 40
SIGNS_IN = 4
"""Of so many words of the interface one has signs that ours do not have."""
WORDING = "bcdfghjklm"  # the name of an older wording: what is changed is shown, with a warning
BLOCKS = """
Ring {{ contact.communications }}, {{ contact.duty }} or {{ contact.ict }} at {{ council.name }}, {{ council.short_name }}.

{{ rota }}

{{ contacts }}

{{ report.accessibility }}

{{ report.privacy }}

{{ report.security }}
"""


class Folder:
    """Writes the folder. `written` is what is hostile in it, by path; `turn` says whose turn it is among the texts."""

    def __init__(self, root: Path, vectors: list[str], first: int):
        self.root, self.vectors, self.turn = root, vectors, first
        self.written: dict[str, Written] = {}

    def put(self, path: str, model: str, facts: Facts, body: str = "", leave: tuple[str, ...] = (), **kept: Any) -> None:
        """A file with a text in each field but those in `leave`, and one below `body`; `kept` stands in it as it is."""
        self.turn += 41
        file = self.written[path] = Written(model, facts | kept, body, path.endswith(".md") and bool(facts), softer(self.turn))
        numbered = ("glossary[].term", "glossary[].also[]", "words[].playbook", "heard_as[]")
        take = in_turn(self.vectors, self.turn, numbered, leave)
        hostile = filled(MODELS[model], facts, take) | kept if model else facts
        save(self.root, path, file, hostile, f"{body}\n{self.vectors[self.turn % len(self.vectors)]}\n" if body else "")

    def put_words(self, language: str) -> None:
        """All words of the interface, each with a text after it: some with signs that ours do not have, most without."""
        texts = [as_line(one) for one in self.vectors]
        plain = [as_line(one) for one in WITHOUT_SIGNS]
        turn = self.turn

        def hostile(value: Any) -> Any:
            nonlocal turn
            if isinstance(value, dict):
                return {name: hostile(one) for name, one in value.items()}
            turn += 1
            some = plain if turn % SIGNS_IN else texts
            return f"{value} {some[turn % len(some)]}"

        path = "local/words.yml" if language == "en" else f"local/words.{language}.yml"
        ours = load_words(ROOT, language)[0].values
        file = self.written[path] = Written(f"words.{language}", _said(ours))
        save(self.root, path, file, hostile(ours))


def write_council(root: Path, vectors: list[str], first: int = 0) -> dict[str, Written]:
    """Write the small playbook with a council's folder and translations; gives what is hostile in it, by path.

    `first` says with which text the turns begin: where a field stands once, it has another text with another beginning.
    """
    write_small_playbook(root)
    folder = Folder(root, vectors, first)
    _write_harmless(root)
    folder.put("local/council.yml", "council", _council())
    folder.put("local/council.cy.yml", "council-in-language", whole(MODELS["council-in-language"], {}))
    folder.put("local/terms.yml", "terms", _terms(vectors), leave=("words[].playbook",))
    folder.put("playbook/vocabulary.cy.yml", "vocabulary", yaml.safe_load(VOCABULARY))
    folder.put_words("en")
    folder.put_words("cy")
    for kind, place in FOLDERS.items():
        _put_kind(folder, kind, place)
    folder.put(
        "local/tools/should-i-reply.yml", "decision-tree",
        {
            "title": "Ours", "summary": "Ours.", "owner": "Us",
            "questions": [{"id": "danger", "ask": "Is it?", "help": "Look."}], "outcomes": [{"id": "reply", "title": "Do", "steps": ["Do it."]}],
        },
        leave=("questions[].id", "outcomes[].id"), based_on=WORDING,
    )  # fmt: skip
    content = load(root)
    for kind, item_id in TRANSLATED.items():
        known = KINDS[kind]
        item = next(one for one in content.of(kind) if one.id == (item_id or known.only))
        path = known.file if known.only else f"{known.folder}/{item_id}{known.ending}"
        folder.put(path.replace(known.ending, f".cy{known.ending}"), kind, only_said(known.model, item.facts), item.body.strip(),
                   leave=_but(known.model, item.facts), based_on=wording(item))  # fmt: skip
    return folder.written


def _put_kind(folder: Folder, kind: str, place: str) -> None:
    """One of the council's own, and one of the playbook's with other fields and other text."""
    known = KINDS[kind]
    facts, body = _parts(SAMPLES[kind][1])
    own = whole(known.model, _named(kind, facts, "Own"))
    own.pop("retired_because", None)
    folder.put(f"{place}/own-{kind}{known.ending}", kind, own, body, leave=("retired_because",))
    said = {name: value for name, value in only_said(known.model, facts).items() if name != "evidence"}
    folder.put(f"{place}/{IDS[kind]}{known.ending}", kind, said, leave=_but(known.model, said), based_on=WORDING)
    for part in ("before", "after") if has_text_around(known) else ():
        folder.put(f"{place}/{IDS[kind]}.{part}.md", "", {}, "Our words.")
    if known.has_body:
        replaced = f"{place}/plain-{kind}-replaced.replace.md"
        folder.put(replaced, "", {"based_on": WORDING}, body)


def _but(model: Any, facts: Facts) -> tuple[str, ...]:
    """The fields that these facts leave out, and the ids, as paths."""
    here = {place for place, _ in leaves(only_said(model, facts))}
    return tuple(place for place, _ in places_of(model) if place not in here or place.endswith("id"))


def _write_harmless(root: Path) -> None:
    """What the council changes or shows, and what is translated."""
    about = PAGE.replace("Home", "About").replace("Begin with", "Some ourword1 and ourword2 stand here. Begin with")
    write(root, "docs/about.md", (about + BLOCKS).encode())
    for at in range(MANY):
        write(root, f"docs/used-{at}.md", PAGE.replace("Home", f"Used {at}").replace("Begin", f"We use ourword{at}. Begin").encode())
    for kind in TRANSLATED:
        if kind not in SAMPLES:
            continue
        path, sample = SAMPLES[kind]
        _, body = _parts(sample)
        facts, _ = _parts(re.sub(r" \[@[^\]]*\]", "", sample))  # a translation would have to cite what its English does
        for name in (f"plain-{kind}", *([f"plain-{kind}-replaced"] if body else [])):
            file = Written(kind, {}, has_fence=bool(body))
            save(root, path.format(name), file, _named(kind, facts, name), body)
    reply = ARGUMENT.replace("[time-wasting]", "[plain-objection, own-objection]").replace("Same as the phone", "A reply to both")
    write(root, "local/arguments/reply.yml", reply.encode())
    brand = root / "local/brand"
    for name in ("our.woff2", "our-bold.woff2", "our-italic.woff2"):
        write(root, f"local/brand/{name}", b"wOF2\0\1\0\0" + (12 + len(name)).to_bytes(4, "big") + bytes(len(name)))
    write(root, "local/brand/licence.txt", b"You may serve it.\n")
    (brand / "logo.svg").write_bytes((ROOT / "local.example/brand/logo.svg").read_bytes())


def _said(words: Facts) -> Facts:
    """Words without those that are empty in ours, which a council cannot leave empty."""
    return {name: _said(one) if isinstance(one, dict) else one for name, one in words.items() if one != ""}


def _parts(sample: str) -> tuple[Facts, str]:
    if not sample.startswith("---\n"):
        return yaml.safe_load(sample), ""
    head, _, body = sample[4:].partition("\n---\n")
    return yaml.safe_load(head), body


def _named(kind: str, facts: Facts, name: str) -> Facts:
    """The facts with a title and wordings that no other of the kind has."""
    more: Facts = {"title": f"{name} {kind}"}
    if kind == "objection":
        more["heard_as"] = [f"They say {name} {number}" for number in range(10)]
    if kind == "source":
        more["url"] = "https://own.example/"
    return facts | more


def _council() -> Facts:
    font = {"name": "Our Sans", "regular": "our.woff2", "bold": "our-bold.woff2", "italic": "our-italic.woff2", "licence": "licence.txt"}
    council = {
        "name": "Anytown Council",
        "site": {"languages": ["en", "cy"], "address": "https://council.example/sub/"},
        "repository": {"forge": "forgejo", "address": "https://git.example/us", "issues": "https://desk.example/", "edit": "https://edit.example/"},
        "brand": {
            "colours": {"brand": "#4b2e83"}, "logo": {"file": "local/brand/logo.svg", "alt": "Us"},
            "font": {name: value if name == "name" else f"local/brand/{value}" for name, value in font.items()},
        },
        "rota": [{"when": "By day", "who": "Us", "contact": "ext. 1", "then": "them"} for _ in range(MANY)],
        "announcement": {"text": "We are closed."}, "home": ["told", "choose"], "navigation": ["Arguments"],
        "hide": [{"what": f"page/used-{at}", "reason": "Not ours."} for at in range(MANY - 4, MANY)],
        "reviews": [{"what": f"page/used-{at}", "owner": "Us"} for at in range(MANY - 4)],
    }  # fmt: skip
    return whole(MODELS["council"], council)


def _terms(vectors: list[str]) -> Facts:
    """Words that stand on pages, with hostile ones instead of them; and hostile ones in place of the playbook's."""
    words = [*(f"ourword{at}" for at in range(MANY)), *map(as_line, vectors[::7])]
    return {
        "words": [{"playbook": word, "ours": "our word"} for word in words],
        "glossary": [
            {"id": "foi", "based_on": WORDING, "meaning": "Asking."},
            *({"id": f"own-{at}", "term": f"own {at}", "also": [f"ours {at}"], "meaning": "So."} for at in range(MANY)),
        ],
    }  # fmt: skip
