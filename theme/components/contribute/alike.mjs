import { readData } from "../data/data.mjs";
import { term, tokenize } from "../search/terms.mjs";

const ENOUGH = 3;
const SHARE = 0.6;
const MOST = 3;
let loading;

/**
 * The arguments of the search index that say much the same as a text: the one place that knows the index.
 * @param {string} text
 * @param {{items: {kind: string, title: string, address: string, text: string}[]}} index
 */
export function alike(text, index) {
  const wanted = [...stems(text)];
  if (wanted.length < ENOUGH) return [];
  const said = index.items
    .filter((item) => item.kind === "argument")
    .map((item) => ({ item, stemmed: stems(`${item.title} ${item.text}`) }));
  // A word that stands in every argument says little about any of them.
  const weight = new Map(
    wanted.map((word) => [word, Math.log((said.length + 1) / (1 + said.filter(({ stemmed }) => stemmed.has(word)).length))]),
  );
  const sum = (some) => some.reduce((whole, word) => whole + weight.get(word), 0);
  return said
    .map(({ item, stemmed }) => {
      const shared = wanted.filter((word) => stemmed.has(word));
      return { item, shared: shared.length, share: sum(shared) / sum(wanted) };
    })
    .filter(({ shared, share }) => shared >= ENOUGH && share >= SHARE)
    .sort((one, other) => other.share - one.share)
    .slice(0, MOST)
    .map(({ item }) => item);
}

const stems = (text) => new Set(tokenize(text).map(term).filter(Boolean));

/** Show the arguments that say much the same as what is written by now. */
export async function showAlike(part, answers, address, base) {
  const text = `${answers.title ?? ""} ${answers.one_liner ?? ""}`;
  loading ??= readData(address);
  let index;
  try {
    index = await loading;
  } catch {
    loading = undefined; // a help that is not there hinders nobody
    return;
  }
  const found = index ? alike(text, index) : [];
  part("alike").hidden = found.length === 0;
  part("alike-list").replaceChildren(
    ...found.map((item) => {
      const entry = document.createElement("li");
      const link = document.createElement("a");
      link.href = base.replace(/\/?$/, "/") + item.address;
      link.textContent = item.title;
      if (item.lang) link.lang = item.lang; // named only where it is another than the page’s
      entry.append(link);
      return entry;
    }),
  );
}
