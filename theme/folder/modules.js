// Stands in for ES modules and for fetch where a browser allows neither: in a folder that is opened without a server.
// The build puts the modules after this, each as a call of `define`.
globalThis.playbookFolder = (() => {
  const root = new URL("../", document.currentScript.src);
  const makers = new Map();
  const made = new Map();
  const scripts = new Map();
  const data = new Map();

  /** Run a script once; the promise says whether it is there. */
  function run(address) {
    if (!scripts.has(address)) {
      const script = document.createElement("script");
      script.src = address;
      scripts.set(
        address,
        new Promise((resolve) => {
          script.addEventListener("load", () => resolve(true));
          script.addEventListener("error", () => resolve(false));
        }),
      );
      document.head.append(script);
    }
    return scripts.get(address);
  }

  /** What a module exports; it is made when it is first asked for. */
  function load(id) {
    if (!made.has(id)) {
      const exported = {};
      made.set(id, exported);
      makers.get(id)(exported, load, loadLater);
    }
    return made.get(id);
  }

  /** The same for a module that may stand in a script of its own. */
  async function loadLater(id) {
    if (!makers.has(id)) await run(new URL(id.replace(/\.mjs$/, ".classic.js"), root).href);
    return load(id);
  }

  return {
    define: (id, maker) => makers.set(id, maker),
    start: load,
    data: (value) => data.set(document.currentScript.src, value),
    /** What stands in a JSON file, from the script beside it, or null if there is none. */
    read: async (address) => ((await run(`${address}.js`)) ? data.get(`${address}.js`) : null),
  };
})();
