import { readData } from "../data/data.mjs";
import { isId } from "./case-state.mjs";

/**
 * The playbook's own data, fetched from the same site when it is needed and once only. A fetch that failed is tried
 * again the next time.
 * @param {URL} site where the site stands
 */
export function openBank(site) {
  const known = new Map();

  const items = (path) => {
    if (!known.has(path)) {
      known.set(path, fetchItems(new URL(`api/v1/${path}.json`, site)));
      known.get(path).catch(() => known.delete(path));
    }
    return known.get(path);
  };

  return {
    objections: () => items("objections"),
    audiences: () => items("audiences"),
    sources: () => items("sources"),
    /** @returns {Promise<object | null>} the argument in full, what stands in place of a gone one, or null */
    async argument(id) {
      if (!isId(id)) return null;
      const [found] = (await items(`arguments/${id}`)) ?? [];
      return found?.id === id ? found : null;
    },
  };
}

async function fetchItems(address) {
  const found = await readData(address);
  return found && found.items;
}
