"""Styles inside a drawing, turned into plain attributes: drawing programs write either, and attributes can be checked."""

import re

from lxml import etree

_SVG = "http://www.w3.org/2000/svg"
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"(?:(?P<tag>[a-zA-Z]+)|\.(?P<class>[\w-]+)|#(?P<id>[\w-]+))\Z")


class StyleFault(Exception):
    """A style that cannot be turned into attributes; says which, and on what line it stands."""

    def __init__(self, message: str, line: int):
        super().__init__(message)
        self.line = line


def apply_styles(root: etree._Element, properties: set[str]) -> None:
    """Set as attributes what `<style>` and `style="…"` say of the allowed `properties`; the rest is left out.

    Raises StyleFault for a rule that is more than names of elements, classes and ids.
    """
    for element in list(root.iter(f"{{{_SVG}}}style")):
        for selectors, declarations in _rules("".join(element.itertext()), element.sourceline or 1):
            for selector in selectors:
                for found in root.iter():
                    if isinstance(found.tag, str) and _matches(found, selector):
                        _set(found, declarations, properties)
    for element in root.iter():
        if isinstance(element.tag, str) and element.get("style"):
            _set(element, element.get("style"), properties)


def _rules(text: str, line: int) -> list[tuple[list[re.Match[str]], str]]:
    text = _COMMENT.sub("", text).replace("<![CDATA[", "").replace("]]>", "")
    rest = _RULE.sub("", text).strip()
    if rest:
        raise StyleFault(f"The drawing's styles hold “{rest[:40]}”, which is not understood here.", line)
    found = []
    for selectors, declarations in _RULE.findall(text):
        names = [_SIMPLE.match(selector.strip()) for selector in selectors.split(",")]
        if not all(names):
            raise StyleFault(f"The drawing's styles speak of “{selectors.strip()[:40]}”, which is not understood here.", line)
        found.append((names, declarations))
    return found


def _matches(element: etree._Element, selector: re.Match[str]) -> bool:
    if selector["tag"]:
        return etree.QName(element).localname == selector["tag"]
    if selector["id"]:
        return element.get("id") == selector["id"]
    return selector["class"] in (element.get("class") or "").split()


def _set(element: etree._Element, declarations: str, properties: set[str]) -> None:
    for declaration in declarations.split(";"):
        name, colon, value = declaration.partition(":")
        name = name.strip().lower()
        if colon and name in properties:
            element.set(name, value.replace("!important", "").strip())
