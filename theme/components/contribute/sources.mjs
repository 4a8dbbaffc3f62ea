import { say } from "../case/say.mjs";

/**
 * The lists of sources: filled from the site's data, with a way to describe one that is not there.
 * @param {Record<string, string>} sources what readers see, by id
 */
export function fillSources(root, sources, words) {
  for (const list of root.querySelectorAll("select[data-sources]")) {
    const fresh = root.querySelector(`[data-new="${list.name}"]`);
    const other = new Option(words.new_one, "");
    list.options[0].textContent = words.choose_source;
    list.append(other, ...groups(sources, root.dataset.firstLanguage));
    const show = () => {
      fresh.hidden = list.selectedOptions[0] !== other && !isFilled(fresh);
      if (list.value) fresh.hidden = true;
    };
    list.addEventListener("change", show);
    fresh.addEventListener("change", () => {
      if (isFilled(fresh) && !list.value) other.selected = true;
      show();
    });
    show();
  }
}

/** How to cite each source that was chosen or described, in the other fields of the form. */
export function showIds(root, made, words) {
  for (const place of root.querySelectorAll("[data-cite]")) {
    const key = place.dataset.cite;
    const fresh = made.files.find((file) => file.answers[0] === key.replace(/source$/, "new_title"));
    const id = made.answers[key] ?? fresh?.id;
    place.hidden = !id;
    place.textContent = id ? say(words.cite, { id }) : "";
  }
}

const isFilled = (place) => [...place.querySelectorAll("input, select")].some((one) => one.value.trim());

function groups(sources, language) {
  const found = new Map();
  for (const [id, title] of Object.entries(sources)) {
    const letter = /^\p{L}/u.test(title) ? title[0].normalize("NFD")[0].toUpperCase() : "0–9";
    if (!found.has(letter)) found.set(letter, Object.assign(document.createElement("optgroup"), { label: letter }));
    found.get(letter).append(new Option(title, id));
  }
  if (language) for (const group of found.values()) group.lang = language;
  return found.values();
}
