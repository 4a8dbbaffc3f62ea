/**
 * Fill a list of choices, once; the first, “none”, stands in the page.
 * @param {HTMLSelectElement} select
 * @param {Array<{id: string}>} items
 * @param {(item: object) => string} label
 */
export function fillChoices(select, items, label) {
  if (select.options.length === 1) select.append(...items.map((item) => new Option(label(item), item.id)));
}

/**
 * Show a case in the fields of the form; what the reader is typing in is left alone.
 * @param {HTMLElement} root
 * @param {import("./case-state.mjs").Case} one
 * @param {{opening: string, ask: string}} offer the words that we offer
 */
export function fillFields(root, one, offer) {
  for (const field of root.querySelectorAll("[data-field]")) {
    const value = one[field.dataset.field] ?? offer[field.dataset.field];
    if (field.type === "radio") field.checked = field.value === value;
    else if (field !== document.activeElement && field.value !== value) field.value = value;
  }
}
