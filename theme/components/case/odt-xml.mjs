import { shortDate } from "./paper-parts.mjs";

/** The files inside an OpenDocument text but its styles, from a paper. Pure functions. */
const STYLES = {
  site: "Site",
  title: "Title",
  fact: "Fact",
  heading: "Heading_20_1",
  text: "Text_20_body",
  reason: "Reason",
  more: "More",
  bullet: "Bullet",
  source: "Source",
  foot: "Foot",
};
const LISTS = { reason: "Reasons", bullet: "Bullets", source: "Sources" };
const OASIS = "urn:oasis:names:tc:opendocument:xmlns:";
const NAMESPACES = {
  "xmlns:office": `${OASIS}office:1.0`,
  "xmlns:style": `${OASIS}style:1.0`,
  "xmlns:text": `${OASIS}text:1.0`,
  "xmlns:fo": `${OASIS}xsl-fo-compatible:1.0`,
  "xmlns:svg": `${OASIS}svg-compatible:1.0`,
  "xmlns:meta": `${OASIS}meta:1.0`,
  "xmlns:xlink": "http://www.w3.org/1999/xlink",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "office:version": "1.3",
};

/** Text as XML shows it unchanged: its special signs named. */
export function escapeXml(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/**
 * An element of XML. Values are escaped, children are XML already.
 * @param {string} name
 * @param {Record<string, string>} values
 * @param {...string} children
 */
export function xml(name, values, ...children) {
  const said = Object.entries(values).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<${name}${said.join("")}>${children.join("")}</${name}>`;
}

/** A whole file whose outermost element is `office:` and a name. */
export function file(name, ...children) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml(`office:${name}`, NAMESPACES, ...children)}`;
}

export function contentXml(paper) {
  const out = [];
  let list = "";
  let items = [];
  const close = () => {
    if (list)
      out.push(xml("text:list", { "text:style-name": list }, ...items.map((one) => xml("text:list-item", {}, one))));
    [list, items] = ["", []];
  };
  for (const block of paper.blocks) {
    const wanted = LISTS[block.style] ?? "";
    if (block.style === "more" && list) items[items.length - 1] += paragraph(block);
    else {
      if (wanted !== list) close();
      list = wanted;
      if (list) items.push(paragraph(block));
      else out.push(paragraph(block));
    }
  }
  close();
  return file("document-content", xml("office:body", {}, xml("office:text", {}, ...out)));
}

function paragraph({ style, runs }) {
  const values = { "text:style-name": STYLES[style] };
  if (style === "heading") return xml("text:h", { ...values, "text:outline-level": "1" }, ...runs.map(run));
  return xml("text:p", values, ...runs.map(run));
}

function run({ text, bold, quiet, cite, link }) {
  const inside = escapeXml(text);
  const name = bold ? "Strong_20_Emphasis" : cite ? "Citation" : quiet ? "Quiet" : "";
  if (link) {
    return xml("text:a", { "xlink:type": "simple", "xlink:href": link, "text:style-name": "Internet_20_link" }, inside);
  }
  return name ? xml("text:span", { "text:style-name": name }, inside) : inside;
}

export function metaXml(paper) {
  const day = `${shortDate(paper.day)}T00:00:00`;
  const facts = [
    ["meta:generator", paper.site],
    ["dc:title", paper.title],
    ["dc:creator", paper.site],
    ["dc:language", paper.language],
    ["meta:creation-date", day],
    ["dc:date", day],
  ];
  return file("document-meta", xml("office:meta", {}, ...facts.map(([name, text]) => xml(name, {}, escapeXml(text)))));
}

export function manifestXml(type) {
  const files = [["/", type], ...["content.xml", "styles.xml", "meta.xml"].map((name) => [name, "text/xml"])];
  const entries = files.map(([path, media]) =>
    xml("manifest:file-entry", { "manifest:full-path": path, "manifest:media-type": media }),
  );
  const values = { "xmlns:manifest": `${OASIS}manifest:1.0`, "manifest:version": "1.3" };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml("manifest:manifest", values, ...entries)}`;
}
