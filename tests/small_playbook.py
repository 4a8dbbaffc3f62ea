"""A minimal valid playbook, one file of each kind, for tests to put faults into."""

import datetime
from pathlib import Path

from playbook_kit.plan import check_content
from playbook_kit.problem import Problem

WORDS = "theme/words/en.yml"  # the interface's own, since briefs are measured with them
TODAY = datetime.date(2026, 11, 21)

VOCABULARY = """\
audiences:
  - {id: staff, label: Staff}
  - {id: managers, label: Managers}
parts:
  - {id: ground-rules, label: Ground rules}
topics:
  - {id: time, label: Time}
  - {id: conduct, label: Conduct}
countries:
  - {id: uk, label: UK}
"""

ARGUMENT = """\
title: Same as the phone
status: published
answers: [time-wasting]
response_type: reasoning
strength: medium
one_liner: We trust people with a telephone. This is the same trust.
short: Staff already answer the public by phone without asking first.
long: More in [the policy](../policy.md#why) [@acas-policy].
concession: A post is public and lasts; a telephone call does not.
comebacks:
  - they_say: That was years ago.
    you_say: It was, and that is why we ask for a trial [@acas-policy; review by 2027-05-21].
evidence:
  - source: acas-policy
    shows: In 2012 Acas told employers to agree a policy with staff.
    strength: medium
works_best_on: [managers]
chapters: [policy]
case_studies: [anytown]
topics: [conduct]
origin: Suggested by an officer.
added_on: 2026-11-21
reviewed_on: 2026-11-21
review_by: 2027-11-21
"""

OBJECTION = """\
title: Staff will waste time
status: published
heard_as:
  - They will be on Facebook all day
  - It is a distraction
  - Nobody will get any work done
  - We pay them to work
  - They can do that at home
  - Productivity will fall
  - It is just playing
  - People will skive
  - I see them scrolling
  - We cannot watch everybody
said_by: [managers]
responsible_for: Getting the work done with the staff they have.
true_in_it: Some people say that it distracts them.
short_answer: Manage the few who waste time; do not block everybody.
controls:
  - text: Agree what is acceptable
    chapter: policy
unknown:
  - Nobody here found a study that measured output before and after.
topics: [time]
added_on: 2026-11-21
reviewed_on: 2026-11-21
review_by: 2027-11-21
"""

SOURCE = """\
title: Social media in the workplace
publisher: Acas
url: https://www.acas.org.uk/social-media
countries: [uk]
checked_on: 2026-11-20
read_as: live
"""

CHAPTER = """\
---
title: Write a policy
summary: How to write a policy that staff can use.
status: published
part: ground-rules
countries: [uk]
topics: [conduct]
owner: Playbook maintainers
added_on: 2026-11-21
reviewed_on: 2026-11-21
review_by: 2027-11-21
---

## In one minute

- A policy says what is fine.

## Do

- write it with staff [@acas-policy]

## Do not

- do not copy another without reading it

## What you need to do

### Managers

- read it

## How to check that it works

Ask three people.

## Why

It is fair. See [how time is spent](objections/time-wasting.yml).

## If it goes wrong

1. Say so.
"""

CASE_STUDY = """\
---
title: Anytown
summary: Opened access to all staff.
status: published
kind: example
organisation:
  name: Anytown Council
  type: council
  country: uk
period: "2011 to 2013"
access: open
before: Sites were blocked.
after: Everybody could reach them [@acas-policy].
results:
  - when: "2012"
    what: No misuse, by its own account.
went_wrong:
  - Nothing was measured.
topics: [conduct]
self_reported: true
added_on: 2026-11-21
reviewed_on: 2026-11-21
review_by: 2027-11-21
---

## The situation

Read [the policy](../playbook/policy.md).
"""

TEMPLATE = """\
---
title: Trial plan
summary: Agree a small start and the way back.
status: published
version: "1.0"
chapters: [policy]
topics: [conduct]
owner: Playbook maintainers
added_on: 2026-11-21
reviewed_on: 2026-11-21
review_by: 2027-11-21
---

Fill in what stands in brackets.

## What we will try

[Name of team] will read for three months.

> **Risk it answers:** nobody can say what was agreed.
>
> **Carries out:** [write it with staff](../policy.md#do)
"""

PAGE = """\
---
title: Home
summary: Where to begin.
---

Begin with [the policy](../playbook/policy.md#do).
"""

TOMBSTONE = """\
kind: argument
now: same-as-the-phone
because: It said the same.
on: 2026-11-21
"""

TREE = """\
title: Should I reply?
summary: What to do with a message.
status: published
owner: Playbook maintainers
questions:
  - id: danger
    ask: Is anybody in danger?
    ways:
      - answer: Yes, or it could be
        go_to: ring-first
      - answer: Nobody is
        go_to: rude
  - id: rude
    ask: Is it rude?
    help: If in doubt, answer yes.
    ways:
      - answer: It is
        go_to: let-it-stand
      - answer: Not at all
        go_to: reply
outcomes:
  - id: ring-first
    title: Ring for help first
    reply: wait
    steps:
      - Ring 999.
    chapters: [policy]
  - id: let-it-stand
    title: Leave it up
    reply: do-not
    steps:
      - Read [the policy](../policy.md#why).
    chapters: [policy]
  - id: reply
    title: Reply
    reply: public
    steps:
      - Reply once.
    chapters: [policy]
added_on: 2026-11-21
reviewed_on: 2026-11-21
review_by: 2027-11-21
"""

SELF_CHECK = """\
title: Where are you now?
summary: What to do next.
status: published
owner: Playbook maintainers
questions:
  - id: policy
    ask: Is there a policy?
    answers:
      - answer: There is none
        when: first
        next_step: Write one with staff.
        chapters: [policy]
      - answer: There is one
        when: keep
        next_step: Read it again each year.
        chapters: [policy]
added_on: 2026-11-21
reviewed_on: 2026-11-21
review_by: 2027-11-21
"""

GLOSSARY = """\
title: Glossary
summary: What the terms mean.
reviewed_on: 2026-11-21
review_by: 2027-11-21
terms:
  - id: foi
    term: freedom of information
    also: [FOI]
    meaning: Asking for information that a public body holds.
  - id: handle
    term: handle
    meaning: The short name of an account.
    in_text: false
"""

BLOCKED = """\
title: What is blocked?
summary: A list to tick.
before:
  - Record only what you met in ordinary work.
groups:
  - id: platforms
    title: Platforms
    rows:
      - {id: youtube, label: YouTube}
  - id: tools
    title: Tools
    rows:
      - {id: surveys, label: A survey site}
often: [Most days, Once]
asks:
  - id: reason
    text: Please tell us why.
reviewed_on: 2026-11-21
review_by: 2027-11-21
"""

FILES = {
    "playbook/vocabulary.yml": VOCABULARY,
    "playbook/glossary.yml": GLOSSARY,
    "playbook/tools/blocked.yml": BLOCKED,
    "playbook/arguments/same-as-the-phone.yml": ARGUMENT,
    "playbook/objections/time-wasting.yml": OBJECTION,
    "playbook/sources/acas-policy.yml": SOURCE,
    "playbook/policy.md": CHAPTER,
    "playbook/templates/trial-plan.md": TEMPLATE,
    "playbook/tools/should-i-reply.yml": TREE,
    "playbook/tools/self-check.yml": SELF_CHECK,
    "playbook/tombstones/the-phone-line.yml": TOMBSTONE,
    "case_studies/anytown.md": CASE_STUDY,
    "docs/index.md": PAGE,
    WORDS: (Path(__file__).resolve().parents[1] / WORDS).read_text(encoding="utf-8"),
}


def write_small_playbook(root: Path) -> Path:
    """Write the small playbook to `root`, and give `root` back."""
    for path, text in FILES.items():
        write(root, path, text.encode())
    return root


def write(root: Path, path: str, data: bytes) -> None:
    """Write one file below `root`, making its folder."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(data)


def problems_of(root: Path) -> list[Problem]:
    """What `playbook check` finds, on a fixed day."""
    return check_content(root, TODAY)
