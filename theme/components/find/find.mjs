import { readAddress, writeAddress } from "./address.mjs";
import { choicesOf, openAndClose } from "./choices.mjs";
import { chosenRow } from "./chosen.mjs";
import { item, readAhead, sorter } from "./items.mjs";
import { pagedList } from "./list.mjs";
import { sift, stems, wordsTest } from "./sift.mjs";

const PAUSE = 300;

/**
 * The list of all arguments: filters, counts and order, kept in the address.
 * @param {HTMLElement} root `data-words` holds the words
 */
export function enhance(root) {
  const words = JSON.parse(root.dataset.words);
  const form = root.querySelector("form");
  const part = (name) => root.querySelector(`.pb-found__${name}`);
  const choices = choicesOf(form, words);
  const { boxes, facets, known, orders } = choices;
  const items = [...part("list").children].map((element) => item(element, facets));
  const sorted = sorter(items);
  const heard = new Map(boxes.filter((one) => one.heard).map((one) => [one.id, stems(one.heard)]));
  const list = pagedList(part("list"), part("more"), words);
  const row = chosenRow(part("chosen"), form, words);

  const apply = () => {
    const state = choices.state;
    const result = sift(sorted(state.order), state, facets, wordsTest(state.words, heard));
    choices.count(result.counts);
    const advice = row.show(state, result, boxes);
    part("count").textContent = sentence(words, result.found.length, items.length, advice);
    list.show(result.found.map((one) => one.element));
  };

  let pause;
  const keep = () => {
    pause = clearTimeout(pause);
    const address = writeAddress(choices.state, known, orders);
    if (address === location.search + location.hash) return;
    history.replaceState(history.state, "", location.pathname + address);
  };
  const read = () => {
    const { state, unknown } = readAddress(location.search || asked(location.hash, known), known, orders);
    choices.state = state;
    part("note").textContent = unknown ? words.unknown : "";
    apply();
  };
  const change = (event) => {
    part("note").textContent = "";
    apply();
    pause = clearTimeout(pause);
    // Browsers refuse an address that changes with every key.
    if (event?.target === form.elements.q) pause = setTimeout(keep, PAUSE);
    else keep();
  };

  form.addEventListener("input", change);
  form.elements.order.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", read);
  addEventListener("pagehide", () => pause && keep());
  openAndClose(form);
  // What a reader chose while the script was on its way holds, unless the address asks for something.
  const { chosen, words: typed } = choices.state;
  if (!location.search && (chosen.size || typed)) change();
  else read();
  document.documentElement.classList.remove("pb-asked");
  readAhead(items);
}

/** What is asked for by an address of the list without scripts: its headings have the ids of objections. */
function asked(hash, known) {
  const id = hash.slice(1);
  return known.get("objection")?.has(id) ? `?objection=${id}` : "";
}

function sentence(words, found, total, advice) {
  if (!found && total) return `${words.none} ${advice}`;
  return (found === total ? words.all : words.some).replace("{found}", found).replace("{total}", total);
}
