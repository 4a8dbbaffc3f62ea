"""The files below api/v1/."""

import json
from collections.abc import Sequence

from ...addresses import link_targets
from ...content import Content
from ...index import Playbook
from ...review import Due, due_list
from ...words import Words
from ..page import DataFile
from .base import VERSION, Item
from .items import Items
from .maker import Maker
from .review import ReviewItem
from .schema import FILES, api_schema
from .table import arguments_table

FOLDER = "api/v1"


def make_api(
    content: Content, playbook: Playbook, words: Words, site_address: str, others: Sequence[Playbook] = ()
) -> list[DataFile]:
    """Every file, with the same bytes for the same playbook on the same day; `others` are the same in other languages."""
    make = Items(playbook, Maker(link_targets(content)), others)
    arguments = [make.argument(entry) for entry in playbook.arguments.values()]
    gone = [make.gone(stone) for stone in playbook.gone]
    day = f"{playbook.today.isoformat()}T00:00:00Z"

    def file(name: str, items: Sequence[Item], item_id: str = "") -> DataFile:
        made = FILES[name](schema_version=VERSION, generated_at=day, total=len(items), items=items)
        return DataFile(f"{FOLDER}/{name.replace('<id>', item_id)}", made.model_dump_json() + "\n")

    return [
        DataFile(f"{FOLDER}/schema.json", json.dumps(api_schema(), ensure_ascii=False, separators=(",", ":")) + "\n"),
        file("arguments.json", [make.in_brief(argument) for argument in arguments]),
        *(file("arguments/<id>.json", [argument], argument.id) for argument in arguments),
        *(file("arguments/<id>.json", [stone], stone.id) for stone in gone if stone.kind == "argument"),
        file("objections.json", [make.objection(entry) for entry in playbook.objections.values()]),
        file("chapters.json", [make.chapter(entry) for entry in playbook.chapters.values()]),
        file("case-studies.json", [make.case_study(entry) for entry in playbook.case_studies.values()]),
        file("topics.json", make.topics()),
        file("sources.json", make.sources()),
        file("audiences.json", make.audiences()),
        file("gone.json", gone),
        file("review.json", [_review(one) for one in due_list(playbook, words)]),
        DataFile(f"{FOLDER}/arguments.csv", arguments_table(arguments, site_address)),
    ]


def _review(one: Due) -> ReviewItem:
    return ReviewItem(
        kind=one.kind, id=one.id, title=one.title, url=one.url, owner=one.owner, reviewed_on=one.reviewed_on,
        review_by=one.review_by, claim_by=one.claim_by, due=one.due, state="overdue" if one.is_overdue else "current",
    )  # fmt: skip
