import { say } from "../case/say.mjs";

const GROUPS = ["first", "next", "keep"];

/**
 * Lets a reader choose an answer to each question, and lists the next steps: what comes first before the rest. What was
 * chosen is neither kept nor sent.
 * @param {HTMLElement} root holds every question with its answers and steps; `data-words` are the words
 */
export function enhance(root) {
  const words = JSON.parse(root.dataset.words);
  const part = (name) => root.querySelector(`[data-part="${name}"]`);
  const questions = [...root.querySelectorAll("[data-question]")].map(ask);
  const form = document.createElement("form");
  form.className = "pb-check__form";
  form.autocomplete = "off";
  questions[0].element.before(form);
  form.append(...questions.map((one) => one.element), buttons(words));

  const show = () => {
    const chosen = questions.flatMap((one) => one.answers.filter((answer) => answer.input.checked));
    if (chosen.length) part("list").replaceChildren(...list(chosen, questions, words));
    part("steps").hidden = !chosen.length;
    root.classList.toggle("pb-check--made", chosen.length > 0);
    return chosen.length;
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const count = show();
    part("status").textContent = count ? say(words.made, { count }) : words.none;
    const note = form.querySelector(".pb-check__none");
    note.textContent = count ? "" : words.none;
    if (count) part("steps").querySelector("h2").focus();
  });
  form.addEventListener("change", () => {
    if (part("steps").hidden) return;
    show();
    part("status").textContent = words.changed;
  });
  form.addEventListener("reset", () => {
    // The boxes are empty only after the event.
    setTimeout(() => {
      show();
      part("status").textContent = words.cleared;
      form.querySelector("input").focus();
    });
  });
  root.classList.add("pb-check--ready");
}

/** Turns a question of the page into one that can be answered. */
function ask(element) {
  const fieldset = document.createElement("fieldset");
  const legend = document.createElement("legend");
  const heading = element.querySelector("h2");
  legend.append(heading);
  fieldset.append(legend, ...element.childNodes);
  element.append(fieldset);
  const question = heading.textContent.trim();
  const answers = [...element.querySelectorAll(".pb-ask__answer")].map((text) => {
    const input = document.createElement("input");
    input.type = "radio";
    input.name = element.dataset.question;
    const label = document.createElement("label");
    label.className = "pb-tick";
    const said = document.createElement("span");
    said.append(...text.childNodes);
    label.append(input, " ", said);
    text.append(label);
    const item = text.closest("li");
    const step = item.querySelector(".pb-ask__step");
    const read = item.querySelector(".pb-ask__read");
    return { input, question, said: said.textContent.trim(), step, when: step.dataset.when, read };
  });
  return { element, heading, answers };
}

function buttons(words) {
  const block = document.createElement("div");
  block.className = "pb-check__buttons";
  const show = document.createElement("button");
  show.className = "pb-button";
  show.textContent = words.show;
  const clear = document.createElement("button");
  clear.type = "reset";
  clear.className = "pb-action";
  clear.textContent = words.clear;
  const note = document.createElement("p");
  note.className = "pb-check__none";
  const kept = document.createElement("p");
  kept.className = "pb-small";
  kept.textContent = words.kept;
  block.append(show, clear, note, kept);
  return block;
}

/** The steps in their groups, what is still unanswered, and a button to print. */
function list(chosen, questions, words) {
  const parts = [];
  for (const when of GROUPS) {
    const steps = chosen.filter((answer) => answer.when === when);
    if (!steps.length) continue;
    const heading = document.createElement("h3");
    heading.textContent = words[`group_${when}`];
    const items = document.createElement("ol");
    items.append(...steps.map((answer) => step(answer, words)));
    parts.push(heading, items);
  }
  const left = questions.filter((one) => !one.answers.some((answer) => answer.input.checked));
  if (left.length) parts.push(unanswered(left, words));
  const print = document.createElement("button");
  print.type = "button";
  print.className = "pb-action";
  print.textContent = words.print;
  print.addEventListener("click", () => window.print());
  return [...parts, print];
}

function step(answer, words) {
  const item = document.createElement("li");
  const what = answer.step.cloneNode(true);
  what.querySelector(".pb-ask__when")?.remove();
  const why = document.createElement("p");
  why.className = "pb-steps__why";
  why.textContent = say(words.because, { question: answer.question, answer: answer.said });
  item.append(what, ...(answer.read ? [answer.read.cloneNode(true)] : []), why);
  return item;
}

/** Links to the questions without an answer. */
function unanswered(left, words) {
  const block = document.createElement("p");
  block.className = "pb-steps__left";
  block.append(words.left);
  for (const one of left) {
    const link = document.createElement("a");
    link.href = `#${one.heading.id}`;
    link.textContent = one.heading.textContent.trim();
    block.append(document.createElement("br"), link);
  }
  return block;
}
