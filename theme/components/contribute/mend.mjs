/**
 * What is mended in an answer before it is looked at: the same steps as `hooks/playbook_kit/contribute/repair.py`, which
 * come as data. A test holds the two together, letter for letter.
 */
const ADDRESS_BARE = /^(?!https?:\/\/)(?:[A-Za-z0-9_-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$/i;
const FROM_EXCEL = /^"((?:[^"]|"")*)"$/;
const ONE_LINE = ["line", "address", "choice", "yes-no"];
const CHOSEN = ["choice", "choices"];

const trim = (text) => text.replace(/^[ \n]+|[ \n]+$/g, "");

/** @param {[string, string, string][]} steps pattern, what stands in its place, and the note to give */
function take(steps, text, notes) {
  for (const [pattern, to, note] of steps) {
    const after = text.replace(new RegExp(pattern, "gmu"), to);
    if (after !== text && note) notes.push(note);
    text = after;
  }
  return text;
}

/**
 * An answer as it should have been typed, and the notes on what was mended.
 * @param {string} text
 * @param {{control: string, isMarkdown: boolean}} field
 * @param {Record<string, [string, string, string][]>} steps
 * @returns {[string, string[]]}
 */
export function mend(text, field, steps) {
  const notes = [];
  text = trim(take(steps.mend, text, notes));
  const excel = FROM_EXCEL.exec(text);
  if (excel && (excel[1].includes("\n") || excel[1].includes('""'))) {
    text = trim(excel[1].replaceAll('""', '"'));
    notes.push("excel");
  }
  if (text.includes("\n") && ONE_LINE.includes(field.control)) {
    text = text.replace(/ *\n+ */g, " ");
    notes.push("lines");
  }
  if (field.control === "address" && ADDRESS_BARE.test(text)) {
    text = `https://${text}`;
    notes.push("address");
  }
  if (!CHOSEN.includes(field.control)) {
    const plain = [...steps.plain, ...(field.control === "lines" ? steps.each : steps.whole)];
    text = trim(take(field.isMarkdown ? steps.marked : plain, text, notes));
  }
  return [text, [...new Set(notes)]];
}

/** A text as Markdown that is seen as it was typed. */
export const shown = (text, steps) => take(steps.shown, text, []);

/** Lower-case words joined by hyphens, whole ones, of at most `longest` characters. */
export function slug(text, longest) {
  const found = text
    .normalize("NFKD")
    .replace(/[^\u0000-\u007f]/gu, "")
    .toLowerCase()
    .replace(/['"]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (found.length <= longest) return found;
  const cut = found.slice(0, longest + 1);
  return cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : found.slice(0, longest);
}

/** An id from a text, with a number where it is taken; `otherwise` where the text gives none. */
export function freeId(text, taken, otherwise, longest) {
  const wanted = slug(text, longest) || otherwise;
  let found = wanted;
  for (let number = 2; taken.has(found); number++) found = `${wanted}-${number}`;
  return found;
}
