import { emptyCase, isEmpty, toCase } from "./case-state.mjs";

/**
 * The one place that keeps a case. Until a reader adds or writes something, nothing is kept. From then on the tab keeps
 * it (session storage, gone when the tab closes), since adding something is asking for it to be there on the next page.
 * The device keeps it (local storage) only when the reader asks. “Forget everything” clears both.
 */
const KEY = "playbook-case";
const CHANGED = "pb:case-changed";

let inMemory = null;

/** @returns {import("./case-state.mjs").Case} the tab's case, else the device's, else an empty one */
export function load() {
  return inMemory ?? read("sessionStorage") ?? read("localStorage") ?? emptyCase();
}

/** Whether the device keeps the case of this tab. */
export function isKept() {
  return read("sessionStorage") === null && read("localStorage") !== null;
}

/** Keep a case where the last one was kept. Without storage it lives as long as the page. */
export function save(one) {
  if (isEmpty(one) && !isKept()) remove("sessionStorage");
  else if (!write(isKept() ? "localStorage" : "sessionStorage", one)) inMemory = one;
  document.dispatchEvent(new CustomEvent(CHANGED));
}

/**
 * Keep the case on this device from now on, or only in this tab.
 * @returns {boolean} whether the browser allows it
 */
export function keepOnDevice(wanted, one) {
  const [to, from] = wanted ? ["localStorage", "sessionStorage"] : ["sessionStorage", "localStorage"];
  if (!write(to, one)) return false;
  remove(from);
  return true;
}

/** Remove the case from this page, this tab and this device. */
export function forget() {
  inMemory = null;
  remove("sessionStorage");
  remove("localStorage");
  document.dispatchEvent(new CustomEvent(CHANGED));
}

/** Call `use` after every change, also one made in another tab. */
export function onChange(use) {
  document.addEventListener(CHANGED, use);
  addEventListener("storage", (event) => {
    if (event.key === KEY || event.key === null) use();
  });
  // A page that the browser kept for “Back” may be older than the case.
  addEventListener("pageshow", (event) => {
    if (event.persisted) use();
  });
}

function read(storage) {
  try {
    const text = globalThis[storage].getItem(KEY);
    return text === null ? null : toCase(JSON.parse(text));
  } catch {
    return null;
  }
}

function write(storage, one) {
  try {
    globalThis[storage].setItem(KEY, JSON.stringify(one));
    return true;
  } catch {
    return false;
  }
}

function remove(storage) {
  try {
    globalThis[storage].removeItem(KEY);
  } catch {
    // Storage is forbidden: then nothing is in it.
  }
}
