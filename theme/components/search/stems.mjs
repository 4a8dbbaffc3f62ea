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
        .replace(/(?<=[a-z]{3})our(?=(?:s|ed|ing|able|ite|al|er|ers|hood)?$)/, "or")
        // What everybody can use has the stem of what is blocked or open, but for this.
        .replace(/^(in)?accessib/, "accesib");
      known.set(word, snowball.stemWord(spelt));
    }
    return known.get(word);
  };
}
