import { tokenise } from "./tokenise.mjs";

/** How many letters of a text are shown, and how many of them before the first word that matched. */
const MOST = 240;
const BEFORE = 90;

/**
 * One result: its kind, its title as a link to the section that fits best, and the sentence that does, its words marked.
 * @param {import("./engine.mjs").Hit & { about: Object }} hit with what stands in the record's file
 * @param {import("./engine.mjs").Answer} found
 * @param {{ base: string, words: Object, isNamed?: boolean }} options
 */
export function result(hit, found, { base, words, isNamed = true }) {
  const { about } = hit;
  const section = about.sections[hit.section] ?? about.sections[0];
  const item = document.createElement("li");
  const kind = document.createElement("span");
  kind.className = "pb-results__kind";
  const { kinds } = words;
  kind.textContent = kinds[hit.kind] ?? "";
  const link = document.createElement("a");
  link.href = base.replace(/\/?$/, "/") + place(about.address, section);
  link.textContent = section.anchor ? `${about.title}: ${section.heading}` : about.title;
  const text = document.createElement("p");
  const source = [section, about.sections[0]].map((one) => ({ ...one, ...look(one.text, found) })).find(({ count }) => count);
  const chosen = source ?? look(about.sections[0].text || section.text, found);
  const excerpt = marked(chosen.sentence);
  text.append(...(chosen.said ? [`${words.said} “`, ...excerpt, "”"] : excerpt));
  // Named only where the words are in another language than the page.
  if (about.lang) link.lang = about.lang;
  const language = source?.lang ?? about.lang;
  if (language) text.lang = language;
  item.append(...(isNamed ? [kind] : []), link, text);
  return item;
}

function place(address, { anchor }) {
  return anchor ? `${address.split("#")[0]}#${anchor}` : address;
}

/**
 * The sentence of a text that has the most of the words that were looked for, in pieces, and how many it has.
 * @returns {{ sentence: [string, boolean][], count: number }} each piece with whether it was looked for
 */
function look(text, found) {
  const sentences = text.split(/(?<=[.!?]["”’)]?)\s+(?=\p{Lu}|[“"‘(\d])/u).map((sentence) => pieces(sentence, found));
  const many = sentences.map((sentence) => new Set(sentence.filter(([, is]) => is).map(([piece]) => tokenise(piece)[0])).size);
  let best = many.indexOf(Math.max(...many));
  const count = many[best];
  let sentence = sentences[best];
  while (long(sentence) < BEFORE && ++best < sentences.length) sentence = [...sentence, [" ", false], ...sentences[best]];
  return { sentence, count };
}

/** A text cut at its words. */
function pieces(text, found) {
  const all = text.split(/([\p{L}\p{N}]+(?:[’'][\p{L}]+)?)/u);
  const is = found.matches(all.filter((_, place) => place % 2));
  return all.map((piece, place) => [piece, Boolean(place % 2 && is[(place - 1) / 2])]).filter(([piece]) => piece);
}

const long = (sentence) => sentence.reduce((length, [piece]) => length + piece.length, 0);

/** A sentence as nodes, what was looked for marked; of a long one, what stands about the first such word. */
function marked(sentence) {
  const first = Math.max(sentence.findIndex(([, is]) => is), 0);
  let start = long(sentence) > MOST ? first : 0;
  for (let length = 0; start > 0 && length < BEFORE; start--) length += sentence[start - 1][0].length;
  let end = start;
  for (let length = 0; end < sentence.length && length < MOST; end++) length += sentence[end][0].length;
  const nodes = sentence.slice(start, end).map(([piece, is]) => {
    if (!is) return piece;
    const mark = document.createElement("mark");
    mark.textContent = piece;
    return mark;
  });
  return [start > 0 ? "… " : "", ...nodes, end < sentence.length ? " …" : ""];
}
