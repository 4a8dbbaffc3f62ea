import { actionButton } from "../actions/actions.mjs";
import { copyButton } from "../copy/copy.mjs";

/**
 * The row that says what the list is filtered by. Each filter is a button that takes it away; when nothing is found, it
 * says how many would be.
 * @param {HTMLElement} row
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} words
 */
export function chosenRow(row, form, words) {
  const names = ["words", ...[...form.querySelectorAll("[data-facet]")].map((facet) => facet.dataset.facet)];
  const lead = document.createElement("p");
  lead.className = "pb-found__lead";
  lead.textContent = words.filtered_by;
  const chips = document.createElement("ul");
  const address = document.createElement("p");
  address.className = "pb-vh";
  const clear = actionButton(words.clear);
  const link = copyButton(words.link, () => {
    address.textContent = location.href;
    return address;
  });
  const last = document.createElement("div");
  last.className = "pb-found__last";
  const search = document.createElement("a");
  search.textContent = words.search;
  last.append(clear, link, search, address);
  row.append(lead, chips, last);

  const takeAway = (name) => {
    if (name === "words") form.elements.q.value = "";
    else for (const box of form.querySelectorAll(`input[name="${name}"]`)) box.checked = false;
  };
  const changed = () => {
    form.dispatchEvent(new Event("input"));
    (chips.querySelector("button") ?? document.getElementById("found-title")).focus();
  };
  clear.addEventListener("click", () => {
    names.forEach(takeAway);
    changed();
  });

  return {
    /** Shows the filters of a state; gives the sentence that says what to take away if nothing was found. */
    show(state, { found, without }, boxes) {
      const label = (name) => labelOf(name, state, boxes, form, words);
      const filters = [...without].map(([name, more]) => ({ name, more, label: label(name) }));
      row.hidden = !filters.length;
      search.hidden = found.length > 0 || !state.words;
      search.href = `${form.dataset.search}?q=${encodeURIComponent(state.words)}`;
      chips.replaceChildren(...filters.map((filter) => chip(filter, !found.length, words)));
      for (const [place, button] of chips.querySelectorAll("button").entries()) {
        button.addEventListener("click", () => {
          takeAway(filters[place].name);
          changed();
        });
      }
      const best = filters.reduce((one, other) => (other.more > (one?.more ?? 0) ? other : one), null);
      if (!best) return words.none_several;
      return words.none_advice.replace("{name}", () => best.label).replace("{count}", best.more);
    },
  };
}

function labelOf(name, state, boxes, form, words) {
  if (name === "words") return words.words_typed.replace("{words}", () => state.words);
  const ticked = boxes.filter((one) => one.facet === name && one.input.checked).map((one) => one.label);
  const facet = form.querySelector(`[data-facet="${name}"] legend`).textContent;
  return `${facet}: ${ticked.join(` ${words.either} `)}`;
}

function chip({ more, label }, nothing, words) {
  const button = actionButton("");
  button.classList.add("pb-chip");
  const before = document.createElement("span");
  before.className = "pb-vh";
  before.textContent = `${words.take_away} `;
  const text = document.createElement("span");
  text.textContent = label;
  button.append(before, text);
  if (nothing) {
    const after = document.createElement("span");
    after.className = "pb-chip__without";
    after.textContent = ` ${words.without.replace("{count}", more)}`;
    button.append(after);
  }
  const item = document.createElement("li");
  item.append(button);
  return item;
}
