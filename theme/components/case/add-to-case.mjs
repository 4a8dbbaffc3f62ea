import { actionButton, actionsFor, forEachArgument } from "../actions/actions.mjs";
import { load, onChange, save } from "./case-keeping.mjs";
import { MOST_REPLIES, withReply, withoutReply } from "./case-state.mjs";
import { say } from "./say.mjs";

/**
 * The link to the reader's case in the header, with the number of replies in it, and a button on every argument that
 * puts it into the case or takes it out.
 * @param {HTMLAnchorElement} link `data-words` are the words
 */
export async function enhance(link) {
  const words = JSON.parse(link.dataset.words);
  const status = document.createElement("p");
  status.className = "pb-vh";
  status.setAttribute("role", "status");
  document.body.append(status);

  const buttons = new Map();
  const show = () => {
    const { replies } = load();
    link.textContent = say(words.my_case_count, { count: replies.length });
    for (const [button, use] of buttons) use(replies, button);
  };

  onChange(show);
  show();
  // These buttons stand after those that copy, which would push these aside if they were made a frame later. To have
  // that script is not enough: whoever imports it first need not be the first to go on.
  const copy = document.querySelector('[data-pb="copy"]');
  if (copy) await import("../copy/copy.mjs").then((component) => component.enhance(copy)).catch(() => {});
  forEachArgument((element) => {
    if (element.closest("[data-my-case]")) return;
    const { button, use } = toggle(element, link, words, status);
    buttons.set(button, use);
    use(load().replies, button);
  });
}

function toggle(element, link, words, status) {
  const id = element.dataset.argument;
  const place = actionsFor(element, "case");
  const button = actionButton("");
  const name = nameOf(element);
  const way = document.createElement("a");
  way.className = "pb-action__way";
  way.href = link.href;
  place.append(button, way);

  button.addEventListener("click", () => {
    const before = load();
    const isIn = before.replies.includes(id);
    const after = isIn ? withoutReply(before, id) : withReply(before, id, objectionOf(element));
    save(after);
    const count = after.replies.length;
    if (!isIn && before === after) status.textContent = say(words.full, { most: MOST_REPLIES });
    else status.textContent = say(isIn ? words.taken_out : words.added, { count });
  });

  const use = (replies) => {
    const isIn = replies.includes(id);
    button.textContent = isIn ? words.take_out : words.add;
    button.setAttribute("aria-label", `${button.textContent}: ${name}`);
    button.classList.toggle("pb-action--on", isIn);
    way.hidden = !isIn;
    way.textContent = words.see;
  };
  return { button, use };
}

/** What the argument is called where it stands. */
function nameOf(element) {
  const named = element.querySelector("h2, h3, h4, a, p");
  return (named?.textContent ?? "").trim();
}

/** What was said, if the page or the list says so. */
function objectionOf(element) {
  const near = element.closest("[data-objection]") ?? document.querySelector(".pb-said-by[data-objection]");
  return near?.dataset.objection ?? "";
}
