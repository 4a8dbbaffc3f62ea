"""What a council says of itself, once, for every page and document. It stands in a folder that we never write to.

Every field but the name has a default, so that a council writes only what differs. The table of keys in the council's
guide, the published schema, the form on the site and the questions of `playbook brand` are all made from these models.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .base import LANGUAGE_PATTERN, Address, Date, Line, Markdown, Model, Number

COUNCIL_PATH = "local/council.yml"

Colour = Annotated[str, StringConstraints(pattern=r"^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$")]
"""A colour as three or six hexadecimal digits after a hash."""

LocalFile = Annotated[str, StringConstraints(pattern=r"^local/brand/[a-z0-9][a-z0-9._-]*$")]
"""The path of a file in the council's own folder."""

Forge = Literal["github", "gitlab", "forgejo", "none"]
PublishTo = Literal[
    "folder", "github-pages", "gitlab-pages", "forgejo-pages", "cloudflare-pages", "netlify", "azure-static-web-apps",
    "nginx", "apache", "iis", "file-share",
]  # fmt: skip


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
    accessibility: Line | None = Field(
        default=None, description="Whom to tell about a page that somebody cannot use.", examples=["the web team"]
    )
    privacy: Line | None = Field(
        default=None, description="Whom to ask what the site does with data.", examples=["the data protection inbox"]
    )
    security: Line | None = Field(
        default=None, description="Whom to tell about a weakness of the site; an email address also goes into security.txt.",
        examples=["security@council.example"],
    )  # fmt: skip


class OnCall(Model):
    """One line of the escalation rota."""

    when: Line = Field(description="When this holds.", examples=["Monday to Friday, 8 to 18"])
    who: Line = Field(description="Who is called first.", examples=["the communications desk"])
    contact: Line = Field(description="The number or address that reaches them.", examples=["ext. 0000"])
    then: Line | None = Field(
        default=None, description="Who is called if nobody answers.", examples=["the head of communications"]
    )


class SiteFacts(Model):
    """The site as a whole: what it is called, where it stands, who may find it."""

    title: Line | None = Field(
        default=None, description="The site's name in its header.", examples=["Social media at our council"]
    )
    strapline: Line | None = Field(
        default=None, description="The sentence under the title on the home page.", examples=["How we use it, and why."]
    )
    address: Address | None = Field(
        default=None, description="Where the site will stand; a path after the name is a sub-path.",
        examples=["https://council.example/social-media/"],
    )  # fmt: skip
    publish_to: PublishTo = Field(
        default="folder", description="What serves the site: its settings are written beside the pages.",
        examples=["github-pages"],
    )  # fmt: skip
    offline_copy: bool = Field(
        default=False, description="true offers the whole site as a ZIP file that works without a network.",
        examples=[True],
    )  # fmt: skip
    noindex: bool = Field(
        default=False, description="true keeps search engines away, for an intranet.", examples=[True]
    )
    languages: list[Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]] = Field(
        default=["en"], min_length=1, description="The languages shown, in the order of the switch; en is one of them.",
        examples=[["en", "cy"]],
    )


class Repository(Model):
    """Where the council keeps its own copy, for links that suggest changes."""

    forge: Forge = Field(
        default="none", description="What it is kept on; none where readers cannot reach it.", examples=["github"]
    )
    address: Address | None = Field(
        default=None, description="Its address.", examples=["https://git.example/council/playbook"]
    )
    branch: Line = Field(default="main", description="The branch that is published.", examples=["main"])
    edit: Address | None = Field(
        default=None, description="Where a file is edited, if that is not at the forge's usual place.",
        examples=["https://git.example/council/playbook/_edit/main/"],
    )  # fmt: skip
    issues: Address | None = Field(
        default=None, description="Where problems are reported, if that is not at the forge's usual place.",
        examples=["https://git.example/council/playbook/issues/new"],
    )  # fmt: skip


class Colours(Model):
    """The council's colours. Only the brand colour is needed; the others are derived from it until they can be read."""

    brand: Colour | None = Field(default=None, description="The header's colour, kept as it is.", examples=["#123456"])
    link: Colour | None = Field(default=None, description="Links on white paper.", examples=["#123456"])
    link_dark: Colour | None = Field(default=None, description="Links on dark paper.", examples=["#abcdef"])
    accent: Colour | None = Field(default=None, description="The accent on white paper.", examples=["#7a3300"])
    accent_dark: Colour | None = Field(default=None, description="The accent on dark paper.", examples=["#ffb07a"])
    focus: Colour | None = Field(
        default=None, description="What stands behind a focused thing.", examples=["#ffd400"]
    )


class Logo(Model):
    """The council's logo."""

    file: LocalFile = Field(description="An SVG, PNG or JPEG file.", examples=["local/brand/logo.svg"])
    alt: Line = Field(description="What it shows, for those who do not see it.", examples=["Our council"])
    ground: Literal["white", "header"] = Field(
        default="white", description="What lies behind it: a white plate, or the header's colour for a logo made for that.",
        examples=["header"],
    )  # fmt: skip


class Font(Model):
    """A font of the council's own, served from its own site."""

    name: Line = Field(description="Its name.", examples=["Our Sans"])
    regular: LocalFile = Field(description="The upright letters, as WOFF2.", examples=["local/brand/our-sans.woff2"])
    bold: LocalFile | None = Field(
        default=None, description="The bold letters; not needed for a variable font.",
        examples=["local/brand/our-sans-bold.woff2"],
    )  # fmt: skip
    italic: LocalFile | None = Field(
        default=None, description="The slanted letters.", examples=["local/brand/our-sans-italic.woff2"]
    )
    licence: LocalFile = Field(
        description="The licence that lets you serve it.", examples=["local/brand/our-sans-licence.txt"]
    )


class Brand(Model):
    """How the site looks: colours, logo, icon, picture for shared links, font."""

    colours: Colours = Field(default=Colours(), description="The colours.")
    logo: Logo | None = Field(default=None, description="The logo in the header.")
    favicon: LocalFile | None = Field(
        default=None, description="The icon in the browser's tab, as SVG or PNG; made from the logo if it is not given.",
        examples=["local/brand/favicon.svg"],
    )  # fmt: skip
    card: LocalFile | None = Field(
        default=None, description="The picture of a shared link, 1200 by 630, as PNG; drawn for each page if not given.",
        examples=["local/brand/card.png"],
    )  # fmt: skip
    typeface: Literal["playbook", "system"] = Field(
        default="playbook", description="The playbook's own letters, or those of the reader's device.",
        examples=["system"],
    )  # fmt: skip
    font: Font | None = Field(default=None, description="A font of your own, instead of either.")


class Announcement(Model):
    """A banner at the top of every page."""

    text: Markdown = Field(description="What it says, in a sentence or two.", examples=["We are in the pre-election period."])
    until: Date | None = Field(
        default=None, description="The last day on which it is shown.", examples=["2027-05-06"]
    )


class Hidden(Model):
    """Something of the playbook's that the council does not show."""

    what: Annotated[str, StringConstraints(pattern=r"^[a-z-]+(/[a-z0-9-]+)+$")] = Field(
        description="Its kind and id: argument, objection, chapter, case-study, template, page or a tool's kind. "
        "A page's id is its address; the pages below it go too.",
        examples=["chapter/ripa"],
    )
    reason: Line = Field(description="Why, for whoever keeps the site after you.", examples=["We are not in Wales."])


HOME_PARTS = ("told", "choose", "doors", "proof", "reviewed")
HomePart = Literal["told", "choose", "doors", "proof", "reviewed"]


class Review(Model):
    """Who reads a thing again, and how often, where that is not as the playbook has it."""

    what: Annotated[str, StringConstraints(pattern=r"^[a-z-]+(/[a-z0-9-]+)*$")] = Field(
        description="A kind, such as chapter, or one item, such as chapter/ripa.", examples=["chapter/ripa"]
    )
    owner: Line | None = Field(default=None, description="Who reads it again.", examples=["the legal team"])
    every_months: Annotated[Number, Field(ge=1, le=36)] | None = Field(
        default=None, description="After how many months it is due.", examples=[6]
    )


class Council(Model):
    """What a council says of itself, once, for all pages and documents."""

    name: Line = Field(description="Its name, as it stands in a sentence.", examples=["the name of your council"])
    short_name: Line | None = Field(
        default=None, description="A shorter form for later mentions.", examples=["the council"]
    )
    site: SiteFacts = Field(default=SiteFacts(), description="The site as a whole.")
    repository: Repository = Field(default=Repository(), description="Where your own copy is kept.")
    brand: Brand = Field(default=Brand(), description="How the site looks.")
    contacts: Contacts = Field(default=Contacts(), description="Whom to contact, by role.")
    rota: list[OnCall] = Field(default=[], description="Who is called, and when: the escalation rota.")
    announcement: Announcement | None = Field(default=None, description="A banner on every page.")
    footer: Markdown | None = Field(
        default=None, description="What stands in the footer besides the licence.", examples=["Kept by the web team."]
    )
    home: list[HomePart] = Field(
        default=list(HOME_PARTS), min_length=1, description="The parts of the home page, in their order.",
        examples=[["told", "choose"]],
    )  # fmt: skip
    navigation: list[Line] = Field(
        default=[], description="The sections of the navigation that come first, by their names.",
        examples=[["Playbook", "Templates"]],
    )  # fmt: skip
    hide: list[Hidden] = Field(default=[], description="What you do not show, and why.")
    reviews: list[Review] = Field(default=[], description="Who reads what again, and how often.")


class CouncilInLanguage(Model):
    """What a council says of itself in another language. What it leaves out is shown in English."""

    name: Line | None = Field(default=None, description="Its name in this language.", examples=["Cyngor Rhywle"])
    short_name: Line | None = Field(
        default=None, description="A shorter form for later mentions.", examples=["y cyngor"]
    )
    title: Line | None = Field(default=None, description="The site's name in its header.", examples=["Ein llawlyfr"])
    strapline: Line | None = Field(
        default=None, description="The sentence under the title on the home page.", examples=["Sut a pham."]
    )
    announcement: Markdown | None = Field(
        default=None, description="The banner on every page.", examples=["Mae’r cyfnod cyn etholiad wedi dechrau."]
    )
    footer: Markdown | None = Field(
        default=None, description="What stands in the footer besides the licence.", examples=["Y tîm gwe sy’n ei gadw."]
    )
    contacts: Contacts = Field(default=Contacts(), description="Whom to contact, by role.")


UNNAMED = Council(name="our council", short_name="the council")
"""Stands in until a council has said its name."""

BLOCKS = ("rota", "contacts", "report.accessibility", "report.privacy", "report.security", "materials", "tested")
"""What may be written as {{ name }} on a line of its own, and gives way to a whole block."""

_TO_FILL_IN = {
    "communications": "communications contact", "duty": "duty number", "ict": "ICT contact",
    "monitoring_officer": "monitoring officer", "data_protection": "data protection officer", "ripa": "RIPA officer",
    "equality": "equality lead", "accessibility": "accessibility contact", "privacy": "privacy contact",
    "security": "security contact",
}  # fmt: skip


def placeholders(council: Council = UNNAMED) -> dict[str, str]:
    """What may be written as {{ name }}, and what stands there: a contact that is not given is left to be filled in."""
    contacts = {role: getattr(council.contacts, role) or f"[{blank}]" for role, blank in _TO_FILL_IN.items()}
    return {
        "council.name": council.name,
        "council.short_name": council.short_name or council.name,
        **{f"contact.{role}": text for role, text in contacts.items()},
    }
