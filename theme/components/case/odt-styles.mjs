import { file, xml } from "./odt-xml.mjs";

const FONT = "Arial";
const BOLD = { "fo:font-weight": "bold" };
const LABEL = {
  "text:label-followed-by": "listtab",
  "text:list-tab-stop-position": "6mm",
  "fo:text-indent": "-6mm",
  "fo:margin-left": "6mm",
};

/**
 * The styles of an OpenDocument text: its page, its language, and a named style for each kind of paragraph.
 * @param {import("./paper-model.mjs").Paper} paper
 * @param {number} size of the text, in points
 */
export function stylesXml(paper, size) {
  const points = (times) => ({ "fo:font-size": `${Math.max(8, Math.round(size * times * 10) / 10)}pt` });
  const small = points(0.85);
  const [language, country] = paper.language.split("-");
  const usual = { "style:font-name": FONT, ...points(1), "fo:language": language, "fo:country": country };
  const keep = { "fo:keep-with-next": "always" };
  return file(
    "document-styles",
    xml("office:font-face-decls", {}, xml("style:font-face", { "style:name": FONT, "svg:font-family": FONT })),
    xml(
      "office:styles",
      {},
      xml(
        "style:default-style",
        { "style:family": "paragraph" },
        xml("style:paragraph-properties", { "fo:line-height": "105%", "fo:orphans": "2", "fo:widows": "2" }),
        xml("style:text-properties", usual),
      ),
      paragraphStyle("Standard", space(0, 0), {}, ""),
      paragraphStyle("Text body", space(1.4, 0.7)),
      paragraphStyle("Title", space(0, 2), { ...points(1.6), ...BOLD }),
      paragraphStyle("Heading 1", { ...space(2.4, 0.8), ...keep }, { ...points(1.1), ...BOLD }),
      paragraphStyle(
        "Site",
        { ...space(0, 2), ...line("bottom", `2.25pt solid ${paper.brand}`) },
        { ...small, ...BOLD },
      ),
      paragraphStyle("Fact", space(0, 0.2)),
      paragraphStyle("Reason", { ...space(0.6, 0), ...keep }),
      paragraphStyle("More", space(0, 0.8)),
      paragraphStyle("Bullet", space(0, 0.2)),
      paragraphStyle("Source", space(0, 0.2), small),
      paragraphStyle("Foot", { ...space(2.4, 0), ...line("top", "0.5pt solid #666666") }, small),
      textStyle("Strong Emphasis", BOLD),
      textStyle("Internet link", { "fo:color": "#0b5f59", "style:text-underline-style": "solid" }),
      textStyle("Citation", { "style:text-position": "super 65%" }),
      textStyle("Quiet", { "fo:color": "#444444" }),
      listStyle("Reasons", "number", { "style:num-suffix": ".", "style:num-format": "1" }),
      listStyle("Sources", "number", { "style:num-prefix": "[", "style:num-suffix": "]", "style:num-format": "1" }),
      listStyle("Bullets", "bullet", { "text:bullet-char": "\u2022" }),
    ),
    xml("office:automatic-styles", {}, pageLayout()),
    xml(
      "office:master-styles",
      {},
      xml("style:master-page", { "style:name": "Standard", "style:page-layout-name": "A4" }),
    ),
  );
}

function named(name) {
  return { "style:name": name.replaceAll(" ", "_20_"), "style:display-name": name };
}

function space(above, below) {
  return { "fo:margin-top": `${above}mm`, "fo:margin-bottom": `${below}mm` };
}

function line(side, look) {
  return { [`fo:padding-${side}`]: "1mm", [`fo:border-${side}`]: look };
}

function paragraphStyle(name, paragraph, text = {}, parent = "Standard") {
  const values = { ...named(name), "style:family": "paragraph", "style:class": "text" };
  if (parent) values["style:parent-style-name"] = parent;
  if (name.startsWith("Heading")) values["style:default-outline-level"] = "1";
  return xml("style:style", values, xml("style:paragraph-properties", paragraph), xml("style:text-properties", text));
}

function textStyle(name, text) {
  return xml("style:style", { ...named(name), "style:family": "text" }, xml("style:text-properties", text));
}

function listStyle(name, kind, level) {
  return xml(
    "text:list-style",
    named(name),
    xml(
      `text:list-level-style-${kind}`,
      { "text:level": "1", ...level },
      xml(
        "style:list-level-properties",
        { "text:list-level-position-and-space-mode": "label-alignment" },
        xml("style:list-level-label-alignment", LABEL),
      ),
    ),
  );
}

function pageLayout() {
  const page = {
    "fo:page-width": "210mm",
    "fo:page-height": "297mm",
    "style:print-orientation": "portrait",
    "fo:margin-top": "18mm",
    "fo:margin-right": "18mm",
    "fo:margin-bottom": "16mm",
    "fo:margin-left": "18mm",
  };
  return xml("style:page-layout", { "style:name": "A4" }, xml("style:page-layout-properties", page));
}
