import EnglishStemmer from "../../assets/vendor/snowball/english.mjs";

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
