/** The longest address that every email program we know of takes whole. */
export const LONGEST_MAILTO = 1900;

const CAPITALS = ["title", "heading"];
const TOGETHER = ["fact", "bullet", "source"];

/**
 * The paper as plain text, for an email.
 * @param {import("./paper-model.mjs").Paper} paper
 */
export function asText(paper) {
  const out = [];
  const numbers = { reason: 0, source: 0 };
  let before = "";
  for (const { style, runs } of paper.blocks.filter((block) => block.style !== "site")) {
    const text = runs
      .map((run) => (run.cite ? ` ${run.text}` : run.text))
      .join("")
      .trim();
    const goesOn = style === "more" || (style === before && TOGETHER.includes(style));
    if (before && !goesOn) out.push("");
    if (CAPITALS.includes(style)) out.push(text.toUpperCase());
    else if (style === "reason") out.push(`${++numbers.reason}. ${text}`);
    else if (style === "source") out.push(`[${++numbers.source}] ${text}${address(runs)}`);
    else if (style === "bullet") out.push(`- ${text}`);
    else out.push(text);
    before = style;
  }
  return `${out.join("\n").trim()}\n`;
}

function address(runs) {
  const link = runs.find((run) => run.link)?.link;
  return link ? ` ${link}` : "";
}

/**
 * An address that opens an email with this text in it.
 * @returns {string | null} null if the text is too long for that
 */
export function asMailto(subject, text) {
  const start = mailtoSubject(subject);
  const whole = `${start}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
  return whole.length > LONGEST_MAILTO ? null : whole;
}

/** An address that opens an email with a subject only. */
export function mailtoSubject(subject) {
  return `mailto:?subject=${encodeURIComponent(subject.slice(0, 120).replace(/\p{Cs}$/u, ""))}`;
}
