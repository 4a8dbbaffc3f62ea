import { asMailto, mailtoSubject } from "../case/paper-text.mjs";
import { say } from "../case/say.mjs";
import { inShort, makeNote, noteText } from "./note.mjs";
import { showNote } from "./show-note.mjs";

const EMPTY_FORM = "pb-prints-empty";

/**
 * The page “What is blocked?”: a list to tick, and the note that it makes. Nothing is sent or kept.
 * @param {HTMLElement} root `data-words`, `data-note` and `data-months` hold the words
 */
export function enhance(root) {
  const part = (name) => {
    const found = root.querySelector(`[data-part="${name}"]`);
    if (!found) throw new Error(`part “${name}” not found`);
    return found;
  };
  const [words, note, months] = ["words", "note", "months"].map((name) => JSON.parse(root.dataset[name]));
  const form = root.querySelector("form");
  const announce = (text) => {
    part("status").textContent = "";
    requestAnimationFrame(() => {
      part("status").textContent = text;
    });
  };

  const draw = () => {
    const now = new Date();
    const day = `${now.getDate()} ${months[now.getMonth() + 1]} ${now.getFullYear()}`;
    const list = readList(form, words.unnamed);
    const made = { day, site: root.dataset.site, address: location.origin + location.pathname };
    const blocks = makeNote(list, made, note);
    showNote(part("note"), blocks);
    const text = noteText(blocks);
    part("text").value = text;
    const whole = asMailto(note.title, text);
    const short = whole ?? asMailto(note.title, noteText(inShort(blocks, note)));
    part("mailto").href = short ?? mailtoSubject(note.title);
    part("email-note").textContent = whole ? words.email_whole : short ? words.email_short : words.email_long;
    const count = (choice) => list.rows.filter((row) => row.choice === choice).length;
    part("counted").textContent = say(words.counted, { blocked: count("blocked"), reached: count("reached") });
  };

  form.addEventListener("input", draw);
  form.addEventListener("submit", (event) => event.preventDefault());
  part("print").addEventListener("click", () => print());
  part("print-empty").addEventListener("click", () => {
    document.documentElement.classList.add(EMPTY_FORM);
    print();
  });
  addEventListener("beforeprint", draw);
  addEventListener("afterprint", () => document.documentElement.classList.remove(EMPTY_FORM));
  part("copy").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(part("text").value);
      announce(words.copied);
    } catch {
      part("text").closest("details").open = true;
      part("text").focus();
      part("text").select();
      announce(words.copy_yourself);
    }
  });
  part("clear").addEventListener("click", () => {
    if (!confirm(words.clear_sure)) return;
    form.reset();
    draw();
    announce(words.cleared);
  });
  // In place of the list on paper: what comes before it on the page stays before it for everybody.
  document.querySelector(".pb-blocked-paper").before(root);
  // A browser may fill in again what stood there before a reload: here a new page is an empty list.
  form.reset();
  draw();
}

/**
 * What the form says, its texts without space around them.
 * @param {HTMLFormElement} form
 * @param {string} unnamed the name of a row of the reader's own that has none
 */
function readList(form, unnamed) {
  const text = (element) => element?.value.trim() ?? "";
  const rows = [...form.querySelectorAll("[data-row]")].map((row) => {
    const inside = (name) => text(row.querySelector(`[data-part="${name}"]`));
    return {
      name: row.dataset.label ?? (inside("name") || unnamed),
      choice: row.querySelector("input:checked").value,
      task: inside("task"),
      often: inside("often"),
      since: inside("since"),
    };
  });
  const field = (name) => text(form.querySelector(`[data-field="${name}"]`));
  const asks = [...form.querySelectorAll('[data-part="ask"]:checked')].map(text);
  return { rows, asks, who: field("who"), to: field("to"), device: field("device") };
}
