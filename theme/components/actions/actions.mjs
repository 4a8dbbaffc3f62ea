/**
 * The buttons that belong to an argument, wherever it stands: on its own page, as a reply, in a list.
 * Several components put buttons there; each has a place of its own, whichever loads first.
 */
const PLACES = ["copy", "case"];
const SHOWN = "pb:arguments-shown";

/**
 * The place for a component's buttons within an argument's element, made if it is not there yet.
 * Templates leave an empty `.pb-actions` where the buttons should stand, with room kept for them: nothing moves.
 * @param {HTMLElement} element one with `data-argument`
 * @param {"copy" | "case"} place whose buttons they are
 * @returns {HTMLElement}
 */
export function actionsFor(element, place = "case") {
  let row = element.querySelector(".pb-actions");
  if (!row) {
    row = document.createElement("div");
    row.className = "pb-actions";
    element.append(row);
  }
  if (!row.firstElementChild) {
    for (const name of PLACES) {
      const slot = document.createElement("div");
      slot.className = "pb-actions__place";
      slot.dataset.place = name;
      row.append(slot);
    }
  }
  return row.querySelector(`[data-place="${place}"]`);
}

/**
 * A button in the style of these rows.
 * @param {string} label what it does, in words
 * @returns {HTMLButtonElement}
 */
export function actionButton(label) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "pb-action";
  button.textContent = label;
  return button;
}

/**
 * Calls `use` once with each argument's element that can be seen, now and whenever a component shows more of them.
 * @param {(element: HTMLElement) => void} use
 */
export function forEachArgument(use) {
  const met = new WeakSet();
  const look = (root) => {
    const seen = (element) => !met.has(element) && element.getClientRects().length;
    // All are looked at before the first is changed, so that the page is laid out once.
    for (const element of [...root.querySelectorAll("[data-argument]")].filter(seen)) {
      met.add(element);
      use(element);
    }
  };
  look(document);
  document.addEventListener(SHOWN, (event) => look(event.target));
}

/**
 * Says that arguments within `root` have just come into view.
 * @param {HTMLElement} root
 */
export function argumentsShown(root) {
  root.dispatchEvent(new CustomEvent(SHOWN, { bubbles: true }));
}
