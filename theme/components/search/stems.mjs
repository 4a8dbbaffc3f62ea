import EnglishStemmer from "../../assets/vendor/snowball/english.mjs";

/**
 * Words as they are looked up: the same steps as in hooks/playbook_kit/search/stems.py, which made the index.
 * @param {string} text @returns {string[]} small letters without accents, without the ends of “it’s” and the like
 */
export function tokenise(text) {
  return named(text)
    .replaceAll("’", "'")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("n't", "nt")
    .replace(/['`](?:s|d|m|ll|re|ve)?(?![\p{L}\p{N}])/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** “IT” is a department, wherever not all of the text is in capitals. */
function named(text) {
  return text === text.toUpperCase() ? text : text.replace(/(?<![\p{L}\p{N}])IT(?![\p{L}\p{N}])/gu, "ICT");
}

const STEMMERS = { english: EnglishStemmer };

/**
 * @param {string} name the stemmer that the index names, or none
 * @returns {(word: string) => string} gives the stem of a word; British and American spellings have one
 */
export function stemmer(name) {
  if (!STEMMERS[name]) return (word) => word;
  const snowball = new STEMMERS[name]();
  const known = new Map();
  return (word) => {
    if (!known.has(word)) {
      const spelt = word
        .replace(/(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|able|ation|ations)$)/, "iz")
        .replace(/(?<=[a-z]{3})our(?=(?:s|ed|ing|able|ite|al|er|ers|hood)?$)/, "or");
      known.set(word, snowball.stemWord(spelt));
    }
    return known.get(word);
  };
}
