import { openElsewhere } from "./elsewhere.mjs";
import { tokenise } from "./tokenise.mjs";

/** How many words of a query are looked up, and how many of those that stand beside each other. */
const MOST_WORDS = 16;
/** How much a group counts that a word belongs to, a word that belongs to several which are one thing, and two neighbours. */
const SAME = 0.7;
const PART = 0.5;
const PAIR = 0.25;
/** A query of fewer words is no sentence. */
const SENTENCE = 4;
/** Two words that people write as one make a word of no more letters than this. */
const LONGEST = 12;

/**
 * @typedef {Object} Unit a word of the query, or some words that are one thing
 * @property {string} word as it was typed
 * @property {string} stem of the word, or nothing for several words
 * @property {Map<string, number>} keys what is looked up for it, with how much each counts
 * @property {string[]} meant the words that it may be a slip for
 * @property {number} weight how much it counts
 * @property {boolean} isMore whether it only adds to what other units find
 * @property {string[]} [neighbours] the stems of two words that stand beside each other, those that say nothing left out
 * @property {boolean} [isLost] whether it is nowhere
 * @property {Unit[]} [joins] the words that it is made of, if people write one word as two
 * @property {boolean} [isParted] whether it is two words that were run together, which are units of their own
 * @property {boolean} [isElsewhere] whether it names something that the site says nothing of, whoever mentions it
 */

/**
 * Takes queries apart.
 * @param {{ ignored: string[], concepts: Record<string, number[]>, elsewhere: string[], subject: string[] }} start what the
 *   index says about words
 * @param {(word: string) => string} stem
 */
export function openUnits({ ignored: silent, concepts, elsewhere, subject }, stem) {
  const ignored = new Set(silent);
  const longest = Math.max(1, ...Object.keys(concepts).map((phrase) => phrase.split(" ").length));
  const whatAbout = openElsewhere({ ignored, elsewhere, subject });

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

  /** What is looked up for a query. @param {string} query @returns {{ units: Unit[], manner: number, isOurs: boolean }} */
  const unitsOf = (query) => {
    const words = tokenise(query);
    const stems = words.map(stem);
    const units = words.map((word, place) => unit(word, stems[place], [[stems[place], 1]]));
    const whole = [];
    for (const { from, to, keys } of groups(stems)) {
      if (to - from === 1) for (const key of keys) units[from].keys.set(key, SAME);
      else {
        whole.push(unit(words.slice(from, to).join(" "), "", keys.map((key) => [key, 1])));
        for (let place = from; place < to; place++) units[place].weight = PART;
      }
    }
    const { places, isOurs } = whatAbout(stems);
    for (const place of places) units[place].isElsewhere = true;
    const own = units.filter((one) => one.keys.size > 1 || !ignored.has(one.stem));
    const kept = own.filter((one, place) => own.findIndex((other) => other.stem === one.stem) === place);
    const found = [...kept, ...whole].slice(0, MOST_WORDS);
    return { units: [...found, ...joined(words, units, found), ...pairs(words, stems, found)], manner: manner(stems), isOurs };
  };

  /** Each two neighbours as one word: “face book”. */
  const joined = (words, units, found) =>
    words.slice(1).flatMap((word, place) => {
      const both = [units[place], units[place + 1]];
      const whole = words[place] + word;
      if (whole.length > LONGEST || !both.every((one) => found.includes(one))) return [];
      const one = stem(whole);
      const same = groups([one]).flatMap(({ keys }) => keys.map((key) => [key, SAME]));
      return [{ ...unit(`${words[place]} ${word}`, "", [[one, 1], ...same]), joins: both }];
    });

  /** Words that stand beside each other. If no other unit is found, they are what was asked. */
  const pairs = (words, stems, found) => {
    const pairs = new Map();
    for (let place = 1; place < stems.length; place++) {
      const pair = [stems[place - 1], stems[place]].sort(
        (one, other) => ignored.has(one) - ignored.has(other) || (one < other ? -1 : 1),
      );
      // Two words that say nothing lie in parts of the index that nothing else is read from.
      if (found.length < 2 || !ignored.has(pair[0])) pairs.set(pair.join(" "), `${words[place - 1]} ${words[place]}`);
    }
    const isMore = found.length > 0;
    return [...pairs].slice(0, MOST_WORDS).map(([key, word]) => {
      const neighbours = key.split(" ").filter((one) => !ignored.has(one));
      return { ...unit(word, "", [[key, 1]]), weight: isMore ? PAIR : 1, isMore, neighbours };
    });
  };

  /** How much of a sentence is words that say nothing by themselves; in a row of keywords there are none. */
  const manner = (stems) => (stems.length < SENTENCE ? 0 : stems.filter((one) => ignored.has(one)).length / stems.length);

  return { ignored, groups, unitsOf };
}

function unit(word, stem, keys) {
  return { word, stem, keys: new Map(keys), meant: [], weight: 1, isMore: false };
}
