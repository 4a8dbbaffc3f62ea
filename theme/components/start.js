// Before the first paint, so that nothing moves afterwards. A classic script, because that blocks; it says on <html>
// what the styles need to know.
(() => {
  const root = document.documentElement;
  try {
    // The colours that the reader chose on an earlier visit.
    const chosen = localStorage.getItem("playbook-theme");
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  } catch {
    // Storage may be forbidden: then the device's own setting counts.
  }
  if (!("noModule" in HTMLScriptElement.prototype)) return;
  // Scripts will come: keep room for what they add, and show what works only with them.
  root.classList.add("pb-script");
  // The address asks for something that a script has to find: do not show first what it will replace.
  if (location.search) root.classList.add("pb-asked");
  addEventListener(
    "error",
    (event) => {
      // The scripts cannot be loaded after all: then the page is the one without them.
      if (event.target instanceof HTMLScriptElement) root.classList.remove("pb-script", "pb-asked");
    },
    true,
  );
})();
