import { say } from "../case/say.mjs";

/**
 * Shows faults and what to write beside their fields, and on request all faults at the top, with a link to each field.
 * @param {HTMLElement} root `data-first-language` is the language of faults, if that is another than the page's
 */
export function faultShower(root, part, words) {
  const summary = part("errors");

  const language = root.dataset.firstLanguage ?? "";

  const said = (text) => Object.assign(document.createElement("span"), { lang: language, textContent: text });
  const first = (key) => root.querySelector(`[data-key="${key}"]`);
  const box = (place) => (place.matches("fieldset") ? place : place.querySelector("input, textarea, select"));

  function entry(fault) {
    const item = document.createElement("li");
    const place = first(fault.field);
    if (!place) {
      item.append(language ? said(`${fault.message} ${fault.fix}`) : `${fault.message} ${fault.fix}`);
      return item;
    }
    const link = document.createElement("a");
    const target = box(place);
    link.href = `#${target.id}`;
    const label = place.querySelector(".pb-field__label").firstChild.textContent.trim();
    if (!fault.message.includes(label)) link.append(`${label}: `);
    link.append(language ? said(fault.message) : fault.message);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      for (let around = place.parentElement; around; around = around.parentElement) around.hidden &&= false;
      (place.querySelector("input, textarea, select") ?? target).focus();
      place.scrollIntoView({ block: "start" });
    });
    item.append(link);
    return item;
  }

  return function show(faults, isAsked = false) {
    for (const place of root.querySelectorAll("[data-fault]")) {
      const own = faults.filter((fault) => fault.field === place.dataset.fault);
      const text = own.map((fault) => `${fault.message} ${fault.fix}`).join(" ");
      if (place.textContent !== text) place.textContent = text;
      if (language) place.lang = language;
      place.hidden = !text;
      const asked = place.closest("[data-key]");
      asked.classList.toggle("pb-ask--wrong", own.length > 0);
      for (const field of asked.querySelectorAll("input, textarea, select")) {
        if (own.length && !["radio", "checkbox"].includes(field.type)) field.setAttribute("aria-invalid", "true");
        else field.removeAttribute("aria-invalid");
      }
    }
    if (!isAsked && (summary.hidden || faults.length)) return;
    summary.hidden = faults.length === 0;
    part("errors-title").textContent = say(words.summary, { count: faults.length });
    part("errors-list").replaceChildren(...faults.map(entry));
    if (isAsked && faults.length) {
      summary.focus();
      summary.scrollIntoView({ block: "start" });
    }
  };
}
