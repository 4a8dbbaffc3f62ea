/**
 * The filters' own controls: what they say is the state, and they show the counts.
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} words
 */
export function choicesOf(form, words) {
  const boxes = [...form.querySelectorAll("input[type=checkbox]")].map(box);
  const known = new Map();
  for (const { facet, id } of boxes) known.set(facet, (known.get(facet) ?? new Set()).add(id));
  const { q, order } = form.elements;
  return {
    boxes,
    /** By facet, its ids. */
    known,
    facets: [...known.keys()],
    orders: [...order.options].map((option) => option.value),

    /** @returns {import("./sift.mjs").State} */
    get state() {
      const chosen = new Map();
      for (const { input, facet, id } of boxes) {
        if (input.checked) chosen.set(facet, (chosen.get(facet) ?? new Set()).add(id));
      }
      return { chosen, words: q.value.trim(), order: order.value };
    },
    set state(state) {
      for (const { input, facet, id } of boxes) input.checked = state.chosen.get(facet)?.has(id) ?? false;
      q.value = state.words;
      order.value = state.order;
    },

    /** Shows how many each choice would find, and how many are ticked in each facet and in all. */
    count(counts) {
      for (const one of boxes) one.show(counts.get(one.facet).get(one.id) ?? 0);
      const said = (number) => (number ? words.chosen.replace("{count}", number) : "");
      const ticked = boxes.filter((one) => one.input.checked);
      for (const facet of form.querySelectorAll("[data-facet]")) {
        const number = ticked.filter((one) => one.facet === facet.dataset.facet).length;
        facet.querySelector(".pb-facet__number").textContent = said(number);
      }
      form.querySelector(".pb-filters__number").textContent = said(ticked.length);
    },
  };
}

function box(input) {
  const label = input.closest("label");
  const count = label.querySelector(".pb-choice__count");
  let shown = Number(count.textContent);
  return {
    input,
    facet: input.name,
    id: input.value,
    label: label.querySelector(".pb-choice__label").textContent,
    show(number) {
      if (number === shown) return;
      shown = number;
      count.textContent = number;
      label.classList.toggle("pb-choice--none", number === 0);
    },
  };
}

/** On a phone the filters open on a button, each facet on its own heading. */
export function openAndClose(form) {
  const toggle = form.querySelector(".pb-filters__toggle");
  if (toggle.getClientRects().length) for (const facet of form.querySelectorAll("details")) facet.open = false;
  toggle.addEventListener("click", () => {
    toggle.setAttribute("aria-expanded", String(toggle.getAttribute("aria-expanded") !== "true"));
  });
}
