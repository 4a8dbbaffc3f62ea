import { argumentsShown } from "../actions/actions.mjs";

/** How many arguments are shown at once. The same number stands in find.css, for the first paint. */
export const MOST_SHOWN = 50;

/**
 * A list of which only so much is in the page as is shown, so that it is as quick with thousands as with few.
 * @param {HTMLElement} list
 * @param {HTMLElement} more holds the button that shows more
 * @param {Record<string, string>} words
 */
export function pagedList(list, more, words) {
  const button = more.querySelector("button");
  let found = [];

  const shown = () => {
    const left = Math.min(found.length - list.children.length, MOST_SHOWN);
    more.hidden = left <= 0;
    button.textContent = words.more.replace("{count}", left);
    // The list is painted first; what others add to it comes after, in the room that is kept for it.
    requestAnimationFrame(() => setTimeout(() => argumentsShown(list)));
  };
  const add = (most) => {
    const next = found.slice(list.children.length).slice(0, most).map((one) => one.element);
    list.append(...next);
    shown();
    return next[0];
  };
  const begin = () => {
    const first = found.slice(0, MOST_SHOWN).map((one) => one.element);
    if (!isSame(list.children, first)) list.replaceChildren(...first);
    list.dataset.started = "";
    shown();
  };

  button.addEventListener("click", () => add(MOST_SHOWN).querySelector("a").focus());
  // On paper stands everything that was found.
  addEventListener("beforeprint", () => add(Infinity));
  addEventListener("afterprint", begin);

  return {
    /** @param {{element: HTMLElement}[]} items whose elements are made when they are shown */
    show(items) {
      found = items;
      begin();
    },
  };
}

function isSame(children, elements) {
  return children.length === elements.length && elements.every((element, place) => element === children[place]);
}
