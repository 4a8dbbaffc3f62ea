/** Words that begin so have this beginning as their stem: the stemmer takes them for access, author and the like. */
const APART = /^(?:accessib|authorit|experienc|importan|morale|officer|parking|personal|publicit|several)/;

/**
 * @param {{ stemWord: (word: string) => string } | undefined} snowball a stemmer, or none for a language that has none
 * @returns {(word: string) => string} gives the stem of a word; British and American spellings have one
 */
export function stemmer(snowball) {
  if (!snowball) return (word) => word;
  const known = new Map();
  return (word) => {
    if (!known.has(word)) {
      const spelt = word
        .replace(/(?<=[a-z]{3})is(?=(?:e|ed|es|er|ers|ing|able|ation|ations)$)/, "iz")
        .replace(/(?<=[a-z]{3})our(?=(?:s|ed|ing|able|ite|al|er|ers|hood)?$)/, "or");
      known.set(word, word.match(APART)?.[0] ?? snowball.stemWord(spelt));
    }
    return known.get(word);
  };
}
