"""A tombstone: what stands in place of an id that was renamed, merged or removed."""

from typing import Literal

from pydantic import Field

from .base import Date, Id, Line, Model

ItemKind = Literal["argument", "objection", "chapter", "case-study", "source"]


class Tombstone(Model):
    """Keeps the address of something renamed, merged or removed. The file's name is the id that is gone."""

    kind: ItemKind = Field(description="What it was.", examples=["argument"])
    now: Id | None = Field(
        default=None, description="The id that took its place, of the same kind.", examples=["same-as-the-phone"]
    )
    because: Line = Field(description="Why.", examples=["Joined with another that said the same."])
    on: Date = Field(description="The day on which it went.", examples=["2026-11-21"])
