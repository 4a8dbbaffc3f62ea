import { readData } from "../data/data.mjs";

/**
 * An address from before the list of sources was cut leads on to the part that holds the source by now.
 * @param {HTMLElement} root the list of parts, whose `data-places` says where their sources are named; or a part, which
 * has a link up to that list
 */
export async function enhance(root) {
  const id = decodeURIComponent(location.hash.slice(1));
  if (!id || document.getElementById(id)) return;
  const link = root.dataset.places ? await partWith(root, id) : root.querySelector(".pb-sources__up");
  if (link) location.replace(`${link.href}#${encodeURIComponent(id)}`);
}

async function partWith(root, id) {
  const parts = (await readData(root.dataset.places)) ?? [];
  return root.querySelectorAll("li a")[parts.findIndex((ids) => ids.includes(id))];
}
