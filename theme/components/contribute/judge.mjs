import { readData } from "../data/data.mjs";
import { checker } from "./check.mjs";
import { faultShower } from "./faults.mjs";
import { taker } from "./take.mjs";

/**
 * What a form needs once somebody fills it in: what the playbook has already, the checks, and the ways to take the file.
 * @param {HTMLElement} root `data-known` and, if the form asks for sources, `data-sources` say where the lists are
 * @returns {Promise<{known: object, check: Function, showFaults: Function, take: Function}>}
 */
export async function judge(root, part, { rules, places, words }, announce) {
  const files = [root.dataset.known, root.dataset.sources].filter(Boolean);
  const [lists, sources = {}] = await Promise.all(files.map(readData));
  if (!lists || !sources) throw new Error(`not found: ${files.join(" ")}`);
  return {
    known: { ...lists, sources },
    check: checker(rules),
    showFaults: faultShower(root, part, words),
    take: taker(part, places, words, root.dataset.title, announce),
  };
}
