"""Three made-up councils: what each keeps in its own folder, and what the same council would change in place."""

import random
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import welsh
import yaml
from playbook_kit.local.overlay import read_text_of
from playbook_kit.local.start import start_override, start_replacement
from playbook_kit.models.kinds import KINDS
from playbook_kit.read.files import read_text
from upstream_text import (
    FOLDERS,
    facts,
    halves,
    ids,
    paragraphs,
    path_of,
    read,
    set_field,
    set_line,
    swap_paragraph,
    write,
)

OURS = "We in Anytown do this our own way, and we say so here."
LOCAL = {kind: f"local/{folder.rpartition('/')[2]}" for kind, (folder, _) in FOLDERS.items()} | {
    "chapter": "local/chapters", "page": "local/pages",
}  # fmt: skip
MINIMAL = "name: Anytown Council\n"
BILINGUAL = """\
name: Rhywle Council
short_name: the council
site: {title: Social media in Rhywle, strapline: Welsh and English., languages: [en, cy]}
contacts: {communications: the communications desk}
footer: Kept by the web team.
"""
EVERY_KEY = """\
name: Elsewhere Borough Council
short_name: the borough
site:
  title: Social media in Elsewhere
  strapline: How we use it, and why.
  address: https://elsewhere.example/social-media/
  publish_to: nginx
  noindex: true
  languages: [en]
repository:
  forge: gitlab
  address: https://git.example/elsewhere/playbook
  branch: main
  edit: https://git.example/elsewhere/playbook/-/edit/main/
  issues: https://git.example/elsewhere/playbook/-/issues/new
brand:
  colours: {brand: "#5b2a86"}
  logo: {file: local/brand/logo.svg, alt: Elsewhere Borough Council}
  favicon: local/brand/logo.svg
  typeface: playbook
contacts:
  communications: the communications desk
  duty: the duty phone
  ict: the service desk
  monitoring_officer: the head of legal
  data_protection: the data protection inbox
  ripa: the legal team
  equality: the equality team
  accessibility: the web team
  privacy: the privacy inbox
rota:
  - {when: "Monday to Friday, 8 to 18", who: the desk, contact: ext. 0000, then: the head of communications}
announcement: {text: We are in the pre-election period., until: 2027-05-06}
footer: Kept by the web team.
home: [told, choose, doors]
navigation: [Templates, Playbook]
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><title>Elsewhere</title><circle cx="20" cy="20" r="18"/></svg>\n'
OWN_DATES = "added_on: 2026-11-21\nreviewed_on: 2026-11-21\nreview_by: 2027-05-21\n"


@dataclass
class Change:
    """One change of a council's to an item: `part` is fields, replace, before, after, hide or a language's code; `seen`
    is what it rests on.
    """

    kind: str
    id: str
    part: str
    field: str = ""
    seen: str = ""

    @property
    def path(self) -> str:
        """The file in the council's folder that holds it."""
        if self.part == "hide":
            return "local/council.yml"
        if self.part == welsh.PART:
            return f"{LOCAL[self.kind]}/{self.id}.{self.part}{FOLDERS[self.kind][1]}"
        ending = FOLDERS[self.kind][1] if self.part == "fields" else f".{self.part}.md"
        return f"{LOCAL[self.kind]}/{self.id}{ending}"

    def theirs(self, root: Path) -> str | None:
        """What the playbook says now in the place that this changes; None if the item is gone."""
        path = path_of(self.kind, self.id)
        if not (root / path).exists():
            return None
        if self.part == welsh.PART:
            return welsh.english_of(root, self.kind, self.id)
        if self.part == "fields":
            return _plain(str(facts(root, path).get(self.field)))
        return _plain(halves(read(root, path))[1]) if self.part == "replace" else ""


def _said(item_id: str) -> str:
    """An id in words without a figure, which would need a source."""
    return re.sub(r"\d+", "", item_id).replace("-", " ").strip()


def _plain(text: str) -> str:
    return " ".join(text.split())


def wishes(root: Path, name: str, chance: random.Random) -> list[Change]:
    """What a council would change of the playbook's items, chosen by its dice."""
    if name == "minimal":
        return []
    share = 0.1 if name == "bilingual" else 0.4

    def some(kind: str, count: int = 0, fit=lambda one: True) -> list[str]:
        known = [one for one in ids(root, kind) if fit(one)]
        return chance.sample(known, min(count or max(round(len(known) * share), 2), len(known)))

    def has(field: str):
        return lambda one: facts(root, path_of("argument", one)).get(field)

    found = [Change("argument", one, "fields", "one_liner") for one in some("argument", fit=has("one_liner"))]
    found += [Change("objection", one, "fields", "short_answer") for one in some("objection")]
    chapters = some("chapter")
    parts = ("replace", "after", "before") if name != "bilingual" else ("before", "after")
    found += [Change("chapter", one, parts[number % len(parts)]) for number, one in enumerate(chapters)]
    cases = some("case-study")
    found += [Change("case-study", one, ("fields", "after")[number % 2], ("summary", "")[number % 2]) for number, one in enumerate(cases)]
    if name == "bilingual":
        taken = {(one.kind, one.id) for one in found}
        found += [
            Change(kind, one, welsh.PART) for kind in welsh.SAID for one in some(kind, 4) if (kind, one) not in taken
        ]  # fmt: skip
    if name == "every-key":
        found += [Change("template", one, "replace") for one in some("template", 2)]
        shown = {(one.kind, one.id) for one in found}
        found += [
            Change(kind, one, "hide") for kind, count in (("case-study", 3), ("template", 1))
            for one in some(kind, count) if (kind, one) not in shown
        ]  # fmt: skip
    return found


def settle(root: Path, name: str, wanted: list[Change]) -> None:
    """Write the council's folder; the playbook's own files stay as they are."""
    write(root, "local/council.yml", {"minimal": MINIMAL, "bilingual": BILINGUAL, "every-key": EVERY_KEY}[name])
    hidden = [one for one in wanted if one.part == "hide"]
    if hidden:
        lines = "".join(f"  - {{what: {one.kind}/{one.id}, reason: It is not about us.}}\n" for one in hidden)
        lines += "".join(f"  - {{what: page/{one}, reason: We have no use for it.}}\n" for one in ("my-case", "topics"))
        write(root, "local/council.yml", EVERY_KEY + f"hide:\n{lines}" + "reviews:\n  - {what: chapter, every_months: 6}\n")
    for one in wanted:
        one.seen = one.theirs(root) or ""
        _write_change(root, one)
    if name == "minimal":
        return
    objection = ids(root, "objection")[0]
    audience = yaml.safe_load(read(root, "playbook/vocabulary.yml"))["audiences"][0]["id"]
    topic = yaml.safe_load(read(root, "playbook/vocabulary.yml"))["topics"][0]["id"]
    own = {"bilingual": "ein dadl", "every-key": "our own reply"}[name]
    write(
        root, "local/arguments/our-own-reply.yml",
        f"title: Anytown, {own}\nstatus: published\nanswers: [{objection}]\nresponse_type: reasoning\nstrength: weak\n"
        f"one_liner: We say {own}.\nshort: This is {own}, in short.\nconcession: Some of it is true of {own}.\n"
        f"comebacks:\n  - {{they_say: What of {own}, you_say: We ask for a trial.}}\n"
        f"evidence:\n  - {{source: {ids(root, 'source')[0]}, shows: A source for {own}., strength: weak}}\n"
        f"works_best_on: [{audience}]\ntopics: [{topic}]\norigin: Written here.\n{OWN_DATES}",
    )  # fmt: skip
    write(root, "local/terms.yml", "words:\n  - {playbook: line manager, ours: team leader}\n")
    write(root, "local/words.yml", "skip: Skip to the text\n")
    if name == "bilingual":
        write(root, "local/words.cy.yml", 'skip: "Neidio i’r testun"\nlanguage: {read_by: y tîm cyfieithu}\n')
        write(root, "local/council.cy.yml", "name: Cyngor Rhywle\nfooter: Cedwir gan y tîm gwe.\n")
    if name == "every-key":
        write(root, "local/brand/logo.svg", LOGO)
        write(root, "local/assets/who-sits-where.csv", "room,team\nA,web\n")
        write(
            root, "local/pages/our-rules.md", f"---\ntitle: Our rules\nsummary: Rules of our own.\n---\n\n{OURS}\n\n"
            "See [who sits where](../local/assets/who-sits-where.csv).\n",
        )  # fmt: skip
        _add_own_items(root, topic)


def _add_own_items(root: Path, topic: str) -> None:
    """One new item of each other kind."""
    vocabulary = yaml.safe_load(read(root, "playbook/vocabulary.yml"))
    country, part = vocabulary["countries"][0]["id"], vocabulary["parts"][0]["id"]
    write(
        root, "local/sources/our-paper.yml",
        f"title: A paper of ours\npublisher: Elsewhere Borough Council\ncountries: [{country}]\nchecked_on: 2026-11-20\nread_as: document\n",
    )  # fmt: skip
    write(
        root, "local/chapters/our-own-chapter.md",
        f"---\ntitle: Do it our way\nsummary: How we do it.\nstatus: published\npart: {part}\ncountries: [{country}]\n"
        f"topics: [{topic}]\nowner: The web team\n{OWN_DATES}---\n\n## In one minute\n\n- We do it our way [@our-paper].\n\n"
        "## Do\n\n- tell the web team\n\n## Do not\n\n- do not keep it to yourself\n\n## What you need to do\n\n### Managers\n\n"
        "- tell the team\n\n## How to check that it works\n\nAsk the web team.\n\n## Why\n\nIt helps us.\n\n## If it goes wrong\n\n1. Ring us.\n",
    )  # fmt: skip
    write(
        root, "local/case_studies/our-own-case.md",
        f"---\ntitle: Elsewhere\nsummary: What we did ourselves.\nstatus: published\nkind: example\norganisation:\n"
        f"  name: Elsewhere Borough Council\n  type: council\n  country: {country}\nperiod: lately\naccess: open\n"
        f"before: Our sites were blocked.\nafter: Our sites are open.\nwent_wrong:\n  - We measured nothing ourselves.\n"
        f"topics: [{topic}]\nself_reported: true\n{OWN_DATES}---\n\n## The situation\n\nWe began by asking.\n",
    )  # fmt: skip


def _write_change(root: Path, one: Change) -> None:
    if one.part == "hide":
        return None
    if one.part == welsh.PART:
        return welsh.translate(root, one.kind, one.id, one.path)
    if one.part in ("before", "after"):
        return write(root, one.path, f"{OURS} It is about {_said(one.id)}.\n")
    kind = KINDS[one.kind]
    base = read_text_of(kind, read_text(root, root / path_of(one.kind, one.id)))
    made = start_override(kind, one.id, base, [one.field]) if one.part == "fields" else start_replacement(kind, one.id, base)
    assert not isinstance(made, str), made
    write(root, made.path, made.text)
    if one.part == "fields":
        text = {"one_liner": f"In Anytown we say this of {_said(one.id)}.", "summary": f"What we think of {_said(one.id)}."}
        _set(root, made.path, one.field, text.get(one.field, f"We answer {_said(one.id)} with a trial."))
    else:
        write(root, made.path, read(root, made.path).rstrip() + f"\n\n{OURS} So we replaced {_said(one.id)}.\n")


def _set(root: Path, path: str, name: str, value: str) -> None:
    """Write one field in a file of the council's, which has no dates to stand before."""
    text = read(root, path)
    write(root, path, re.sub(rf"^{name}:.*\n(?:[ \t].*\n)*", f"{name}: >-\n  {value}\n", text, count=1, flags=re.M))


def edit_in_place(root: Path, name: str, wanted: list[Change]) -> None:
    """The same wishes, written into the playbook's own files."""
    _rebrand_in_place(root, name)
    for one in wanted:
        path = path_of(one.kind, one.id)
        if one.part == welsh.PART:
            continue  # a file of its own, which nothing upstream meets
        if one.part == "hide":
            set_line(root, path, "status", "draft")
        elif one.part == "fields":
            set_field(root, path, one.field, f"In Anytown we say this of {_said(one.id)}.")
        elif one.part == "after":
            write(root, path, read(root, path).rstrip() + f"\n\n{OURS}\n")
        elif one.part == "before":
            text = read(root, path)
            at = len(text) - len(halves(text)[1])
            write(root, path, f"{text[:at]}\n{OURS}\n{text[at:]}")
        else:
            for span in reversed(paragraphs(root, path)[::2]):
                swap_paragraph(root, path, span, f"{read(root, path)[slice(*span)]} {OURS}")


def _rebrand_in_place(root: Path, name: str) -> None:
    """Name, address and colours, where the playbook has its own."""
    site = read(root, "mkdocs.yml")
    site = re.sub(r"^site_name: .*$", f"site_name: {name} council", site, flags=re.M)
    write(root, "mkdocs.yml", re.sub(r"^site_url: .*$", f"site_url: https://{name}.example/", site, flags=re.M))
    words = read(root, "theme/words/en.yml")
    write(root, "theme/words/en.yml", re.sub(r"^(footer:\n  licence: .*)$", rf"\1 Kept by {name} council.", words, flags=re.M))
    if name == "minimal":
        return
    tokens = next((root / "theme/styles").glob("1-*.css")).relative_to(root).as_posix()
    write(root, tokens, read(root, tokens).replace("--brand: #0e4f4b", "--brand: #5b2a86"))
    for page in ("about", "accessibility", "privacy"):
        path = f"docs/{page}.md"
        if (root / path).exists():
            write(root, path, read(root, path).rstrip() + f"\n\nIn {name} council, ask the web team.\n")
    if name == "every-key":
        for path in sorted((root / "playbook/templates").glob("*.md")):
            place = path.relative_to(root).as_posix()
            write(root, place, re.sub(r"\{\{ contact\.(\w+) \}\}", lambda m: f"the {m[1]} desk", read(root, place)))


def remove_folder(root: Path) -> None:
    """Take the council's folder away."""
    shutil.rmtree(root / "local", ignore_errors=True)
