/**
 * A filtered list has an address that can be read and sent: ?objection=time-wasting&q=virus&order=title.
 * @typedef {import("./sift.mjs").State} State
 */
const MOST_CHARACTERS = 200;

/**
 * What an address asks for. Whatever is not known is left out, and said to be; it is never shown or kept.
 * @param {string} search the address from its question mark on
 * @param {Map<string, Set<string>>} known by facet, its ids
 * @param {string[]} orders the first is the usual one
 * @returns {{ state: State, unknown: boolean }}
 */
export function readAddress(search, known, orders) {
  const given = new URLSearchParams(search);
  const chosen = new Map();
  let unknown = false;
  for (const [facet, ids] of known) {
    const asked = given.getAll(facet);
    const good = asked.filter((id) => ids.has(id));
    unknown ||= good.length < asked.length;
    if (good.length) chosen.set(facet, new Set(good));
  }
  const asked = given.get("order") ?? orders[0];
  const order = orders.includes(asked) ? asked : orders[0];
  const words = (given.get("q") ?? "").trim();
  unknown ||= order !== asked || words.length > MOST_CHARACTERS;
  return { state: { chosen, words: words.slice(0, MOST_CHARACTERS), order }, unknown };
}

/**
 * The address of a state, from its question mark on; empty if nothing is filtered and the order is the usual one.
 * @param {State} state
 * @param {Map<string, Set<string>>} known
 * @param {string[]} orders
 */
export function writeAddress(state, known, orders) {
  const said = new URLSearchParams();
  for (const [facet, ids] of known) {
    for (const id of ids) if (state.chosen.get(facet)?.has(id)) said.append(facet, id);
  }
  if (state.words) said.set("q", state.words);
  if (state.order !== orders[0]) said.set("order", state.order);
  const text = said.toString();
  return text && `?${text}`;
}
