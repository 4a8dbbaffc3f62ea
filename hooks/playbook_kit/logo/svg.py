"""SVG: a drawing is written anew from the elements and attributes on two lists, so that nothing in it can run or load.

What editors add for themselves is left out without a word. What would change the picture if it were left out, or would
run or load something, is said, and the file is not served.
"""

import re
from collections.abc import Iterator

from lxml import etree

from .picture import Flaw, Picture
from .svg_style import StyleFault, apply_styles

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
MOST_ELEMENTS = 5_000
ELEMENTS = {
    "svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan",
    "linearGradient", "radialGradient", "stop", "clipPath", "mask",
}  # fmt: skip
QUIETLY_DROPPED = {"title", "desc", "metadata", "style"}
PROPERTIES = {
    "clip-path", "clip-rule", "color", "display", "fill", "fill-opacity", "fill-rule", "font-family", "font-size",
    "font-style", "font-weight", "letter-spacing", "mask", "opacity", "stop-color", "stop-opacity", "stroke",
    "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity",
    "stroke-width", "text-anchor", "vector-effect", "visibility",
}  # fmt: skip
ATTRIBUTES = PROPERTIES | {
    "clipPathUnits", "cx", "cy", "d", "dx", "dy", "fx", "fy", "gradientTransform", "gradientUnits", "height", "href", "id",
    "maskContentUnits", "maskUnits", "offset", "pathLength", "points", "preserveAspectRatio", "r", "rotate", "rx", "ry",
    "spreadMethod", "textLength", "transform", "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2",
}  # fmt: skip
_OWN_ADDRESS = re.compile(r"#[\w.-]+\Z")
_URL = re.compile(r"url\(\s*['\"]?(?P<to>[^)'\"]*)['\"]?\s*\)", re.I)
_FUNCTION = re.compile(r"([\w-]+)\s*\(")
_FUNCTIONS = {"url", "rgb", "rgba", "hsl", "hsla", "matrix", "translate", "scale", "rotate", "skewX", "skewY"}
_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?"
_VIEW_BOX = re.compile(rf"\s*({_NUMBER})[\s,]+({_NUMBER})[\s,]+({_NUMBER})[\s,]+({_NUMBER})\s*\Z", re.I)
_PAINT = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})\Z", re.I)
_AGAIN = "Take it out, or have whoever drew the logo save it as plain SVG without it."


def read_svg(data: bytes) -> tuple[Picture | None, list[Flaw]]:
    """A drawing with nothing in it but shapes, and what is wrong with it."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return None, [_damaged(error.lineno or 1)]
    if root.getroottree().docinfo.internalDTD is not None and _declares_entities(root):
        return None, [Flaw("The drawing declares entities, which can hide anything.", _AGAIN)]
    if root.tag != f"{{{SVG}}}svg":
        return None, [Flaw("The file is XML, but not an SVG drawing.", "Save the logo as SVG, PNG or JPEG.")]
    if sum(1 for _ in root.iter()) > MOST_ELEMENTS:
        return None, [Flaw(f"The drawing has more than {MOST_ELEMENTS:,} parts.", "Have it simplified, or save it as PNG.")]
    if not _has_sound_names(root):
        return None, [_damaged(1)]
    flaws = [*_clean(root), *_uses(root)]
    size = _size(root, flaws)
    if size is None or any(flaw.stops for flaw in flaws):
        return None, sorted(flaws, key=lambda flaw: flaw.line)
    for name in ("width", "height", "x", "y"):
        root.attrib.pop(name, None)
    etree.cleanup_namespaces(root)
    return Picture("svg", etree.tostring(root, encoding="utf-8") + b"\n", *size, paints=_paints(root)), flaws


def _damaged(line: int) -> Flaw:
    return Flaw("The drawing is damaged: what follows here cannot be read.", "Save it again as plain SVG.", line=line)


def _has_sound_names(root: etree._Element) -> bool:
    """Whether lxml can take every name apart: the parser lets some through that it cannot."""
    try:
        for element in root.iter():
            for name in (element.tag, *element.attrib) if isinstance(element.tag, str) else ():
                etree.QName(name)
    except ValueError:
        return False
    return True


def _declares_entities(root: etree._Element) -> bool:
    dtd = root.getroottree().docinfo.internalDTD
    return any(True for _ in dtd.iterentities())


def _clean(root: etree._Element) -> Iterator[Flaw]:
    """Change the tree so that only what is on the lists is left, saying what would be missed."""
    try:
        apply_styles(root, PROPERTIES)
    except StyleFault as fault:
        yield Flaw(str(fault), "Have the logo saved with “presentation attributes” in place of styles.", line=fault.line)
    for element in list(root.iter()):
        if isinstance(element.tag, str):
            name = etree.QName(element)
            if name.namespace != SVG or name.localname in QUIETLY_DROPPED:
                _drop(element)
    for element in root.iter():
        name = etree.QName(element) if isinstance(element.tag, str) else None
        if name is None:
            yield Flaw("The drawing holds an entity, which can hide anything.", _AGAIN, line=element.sourceline or 1)
        elif name.localname not in ELEMENTS:
            yield Flaw(f"<{name.localname}> is not allowed in a logo.", _AGAIN, line=element.sourceline or 1)
        else:
            if name.localname == "text":
                yield Flaw(
                    "The drawing has letters as text, which look different on every device.",
                    "Have them turned into outlines (paths).", stops=False, line=element.sourceline or 1,
                )  # fmt: skip
            yield from _attributes(element)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _attributes(element: etree._Element) -> Iterator[Flaw]:
    line = element.sourceline or 1
    for name, value in list(element.attrib.items()):
        found = etree.QName(name)
        local = found.localname
        if local.lower().startswith("on"):
            yield Flaw(f"“{local}” would run a script.", _AGAIN, line=line)
        elif local == "href" and found.namespace in (None, XLINK):
            del element.attrib[name]
            if _OWN_ADDRESS.match(value.strip()):
                element.set("href", value.strip())
            else:
                yield Flaw("The drawing loads something from elsewhere.", _AGAIN, line=line)
        elif found.namespace or local not in ATTRIBUTES:
            del element.attrib[name]
        elif any(not _OWN_ADDRESS.match(match["to"].strip()) for match in _URL.finditer(value)):
            yield Flaw(f"“{local}” loads something from elsewhere.", _AGAIN, line=line)
        elif "\\" in value or not _FUNCTIONS.issuperset(_FUNCTION.findall(value)) or value.count("url(") > len(_URL.findall(value)):
            yield Flaw(f"“{local}” says something that is not understood here.", _AGAIN, line=line)


def _uses(root: etree._Element) -> Iterator[Flaw]:
    """A part that is used many times inside a part that is used many times grows without end."""
    by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
    for element in root.iter(f"{{{SVG}}}use"):
        target = by_id.get((element.get("href") or "").removeprefix("#"))
        if target is not None and next(target.iter(f"{{{SVG}}}use"), None) is not None:
            yield Flaw("<use> shows something that holds another <use>.", _AGAIN, line=element.sourceline or 1)


def _size(root: etree._Element, flaws: list[Flaw]) -> tuple[float, float] | None:
    """The width and height of the drawing in its own units, from its viewBox."""
    line = root.sourceline or 1
    match = _VIEW_BOX.match(root.get("viewBox", ""))
    if not match:
        sides = [re.fullmatch(rf"\s*({_NUMBER})(?:px)?\s*", root.get(side, ""), re.I) for side in ("width", "height")]
        known = " ".join(side[1] for side in sides if side) if all(sides) else "WIDTH HEIGHT"
        flaws.append(Flaw("The drawing has no viewBox, so it cannot be shown larger or smaller.",
                          f'Have whoever drew the logo save it with one, or begin the file with <svg viewBox="0 0 {known}" …>.', line=line))  # fmt: skip
        return None
    width, height = float(match[3]), float(match[4])
    if not (0.1 <= width <= 100_000 and 0.1 <= height <= 100_000):
        flaws.append(Flaw(f"The drawing says that it is {width:,.10g} by {height:,.10g}, which cannot be shown.",
                          "Have whoever drew the logo save it again at the size of what is drawn.", line=line))  # fmt: skip
        return None
    return width, height


def _paints(root: etree._Element) -> frozenset[str]:
    """The plain colours that the drawing is painted with, as they are written."""
    values = (element.get(name, "") for element in root.iter() for name in ("fill", "stroke", "stop-color"))
    return frozenset(value.strip().lower() for value in values if _PAINT.match(value.strip()))
