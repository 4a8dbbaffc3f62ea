/**
 * What leads where: for each question the ids that its answers lead to, in their order. The first question comes first.
 * @typedef {Map<string, string[]>} Tree
 */

/**
 * The path that an address asks for: the ids gone through after the first question. `null` if it asks for no path here.
 * Of an id alone, which links without scripts use, it is the shortest path there.
 * @param {string} hash with or without its “#”
 * @param {Tree} tree
 * @returns {string[] | null}
 */
export function readPath(hash, tree) {
  const parts = decode(hash.replace(/^#/, "")).split(".");
  const [first] = tree.keys();
  if (parts.length === 1 && (parts[0] === "" || parts[0] === first)) return [];
  let here = first;
  for (const part of parts) {
    if (!tree.get(here)?.includes(part)) return parts.length === 1 ? shortest(parts[0], tree) : null;
    here = part;
  }
  return parts;
}

/**
 * Whether a fragment looks like a path, rather than the id of something else on the page.
 * @param {string} hash
 */
export function looksLikePath(hash) {
  return hash.includes(".");
}

/**
 * The fragment of a path, without its “#”; of no path, nothing.
 * @param {string[]} path
 */
export function writePath(path) {
  return path.join(".");
}

/**
 * @param {string} wanted
 * @param {Tree} tree
 */
function shortest(wanted, tree) {
  const left = [[]];
  const [first] = tree.keys();
  const seen = new Set();
  while (left.length) {
    const path = left.shift();
    const here = path.at(-1) ?? first;
    if (here === wanted) return path;
    if (seen.has(here)) continue;
    seen.add(here);
    for (const to of tree.get(here) ?? []) left.push([...path, to]);
  }
  return null;
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
