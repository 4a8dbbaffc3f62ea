/**
 * A button that says by its state whether dark colours are on, and turns them on or off.
 * The choice is kept on the device, and only once the reader has made it.
 * @param {HTMLButtonElement} button
 */
export function enhance(button) {
  const root = document.documentElement;
  const device = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : device.matches);
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    show();
    try {
      localStorage.setItem("playbook-theme", root.dataset.theme);
    } catch {
      // Storage may be forbidden: then the choice holds for this page.
    }
  });
  device.addEventListener("change", show);
  show();
  button.hidden = false;
}
