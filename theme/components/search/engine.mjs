import EnglishStemmer from "../../assets/vendor/snowball/english.mjs";
// Only units.mjs needs it; named here, it comes in one round with the others.
import "./elsewhere.mjs";
import { openIndex } from "./index-files.mjs";
import { openMending } from "./mend.mjs";
import { rank } from "./rank.mjs";
import { aroundKeys, aroundWords } from "./spelling.mjs";
import { stemmer } from "./stems.mjs";
import { tokenise } from "./tokenise.mjs";
import { openUnits } from "./units.mjs";

/** By the name that the index gives them. */
const STEMMERS = { english: () => new EnglishStemmer() };
/** What has less of a text than this is not like it. */
const ALIKE = 0.5;
/** How much a word counts that makes another one together with its neighbour. */
const JOINED = 0.3;

/**
 * @typedef {import("./units.mjs").Unit} Unit
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
  const words = openUnits(start, stem);
  const { groups, unitsOf } = words;
  const { complete, mend } = openMending(index, stem, words);
  const stems = new Map();
  /** The stem of a word as it stands in a text. */
  const stemOf = (text) => {
    if (!stems.has(text)) stems.set(text, stem(tokenise(text)[0] ?? ""));
    return stems.get(text);
  };

  /**
   * @param {string} query
   * @param {{ kinds?: Set<string>, audience?: string }} [only]
   * @returns {Promise<Answer>}
   */
  const search = async (query, only = {}) => {
    const { units, manner, isOurs } = unitsOf(query);
    const rows = await index.rows(units.flatMap((unit) => [...unit.keys.keys()]));
    if (/[\p{L}\p{N}]$/u.test(query)) await complete(units.findLast((unit) => unit.stem), rows);
    await mend(query, units, rows);
    const audience = only.audience ? await index.audience(only.audience) : null;
    const hits = rank(settled(units, rows), rows, start, { manner, isOurs }).filter(
      (hit) => (!only.kinds?.size || only.kinds.has(hit.kind)) && (!audience || audience.has(hit.record)),
    );
    const looked = new Set(units.flatMap((unit) => [...unit.keys.keys()]));
    const matches = (texts) => {
      const stems = texts.map(stemOf);
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
    const lost = units.filter((unit) => unit.isLost).map((unit) => unit.word);
    const rows = await index.rows(lost.flatMap(aroundKeys));
    return [...new Set(lost.flatMap((word) => aroundWords(word, rows)))];
  };

  return { search, nearest, record: index.record, audiences: start.for, kinds: start.kinds.map(([, kind]) => kind) };
}

/** Words that make one word together are that one, if there is such a word; if not, they are not. */
function settled(units, rows) {
  const isThere = (unit) => [...unit.keys.keys()].some((key) => rows.has(key));
  const joined = new Set(units.filter((unit) => unit.joins && isThere(unit)).flatMap((unit) => unit.joins));
  return units
    .filter((unit) => !unit.isParted && (!unit.joins || isThere(unit)))
    .map((unit) => (joined.has(unit) ? { ...unit, weight: unit.weight * JOINED } : unit));
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
