/**
 * A source by whatever a person calls it, as `hooks/playbook_kit/contribute/sources.py` finds it. A test holds the two
 * together.
 */

/** What is alike in two ways of writing one name or one address. */
export const plain = (text) =>
  text
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?/, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** What readers see of a source: who published it, and its title. */
export const labelOf = ([publisher, title]) => `${publisher}: ${title}`;

const namesOf = new WeakMap();

function names(sources) {
  if (namesOf.has(sources)) return namesOf.get(sources);
  const found = new Map();
  for (const [id, called] of Object.entries(sources)) {
    for (const name of [called[1], labelOf(called), called[2]].map(plain).filter(Boolean)) {
      if (!found.has(name)) found.set(name, new Set());
      found.get(name).add(id);
    }
  }
  namesOf.set(sources, found);
  return found;
}

/**
 * The id of the source that a person means, or nothing.
 * @param {Record<string, [string, string, string]>} sources publisher, title and address, by id
 */
export function sourceNamed(text, sources) {
  const own = [text, text.slice(text.lastIndexOf("#") + 1)].find((one) => Object.hasOwn(sources, one));
  if (own !== undefined) return own;
  const ids = names(sources).get(plain(text));
  return ids?.size === 1 ? [...ids][0] : "";
}
