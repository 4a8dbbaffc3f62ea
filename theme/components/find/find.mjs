import { readData } from "../data/data.mjs";
import { onFirstTouch } from "../touch/touch.mjs";
import { readAddress, writeAddress } from "./address.mjs";
import { choicesOf, openAndClose } from "./choices.mjs";
import { chosenRow } from "./chosen.mjs";
import { item, readAhead, sorter } from "./items.mjs";
import { MOST_SHOWN, pagedList } from "./list.mjs";
import { addChoices, itemMaker } from "./more.mjs";
import { sift, stems, wordsTest } from "./sift.mjs";

const PAUSE = 300;

/**
 * The list of all arguments: filters, counts and order, kept in the address.
 * @param {HTMLElement} root `data-words` holds the words, `data-more` says where the rest is; `data-total` how many there
 * are in all, if not all are in the page
 */
export async function enhance(root) {
  const words = JSON.parse(root.dataset.words);
  const part = (name) => root.querySelector(`.pb-found__${name}`);
  const fetchMore = () => readData(root.dataset.more);
  if (!root.dataset.total) {
    const more = new URLSearchParams(location.search).has("q") ? await fetchMore() : null;
    return start(root, words, part, more, fetchMore);
  }
  // Not all are in the page: the first stand there as they are until somebody asks for others.
  if (isUnasked(root)) await firstTouch(part, words, Number(root.dataset.total));
  const more = await fetchMore();
  addChoices(root, more.choices);
  start(root, words, part, more);
}

const isUnasked = (root) => !location.search && !location.hash && !root.querySelector(".pb-choice input:checked");

/** The list as it is, with a button that shows more; until the reader does anything. */
function firstTouch(part, words, total) {
  const button = part("more").querySelector("button");
  const wanted = Math.min(total - part("list").children.length, MOST_SHOWN);
  part("more").hidden = wanted <= 0;
  button.textContent = words.more.replace("{count}", wanted);
  part("list").replaceChildren(...part("list").children); // without the blanks between them
  part("list").dataset.started = "";
  let isPressed = false;
  const press = () => {
    isPressed = true;
  };
  button.addEventListener("click", press);
  part("list").addEventListener("pb:filters-ready", () => {
    button.removeEventListener("click", press);
    if (isPressed) button.click();
  }, { once: true });
  document.documentElement.classList.remove("pb-asked");
  return new Promise(onFirstTouch);
}

/**
 * @param {{items: object[], heard: Record<string, string>} | null} more what the file says, if it has been fetched
 * @param {() => Promise<object>} [fetchMore] fetches it otherwise, once somebody touches the page
 */
function start(root, words, part, more, fetchMore) {
  const form = root.querySelector("form");
  const choices = choicesOf(form, words);
  const { boxes, facets, known, orders } = choices;
  const inPage = [...part("list").children].map((element) => item(element, facets));
  const items = [...inPage, ...(more?.items ?? []).map(itemMaker(root, boxes))];
  const sorted = sorter(items);
  const heard = new Map();
  /** By what else the objections are known counts beside the arguments' own words. */
  const learn = (file) => {
    for (const [id, text] of Object.entries(file.heard)) heard.set(id, stems(text));
    part("list").dataset.whole = "";
  };
  if (more) learn(more);
  const list = pagedList(part("list"), part("more"), words);
  const row = chosenRow(part("chosen"), form, words);

  const apply = () => {
    const state = choices.state;
    const result = sift(sorted(state.order), state, facets, wordsTest(state.words, heard));
    choices.count(result.counts);
    const advice = row.show(state, result, boxes);
    part("count").textContent = sentence(words, result.found.length, items.length, advice);
    list.show(result.found);
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
  part("list").dispatchEvent(new Event("pb:filters-ready"));
  if (!more) onFirstTouch(() => fetchMore().then(learn).then(() => choices.state.words && apply(), fail));
}

const fail = (error) => console.error(`find: ${error.message}`);

/** What is asked for by an address of the list without scripts: its headings have the ids of objections. */
function asked(hash, known) {
  const id = hash.slice(1);
  return known.get("objection")?.has(id) ? `?objection=${id}` : "";
}

function sentence(words, found, total, advice) {
  if (!found && total) return `${words.none} ${advice}`;
  return (found === total ? words.all : words.some).replace("{found}", found).replace("{total}", total);
}
