"""Who uses the playbook, and says so: “we use it too”."""

from typing import Annotated

from pydantic import Field, StringConstraints

from .base import Address, Date, Line, Model, Ref


class User(Model):
    """One organisation that uses the playbook and asked to be named."""

    name: Line = Field(description="Its full name.", examples=["Anytown Council"])
    country: Annotated[str, Ref("country")] = Field(description="Where it is.", examples=["wales"])
    address: Address | None = Field(
        default=None, description="Its own copy, or a page that says how it uses it.", examples=["https://council.example/social-media/"]
    )
    says: Annotated[Line, StringConstraints(max_length=160)] | None = Field(
        default=None, description="How it uses it, in its own words. What did not work is welcome too.",
        examples=["We took one page to our ICT board, and it agreed to a trial."],
    )  # fmt: skip
    added_on: Date = Field(description="The day on which it asked to be named.", examples=["2026-11-21"])


class UsedBy(Model):
    """The organisations that use the playbook and asked to be named. Nobody is named who did not ask."""

    organisations: list[User] | None = Field(
        default=None,
        description="The organisations, each new one below the others. An entry that is taken out is gone from every page.",
    )
