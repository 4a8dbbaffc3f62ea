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
