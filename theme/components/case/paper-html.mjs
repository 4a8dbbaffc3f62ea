/** How each kind of block is drawn: its element and, if it stands in a list, the list. */
const ELEMENTS = {
  site: ["p"],
  title: ["h2"],
  fact: ["p"],
  heading: ["h3"],
  text: ["p"],
  foot: ["p"],
  reason: ["p", "ol"],
  bullet: ["p", "ul"],
  source: ["p", "ol"],
};

/**
 * Draw a paper into an element, in place of what is there. Text is only ever text here.
 * @param {HTMLElement} sheet
 * @param {import("./paper-model.mjs").Paper} paper
 */
export function drawPaper(sheet, paper) {
  const drawn = [];
  let list = null;
  for (const block of paper.blocks) {
    const [name, listName] = ELEMENTS[block.style] ?? ["p"];
    const element = make(name, block);
    if (block.style === "more") {
      list?.lastElementChild.append(element);
    } else if (listName) {
      if (list?.dataset.style !== block.style) {
        list = document.createElement(listName);
        list.dataset.style = block.style;
        list.className = `pb-paper__list pb-paper__list--${block.style}`;
        drawn.push(list);
      }
      const item = document.createElement("li");
      item.append(element);
      list.append(item);
    } else {
      list = null;
      drawn.push(element);
    }
  }
  sheet.lang = paper.language;
  sheet.replaceChildren(...drawn);
}

function make(name, block) {
  const element = document.createElement(name);
  element.className = `pb-paper__${block.style}`;
  element.dataset.part = block.part;
  element.append(...block.runs.flatMap(run));
  return element;
}

function run({ text, bold, quiet, cite, link }) {
  const name = link ? "a" : bold ? "strong" : cite ? "sup" : quiet ? "span" : null;
  if (!name) return breakable(text);
  const element = document.createElement(name);
  element.append(...breakable(text));
  if (link) element.href = link;
  if (quiet) element.className = "pb-paper__quiet";
  return [element];
}

/**
 * Text with places to break in its very long words. Browsers would find some themselves, but take a second for a word
 * of ten thousand characters, and a paper is laid out many times.
 */
function breakable(text) {
  if (!/\S{60}/.test(text)) return [text];
  return text.split(/(\s+)/).flatMap((word) => (word.length < 60 ? [word] : broken(word)));
}

function broken(word) {
  const letters = Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment);
  const found = [];
  for (let start = 0; start < letters.length; start += 20) {
    found.push(letters.slice(start, start + 20).join(""), document.createElement("wbr"));
  }
  return found.slice(0, -1);
}
