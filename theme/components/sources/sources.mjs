import { readData } from "../data/data.mjs";

/**
 * An address from before the list of sources was cut leads on to the part that holds the source by now.
 * @param {HTMLElement} root the list of parts, whose `data-places` says where their sources are named; or a part, from
 * which the way that the page stands on leads up to that list
 */
export async function enhance(root) {
  const id = decodeURIComponent(location.hash.slice(1));
  if (!id || document.getElementById(id)) return;
  const link = root.dataset.places ? await partWith(root, id) : document.querySelector(".pb-crumbs li:last-child a");
  if (link) location.replace(`${link.href}#${encodeURIComponent(id)}`);
}

async function partWith(root, id) {
  const parts = (await readData(root.dataset.places)) ?? [];
  return root.querySelectorAll("li a")[parts.findIndex((ids) => ids.includes(id))];
}
