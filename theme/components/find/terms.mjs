/**
 * Turns words into what is looked up: lower case, no accents, no possessive, the commonest endings off.
 * The index and the query go through the same steps.
 */
const EMPTY = new Set(
  ("a an and are as at be been but by can did do does for from get had has have how i if in is it its just me my " +
    "not of on or our so than that the their them then there they this to too up us was we were what when where which " +
    "who why will with would you your").split(" "),
);
const ENDINGS = [
  [/sses$/, "ss"],
  [/ies$/, "y"],
  [/(us|ss|is)$/, "$1"],
  [/s$/, ""],
];

/** @param {string} text @returns {string[]} */
export function tokenize(text) {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’']s?\b/g, "")
    .split(/[^\p{L}\p{N}]+/u);
}

/** @param {string} word @returns {string | null} null for a word that says nothing */
export function term(word) {
  const lower = word.toLowerCase();
  if (!lower || EMPTY.has(lower)) return null;
  return stem(lower);
}

function stem(word) {
  if (word.length < 4) return word;
  for (const [ending, instead] of ENDINGS) {
    if (ending.test(word)) {
      word = word.replace(ending, instead);
      break;
    }
  }
  const base = word.replace(/(ing|ed)$/, "");
  if (base !== word && base.length >= 3) word = base.replace(/([^aeiouls])\1$/, "$1");
  return word.replace(/e$/, "");
}
