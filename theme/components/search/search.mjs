import MiniSearch from "../../assets/vendor/minisearch/minisearch.mjs";
import { readData } from "../data/data.mjs";
import { term, tokenize } from "./terms.mjs";

const BOOST = { objection: 1.6, argument: 1.2 };
const MOST = 30;
const AROUND = 90;

/**
 * The search page: answers as words are typed, keeps the query in the address, says how many were found.
 * Nothing is fetched until there is a query.
 * @param {HTMLFormElement} form `data-index`, `data-base` and `data-words` say where the index, the site and the words are.
 */
export function enhance(form) {
  const words = JSON.parse(form.dataset.words);
  const field = form.elements.q;
  const list = document.getElementById("search-results");
  const status = document.getElementById("search-status");
  let loading;
  let latest = 0;

  const answer = async () => {
    const query = field.value.trim();
    const turn = ++latest;
    history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
    if (!query) {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    try {
      if (!loading) status.textContent = words.loading;
      loading ??= load(form.dataset.index);
      const { engine, kinds } = await loading;
      if (turn !== latest) return;
      const found = find(engine, query);
      list.replaceChildren(...found.slice(0, MOST).map((hit) => result(hit, kinds, form.dataset.base)));
      status.textContent = sentence(words, found.length, query);
    } catch {
      loading = undefined;
      status.textContent = words.failed;
    }
  };

  let pause;
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(answer, 120);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    answer();
  });
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) answer();
}

async function load(address) {
  const { kinds, items } = await readData(address);
  const engine = new MiniSearch({
    fields: ["title", "also", "text"],
    storeFields: ["title", "kind", "address", "text", "also", "lang"],
    tokenize,
    processTerm: term,
  });
  engine.addAll(items);
  return { engine, kinds };
}

/** The matches of every word first; if there are none, the matches of any. */
export function find(engine, query) {
  const options = {
    boost: { title: 4, also: 3 },
    prefix: (word) => word.length > 2,
    fuzzy: (word) => (word.length >= 5 ? 0.2 : false),
    boostDocument: (id, word, stored) => BOOST[stored.kind] ?? 1,
  };
  const all = engine.search(query, { ...options, combineWith: "AND" });
  return all.length ? all : engine.search(query, options);
}

function sentence(words, count, query) {
  const key = count === 0 ? "none" : count === 1 ? "found_one" : "found_other";
  return words[key].replace("{count}", count).replace("{query}", () => query);
}

function result(hit, kinds, base) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = base.replace(/\/?$/, "/") + hit.address;
  link.textContent = hit.title;
  const kind = document.createElement("span");
  kind.className = "pb-results__kind";
  kind.textContent = kinds[hit.kind];
  const text = document.createElement("p");
  text.append(...excerpt(hit));
  // Named only where the words are in another language than the page.
  if (hit.lang) link.lang = text.lang = hit.lang;
  item.append(kind, link, text);
  return item;
}

/** The text around the first word that matched, with the matching words marked. */
function excerpt(hit) {
  const matched = new Set(hit.terms);
  const isMatch = (word) => matched.has(term(tokenize(word).find(Boolean) ?? "") ?? "");
  const source = [hit.also, hit.text].find((text) => text.split(/\s+/).some(isMatch)) ?? hit.text;
  const pieces = source.split(/(\s+)/);
  const first = Math.max(pieces.findIndex(isMatch), 0);
  let start = first;
  for (let length = 0; start > 0 && length < AROUND; start--) length += pieces[start - 1].length;
  let end = first;
  for (let length = 0; end < pieces.length && length < AROUND * 2; end++) length += pieces[end].length;
  const nodes = pieces.slice(start, end).map((piece) => {
    if (!isMatch(piece)) return document.createTextNode(piece);
    const mark = document.createElement("mark");
    mark.textContent = piece;
    return mark;
  });
  return [start > 0 ? "… " : "", ...nodes, end < pieces.length ? " …" : ""];
}
