import EnglishStemmer from "../../assets/vendor/snowball/english.mjs";
import { openIndex } from "./index-files.mjs";
import { rank } from "./rank.mjs";
import { aroundKeys, aroundWords, nearKeys, nearWords } from "./spelling.mjs";
import { stemmer } from "./stems.mjs";
import { tokenise } from "./tokenise.mjs";

/** By the name that the index gives them. */
const STEMMERS = { english: () => new EnglishStemmer() };
/** How many words of a query are looked up, and how much other words count than those that were typed. */
const MOST_WORDS = 16;
/** What has less of a text than this is not like it. */
const ALIKE = 0.5;
const SAME = 0.6;
const SLIP = 0.8;
const BEGUN = 0.7;

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
 * @property {(words: string[]) => boolean[]} matches which words of a text are among those that were looked for
 */

/**
 * Opens a search. Nothing but the small file that says where everything is is read before something is asked.
 * @param {string} address of that file, such as `search/en.json`
 * @param {Promise<any>} [file] what it holds, if it is being read already
 */
export async function openSearch(address, file) {
  const index = await openIndex(address, file);
  const { start } = index;
  const stem = stemmer(STEMMERS[start.stemmer]?.());
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

  /** Takes the last word, if it is nowhere, for the beginning of one: the reader may still be typing it. */
  const complete = async (unit, rows) => {
    if (!unit?.stem || unit.stem.length < 3 || [...unit.keys.keys()].some((key) => rows.has(key))) return;
    for (const [key, row] of await index.beginning(unit.stem)) {
      unit.keys.set(key, BEGUN);
      rows.set(key, row);
    }
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
    if (/[\p{L}\p{N}]$/u.test(query)) await complete(units.findLast((unit) => unit.stem), rows);
    await mend(units, rows);
    const audience = only.audience ? await index.audience(only.audience) : null;
    const hits = rank(units, rows, start).filter(
      (hit) => (!only.kinds?.size || only.kinds.has(hit.kind)) && (!audience || audience.has(hit.record)),
    );
    const looked = new Set(units.flatMap((unit) => [...unit.keys.keys()]));
    const matches = (texts) => {
      const stems = texts.map((text) => stem(tokenise(text)[0] ?? ""));
      const found = stems.map((own) => looked.has(own));
      for (const { from, to, keys } of groups(stems)) {
        if (keys.some((key) => looked.has(key))) found.fill(true, from, to);
      }
      return found;
    };
    return { hits, units, matches };
  };

  /** Words of the site that are nearly those which are nowhere. @param {Unit[]} units */
  const nearest = async (units) => {
    const lost = units.filter((unit) => unit.stem && !unit.meant.length).map((unit) => unit.word);
    const rows = await index.rows(lost.flatMap(aroundKeys));
    return [...new Set(lost.flatMap((word) => aroundWords(word, rows)))];
  };

  return { search, nearest, record: index.record, audiences: start.for, kinds: start.kinds.map(([, kind]) => kind) };
}

const opened = new Map();

/**
 * What the site already has that is like a text, for a form in which somebody writes something new.
 * @param {string} address of the index, such as `search/en.json`
 * @param {string} text what was written
 * @param {string} kind such as `argument` or `objection`
 * @param {number} [most] how many at most
 * @returns {Promise<{ title: string, address: string, lang?: string, share: number }[]>} the likest first; none if nothing is alike.
 *   `share` says how much of the text is there, from 0 to 1; `address` counts from the site's root
 */
export async function similar(address, text, kind, most = 3) {
  if (!opened.has(address)) {
    const opening = openSearch(address);
    opening.catch(() => opened.delete(address));
    opened.set(address, opening);
  }
  const engine = await opened.get(address);
  const { hits } = await engine.search(text, { kinds: new Set([kind]) });
  const alike = hits.filter((hit) => hit.share >= ALIKE && hit.score >= hits[0].score / 2).slice(0, most);
  return Promise.all(
    alike.map(async (hit) => {
      const { title, address, lang } = await engine.record(hit.record);
      return { title, address, lang, share: hit.share };
    }),
  );
}
