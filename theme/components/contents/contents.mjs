/**
 * Opens the list of contents where it has a column of its own.
 * @param {HTMLDetailsElement} details
 */
export function enhance(details) {
  const wide = matchMedia("(min-width: 70rem)");
  const fit = () => {
    details.open = wide.matches;
  };
  wide.addEventListener("change", fit);
  fit();
}
