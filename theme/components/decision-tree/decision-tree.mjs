import { say } from "../case/say.mjs";
import { copyButton } from "../copy/copy.mjs";
import { looksLikePath, readPath, writePath } from "./path.mjs";

/**
 * Shows one question at a time, and the answers given on the way there. Where a reader has got to stands in the
 * address after “#”, so that an answer can be sent and the browser's own “back” works.
 * @param {HTMLElement} root holds the whole tree; `data-words` are the words
 */
export function enhance(root) {
  const words = JSON.parse(root.dataset.words);
  const part = (name) => root.querySelector(`[data-part="${name}"]`);
  const nodes = new Map([...root.querySelectorAll("[data-node]")].map((element) => [element.dataset.node, read(element)]));
  const tree = new Map([...nodes].filter(([, node]) => node.ways.length).map(([id, node]) => [id, node.ways.map((way) => way.to)]));
  const [first] = tree.keys();
  let path = [];

  const go = (to, sentence) => {
    path = to;
    const fragment = writePath(to);
    history.pushState(null, "", fragment ? `#${fragment}` : location.pathname + location.search);
    show();
    part("status").textContent = sentence;
    nodes.get(to.at(-1) ?? first).heading.focus();
  };
  const answer = (way) => {
    const sentence = tree.has(way.to) ? words.next : words.outcome;
    go([...path, way.to], say(sentence, { answer: way.text }));
  };
  const back = () => go(path.slice(0, -1), words.back_to);
  const restart = () => go([], words.restarted);

  const show = () => {
    const here = path.at(-1) ?? first;
    for (const [id, node] of nodes) node.element.classList.toggle("pb-node--here", id === here);
    part("note").hidden = true;
    part("path").hidden = path.length === 0;
    const asked = [first, ...path.slice(0, -1)];
    part("answers").replaceChildren(
      ...asked.slice(0, path.length).map((id, place) => {
        const change = () => go(path.slice(0, place), words.back_to);
        return given(nodes.get(id), path[place], words, change);
      }),
    );
    for (const address of root.querySelectorAll(".pb-send__address")) address.textContent = location.href;
  };

  const load = () => {
    const found = readPath(location.hash, tree);
    if (!found && !looksLikePath(location.hash)) return false;
    path = found ?? [];
    show();
    part("note").hidden = Boolean(found);
    part("note").textContent = found ? "" : words.moved;
    return Boolean(found?.length);
  };

  for (const [id, node] of nodes) {
    node.heading.tabIndex = -1;
    for (const way of node.ways) {
      way.link.after(inLanguage(button("pb-way", way.text, () => answer(way)), way.link));
    }
    if (!node.ways.length) node.element.append(send(words));
    node.element.append(id === first ? onward([[words.print, printAll]]) : onward([[words.back, back], [words.restart, restart]]));
  }
  addEventListener("popstate", () => {
    if (load() || !location.hash) nodes.get(path.at(-1) ?? first).heading.focus();
  });
  show();
  if (load()) nodes.get(path.at(-1)).heading.focus();
}

/** A question or an outcome, as it stands in the page. */
function read(element) {
  const links = element.classList.contains("pb-node--question") ? [...element.querySelectorAll("li > a[href^='#']")] : [];
  return {
    element,
    heading: element.querySelector("h2"),
    ways: links.map((link) => ({ link, to: link.hash.slice(1), text: wordsOf(link) })),
  };
}

/** The words of a heading or a link, without its number or where it leads. */
function wordsOf(element) {
  const copy = element.cloneNode(true);
  for (const mark of copy.querySelectorAll(".pb-node__mark, .pb-node__to")) mark.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

/** An element with words of another, marked with their language if that is not the page's. */
function inLanguage(element, source) {
  const { lang } = source.querySelector("[lang]") ?? {};
  if (lang) element.lang = lang;
  return element;
}

/** A question that was answered, its answer, and a button to answer it again. */
function given(node, to, words, change) {
  const question = wordsOf(node.heading);
  const item = document.createElement("li");
  const asked = document.createElement("span");
  asked.className = "pb-path__asked";
  asked.textContent = question;
  const said = document.createElement("strong");
  said.textContent = node.ways.find((way) => way.to === to)?.text ?? "";
  inLanguage(asked, node.heading);
  inLanguage(said, node.heading);
  const again = button("pb-path__change", words.change, change);
  again.setAttribute("aria-label", say(words.change_name, { question }));
  item.append(asked, " ", said, " ", again);
  return item;
}

/** The address of the answer, to send. */
function send(words) {
  const block = document.createElement("div");
  block.className = "pb-send";
  const lead = document.createElement("p");
  lead.textContent = words.send;
  const address = document.createElement("p");
  address.className = "pb-send__address";
  const buttons = document.createElement("p");
  buttons.className = "pb-send__buttons";
  buttons.append(copyButton(words.copy, () => address), " ", button("pb-action", words.print, printAll));
  block.append(lead, address, buttons);
  return block;
}

/** Buttons below a question or an outcome: their words, and what they do. */
function onward(acts) {
  const block = document.createElement("p");
  block.className = "pb-onward";
  block.append(...acts.map(([text, act]) => button("pb-action", text, act)));
  return block;
}

function printAll() {
  print();
}

function button(kind, text, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = kind;
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}
