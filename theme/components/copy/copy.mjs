import { actionButton, actionsFor, forEachArgument } from "../actions/actions.mjs";

const SHOWN_FOR = 4000;
const started = new WeakSet();

/**
 * Puts a button “Copy …” beside every text that is marked with `data-copy`, and says aloud what was copied.
 * Called again it does nothing: whoever has to come after these buttons calls it first.
 * @param {HTMLElement} status says what happened; its `data-words` holds the words, by the value of `data-copy` too
 */
export function enhance(status) {
  const words = wordsOf(status);
  if (started.has(status)) return;
  started.add(status);
  const add = (element) => {
    for (const text of element.querySelectorAll("[data-copy]")) {
      const label = words[text.dataset.copy];
      if (label) actionsFor(element, "copy").append(copyButton(label, () => text));
    }
  };
  forEachArgument(add);
  for (const block of document.querySelectorAll(".pb-copy")) add(block);
}

/**
 * A button that copies the text of an element, which a reader can see and select.
 * @param {string} label
 * @param {() => HTMLElement} source gives the element when it is wanted
 */
export function copyButton(label, source) {
  const button = actionButton(label);
  const done = document.createElement("span");
  done.className = "pb-action__done";
  done.setAttribute("aria-hidden", "true");
  button.append(done);
  let ends;
  button.addEventListener("click", async () => {
    const status = document.querySelector('[data-pb="copy"]');
    const words = wordsOf(status);
    const element = source();
    const text = plain(element);
    button.parentElement.querySelector(".pb-actions__note")?.remove();
    try {
      await navigator.clipboard.writeText(text);
      say(status, words.copied.replace("{text}", () => text));
      done.textContent = words.done;
      button.classList.add("pb-action--done");
      clearTimeout(ends);
      ends = setTimeout(() => button.classList.remove("pb-action--done"), SHOWN_FOR);
    } catch {
      getSelection().selectAllChildren(element);
      say(status, words.selected);
      button.after(note(words.selected));
    }
  });
  return button;
}

function wordsOf(status) {
  return JSON.parse(status.dataset.words);
}

/** The text as one line: line breaks in the page's source are no part of it. */
function plain(element) {
  return element.textContent.replace(/\s+/g, " ").trim();
}

/** Said again even if it is the same as before. */
function say(status, text) {
  status.textContent = "";
  requestAnimationFrame(() => {
    status.textContent = text;
  });
}

function note(text) {
  const said = document.createElement("p");
  said.className = "pb-actions__note";
  said.setAttribute("aria-hidden", "true");
  said.textContent = text;
  return said;
}
