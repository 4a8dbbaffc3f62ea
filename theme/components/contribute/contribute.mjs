import { say } from "../case/say.mjs";
import { onFirstTouch } from "../touch/touch.mjs";
import { assemble } from "./assemble.mjs";
import { showAlike } from "./alike.mjs";
import { counter } from "./count.mjs";
import { preview } from "./preview.mjs";
import { repeat } from "./rows.mjs";
import { findSources, showIds } from "./sources.mjs";

const PAUSE = 200;
/** A place below the site's address, with nothing that could lead away from it. */
const PLACE = /^(?:[a-z0-9-]+\/)*(?:[a-z0-9-]+\.html)?$/;

/** What is known of the playbook before the reader touches the page. */
const NOTHING = { taken: { argument: [], "case-study": [], source: [] }, wordings: {}, users: {}, sources: {} };

/**
 * A form in which anybody can contribute. Nothing is sent or kept: the file is made on the page, and its writer takes it.
 * @param {HTMLElement} root `data-rules` says what is asked and checked, `data-places` where the forge takes a text,
 * `data-words` and `data-title` hold the words, `data-known`, `data-sources` and `data-index` where the lists, the sources
 * (if any are asked for) and the search index are
 */
export async function enhance(root) {
  const part = (name) => {
    const found = root.querySelector(`[data-part="${name}"]`);
    if (!found) throw new Error(`part “${name}” not found`);
    return found;
  };
  const [rules, everywhere, words] = ["rules", "places", "words"].map((key) => JSON.parse(root.dataset[key]));
  const asked = new URLSearchParams(location.search);
  const places = asked.get("of") === "own" && everywhere.own ? { ...everywhere, ...everywhere.own } : everywhere;
  const form = part("form");
  const announce = (text) => {
    part("status").textContent = text;
  };
  const count = counter(root, rules, words, announce);
  const known = { ...NOTHING };
  let tools;
  let loading;
  let lookAgain;
  let waiting;
  let asking;
  let isTold = false;

  const answers = () => {
    const found = {};
    for (const [key, value] of new FormData(form)) found[key] = found[key] ? `${found[key]}\n${value}` : value;
    return found;
  };

  function draw() {
    clearTimeout(waiting);
    const made = assemble(rules, answers(), known, new Date());
    showNotes(made.notes);
    showIds(root, made, known.sources, words);
    count(made.answers);
    preview(part("preview"), form, rules, made, words, known.sources);
    if (!tools) return [made, []];
    const faults = tools.check(made, known);
    if (isTold) tools.showFaults(faults);
    if (!part("ready").hidden) {
      part("ready").hidden = faults.length > 0;
      if (!faults.length) tools.take(made, rules);
    }
    return [made, faults];
  }

  /** What the playbook has already, and what judges and hands over the answers: nobody needs it before the first touch. */
  function load() {
    loading ??= fetchTools().catch((error) => {
      loading = undefined;
      announce(words.not_loaded);
      console.error(`contribute: ${error.message}`);
    });
    return loading;
  }

  async function fetchTools() {
    const { judge } = await import("./judge.mjs");
    tools = await judge(root, part, { rules, places, words }, announce);
    Object.assign(known, tools.known);
    lookAgain();
    draw();
  }

  function showNotes(notes) {
    for (const place of root.querySelectorAll("[data-note]")) {
      const text = (notes[place.dataset.note] ?? []).map((note) => words[`mended_${note}`]).join(" ");
      if (place.textContent !== text) place.textContent = text;
      place.hidden = !text;
    }
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await load();
    if (!tools) return;
    isTold = true;
    const [made, faults] = draw();
    if (faults.length) {
      part("ready").hidden = true;
      tools.showFaults(faults, true);
      return;
    }
    part("ready").hidden = false;
    tools.take(made, rules);
    part("ready-title").focus();
    announce(words.ready);
  });
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(draw, PAUSE);
    if (rules.makes !== "argument") return;
    // A pause of its own: what is drawn meanwhile for another reason ends the one above.
    clearTimeout(asking);
    asking = setTimeout(() => showAlike(part, answers(), root.dataset.index, root.dataset.base), PAUSE);
  });

  lookAgain = findSources(root, () => known.sources, words, announce);
  repeat(root, rules, (text, number) => announce(say(text, { number })), words, draw);
  chooseFromAddress(form, asked, places.base);
  // The one that the page that led here has chosen may be among those that are fetched.
  if (root.dataset.more && asked.get("objection") && !form.querySelector("[name=answers]:checked")) {
    await load();
    chooseFromAddress(form, asked, places.base);
  }
  hideRest(form, words.show_rest);
  root.classList.add("pb-contribute--live");
  draw();
  onFirstTouch(load);
}

/**
 * What the page that led here has chosen: `?objection=time-wasting`, or `?page=` with the name of a page and `at=` with
 * its place on the site, which may be any text at all.
 * @param {string} [base] the site's address, or what stands for it
 */
function chooseFromAddress(form, asked, base = "") {
  const objection = asked.get("objection");
  for (const field of form.querySelectorAll("[name=answers], [name=objection]")) {
    if (field.type === "checkbox") field.checked ||= field.value === objection;
    else if ([...field.options].some((one) => one.value === objection)) field.value = objection;
  }
  const page = form.querySelector("input[name=page]");
  if (!page || !asked.get("page")) return;
  const place = asked.get("at");
  page.value = place !== null && PLACE.test(place) ? `${asked.get("page")} (${base}${place})` : asked.get("page");
}

/** Where the page that led here chose one of many, the others wait behind a button. */
function hideRest(form, text) {
  const chosen = form.querySelector("[name=answers][type=checkbox]:checked")?.closest("[data-key]");
  if (!chosen) return;
  const rest = [...chosen.querySelectorAll(".pb-tick")].filter((tick) => !tick.querySelector(":checked"));
  const button = Object.assign(document.createElement("button"), { type: "button", className: "pb-action", textContent: text });
  for (const tick of rest) tick.hidden = true;
  button.addEventListener("click", () => {
    for (const tick of rest) tick.hidden = false;
    button.remove();
    rest[0].querySelector("input").focus();
  });
  chosen.append(button);
}
