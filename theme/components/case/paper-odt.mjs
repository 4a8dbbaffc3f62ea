import { strToU8, zipSync } from "../../assets/vendor/fflate/fflate.mjs";
import { stylesXml } from "./odt-styles.mjs";
import { contentXml, manifestXml, metaXml } from "./odt-xml.mjs";

const TYPE = "application/vnd.oasis.opendocument.text";

/**
 * The paper as an OpenDocument text: A4, real headings and lists, language and title set.
 * @param {import("./paper-model.mjs").Paper} paper
 * @param {number} size of the text, in points
 * @returns {Blob}
 */
export function asOdt(paper, size) {
  const files = {
    // First and not compressed, so that programs can tell the type of the file from its first bytes.
    mimetype: [strToU8(TYPE), { level: 0 }],
    "content.xml": strToU8(contentXml(paper)),
    "styles.xml": strToU8(stylesXml(paper, size)),
    "meta.xml": strToU8(metaXml(paper)),
    "META-INF/manifest.xml": strToU8(manifestXml(TYPE)),
  };
  return new Blob([zipSync(files, { mtime: paper.day })], { type: TYPE });
}
