import { readData } from "../data/data.mjs";
import { nothingFound, paint } from "./page.mjs";

const PAUSE = 150;

/**
 * The search page: answers as words are typed, keeps query and filters in the address, says how many were found.
 * Nothing is fetched until the reader touches the search, or comes with a query.
 * @param {HTMLFormElement} form `data-index`, `data-base` and `data-words` say where the index, the site and the words are.
 */
export function enhance(form) {
  const words = JSON.parse(form.dataset.words);
  const { q: field, kind, for: audience } = form.elements;
  const status = document.getElementById("search-status");
  let opening;
  let latest = 0;

  const open = () => (opening ??= load(form.dataset.index, audience));
  const answer = async () => {
    const query = field.value.trim();
    const turn = ++latest;
    if (!query) {
      keep(query, kind.value, audience.value);
      status.textContent = "";
      paint(null);
      nothingFound(null);
      return;
    }
    try {
      if (!opening) status.textContent = words.loading;
      const engine = await open();
      if (turn !== latest) return;
      keep(query, kind.value, audience.value);
      const found = await engine.search(query, { kinds: new Set([kind.value].filter(Boolean)), audience: audience.value });
      if (turn !== latest) return;
      const isCurrent = () => turn === latest;
      const { whole } = await paint(found, { engine, words, base: form.dataset.base, isGrouped: !kind.value, isCurrent });
      if (!isCurrent()) return;
      status.textContent = sentence(words, found, query);
      nothingFound(found.hits.length ? null : await engine.nearest(found.units), words);
      await whole;
    } catch (error) {
      console.error(error);
      opening = undefined;
      status.textContent = words.failed;
    }
  };

  let pause;
  field.addEventListener("focus", () => open().catch(() => (opening = undefined)));
  form.addEventListener("input", (event) => {
    clearTimeout(pause);
    if (event.target === field) pause = setTimeout(answer, PAUSE);
  });
  for (const filter of [kind, audience]) filter.addEventListener("change", answer);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(pause);
    answer();
  });

  const asked = new URLSearchParams(location.search);
  // What was typed before this script came stays.
  field.value ||= asked.get("q") ?? "";
  kind.value = asked.get("kind") ?? "";
  if (!kind.value) kind.value = "";
  if (field.value) {
    open()
      .then(() => {
        audience.value = asked.get("for") ?? "";
        if (!audience.value) audience.value = "";
      })
      .catch(() => (opening = undefined))
      .then(answer);
  }
}

/** Loads the engine and the file that says where everything is, and names the audiences that there are. */
async function load(address, audience) {
  // Both at once: on a phone a round that waits for another costs more than what it brings.
  const start = readData(address);
  start.catch(() => {});
  const { openSearch } = await import("./engine.mjs");
  const engine = await openSearch(address, start);
  for (const [id, label] of Object.entries(engine.audiences)) audience.append(new Option(label, id));
  return engine;
}

/** Keeps what was asked in the address, so that it can be shared. */
function keep(query, kind, audience) {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries({ q: query, kind, for: audience })) if (value) asked.set(name, value);
  const said = asked.toString().replaceAll("+", "%20");
  history.replaceState(null, "", said ? `?${said}` : location.pathname);
}

function sentence(words, { hits, units }, query) {
  const count = hits.length;
  const key = count === 0 ? "none" : count === 1 ? "found_one" : "found_other";
  const said = [words[key].replace("{count}", count).replace("{query}", () => query)];
  for (const { word, meant } of count ? units : []) {
    if (meant.length) said.push(words.meant.replace("{typed}", () => word).replace("{meant}", () => meant[0]));
  }
  return said.join(". ");
}
