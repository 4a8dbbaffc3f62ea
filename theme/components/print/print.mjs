/**
 * Folded parts are on paper too: opens them for printing and closes them again.
 * @param {Window} view
 */
export function enhance(view) {
  let opened = [];
  view.addEventListener("beforeprint", () => {
    opened = [...view.document.querySelectorAll(".pb-prose details:not([open])")];
    for (const details of opened) details.open = true;
  });
  view.addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    opened = [];
  });
}
