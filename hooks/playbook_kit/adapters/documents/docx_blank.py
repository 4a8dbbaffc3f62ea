"""An empty Word document that holds our styles, lists and settings and nothing of anybody's template."""

from typing import Any
from xml.sax.saxutils import quoteattr

from .archive import pack
from .office import FONT, INK, MUTED, PAPER, Form, Look

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLE_IDS = {
    "title": ("Heading1", "heading 1"), "heading": ("Heading2", "heading 2"), "reply": ("Heading3", "heading 3"),
    "item": ("ListBullet", "List Bullet"), "reason": ("ListNumber", "List Number"), "body": ("BodyText", "Body Text"),
    "top": ("BriefTop", "Brief top line"), "lead": ("BriefLead", "Brief lead"), "ask": ("BriefAsk", "Brief ask"),
    "ask-heading": ("BriefAskHeading", "Brief ask heading"),
    "sources-heading": ("BriefSourcesHeading", "Brief sources heading"),
    "sources-note": ("BriefSourcesNote", "Brief sources note"),
    "strength": ("BriefStrength", "Brief strength"), "source": ("BriefSource", "Brief source"),
    "foot": ("BriefFoot", "Brief foot"), "note": ("BriefNote", "Brief note"),
    "cell": ("TableText", "Table text"), "aside": ("Aside", "Note to the reader"),
}  # fmt: skip
"""The id and the name in Word of each style; headings and lists are Word's own, so that it knows what they are."""
LISTS = {"tick": 1, "dash": 2, "reason": 3, "source": 4}
LINK_STYLE = "Hyperlink"


def styled(paragraph: Any, style: str) -> Any:
    """The paragraph, in the style of ours that has this name. By id: to look for a name takes as long as all the rest."""
    paragraph._p.style = STYLE_IDS[style][0]
    return paragraph


def twentieths(points: float) -> int:
    """Points as Word counts them."""
    return round(points * 20)


def blank(language: str, brand: str, form: Form = PAPER) -> bytes:
    """The empty document of a form, in a language and with a brand's colour (`#0e4f4b`)."""
    types = {
        "/word/document.xml": f"{_WORD}.document.main+xml", "/word/styles.xml": f"{_WORD}.styles+xml",
        "/word/numbering.xml": f"{_WORD}.numbering+xml", "/word/settings.xml": f"{_WORD}.settings+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }  # fmt: skip
    overrides = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in types.items())
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
        ),
        "_rels/.rels": _relations({
            f"{_OFFICE}/officeDocument": "word/document.xml",
            f"{_PACKAGE}/relationships/metadata/core-properties": "docProps/core.xml",
        }),
        "word/_rels/document.xml.rels": _relations({
            f"{_OFFICE}/{name}": f"{name}.xml" for name in ("styles", "numbering", "settings")
        }),
        "docProps/core.xml": (
            f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
        ),
        "word/document.xml": f'<w:document {W} xmlns:r="{_OFFICE}"><w:body><w:sectPr/></w:body></w:document>',
        "word/styles.xml": _styles(language, brand.removeprefix("#"), form),
        "word/numbering.xml": _numbering(form),
        "word/settings.xml": (
            f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:compat>'
            '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
            f'</w:compat><w:themeFontLang w:val="{language}"/></w:settings>'
        ),
    }  # fmt: skip
    return pack({name: (_HEAD + text).encode() for name, text in parts.items()})


def _relations(targets: dict[str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _styles(language: str, brand: str, form: Form) -> str:
    fonts = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr>{fonts}<w:color w:val="{INK}"/>'
        f"<w:lang w:val={quoteattr(language)}/></w:rPr>"
        "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    )
    link = (
        '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
        '<w:rPr><w:u w:val="single"/></w:rPr></w:style>'
    )
    paragraphs = "".join(_style(name, look, brand, form.width) for name, look in form.looks.items())
    return f"<w:styles {W}>{defaults}{normal}{link}{paragraphs}</w:styles>"


def _style(name: str, look: Look, brand: str, width: float) -> str:
    style_id, style_name = STYLE_IDS[name]
    list_id = {"item": LISTS["dash"], "reason": LISTS["reason"], "source": LISTS["source"]}.get(name)
    layout = [
        "<w:keepNext/><w:keepLines/>" if look.keep else "",
        f'<w:numPr><w:numId w:val="{list_id}"/></w:numPr>' if list_id else "",
        _border("bottom", 10, 3, brand) if name == "top" else "",
        _border("left", 24, 8, brand) if name in ("ask", "ask-heading", "aside") else "",
        _border("top", 4, 3, INK) if name == "sources-heading" else "",
        f'<w:tabs><w:tab w:val="right" w:pos="{twentieths(width)}"/></w:tabs>' if name == "top" else "",
        f'<w:spacing w:before="{twentieths(look.above)}" w:after="0" '
        f'w:line="{twentieths(look.line)}" w:lineRule="exact"/>',
        f'<w:ind w:left="{twentieths(look.indent)}"/>' if look.indent and not list_id else "",
        f'<w:outlineLvl w:val="{look.outline - 1}"/>' if look.outline else "",
    ]
    based_on = "Heading2" if look.outline == 2 and name != "heading" else "Normal"
    colour = brand if look.branded else MUTED if look.muted else INK
    letters = f'{"<w:b/>" if look.bold else ""}<w:color w:val="{colour}"/><w:sz w:val="{round(look.size * 2)}"/>'
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{style_name}"/>'
        f'<w:basedOn w:val="{based_on}"/>'
        f"<w:qFormat/><w:pPr>{''.join(layout)}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _border(side: str, eighths: int, space: int, colour: str) -> str:
    line = f'w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"'
    return f"<w:pBdr><w:{side} {line}/></w:pBdr>"


def _numbering(form: Form) -> str:
    """The lists: boxes to tick, dashes, and the two that are numbered."""
    symbols = '<w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol"/>'
    levels = {
        "tick": ("bullet", "☐", form.looks["item"].indent, f"<w:rPr>{symbols}</w:rPr>"),
        "dash": ("bullet", "–", form.looks["item"].indent, ""),
        "reason": ("decimal", "%1.", form.looks["reason"].indent, ""),
        "source": ("decimal", "%1.", form.looks["source"].indent, ""),
    }  # fmt: skip
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{LISTS[name]}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{twentieths(indent)}" w:hanging="{twentieths(indent)}"/></w:pPr>{letters}</w:lvl>'
        "</w:abstractNum>"
        for name, (form, text, indent, letters) in levels.items()
    )
    lists = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in LISTS.values())
    return f"<w:numbering {W}>{kinds}{lists}</w:numbering>"
