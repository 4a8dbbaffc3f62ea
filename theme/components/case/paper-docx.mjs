import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  LevelFormat,
  LineRuleType,
  Packer,
  Paragraph,
  TextRun,
} from "../../assets/vendor/docx/docx.mjs";

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const FONT = "Arial";
const MM = 1440 / 25.4;
const INDENT = Math.round(6 * MM);
const LISTS = {
  reason: [LevelFormat.DECIMAL, "%1."],
  source: [LevelFormat.DECIMAL, "[%1]"],
  bullet: [LevelFormat.BULLET, "\u2022"],
};

/** The look of each block: its style's id, the size against that of the text, and the space around it in points. */
const STYLES = {
  site: { id: "Site", size: 0.9, bold: true, before: 0, after: 6 },
  title: { id: "Title", size: 1.6, bold: true, before: 0, after: 5 },
  fact: { id: "Fact", size: 1, before: 0, after: 0.5 },
  heading: { id: "Heading1", size: 1.1, bold: true, before: 7, after: 2, keepNext: true },
  text: { id: "Text", size: 1, before: 3, after: 2 },
  reason: { id: "Reason", size: 1, before: 2, after: 0, keepNext: true },
  more: { id: "More", size: 1, before: 0, after: 2, left: INDENT },
  bullet: { id: "Bullet", size: 1, before: 0, after: 0.5 },
  source: { id: "Source", size: 0.85, before: 0, after: 0.5 },
  foot: { id: "Foot", size: 0.85, before: 7, after: 0 },
};

/**
 * The paper as a Word document: A4, real headings and lists, named styles, language and title set.
 * @param {import("./paper-model.mjs").Paper} paper
 * @param {number} points the size of the text
 * @returns {Promise<Blob>}
 */
export async function asDocx(paper, points) {
  const language = { value: paper.language, eastAsia: paper.language, bidirectional: paper.language };
  const { title, heading, ...others } = STYLES;
  const document = new Document({
    title: paper.title,
    creator: paper.site,
    lastModifiedBy: paper.site,
    styles: {
      default: {
        document: { run: { font: FONT, size: Math.round(points * 2), language } },
        title: look(title, points),
        heading1: look(heading, points),
      },
      paragraphStyles: Object.values(others).map((one) => ({
        id: one.id,
        name: one.id,
        basedOn: "Normal",
        quickFormat: true,
        ...look(one, points, paper.brand),
      })),
    },
    numbering: { config: Object.entries(LISTS).map(([name, [format, text]]) => list(name, format, text, points)) },
    sections: [
      {
        properties: {
          page: {
            size: { width: Math.round(210 * MM), height: Math.round(297 * MM) },
            margin: { top: 18 * MM, right: 18 * MM, bottom: 16 * MM, left: 18 * MM },
          },
        },
        children: paper.blocks.map(paragraph),
      },
    ],
  });
  return new Blob([await Packer.toBlob(document)], { type: TYPE });
}

function look({ id, size, bold, before, after, left, keepNext }, points, brand = "#000000") {
  const line = (width, color) => ({ style: BorderStyle.SINGLE, size: width, color, space: 4 });
  return {
    run: { font: FONT, size: Math.max(16, Math.round(points * size * 2)), bold, color: "000000" },
    paragraph: {
      spacing: { before: before * 20, after: after * 20, line: 252, lineRule: LineRuleType.AUTO },
      keepNext,
      ...(left && { indent: { left } }),
      ...(id === "Site" && { border: { bottom: line(18, brand.slice(1)) } }),
      ...(id === "Foot" && { border: { top: line(4, "666666") } }),
    },
  };
}

function list(reference, format, text, points) {
  const { size } = STYLES[reference];
  const style = {
    paragraph: { indent: { left: INDENT, hanging: INDENT } },
    run: { size: Math.max(16, Math.round(points * size * 2)) },
  };
  return { reference, levels: [{ level: 0, format, text, alignment: AlignmentType.LEFT, style }] };
}

function paragraph({ style, runs }) {
  const numbering = LISTS[style] && { reference: style, level: 0 };
  return new Paragraph({ style: STYLES[style].id, children: runs.map(piece), ...(numbering && { numbering }) });
}

function piece({ text, bold, quiet, cite, link }) {
  const run = new TextRun({
    text,
    bold,
    superScript: cite,
    ...(quiet && { color: "444444" }),
    ...(link && { color: "0b5f59", underline: {} }),
  });
  return link ? new ExternalHyperlink({ link, children: [run] }) : run;
}
