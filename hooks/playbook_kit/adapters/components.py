"""Gives plain Markdown the markup of our components: Do and Do not lists, tables that scroll by keyboard.

A Python-Markdown extension, because it works on the finished tree: contributors write plain headings, lists and tables.
"""

import xml.etree.ElementTree as etree
from collections.abc import Mapping, Sequence

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from ..do_and_dont import DO, DO_NOT
from ..handouts.read import BOX
from ..words import Words

HEADINGS = ("h2", "h3", "h4")
_CLASSES = {f"pb-{name}__heading": name for name in ("do", "do-not")}


class ComponentsExtension(Extension):
    """Adds the tree processors; `words` are the interface's words in each language."""

    def __init__(self, words: Sequence[Words]):
        super().__init__()
        self.names = {DO: "do", DO_NOT: "do-not"}
        for one in words:
            self.names |= {one("do_and_dont.do"): "do", one("do_and_dont.do_not"): "do-not"}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register after inline patterns (20) and the table of contents (5), which gives headings their ids."""
        md.treeprocessors.register(DoAndDoNot(md, self.names), "do-and-do-not", 4)
        md.treeprocessors.register(ScrollingTables(md), "scrolling-tables", 3)
        md.treeprocessors.register(Boxes(md), "boxes", 2)


class DoAndDoNot(Treeprocessor):
    """Marks a heading “Do” or “Do not” and the list right below it with the component's classes.

    `names` are these words in each language; a heading in other words may have the class already.
    """

    def __init__(self, md: Markdown, names: Mapping[str, str]):
        super().__init__(md)
        self.names = names

    def run(self, root: etree.Element) -> None:
        """Change the tree in place."""
        for parent in root.iter():
            children = list(parent)
            for heading, below in zip(children, children[1:], strict=False):
                if heading.tag in HEADINGS and below.tag == "ul":
                    name = self.names.get("".join(heading.itertext()).strip()) or _CLASSES.get(heading.get("class", ""))
                    if name:
                        heading.set("class", f"pb-{name}__heading")
                        below.set("class", f"pb-{name}")


class Boxes(Treeprocessor):
    """Marks entries of lists that begin with a box to tick, which needs no bullet before it."""

    def run(self, root: etree.Element) -> None:
        """Change the tree in place."""
        for item in root.iter("li"):
            first = item[0] if not (item.text or "").strip() and len(item) else item
            if (first.text or "").lstrip().startswith(BOX):
                item.set("class", "pb-box")


class ScrollingTables(Treeprocessor):
    """Puts each table in a region that can be reached and scrolled by keyboard, named by the heading above it.

    Alignment becomes a class, since a strict policy refuses inline styles.
    """

    def run(self, root: etree.Element) -> None:
        """Change the tree in place."""
        self._wrap_in(root, "", set())

    def _wrap_in(self, parent: etree.Element, name: str, taken: set[str]) -> str:
        """Wrap every table below an element, in the page's order; gives the last heading's words."""
        for position, child in enumerate(list(parent)):
            if child.tag in HEADINGS:
                name = "".join(child.itertext()).strip()
            elif child.tag == "table":
                parent[position] = self._region(child, name, taken)
            else:
                name = self._wrap_in(child, name, taken)
        return name

    @staticmethod
    def _region(table: etree.Element, name: str, taken: set[str]) -> etree.Element:
        for cell in table.iter():
            style = cell.attrib.pop("style", "")
            if cell.tag in ("td", "th") and style.startswith("text-align:"):
                cell.set("class", f"pb-align-{style.partition(':')[2].strip(' ;')}")
            if cell.tag == "th":
                cell.set("scope", "col")
        region = etree.Element("div", {"class": "pb-table", "role": "region", "tabindex": "0"})
        # Where no heading stands above it, or another table stands there too, a table is known by its columns.
        columns = ", ".join("".join(cell.itertext()).strip() for cell in table.iter("th"))
        name = name if name and name not in taken else ": ".join(filter(None, (name, columns)))
        if name:
            region.set("aria-label", name)
            taken.add(name)
        region.tail, table.tail = table.tail, None
        region.append(table)
        return region
