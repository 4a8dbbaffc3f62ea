import { say } from "../case/say.mjs";
import { labelOf, plain, sourceNamed } from "./named.mjs";

const PAUSE = 200;
const SPEAK = 1000;
/** As many as a person takes in at once; another word brings fewer. */
const MOST = 6;

/**
 * Fields in which a source is named: what is typed is looked for among the titles, publishers and addresses, and those
 * that fit stand below as buttons. A source that is not here is described instead.
 * @param {() => Record<string, [string, string, string]>} given publisher, title and address, by id, as far as they are
 * known by then
 * @returns {() => void} looks again, once more of them are known
 */
export function findSources(root, given, words, announce) {
  let all = [];
  let listedFrom = null;
  const finders = [...root.querySelectorAll("[data-source]")].map(finder);
  return () => finders.forEach((show) => show());

  function listed() {
    if (listedFrom === given()) return all;
    listedFrom = given();
    all = Object.entries(listedFrom).map(([id, named]) => ({ id, label: labelOf(named), text: ` ${plain(`${labelOf(named)} ${id} ${named[2]}`)}` }));
    return all;
  }

  function finder(field) {
    const fresh = root.querySelector(`[data-new="${field.name}"]`);
    const said = Object.assign(document.createElement("p"), { className: "pb-sought__said" });
    const list = Object.assign(document.createElement("ul"), { className: "pb-sought__list" });
    const other = Object.assign(document.createElement("button"), { type: "button", className: "pb-action", textContent: words.new_one });
    const box = Object.assign(document.createElement("div"), { className: "pb-sought" });
    let waiting;
    let speaking;
    let shownIds = "";
    box.append(said, list, other);
    field.after(box);
    fresh.id = `${field.id}-new`;
    other.setAttribute("aria-controls", fresh.id);

    function show() {
      const sources = given();
      const chosen = sourceNamed(field.value, sources);
      const wanted = plain(field.value).split(" ").filter(Boolean);
      const found = chosen || !wanted.length ? [] : listed().filter((one) => wanted.every((word) => one.text.includes(` ${word}`)));
      // What is there already stays, since leaving the field says “change” while the focus moves into the list.
      const fit = found.slice(0, MOST);
      if (fit.map((one) => one.id).join() !== shownIds) list.replaceChildren(...fit.map(entry));
      shownIds = fit.map((one) => one.id).join();
      said.textContent = chosen ? say(words.source_chosen, { title: labelOf(sources[chosen]) }) : wanted.length ? counted(found.length) : words.source_how;
      said.classList.toggle("pb-sought__said--chosen", Boolean(chosen));
      list.hidden = !found.length;
      // What is described stays in sight: it becomes a file.
      if (chosen) fresh.hidden = true;
      else if (isFilled(fresh)) fresh.hidden = false;
      said.hidden = !chosen && !wanted.length && !fresh.hidden;
      other.hidden = Boolean(chosen);
      other.setAttribute("aria-expanded", String(!fresh.hidden));
    }

    const counted = (count) => {
      if (!count) return words.sources_none;
      return say(count > MOST ? words.sources_more : words.sources_found, { count, shown: MOST });
    };

    function entry({ label }) {
      const item = document.createElement("li");
      const button = Object.assign(document.createElement("button"), { type: "button", className: "pb-sought__one", textContent: label });
      if (root.dataset.firstLanguage) button.lang = root.dataset.firstLanguage;
      button.addEventListener("click", () => {
        set(field, label);
        field.focus();
        show();
        announce(said.textContent);
      });
      item.append(button);
      return item;
    }

    other.addEventListener("click", () => {
      fresh.hidden = !fresh.hidden && !isFilled(fresh);
      if (fresh.hidden) return show();
      const typed = field.value.trim();
      const place = fresh.querySelector(`[name$="${/^(?:https?:|www\.)/i.test(typed) ? "new_url" : "new_title"}"]`);
      if (typed && !place.value) set(place, typed);
      set(field, "");
      show();
      fresh.querySelector("input").focus();
    });
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      clearTimeout(speaking);
      waiting = setTimeout(show, PAUSE);
      speaking = setTimeout(() => announce(said.textContent), SPEAK);
    });
    field.addEventListener("change", show);
    fresh.addEventListener("change", show);
    fresh.hidden = true;
    show();
    return show;
  }
}

/** How to cite each source that was chosen or described, in the other fields of the form. */
export function showIds(root, made, sources, words) {
  for (const place of root.querySelectorAll("[data-cite]")) {
    const key = place.dataset.cite;
    const fresh = made.files.find((file) => file.answers[0] === key.replace(/source$/, "new_title"));
    const named = made.answers[key] ?? "";
    const id = Object.hasOwn(sources, named) ? named : fresh?.id;
    place.hidden = !id;
    place.textContent = id ? say(words.cite, { id }) : "";
  }
}

function set(field, value) {
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

const isFilled = (place) => [...place.querySelectorAll("input, select")].some((one) => one.value.trim());
