"""What the browser needs to take the same steps: rules and sentences as data, from the same places as Python's."""

import re
from typing import Any

from ..content import Content
from ..models.base import BLANK, fields_in_order
from ..models.kinds import KINDS, LISTS
from ..models.messages import SAID
from ..names import RESERVED_IDS
from ..read.files import LONG_LINE, LONGEST_LINE, LOST_LETTER
from ..read.markdown_text import LONGEST_PARAGRAPH
from ..rules import structure_sound, uncited_claim, used_by_sound, wordings_distinct
from ..rules.references_known import UNKNOWN
from ..words import Words
from . import repair
from .assembly import ALWAYS, REVIEW_AFTER, STORY
from .fields import FormField
from .forms import Form
from .made import known_of
from .patterns import PATTERNS, for_browser
from .slug import LONGEST, LONGEST_SOURCE
from .yaml_lines import WIDTH


def rules_for(form: Form, words: Words, english: Words | None = None) -> dict[str, Any]:
    """Everything about one form that a script has to know, as plain data.

    A letter has the `english` labels, which a forge knows again. Faults are said in English, as the check says them.
    """
    kind, english = KINDS.get(form.makes), english or words
    return {
        "form": form.name,
        "makes": form.makes,
        "adds": LISTS[form.adds][0] if form.adds else "",
        "folder": kind.folder if kind else "",
        "ending": kind.ending if kind else "",
        "hasBody": bool(kind and kind.has_body),
        "order": list(fields_in_order(form.model)),
        "always": ALWAYS if kind else {},
        "reviewAfter": REVIEW_AFTER.days,
        "story": STORY,
        "sourceFolder": KINDS["source"].folder,
        "reserved": sorted(RESERVED_IDS),
        "longestId": LONGEST,
        "longestSourceId": LONGEST_SOURCE,
        "width": WIDTH,
        "blank": BLANK,
        "longestLine": LONGEST_LINE,
        "longestParagraph": LONGEST_PARAGRAPH,
        "noAnswer": english("contribute.no_answer"),
        "groups": [
            {
                "name": group.name, "least": group.least, "most": group.most,
                "fields": [_field(one, words, english) for one in group.fields],
            }
            for group in form.groups
        ],
        "steps": {
            name: [[step.pattern, step.to, step.note] for step in getattr(repair, name.upper())]
            for name in ("mend", "plain", "whole", "each", "marked", "shown")
        },
        "patterns": PATTERNS,
        "said": said(english),
    }  # fmt: skip


def _field(one: FormField, words: Words, english: Words) -> dict[str, Any]:
    shown = {"shown": words(one.label_key)} if words.language != english.language else {}
    return {
        "name": one.name, "path": list(one.path), "control": one.control, "isRequired": one.is_required,
        "isMarkdown": one.is_markdown, "mostCharacters": one.most_characters, "mostWords": one.most_words,
        "pattern": for_browser(re.compile(one.pattern))["source"] if one.control == "address" else "",
        "ref": one.ref, "label": english(one.label_key),
        "example": one.example, **shown,
    }  # fmt: skip


def said(words: Words) -> dict[str, list[str]]:
    """Every sentence that a form says of a fault: the message, then what to write."""
    return {
        **{name: list(sentences) for name, sentences in SAID.items()},
        "claim": list(uncited_claim.SAID),
        "twice": list(wordings_distinct.SAID),
        "named_twice": list(used_by_sound.SAID),
        "no_source": [UNKNOWN.replace("{what}", "source"), words("contribute_says.choose_source_fix")],
        "long_paragraph": list(structure_sound.TOO_LONG),
        "lost_letter": list(LOST_LETTER),
        "long_line": list(LONG_LINE),
        "unknown_source": [words("contribute_says.unknown_source"), words("contribute_says.unknown_source_fix")],
        "choose_one": ["", words("contribute_says.choose_one")],
        "choose_several": ["", words("contribute_says.choose_several")],
        "write": ["", words("contribute_says.write")],
    }


def known_data(content: Content) -> dict[str, Any]:
    """The ids that are taken, by kind, every source with its names, every wording with its file, and every organisation
    that is listed with its line.
    """
    known = known_of(content)
    return {
        "taken": {kind: sorted(known.taken(kind)) for kind in ("argument", "case-study", "source")},
        "sources": dict(sorted(known.sources.items(), key=lambda one: f"{one[1][0]}: {one[1][1]}".casefold())),
        "wordings": wordings_distinct.places(content),
        "users": used_by_sound.places(content),
    }
