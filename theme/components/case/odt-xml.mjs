import { shortDate } from "./paper-parts.mjs";

/** The files inside an OpenDocument text, from a paper. Pure functions. */
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACES = [
  ["office", "office"], ["style", "style"], ["text", "text"], ["fo", "xsl-fo-compatible"], ["svg", "svg-compatible"], ["meta", "meta"],
]
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ")
  .concat(' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"');
const STYLES = {
  site: "Site", title: "Title", fact: "Fact", heading: "Heading_20_1", text: "Text_20_body", reason: "Reason", more: "More",
  bullet: "Bullet", source: "Source", foot: "Foot",
};
const LISTS = { reason: "Reasons", bullet: "Bullets", source: "Sources" };

/** Text as XML shows it unchanged: special signs named, runs of spaces and tabs kept. */
export function escapeXml(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function textXml(text) {
  return escapeXml(text).replaceAll("\t", "<text:tab/>").replace(/ {2,}/g, (run) => ` <text:s text:c="${run.length - 1}"/>`);
}

export function contentXml(paper) {
  const out = [];
  let list = "";
  const close = () => {
    if (list) out.push("</text:list-item></text:list>");
    list = "";
  };
  for (const block of paper.blocks) {
    const wanted = LISTS[block.style];
    if (wanted && wanted === list) out.push("</text:list-item><text:list-item>");
    else if (block.style !== "more" || !list) {
      close();
      if (wanted) out.push(`<text:list text:style-name="${wanted}"><text:list-item>`);
      list = wanted ?? "";
    }
    out.push(paragraph(block));
  }
  close();
  return `${HEAD}<office:document-content ${NAMESPACES}><office:body><office:text>${out.join("")}</office:text></office:body></office:document-content>`;
}

function paragraph({ style, runs }) {
  const text = runs.map(run).join("");
  const name = STYLES[style];
  if (style === "heading") return `<text:h text:style-name="${name}" text:outline-level="1">${text}</text:h>`;
  return `<text:p text:style-name="${name}">${text}</text:p>`;
}

function run({ text, bold, quiet, cite, link }) {
  const inside = textXml(text);
  if (link) return `<text:a xlink:type="simple" xlink:href="${escapeXml(link)}" text:style-name="Internet_20_link">${inside}</text:a>`;
  const name = bold ? "Strong_20_Emphasis" : cite ? "Citation" : quiet ? "Quiet" : "";
  return name ? `<text:span text:style-name="${name}">${inside}</text:span>` : inside;
}

export function stylesXml(paper, size) {
  const [language, country] = paper.language.split("-");
  const points = (times) => `${Math.round(size * times * 10) / 10}pt`;
  const family = (name, display, parent, paragraph, text = "") =>
    `<style:style style:name="${name}" style:display-name="${display}" style:family="paragraph" style:class="text"` +
    `${parent ? ` style:parent-style-name="${parent}"` : ""}${name.startsWith("Heading") ? ' style:default-outline-level="1"' : ""}>` +
    `<style:paragraph-properties ${paragraph}/>${text ? `<style:text-properties ${text}/>` : ""}</style:style>`;
  const span = (name, display, text) =>
    `<style:style style:name="${name}" style:display-name="${display}" style:family="text"><style:text-properties ${text}/></style:style>`;
  const below = (millimetres) => `fo:margin-top="0mm" fo:margin-bottom="${millimetres}mm"`;
  const small = `fo:font-size="${points(0.85)}"`;
  return (
    `${HEAD}<office:document-styles ${NAMESPACES}><office:font-face-decls>` +
    '<style:font-face style:name="Arial" svg:font-family="Arial" style:font-family-generic="swiss" style:font-pitch="variable"/>' +
    "</office:font-face-decls><office:styles>" +
    '<style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="105%" fo:orphans="2" fo:widows="2"/>' +
    `<style:text-properties style:font-name="Arial" fo:font-size="${points(1)}" fo:language="${language}" fo:country="${country}"/></style:default-style>` +
    family("Standard", "Standard", "", below(0)) +
    family("Text_20_body", "Text body", "Standard", 'fo:margin-top="1.4mm" fo:margin-bottom="0.7mm"') +
    family("Title", "Title", "Standard", below(2), `fo:font-size="${points(1.6)}" fo:font-weight="bold"`) +
    family("Heading_20_1", "Heading 1", "Standard", 'fo:margin-top="2mm" fo:margin-bottom="0.8mm" fo:keep-with-next="always"', `fo:font-size="${points(1.1)}" fo:font-weight="bold"`) +
    family("Site", "Site", "Standard", `${below(2)} fo:padding-bottom="0.8mm" fo:border-bottom="2.25pt solid ${paper.brand}"`, `${small} fo:font-weight="bold"`) +
    family("Fact", "Fact", "Standard", below(0.2)) +
    family("Reason", "Reason", "Standard", `${below(0.4)} fo:keep-with-next="always"`) +
    family("More", "More", "Standard", below(1)) +
    family("Bullet", "Bullet", "Standard", below(0.2)) +
    family("Source", "Source", "Standard", below(0.2), small) +
    family("Foot", "Foot", "Standard", 'fo:margin-top="2mm" fo:padding-top="1mm" fo:border-top="0.5pt solid #666666"', small) +
    span("Strong_20_Emphasis", "Strong Emphasis", 'fo:font-weight="bold"') +
    span("Internet_20_link", "Internet link", 'fo:color="#0b5f59" style:text-underline-style="solid"') +
    span("Citation", "Citation", 'style:text-position="super 65%"') +
    span("Quiet", "Quiet", 'fo:color="#444444"') +
    listXml("Reasons", 'text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"') +
    listXml("Sources", 'text:list-level-style-number text:level="1" style:num-prefix="[" style:num-suffix="]" style:num-format="1"') +
    listXml("Bullets", 'text:list-level-style-bullet text:level="1" text:bullet-char="\u2022"') +
    "</office:styles><office:automatic-styles>" +
    '<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" ' +
    'style:print-orientation="portrait" fo:margin-top="18mm" fo:margin-right="18mm" fo:margin-bottom="16mm" fo:margin-left="18mm"/></style:page-layout>' +
    '</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>' +
    "</office:document-styles>"
  );
}

function listXml(name, level) {
  const element = level.split(" ")[0];
  return (
    `<text:list-style style:name="${name}"><${level}><style:list-level-properties text:list-level-position-and-space-mode="label-alignment">` +
    '<style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="6mm" fo:text-indent="-6mm" fo:margin-left="6mm"/>' +
    `</style:list-level-properties></${element}></text:list-style>`
  );
}

export function metaXml(paper) {
  const day = `${shortDate(paper.day)}T00:00:00`;
  return (
    `${HEAD}<office:document-meta ${NAMESPACES}><office:meta><meta:generator>${escapeXml(paper.site)}</meta:generator>` +
    `<dc:title>${escapeXml(paper.title)}</dc:title><dc:creator>${escapeXml(paper.site)}</dc:creator>` +
    `<dc:language>${paper.language}</dc:language><meta:creation-date>${day}</meta:creation-date><dc:date>${day}</dc:date>` +
    "</office:meta></office:document-meta>"
  );
}

export function manifestXml(type) {
  const entry = (path, media) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${media}"/>`;
  return (
    `${HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">` +
    `${entry("/", type)}${entry("content.xml", "text/xml")}${entry("styles.xml", "text/xml")}${entry("meta.xml", "text/xml")}</manifest:manifest>`
  );
}
