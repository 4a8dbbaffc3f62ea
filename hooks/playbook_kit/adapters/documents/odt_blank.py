"""An empty OpenDocument text that holds our styles and lists and nothing of anybody's template."""

from ...papers.sizes import GUTTER, PAGE
from .archive import pack
from .office import FONT, INK, MUTED, PAPER, Form, Look

MIMETYPE = "application/vnd.oasis.opendocument.text"
_SPACES = {
    "office": "office", "style": "style", "text": "text", "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    "meta": "meta", "manifest": "manifest", "table": "table",
}  # fmt: skip
_URNS = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for short, name in _SPACES.items())
_OTHERS = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
NAMESPACES = f'{_URNS} {_OTHERS} office:version="1.4"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_FILES = ("content.xml", "styles.xml", "meta.xml", "settings.xml")
STYLE_NAMES = {
    "title": "Heading_20_1", "heading": "Heading_20_2", "reply": "Heading_20_3", "body": "Text_20_body",
}  # fmt: skip
"""Names that every program knows; the other styles are called Brief and what they are."""
MARKERS = {"tick": ("☐", "item"), "dash": ("–", "item"), "reason": ("", "reason"), "source": ("", "source")}


def style_name(look: str, turns: bool = False) -> str:
    """The name of a style; one that `turns` to the next column has its own."""
    return STYLE_NAMES.get(look, f"Brief_20_{look}") + ("_20_turn" if turns else "")


def blank(language: str, brand: str, form: Form = PAPER) -> bytes:
    """The empty document of a form, in a language and with a brand's colour (`#0e4f4b`)."""
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>' for name in _FILES
    )
    whole = f'<manifest:file-entry manifest:full-path="/" manifest:version="1.4" manifest:media-type="{MIMETYPE}"/>'
    parts = {
        "META-INF/manifest.xml": (
            f'<manifest:manifest {_URNS} manifest:version="1.4">{whole}{entries}</manifest:manifest>'
        ),
        "content.xml": (
            f"<office:document-content {NAMESPACES}><office:automatic-styles>{_sections()}{_tables(form)}</office:automatic-styles>"
            "<office:body><office:text/></office:body></office:document-content>"
        ),
        "styles.xml": f"<office:document-styles {NAMESPACES}>{_styles(language, brand, form)}</office:document-styles>",
        "meta.xml": f"<office:document-meta {NAMESPACES}><office:meta/></office:document-meta>",
        "settings.xml": f"<office:document-settings {NAMESPACES}><office:settings/></office:document-settings>",
    }
    return pack(
        {"mimetype": MIMETYPE.encode(), **{name: (_HEAD + text).encode() for name, text in parts.items()}},
        ("mimetype",),
    )


def _sections() -> str:
    columns = "".join(
        f'<style:column style:rel-width="1*" fo:start-indent="{start}pt" fo:end-indent="{end}pt"/>'
        for start, end in ((0, GUTTER / 2), (GUTTER / 2, 0))
    )
    return (
        '<style:style style:name="Columns" style:family="section"><style:section-properties '
        f'text:dont-balance-text-columns="false"><style:columns fo:column-count="2">{columns}</style:columns>'
        "</style:section-properties></style:style>"
    )


def _tables(form: Form) -> str:
    lines = "0.5pt solid #767676"
    return (
        '<style:style style:name="Table" style:family="table"><style:table-properties '
        f'style:width="{form.width}pt" table:align="left" fo:margin-top="6pt"/></style:style>'
        '<style:style style:name="Row" style:family="table-row">'
        '<style:table-row-properties fo:keep-together="always"/></style:style>'
        '<style:style style:name="Cell" style:family="table-cell">'
        f'<style:table-cell-properties fo:border="{lines}" fo:padding="3pt"/></style:style>'
    )


def _styles(language: str, brand: str, form: Form) -> str:
    code, _, country = language.partition("-")
    face = f'<style:font-face style:name="{FONT}" svg:font-family="{FONT}"/>'
    faces = f"<office:font-face-decls>{face}</office:font-face-decls>"
    defaults = (
        '<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2"/>'
        f'<style:text-properties style:font-name="{FONT}" fo:language="{code}" fo:country="{country or "none"}" '
        f'fo:color="#{INK}" fo:hyphenate="false"/></style:default-style>'
    )
    letters = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {look}/></style:style>'
        for name, look in {
            "Strong": 'fo:font-weight="bold"', "Emphasis": 'fo:font-style="italic"', "Plain": f'fo:color="#{INK}"',
            "StrongEmphasis": 'fo:font-weight="bold" fo:font-style="italic"',
            "Link": 'style:text-underline-style="solid" style:text-underline-width="auto"',
        }.items()
    )  # fmt: skip
    paragraphs = '<style:style style:name="Standard" style:family="paragraph"/>' + "".join(
        _style(name, look, brand, turns, form.width) for name, look in form.looks.items() for turns in (False, True)
    )
    page = (
        '<style:page-layout style:name="Page"><style:page-layout-properties '
        f'fo:page-width="{PAGE[0]}pt" fo:page-height="{PAGE[1]}pt" fo:margin-top="{form.margin["top"]}pt" '
        f'fo:margin-bottom="{form.margin["bottom"]}pt" fo:margin-left="{form.margin["side"]}pt" '
        f'fo:margin-right="{form.margin["side"]}pt"/></style:page-layout>'
    )
    master = '<style:master-page style:name="Standard" style:page-layout-name="Page"/>'
    return (
        f"{faces}<office:styles>{defaults}{paragraphs}{letters}{_lists(form)}</office:styles>"
        f"<office:automatic-styles>{page}</office:automatic-styles>"
        f"<office:master-styles>{master}</office:master-styles>"
    )


def _style(name: str, look: Look, brand: str, turns: bool, width: float) -> str:
    layout = {
        "fo:margin-top": f"{0 if turns else look.above}pt",
        "fo:margin-bottom": "0pt",
        "fo:line-height": f"{look.line}pt",
        "fo:keep-with-next": "always" if look.keep else "",
        "fo:break-before": "column" if turns else "",
        "fo:border-bottom": f"1.2pt solid {brand}" if name == "top" else "",
        "fo:border-left": f"3pt solid {brand}" if name in ("ask", "ask-heading", "aside") else "",
        "fo:border-top": f"0.5pt solid #{INK}" if name == "sources-heading" else "",
        "fo:padding-bottom": "3pt" if name == "top" else "",
        "fo:padding-left": f"{look.indent - 3}pt" if name in ("ask", "ask-heading", "aside") else "",
        "fo:padding-top": "3pt" if name == "sources-heading" else "",
    }
    colour = brand if look.branded else f"#{MUTED if look.muted else INK}"
    tab = f'<style:tab-stops><style:tab-stop style:type="right" style:position="{width}pt"/></style:tab-stops>'
    outline = f' style:default-outline-level="{look.outline}"' if look.outline else ""
    written = " ".join(f'{key}="{value}"' for key, value in layout.items() if value)
    weight = "bold" if look.bold else "normal"
    return (
        f'<style:style style:name="{style_name(name, turns)}" style:family="paragraph" '
        f'style:parent-style-name="Standard"{outline}><style:paragraph-properties {written}>'
        f"{tab if name == 'top' else ''}</style:paragraph-properties>"
        f'<style:text-properties fo:font-size="{look.size}pt" fo:color="{colour}" fo:font-weight="{weight}"/>'
        "</style:style>"
    )


def _lists(form: Form) -> str:
    """The lists: boxes to tick, dashes, and the two that are numbered."""
    found = []
    for name, (marker, look) in MARKERS.items():
        level = (
            f'<text:list-level-style-bullet text:level="1" text:bullet-char="{marker}">{{}}'
            "</text:list-level-style-bullet>"
            if marker
            else '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">{}'
            "</text:list-level-style-number>"
        )
        width = form.looks[look].indent
        place = (
            '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
            '<style:list-level-label-alignment text:label-followed-by="listtab" '
            f'text:list-tab-stop-position="{width}pt" fo:text-indent="-{width}pt" fo:margin-left="{width}pt"/>'
            "</style:list-level-properties>"
        )
        found.append(f'<text:list-style style:name="List_20_{name}">{level.format(place)}</text:list-style>')
    return "".join(found)
