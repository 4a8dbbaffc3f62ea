import { openIndex } from "./index-files.mjs";
import { rank } from "./rank.mjs";
import { nearKeys, nearWords } from "./spelling.mjs";
import { stemmer, tokenise } from "./stems.mjs";

/** How many words of a query are looked up. */
const MOST_WORDS = 16;
const SAME = globalThis.P?.SAME ?? 0.6;
const SLIP = globalThis.P?.SLIP ?? 0.8;
const BEGUN = globalThis.P?.BEGUN ?? 0.7;

/**
 * @typedef {Object} Unit a word of the query, or some words that are one thing
 * @property {string} word as it was typed
 * @property {Map<string, number>} keys what is looked up for it, with how much each counts
 * @property {string[]} meant the words that it may be a slip for
 *
 * @typedef {Object} Hit
 * @property {number} record its number
 * @property {string} kind
 * @property {number} section the number of the section that fits best; 0 is the head
 * @property {number} score
 * @property {number} share how much of the query it has, from 0 to 1
 *
 * @typedef {Object} Answer
 * @property {Hit[]} hits the best first
 * @property {Unit[]} units what was looked for
 * @property {(word: string) => boolean} isMatch whether a word of a text is one that was looked for
 */

/**
 * Opens a search. Nothing but the small file that says where everything is is read before something is asked.
 * @param {string} address of that file, such as `search/en.json`
 */
export async function openSearch(address) {
  const index = await openIndex(address);
  const { start } = index;
  const stem = stemmer(start.stemmer);
  const ignored = new Set(start.ignored);
  const concepts = start.concepts;
  const longest = Math.max(1, ...Object.keys(concepts).map((phrase) => phrase.split(" ").length));

  /** The groups that stand in a row of stems: where, how many words, and their keys. */
  const groups = (stems) => {
    const found = [];
    for (let from = 0; from < stems.length; from++) {
      for (let to = Math.min(stems.length, from + longest); to > from; to--) {
        const phrase = stems.slice(from, to).join(" ");
        if (Object.hasOwn(concepts, phrase)) found.push({ from, to, keys: concepts[phrase].map((number) => `=${number}`) });
      }
    }
    return found;
  };

  /** @param {string} query @returns {Unit[]} */
  const unitsOf = (query) => {
    const words = tokenise(query);
    const stems = words.map(stem);
    const units = words.map((word, place) => ({ word, stem: stems[place], keys: new Map([[stems[place], 1]]), meant: [], weight: 1 }));
    const whole = [];
    for (const { from, to, keys } of groups(stems)) {
      if (to - from === 1) for (const key of keys) units[from].keys.set(key, SAME);
      else {
        whole.push({ word: words.slice(from, to).join(" "), stem: "", keys: new Map(keys.map((key) => [key, 1])), meant: [], weight: 1 });
        for (let place = from; place < to; place++) units[place].weight = 0.5;
      }
    }
    const own = units.filter((unit) => unit.keys.size > 1 || !ignored.has(unit.stem));
    const kept = own.filter((unit, place) => own.findIndex((other) => other.stem === unit.stem) === place);
    return [...kept, ...whole].slice(0, MOST_WORDS);
  };

  /** Adds what may have been meant by words that are nowhere. */
  const mend = async (units, rows) => {
    const lost = units.filter((unit) => unit.stem && !ignored.has(unit.stem) && ![...unit.keys.keys()].some((key) => rows.has(key)));
    const near = await index.rows(lost.flatMap((unit) => nearKeys(unit.word)));
    for (const unit of lost) {
      unit.meant = nearWords(unit.word, near);
      for (const word of unit.meant) {
        const meant = stem(word);
        unit.keys.set(meant, SLIP);
        for (const { keys } of groups([meant])) for (const key of keys) unit.keys.set(key, SLIP * SAME);
      }
    }
    const more = await index.rows(lost.flatMap((unit) => [...unit.keys.keys()]));
    for (const [key, row] of more) rows.set(key, row);
  };

  /**
   * @param {string} query
   * @param {{ kinds?: Set<string>, audience?: string }} [only]
   * @returns {Promise<Answer>}
   */
  const search = async (query, only = {}) => {
    const units = unitsOf(query);
    const rows = await index.rows(units.flatMap((unit) => [...unit.keys.keys()]));
    await mend(units, rows);
    const audience = only.audience ? await index.audience(only.audience) : null;
    const hits = rank(units, rows, start).filter(
      (hit) => (!only.kinds?.size || only.kinds.has(hit.kind)) && (!audience || audience.has(hit.record)),
    );
    const looked = new Set(units.flatMap((unit) => [...unit.keys.keys()]));
    const isMatch = (word) => {
      const own = stem(word);
      return looked.has(own) || (concepts[own] ?? []).some((number) => looked.has(`=${number}`));
    };
    return { hits, units, isMatch };
  };

  return { search, record: index.record, audiences: start.for, kinds: start.kinds.map(([, kind]) => kind) };
}
