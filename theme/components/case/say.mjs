/**
 * The interface's words with values put in. Words that differ for one and many are chosen by `count`.
 * @param {string | {one: string, other: string}} words
 * @param {Record<string, string | number>} [given]
 */
export function say(words, given = {}) {
  const text = typeof words === "string" ? words : given.count === 1 ? words.one : words.other;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(given, name) ? String(given[name]) : whole));
}
