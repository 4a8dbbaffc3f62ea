"""Structured data for search engines: an argument as a schema.org Claim, where it is one.

schema.org means by Claim a specific statement of fact that somebody could check. So only arguments that reply with
facts are described as one, and only while they stand. Their pages review no claim of other people and give no rating,
so nothing here is a ClaimReview; nobody is named as an author, since the repository does not say who or what
contributors are; and no first appearance is given, since none is known.

It is written as microdata (https://html.spec.whatwg.org/multipage/microdata.html) and not as a block of JSON-LD, so that
no page has a script element with anything in it.
"""

from dataclasses import replace
from typing import Any

from ..addresses import address
from ..index import Entry, Playbook
from .page import Page
from .render import entry_uri

FACT = "structured_data"


def add_claims(pages: list[Page], playbook: Playbook, site_address: str) -> list[Page]:
    """The pages, those of arguments that are claims with the claim among their facts."""
    claims = {
        playbook.base + entry_uri(entry): claim(entry, playbook, site_address)
        for entry in playbook.arguments.values()
        if is_claim(entry)
    }
    return [
        replace(page, facts={**page.facts, FACT: claims[page.uri]}) if page.uri in claims else page for page in pages
    ]  # fmt: skip


def is_claim(argument: Entry) -> bool:
    """Whether an argument states facts and stands."""
    return argument.model.response_type == "facts" and argument.model.status == "published"


def claim(argument: Entry, playbook: Playbook, site_address: str) -> dict[str, Any]:
    """The one-liner as a claim, where it appears and what it cites.

    An item's `type` and `id` stand under these names, and each of its properties under schema.org's: a text, an item, or
    a list of items.
    """
    model, place = argument.model, site_address + playbook.base + address(entry_uri(argument))
    sources = [(one.source, playbook.source(one.source)) for one in model.evidence]
    return {
        "type": "Claim",
        "id": f"{place}#claim",
        "name": model.title,
        "text": model.one_liner,
        "url": place,
        "inLanguage": argument.language,
        "datePublished": model.added_on.isoformat(),
        "appearance": {"type": "WebPage", "id": place, "url": place},
        "citation": [
            {"type": "CreativeWork", "name": source.title, **({"url": source.url} if source.url else {})}
            for source in dict(sources).values()
        ],
    }
