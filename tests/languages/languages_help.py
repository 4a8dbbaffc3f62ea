"""What the tests of languages share: a small playbook in English and Welsh, some of it translated."""

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path

from playbook_kit.addresses import GENERATED
from playbook_kit.content import load
from playbook_kit.models.kinds import KINDS
from playbook_kit.plan import Plan, make_plan
from playbook_kit.problem import Problem
from playbook_kit.settings import read_defaults
from playbook_kit.translations.wording import wording
from site_help import ROOT
from small_playbook import TODAY, problems_of, write_small_playbook
from small_playbook import write as write_bytes

COUNCIL = """\
name: Anytown Council
site: {languages: [en, cy]}
announcement: {text: We are in the pre-election period.}
footer: Kept by the web team.
contacts: {communications: the web desk}
"""
COUNCIL_CY = "name: Cyngor Unrhywle\nfooter: Y tîm gwe sy’n ei gadw.\n"
VOCABULARY_CY = """\
audiences:
  - {id: staff, label: Gweithwyr}
  - {id: managers, label: Rheolwyr}
parts:
  - {id: ground-rules, label: Rheolau sylfaenol}
topics:
  - {id: time, label: Amser}
  - {id: conduct, label: Ymddygiad}
countries:
  - {id: uk, label: Y Deyrnas Unedig}
"""
ARGUMENT = "playbook/arguments/same-as-the-phone"
ARGUMENT_CY = """\
title: Yr un peth â’r ffôn
one_liner: Rydym yn ymddiried ffôn i bobl. Yr un ymddiriedaeth yw hon.
short: Mae staff eisoes yn ateb y cyhoedd dros y ffôn heb ofyn yn gyntaf.
long: Rhagor yn [y polisi](../policy.md#why) [@acas-policy].
concession: Mae neges yn gyhoeddus ac yn para; nid felly galwad ffôn.
comebacks:
  - they_say: Roedd hynny flynyddoedd yn ôl.
    you_say: Oedd, a dyna pam y gofynnwn am dreial [@acas-policy; review by 2027-05-21].
evidence:
  - shows: Yn 2012 dywedodd Acas wrth gyflogwyr am gytuno ar bolisi gyda staff.
origin: Awgrymwyd gan swyddog.
"""
CHAPTER = "playbook/policy"
CHAPTER_CY = """\
title: Ysgrifennu polisi
summary: Sut i ysgrifennu polisi y gall staff ei ddefnyddio.
owner: Cynhalwyr y llawlyfr
"""
CHAPTER_BODY_CY = """\

## Mewn munud

- Mae polisi yn dweud beth sy’n iawn.

## Gwnewch

- ysgrifennwch ef gyda staff [@acas-policy]

## Peidiwch

- peidiwch â chopïo un arall heb ei ddarllen

## Beth i’w wneud

### Rheolwyr

- darllenwch ef

## Sut i wirio ei fod yn gweithio

Gofynnwch i dri o bobl.

## Pam

Mae’n deg. Gweler [sut y treulir amser](objections/time-wasting.yml).

## Os aiff rhywbeth o’i le

1. Dywedwch hynny.
"""


def write(root: Path, path: str, text: str) -> None:
    """Write a text file below `root`."""
    write_bytes(root, path, text.encode())


def put(root: Path, kind: str, item_id: str, path: str, facts: str, body: str = "", based_on: str = "") -> None:
    """Write a translation; without `based_on` it is one of today's English."""
    item = next(one for one in load(root).of(kind) if one.id == item_id)
    text = f"based_on: {based_on or wording(item)}\n{facts}"
    write(root, path, f"---\n{text}---\n{body}" if body else text)


def two_languages(root: Path, council: str = COUNCIL) -> Path:
    """The small playbook in English and Welsh: one argument and one chapter are translated. Gives `root`."""
    write_small_playbook(root)
    shutil.copy2(ROOT / "theme/words/cy.yml", root / "theme/words/cy.yml")
    write(root, "playbook/vocabulary.cy.yml", VOCABULARY_CY)
    write(root, "local/council.yml", council)
    write(root, "local/council.cy.yml", COUNCIL_CY)
    write(root, "local/words.cy.yml", "language: {read_by: Menna o’r tîm cyfieithu}\n")
    put(root, "argument", "same-as-the-phone", f"{ARGUMENT}.cy.yml", ARGUMENT_CY)
    put(root, "chapter", "policy", "local/chapters/policy.cy.md", CHAPTER_CY, CHAPTER_BODY_CY)
    return root


def whole_site(root: Path) -> Path:
    """The same with the theme, the hook and every page that others lead to, ready to be built. Gives `root`."""
    for name in ("hooks", "theme"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "VERSION"):
        shutil.copy2(ROOT / name, root / name)
    two_languages(root)
    write(root, "tests/bad_input/a-slip.yml", "why: A slip is refused.\nfiles: {}\nexpect: |\n  a.md:1:1: It is a slip. (link)\n      Mend it.\n")
    made = {*GENERATED, *(f"{kind.page}.md" for kind in KINDS.values() if kind.page), "index.md"}
    for path in set(_pages(read_defaults(root).nav)) - made:
        part = "\n## What happens next\n\nIt is read.\n" if path == "contribute.md" else ""  # the forms lead to it
        name = path.removesuffix(".md").replace("/", " ").replace("-", " ")
        write(root, f"docs/{path}", f"---\ntitle: Page on {name}\nsummary: What is said of {name}.\n---\n\nAsk the {name} desk.\n{part}")
    return root


def _pages(nav: object) -> Iterator[str]:
    """The pages that a navigation names one by one."""
    if isinstance(nav, dict):
        nav = nav.values()
    if isinstance(nav, str):
        yield from [nav] if nav.endswith(".md") else []
    else:
        for entry in nav:
            yield from _pages(entry)


def plan_of(root: Path, today: datetime.date = TODAY, **options: str) -> Plan:
    """The plan of a playbook, which must have no error."""
    return make_plan(root, today, **options)


def found(root: Path) -> list[Problem]:
    """What `playbook check` finds."""
    return problems_of(root)


def page(plan: Plan, uri: str):
    """One page of a plan."""
    return next(one for one in plan.pages if one.uri == uri)
