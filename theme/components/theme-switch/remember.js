// Before the first paint: use the colours that the reader chose on an earlier visit. A classic script, so that it blocks.
try {
  const chosen = localStorage.getItem("playbook-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Storage may be forbidden: then the device's own setting counts.
}
