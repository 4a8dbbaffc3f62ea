import { readData } from "../data/data.mjs";
import { checker } from "./check.mjs";
import { faultShower } from "./faults.mjs";
import { taker } from "./take.mjs";

/** Offers what there was no room for in the page: boxes to tick, or entries of a list to choose from. */
function addOptions(question, options) {
  const like = [...question.querySelectorAll(".pb-tick, option")].at(-1);
  for (const [value, label, language] of options) {
    const made = like.cloneNode(true);
    const said = made.querySelector("span") ?? made;
    said.textContent = label;
    said.lang = language;
    if (!language) said.removeAttribute("lang");
    const input = made.querySelector("input") ?? made;
    Object.assign(input, { value, checked: false, selected: false });
    like.parentElement.append(made);
  }
}

/**
 * What a form needs once somebody fills it in: what the playbook has already, the checks, and the ways to take the file.
 * @param {HTMLElement} root `data-known` and, if the form asks for sources, `data-sources` say where the lists are
 * @returns {Promise<{known: object, check: Function, showFaults: Function, take: Function}>}
 */
export async function judge(root, part, { rules, places, words }, announce) {
  const { known, sources: named, more } = root.dataset;
  const [lists, sources, options] = await Promise.all([readData(known), named ? readData(named) : {}, more ? readData(more) : []]);
  if (!lists || !sources || !options) throw new Error(`not found: ${[known, named, more].filter(Boolean).join(" ")}`);
  for (const question of root.querySelectorAll("[data-more-of]")) addOptions(question, options);
  return {
    known: { ...lists, sources },
    check: checker(rules),
    showFaults: faultShower(root, part, words),
    take: taker(part, places, words, root.dataset.title, announce),
  };
}
