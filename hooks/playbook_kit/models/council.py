"""The council that publishes a copy: its name, and whom to contact. It stands in a folder that we never write to."""

from pydantic import Field

from .base import Line, Model

COUNCIL_PATH = "local/council.yml"


class Contacts(Model):
    """Whom to contact, by role: a name, a number, an address or an inbox, as it is to be printed."""

    communications: Line | None = Field(
        default=None, description="Who answers for what is published.", examples=["the communications desk, ext. 0000"]
    )
    duty: Line | None = Field(
        default=None, description="The number that works at night and at weekends.", examples=["the duty phone"]
    )
    ict: Line | None = Field(default=None, description="Whom to ring about an account or a device.", examples=["ICT"])
    monitoring_officer: Line | None = Field(
        default=None, description="Who advises on elections and conduct.", examples=["the monitoring officer"]
    )
    data_protection: Line | None = Field(
        default=None, description="The data protection officer.", examples=["the data protection inbox"]
    )
    ripa: Line | None = Field(
        default=None, description="Who advises on covert surveillance.", examples=["the legal team"]
    )
    equality: Line | None = Field(
        default=None, description="Who advises on equality.", examples=["the equality team"]
    )


class Council(Model):
    """What a council says of itself, once, for all pages and documents."""

    name: Line = Field(description="Its name, as it stands in a sentence.", examples=["the name of your council"])
    short_name: Line | None = Field(
        default=None, description="A shorter form for later mentions.", examples=["the council"]
    )
    contacts: Contacts = Field(default=Contacts(), description="Whom to contact, by role.")


UNNAMED = Council(name="our council", short_name="the council")
"""Stands in until a council has said its name."""

_TO_FILL_IN = {
    "communications": "communications contact", "duty": "duty number", "ict": "ICT contact",
    "monitoring_officer": "monitoring officer", "data_protection": "data protection officer", "ripa": "RIPA officer",
    "equality": "equality lead",
}  # fmt: skip


def placeholders(council: Council = UNNAMED) -> dict[str, str]:
    """What may be written as {{ name }}, and what stands there: a contact that is not given is left to be filled in."""
    contacts = {role: getattr(council.contacts, role) or f"[{blank}]" for role, blank in _TO_FILL_IN.items()}
    return {
        "council.name": council.name,
        "council.short_name": council.short_name or council.name,
        **{f"contact.{role}": text for role, text in contacts.items()},
    }
