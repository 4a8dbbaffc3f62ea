import { nearKeys, nearWords } from "./spelling.mjs";
import { tokenise } from "./tokenise.mjs";

/** How much a word counts that may have been meant, a group that it belongs to, and one that begins as what was typed. */
const SLIP = 0.8;
const SLIP_SAME = 0.5;
const BEGUN = 0.7;
/** A word as long as this may be two that were run together, neither of which is shorter than the other number. */
const TWO = 7;
const HALF = 3;

/**
 * Finds what may have been meant by words that are nowhere.
 * @param {{ rows: Function, beginning: Function }} index
 * @param {(word: string) => string} stem
 * @param {ReturnType<import("./units.mjs").openUnits>} words
 */
export function openMending(index, stem, { ignored, groups, unitsOf }) {
  const isNowhere = (unit, rows) => ![...unit.keys.keys()].some((key) => rows.has(key));

  /** Takes the last word, if it is nowhere, for the beginning of one: the reader may still be typing it. */
  const complete = async (unit, rows) => {
    if (!unit?.stem || unit.stem.length < 3 || !isNowhere(unit, rows)) return;
    for (const [key, row] of await index.beginning(unit.stem)) {
      unit.keys.set(key, BEGUN);
      rows.set(key, row);
    }
  };

  /** The two words that were run together, if they stand side by side somewhere, or else each of them anywhere. */
  const parted = async (word) => {
    const places = [];
    for (let at = HALF; word.length >= TWO && at <= word.length - HALF; at++) places.push(at);
    const firsts = await index.rows(places.map((at) => stem(word.slice(0, at))));
    const known = places.filter((at) => firsts.has(stem(word.slice(0, at))));
    const pair = (at) => [stem(word.slice(0, at)), stem(word.slice(at))].sort().join(" ");
    const rows = await index.rows(known.flatMap((at) => [stem(word.slice(at)), pair(at)]));
    const found = known.filter((at) => rows.has(stem(word.slice(at))));
    const at = found.find((one) => rows.has(pair(one))) ?? found.at(-1);
    return at ? `${word.slice(0, at)} ${word.slice(at)}` : "";
  };

  /** Adds what may have been meant by words that are nowhere, and by those that stand beside them. */
  const mend = async (query, units, rows) => {
    const lost = units.filter((unit) => unit.stem && !ignored.has(unit.stem) && isNowhere(unit, rows));
    if (!lost.length) return;
    const near = await index.rows(lost.flatMap((unit) => nearKeys(unit.word, unit.stem)));
    const instead = new Map();
    for (const unit of lost) {
      unit.meant = nearWords(unit.word, near, stem);
      const two = unit.meant.length ? "" : await parted(unit.word);
      unit.isLost = !unit.meant.length && !two;
      if (!unit.isLost) instead.set(unit.word, unit.meant[0] ?? two);
      for (const word of unit.meant) {
        const meant = stem(word);
        unit.keys.set(meant, SLIP);
        for (const { keys } of groups([meant])) for (const key of keys) unit.keys.set(key, SLIP_SAME);
      }
      if (two) [unit.meant, unit.isMore, unit.isParted] = [[two], true, true];
    }
    const several = instead.size ? besides(query, units, instead) : [];
    units.push(...several);
    const more = await index.rows([...lost, ...several].flatMap((unit) => [...unit.keys.keys()]));
    for (const [key, row] of more) rows.set(key, row);
  };

  /** What the query would be asking for besides, had it been spelt so. */
  const besides = (query, units, instead) => {
    const known = new Set(units.map(({ word }) => word));
    const meant = new Set([...instead.values()].filter((word) => !word.includes(" ")));
    const { units: spelt } = unitsOf(tokenise(query).map((word) => instead.get(word) ?? word).join(" "));
    return spelt
      .filter((unit) => !known.has(unit.word) && !meant.has(unit.word))
      .map((unit) => ({ ...unit, weight: unit.weight * SLIP }));
  };

  return { complete, mend };
}
