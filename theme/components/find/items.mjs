import { stems } from "./sift.mjs";

/**
 * An argument in the list, read from its element.
 * @param {HTMLElement} element
 * @param {string[]} facets
 * @returns {import("./sift.mjs").Item}
 */
export function item(element, facets) {
  const values = {};
  for (const facet of facets) values[facet] = (element.dataset[facet] ?? "").split(" ");
  let title, own;
  return {
    element,
    values,
    added: element.dataset.added,
    withdrawn: element.hasAttribute("data-withdrawn"),
    get title() {
      title ??= element.querySelector(".pb-item__title").textContent;
      return title;
    },
    get own() {
      own ??= stems(`${this.title} ${element.querySelector(".pb-item__line").textContent}`);
      return own;
    },
  };
}

/**
 * Reads the words of all items while nothing else is to be done, so that the first key pressed need not wait for it.
 * @param {import("./sift.mjs").Item[]} items
 */
export function readAhead(items) {
  const later = globalThis.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => 5 }), 100));
  let next = 0;
  const work = (deadline) => {
    while (next < items.length && deadline.timeRemaining() > 1) items[next++].own;
    if (next < items.length) later(work);
  };
  later(work);
}

/**
 * Gives the items in an order; each order is made when it is first wanted. What is withdrawn stays last in all of them.
 * @param {import("./sift.mjs").Item[]} items in order of strength
 * @returns {(order: string) => import("./sift.mjs").Item[]}
 */
export function sorter(items) {
  const collator = new Intl.Collator(document.documentElement.lang);
  const ways = {
    title: (one, other) => collator.compare(one.title, other.title),
    newest: (one, other) => (one.added < other.added) - (one.added > other.added),
  };
  const made = new Map([["strength", items]]);
  return (order) => {
    if (!made.has(order)) {
      made.set(order, [...items].sort((one, other) => one.withdrawn - other.withdrawn || ways[order](one, other)));
    }
    return made.get(order);
  };
}
