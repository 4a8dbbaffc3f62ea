const TAGS = { title: "h3", heading: "h4", text: "p", foot: "p" };

/**
 * Shows the note: facts as a list of names and values, what is blocked as a numbered list, what is asked as bullets.
 * @param {HTMLElement} place
 * @param {import("./note.mjs").Block[]} blocks
 */
export function showNote(place, blocks) {
  place.replaceChildren();
  let into = place;
  for (const block of blocks) {
    if (block.style === "name") {
      into = made("li", "", list(place, "ol", "pb-note__blocked"));
      made("p", block.text, into).className = "pb-note__name";
    } else if (block.style === "fact") {
      const facts = list(into, "dl", "pb-note__facts");
      made("dt", block.label, facts);
      made("dd", block.text, facts);
    } else if (block.style === "ask") {
      made("li", block.text, list(place, "ul", "pb-note__asks"));
    } else {
      into = place;
      made(TAGS[block.style], block.text, place).className = `pb-note__${block.style}`;
    }
  }
}

/** The list at the end of an element, begun if the last thing there is another. */
function list(element, tag, name) {
  const last = element.lastElementChild;
  if (last?.className === name) return last;
  const begun = made(tag, "", element);
  begun.className = name;
  return begun;
}

function made(tag, text, parent) {
  const element = document.createElement(tag);
  element.textContent = text;
  parent.append(element);
  return element;
}
