import { say } from "./say.mjs";

/**
 * Draw the replies that were chosen, in order, with buttons to move each and to take it out. A reply keeps its element,
 * so that the focus can stay on the button that was pressed.
 * @param {HTMLOListElement} list
 * @param {string[]} ids
 * @param {Map<string, {title: string, url: string, fault: string}>} known
 */
export function drawChosen(list, ids, known, words) {
  const before = new Map([...list.children].map((item) => [item.dataset.id, item]));
  const focused = list.contains(document.activeElement) ? document.activeElement : null;
  const items = ids.map((id) => before.get(id) ?? chosenItem(id, words));
  list.replaceChildren(...items);
  if (focused && list.contains(focused)) focused.focus();
  items.forEach((item, position) => {
    const { title, url, fault } = known.get(item.dataset.id) ?? { title: "", url: "", fault: "" };
    const link = item.querySelector("a");
    link.textContent = title;
    if (list.dataset.textLanguage) link.lang = list.dataset.textLanguage;
    if (url) link.href = url;
    else link.removeAttribute("href");
    const notice = item.querySelector(".pb-chosen__fault");
    notice.textContent = fault;
    notice.hidden = !fault;
    for (const [name, text] of [
      ["up", words.move_up],
      ["down", words.move_down],
      ["out", words.take_out_short],
    ]) {
      setName(item.querySelector(`[data-do="${name}"]`), text, title);
    }
    setOff(item.querySelector('[data-do="up"]'), position === 0);
    setOff(item.querySelector('[data-do="down"]'), position === items.length - 1);
  });
}

function chosenItem(id, words) {
  const item = document.createElement("li");
  item.className = "pb-chosen__item";
  item.dataset.id = id;
  const line = document.createElement("p");
  line.className = "pb-chosen__line";
  line.append(document.createElement("a"));
  const fault = document.createElement("p");
  fault.className = "pb-chosen__fault";
  const row = document.createElement("div");
  row.className = "pb-actions pb-chosen__actions";
  for (const name of ["up", "down", "out"]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pb-action";
    button.dataset.do = name;
    row.append(button);
  }
  item.append(line, fault, row);
  return item;
}

/** A visible label; the spoken name says too what it is about. */
function setName(button, label, about) {
  button.textContent = label;
  button.setAttribute("aria-label", `${label}: ${about}`);
}

/** A button with nothing to do keeps its place in the tab order, so that the focus is never lost. */
function setOff(button, isOff) {
  if (isOff) button.setAttribute("aria-disabled", "true");
  else button.removeAttribute("aria-disabled");
}

/**
 * Draw the replies to what was said as boxes to tick. Those that work on the people who said it come first.
 * @param {HTMLUListElement} list
 * @param {object[]} replies arguments in full
 * @param {string[]} chosen ids of those in the case
 * @param {{id: string, label: string} | null} audience
 */
export function drawSuggestions(list, replies, chosen, audience, { words, strengths }) {
  const rank = (one) =>
    one.works_best_on.includes(audience?.id) ? 0 : one.does_not_work_on.includes(audience?.id) ? 2 : 1;
  const sorted = replies.map((one, place) => [rank(one), place, one]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const wanted = sorted.map(([, , one]) => one.id).join(" ");
  if (list.dataset.drawn !== `${wanted} ${audience?.id}`) {
    const language = list.dataset.textLanguage;
    list.replaceChildren(
      ...sorted.map(([place, , one]) => suggestion(one, place, audience, words, strengths, language)),
    );
    list.dataset.drawn = `${wanted} ${audience?.id}`;
  }
  for (const box of list.querySelectorAll("input")) box.checked = chosen.includes(box.value);
}

function suggestion(one, place, audience, words, strengths, language) {
  const item = document.createElement("li");
  const label = document.createElement("label");
  label.className = "pb-tick";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.value = one.id;
  const text = document.createElement("span");
  text.textContent = one.one_liner;
  // The words may be in another language than what is said about them.
  if (language) text.lang = language;
  const facts = document.createElement("span");
  facts.className = "pb-tick__facts";
  if (language) facts.lang = document.documentElement.lang;
  const note = place === 0 ? words.works_on : place === 2 ? words.not_on : "";
  facts.textContent = [strengths[one.strength], note && say(note, { audience: audience.label })]
    .filter(Boolean)
    .join(" · ");
  text.append(facts);
  label.append(box, text);
  item.append(label);
  return item;
}
