/**
 * Enhances what is on the page. Each component gets its root element; one that fails leaves the others, and the HTML
 * that works without it, as they are.
 */
const components = {
  "theme-switch": () => import("./theme-switch/theme-switch.mjs"),
  contents: () => import("./contents/contents.mjs"),
  search: () => import("./search/search.mjs"),
  find: () => import("./find/find.mjs"),
  copy: () => import("./copy/copy.mjs"),
  "add-to-case": () => import("./case/add-to-case.mjs"),
  brand: () => import("./brand/brand.mjs"),
  blocked: () => import("./blocked/blocked.mjs"),
  contribute: () => import("./contribute/contribute.mjs"),
  "my-case": () => import("./case/my-case.mjs"),
  "decision-tree": () => import("./decision-tree/decision-tree.mjs"),
  sources: () => import("./sources/sources.mjs"),
  "self-check": () => import("./self-check/self-check.mjs"),
};

for (const root of document.querySelectorAll("[data-pb]")) {
  const load = components[root.dataset.pb];
  load?.()
    .then((component) => component.enhance(root))
    .catch((error) => {
      root.classList.add("pb-failed");
      document.documentElement.classList.remove("pb-asked");
      console.error(`${root.dataset.pb}: ${error.message}`);
    });
}

import("./print/print.mjs").then((component) => component.enhance(window));
