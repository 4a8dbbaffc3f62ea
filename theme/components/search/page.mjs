import { result } from "./result.mjs";

/** How many results are drawn at first, and how many of them as the best. */
const FIRST = 10;
const BEST = 3;
const MORE = 10;
const OBJECTIONS = ["objection", "argument"];

const part = (name) => document.querySelector(`[data-part="${name}"]`);

/**
 * Draws what was found: the best first, then all by kind. Of each kind only some are drawn until more are asked for,
 * because each has to be fetched.
 * @param {import("./engine.mjs").Answer | null} found nothing, to draw nothing
 * @param {Object} [options]
 * @returns {Promise<{ whole: Promise<void> }>} kept as soon as the best are drawn; `whole`, as soon as all are
 */
export async function paint(found, options) {
  const [best, all] = [part("best"), part("all")];
  const hits = found?.hits ?? [];
  if (!hits.length) {
    best.querySelector("ol").replaceChildren();
    part("groups").replaceChildren();
    best.hidden = true;
    all.hidden = !found || !isFiltered(all);
    return { whole: Promise.resolve() };
  }
  const { engine, isGrouped, isCurrent } = options;
  const loading = hits.slice(0, FIRST).map(async (hit) => ({ ...hit, about: await engine.record(hit.record) }));
  // Who waits for them hears of it; an answer that comes too late may fail unheard.
  for (const one of loading) one.catch(() => {});
  const first = isGrouped ? await foremost(loading) : [];
  const rest = hits.filter((hit) => !first.some(({ record }) => record === hit.record));
  const groups = isGrouped ? byKind(rest, hits[0].kind) : [[hits[0].kind, rest]];
  const draw = async () => {
    const shown = await Promise.all(loading);
    if (!isCurrent()) return;
    const ready = new Map(shown.map((hit) => [hit.record, hit]));
    const drawn = (hit) => result(hit, found, { ...options, isNamed: false });
    part("groups").replaceChildren(...groups.map(([kind, mine]) => group(kind, mine, ready, drawn, options)));
  };
  const whole = draw();
  whole.catch(() => {});
  if (!isGrouped) await whole;
  if (!isCurrent()) return { whole };
  best.querySelector("ol").replaceChildren(...first.map((hit) => result(hit, found, options)));
  if (isGrouped) part("groups").replaceChildren(...groups.map(([kind, mine]) => headed(kind, mine, options.words)));
  best.hidden = !first.length;
  all.hidden = !rest.length && !isFiltered(all);
  return { whole };
}

const isFiltered = (all) => [...all.querySelectorAll("select")].some((select) => select.value);

/** The best results, of which no two lead to the same page, as soon as so many have come. */
async function foremost(loading) {
  const pages = new Map();
  for (const one of loading) {
    const hit = await one;
    const page = hit.kind === "term" ? hit.about.address : hit.about.address.split("#")[0];
    if (!pages.has(page)) pages.set(page, hit);
    if (pages.size === BEST) break;
  }
  return [...pages.values()];
}

/** The hits of each kind, the kind of the best hit first. Objections and arguments stand together. */
function byKind(hits, best) {
  const groups = new Map((OBJECTIONS.includes(best) ? OBJECTIONS : [best]).map((kind) => [kind, []]));
  for (const hit of hits) {
    if (!groups.has(hit.kind)) groups.set(hit.kind, []);
    groups.get(hit.kind).push(hit);
  }
  return [...groups].filter(([, mine]) => mine.length);
}

/** The heading of a group, in the section to which the results come. */
function headed(kind, hits, words) {
  const { kinds } = words;
  const section = document.createElement("section");
  const heading = document.createElement("h3");
  heading.className = "pb-results__group";
  heading.textContent = words.group.replace("{kind}", kinds[kind] ?? kind).replace("{count}", hits.length);
  section.append(heading);
  return section;
}

function group(kind, hits, ready, draw, { engine, words }) {
  const { kinds } = words;
  const name = kinds[kind] ?? kind;
  const section = headed(kind, hits, words);
  const list = document.createElement("ol");
  list.className = "pb-results";
  const shown = hits.filter(({ record }) => ready.has(record));
  list.append(...shown.map(({ record }) => draw(ready.get(record))));
  const left = hits.filter(({ record }) => !ready.has(record));
  section.append(list);
  if (!left.length) return section;

  const button = document.createElement("button");
  button.type = "button";
  button.className = "pb-results__more";
  const label = () => {
    const next = Math.min(left.length, MORE);
    button.textContent = words[next === 1 ? "more_one" : "more_other"].replace("{kind}", name).replace("{count}", next);
  };
  button.addEventListener("click", async () => {
    const next = left.splice(0, MORE);
    const items = await Promise.all(next.map(async (hit) => draw({ ...hit, about: await engine.record(hit.record) })));
    list.append(...items);
    items[0].querySelector("a").focus();
    if (left.length) label();
    else button.remove();
  });
  label();
  section.append(button);
  return section;
}

/**
 * Shows what else a reader can do where nothing was found.
 * @param {string[] | null} near words that are nearly the same, or null where something was found
 */
export function nothingFound(near, words) {
  part("none").hidden = !near;
  const line = part("near");
  line.hidden = !near?.length;
  if (!near?.length) return;
  const links = near.flatMap((word) => {
    const link = document.createElement("a");
    link.href = `?q=${encodeURIComponent(word)}`;
    link.textContent = word;
    return [" ", link];
  });
  line.replaceChildren(words.near, ...links);
}
