/**
 * The pieces that a paper is made from: text with its citations, sentences, evidence, dates, one control for each
 * reply. Pure functions.
 */
const CITATION = /\s*\[@([^\]]*)\]/g;
const MARKS = /[*_`]+|\{[^}]*\}/g;
const LINK = /\[([^\]]*)\]\([^)]*\)/g;

/**
 * Text with Markdown and citations as pieces: `{text}` or `{source}`, with the day by which to check it if it has one.
 * @param {string} markdown
 * @returns {Array<{text: string} | {source: string, review_by?: string}>}
 */
export function pieces(markdown) {
  const found = [];
  let last = 0;
  for (const match of markdown.matchAll(CITATION)) {
    found.push({ text: plain(markdown.slice(last, match.index)) });
    const [, day] = /;\s*review by (\d{4}-\d{2}-\d{2})/.exec(match[1]) ?? [];
    for (const one of match[1].split(";")) {
      const source = /^\s*@?([a-z0-9-]+)\s*$/.exec(one)?.[1];
      if (source) found.push({ source, ...(day && { review_by: day }) });
    }
    last = match.index + match[0].length;
  }
  found.push({ text: plain(markdown.slice(last)) });
  return found.filter((piece) => piece.source || piece.text);
}

function plain(markdown) {
  return markdown.replace(LINK, "$1").replace(MARKS, "").replace(/\s+/g, " ");
}

/** The first sentences of a text: always one, and as many more as stay within `most` words. */
export function firstSentences(text, most) {
  const sentences = text.split(/(?<=[.?][”"’')]*)\s+(?=[“"‘'(]?[A-Z0-9])/);
  let taken = sentences[0];
  for (const sentence of sentences.slice(1)) {
    if (countWords(`${taken} ${sentence}`) > most) break;
    taken = `${taken} ${sentence}`;
  }
  return taken;
}

function countWords(text) {
  return text.replace(CITATION, "").split(/\s+/).filter(Boolean).length;
}

/**
 * The evidence that a text rests on: the strongest, and as few more as it takes for every figure and name in the text
 * that stands in any evidence. Which item bears which sentence is written nowhere; figures and names tell it well
 * enough.
 * @param {string} text
 * @param {Array<{shows: string, source: {title: string, publisher: string}}>} evidence the strongest first
 */
export function evidenceFor(text, evidence) {
  const told = evidence.map((item) => telling(`${item.shows} ${item.source.title} ${item.source.publisher}`));
  const missing = telling(text);
  const taken = new Set();
  const news = (place) => [...told[place]].filter((one) => missing.has(one)).length;
  for (let next = 0; next >= 0 && next < evidence.length;) {
    taken.add(next);
    for (const one of told[next]) missing.delete(one);
    const best = evidence.map((_, place) => place).reduce((a, b) => (news(b) > news(a) ? b : a), 0);
    next = news(best) ? best : -1;
  }
  return evidence.filter((_, place) => taken.has(place));
}

/** The figures of two digits and more, the names and the short names in a text. */
function telling(text) {
  const names = text.matchAll(/(?<![.?!:“"]\s*)(?<!^)\b\p{Lu}[\p{L}’']{3,}|\d[\d.,]*\d%?|\b\p{Lu}{2,}\b/gu);
  return new Set(Array.from(names, ([name]) => name.replace(/[’']s?$/, "").toLowerCase()));
}

/** A day as readers see it: 21 November 2026. */
export function longDate(day, months) {
  return `${day.getDate()} ${months[day.getMonth() + 1]} ${day.getFullYear()}`;
}

/** A day as files are named: 2026-11-21. */
export function shortDate(day) {
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** A date as written in a source, with 2012-03-18 and 2012-03 in words and anything else as it is. */
export function dateInWords(written, months) {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(written);
  if (!match || !months[Number(match[2])]) return written;
  return `${match[3] ? `${Number(match[3])} ` : ""}${months[Number(match[2])]} ${match[1]}`;
}

/**
 * What makes the risk acceptable, one control for each reply as long as there are any: from what was said if the reply
 * answers it, else from what it answers; one that is explained in a chapter of the reply before others; none twice.
 * @returns {Array<{reply: string, text: string}>}
 */
export function controlsFor(replies, objectionId, objections) {
  const byId = new Map(objections.map((one) => [one.id, one]));
  const taken = new Set();
  const found = [];
  for (const reply of replies) {
    const answers = reply.answers.includes(objectionId) ? [objectionId] : reply.answers;
    const free = answers.flatMap((id) => byId.get(id)?.controls ?? []).filter((one) => !taken.has(one.text));
    const control = free.find((one) => one.chapter && reply.chapters.includes(one.chapter)) ?? free[0];
    if (!control) continue;
    taken.add(control.text);
    found.push({ reply: reply.id, text: control.text });
  }
  return found;
}

/** An address that a document may link to, or null. */
export function safeLink(address) {
  return typeof address === "string" && /^https?:\/\/[^\s<>"]+$/.test(address) ? address : null;
}
