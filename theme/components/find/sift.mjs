import { term, tokenize } from "./terms.mjs";

/**
 * @typedef {Object} Item an argument in the list
 * @property {HTMLElement} element
 * @property {Record<string, string[]>} values by facet, the ids that it is found under
 * @property {string} own its own words, as `stems` gives them
 *
 * @typedef {Object} State what the reader has chosen
 * @property {Map<string, Set<string>>} chosen by facet, the ids that are ticked; a facet with none is not in it
 * @property {string} words
 * @property {string} order
 *
 * @typedef {Object} Result
 * @property {Item[]} found those that fit all of it, in the order of `items`
 * @property {Map<string, Map<string, number>>} counts by facet and id, how many that id alone would find in its facet
 * @property {Map<string, number>} without by facet, or "words", how many more would be found without it
 */

/**
 * Text as its stems, each with a space before it, so that the beginning of a word can be looked for.
 * @param {string} text
 */
export function stems(text) {
  return tokenize(text)
    .map(term)
    .filter(Boolean)
    .map((stem) => ` ${stem}`)
    .join("");
}

/**
 * A test for typed words, or null if they say nothing. Every word has to begin a word of the argument's own or of what
 * is heard as an objection that it answers.
 * @param {string} typed
 * @param {Map<string, string>} heard by objection, its wordings as `stems` gives them
 */
export function wordsTest(typed, heard) {
  const looked = [...new Set(stems(typed).split(" ").filter(Boolean))].map((stem) => {
    const start = ` ${stem}`;
    return { start, objections: new Set([...heard.keys()].filter((id) => heard.get(id).includes(start))) };
  });
  if (!looked.length) return null;
  return (item) =>
    looked.every(
      ({ start, objections }) => item.own.includes(start) || item.values.objection?.some((id) => objections.has(id)),
    );
}

/**
 * Filters once through the list: within a facet any ticked choice will do, and every facet has to be met. An argument
 * that fails one test alone counts for the other choices of that facet, so that the counts follow the other filters.
 * @param {Item[]} items
 * @param {State} state
 * @param {string[]} facets
 * @param {((item: Item) => boolean) | null} fitsWords
 * @returns {Result}
 */
export function sift(items, state, facets, fitsWords) {
  const tests = [...state.chosen].map(([facet, ids]) => {
    return [facet, (item) => item.values[facet].some((id) => ids.has(id))];
  });
  if (fitsWords) tests.push(["words", fitsWords]);
  const found = [];
  const counts = new Map(facets.map((facet) => [facet, new Map()]));
  const without = new Map(tests.map(([name]) => [name, 0]));
  const count = (facet, item) => {
    const of = counts.get(facet);
    for (const id of item.values[facet]) of.set(id, (of.get(id) ?? 0) + 1);
  };
  for (const item of items) {
    const failed = [];
    for (const [name, fits] of tests) {
      if (!fits(item)) failed.push(name);
      if (failed.length > 1) break;
    }
    if (failed.length === 0) {
      found.push(item);
      for (const facet of facets) count(facet, item);
    } else if (failed.length === 1) {
      without.set(failed[0], without.get(failed[0]) + 1);
      if (failed[0] !== "words") count(failed[0], item);
    }
  }
  return { found, counts, without };
}
