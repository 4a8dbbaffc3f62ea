import { say } from "../case/say.mjs";

/**
 * One thing that was met.
 * @typedef {{name: string, choice: "reached" | "blocked" | "not_tried", task: string, often: string, since: string}} Row
 */

/**
 * A block of the note: `title`, `heading`, `text`, `fact` (label and text), `name` (of what is blocked), `ask`, `foot`.
 * @typedef {{style: string, label?: string, text: string}} Block
 */

/**
 * The note for ICT, block by block. What was not tried is not named in it.
 * @param {{rows: Row[], asks: string[], who: string, to: string, device: string}} list what the form says
 * @param {{day: string, site: string, address: string}} made when and where
 * @param {Record<string, string>} words
 * @returns {Block[]}
 */
export function makeNote(list, made, words) {
  const fact = (label, text) => ({ style: "fact", label, text });
  const blocked = list.rows.filter((row) => row.choice === "blocked");
  const reached = list.rows.filter((row) => row.choice === "reached");
  const blocks = [
    { style: "title", text: words.title },
    fact(words.to, list.to || words.to_default),
    fact(words.from, list.who || words.blank),
    ...(list.device ? [fact(words.device, list.device)] : []),
    fact(words.date, made.day),
    { style: "text", text: words.opening },
    { style: "heading", text: words.blocked },
  ];
  if (!blocked.length) blocks.push({ style: "text", text: words.none });
  for (const row of blocked) {
    blocks.push(
      { style: "name", text: row.name },
      fact(words.task, row.task || words.blank),
      fact(words.often, row.often || words.blank),
      fact(words.since, row.since || words.blank),
    );
  }
  if (reached.length) {
    blocks.push(
      { style: "heading", text: words.reached },
      { style: "text", text: `${reached.map((row) => row.name).join(", ")}.` },
    );
  }
  blocks.push({ style: "text", text: words.rest });
  if (list.asks.length) {
    blocks.push({ style: "heading", text: words.asks }, ...list.asks.map((text) => ({ style: "ask", text })));
  }
  blocks.push({ style: "foot", text: `${say(words.foot, { site: made.site })} ${made.address}` });
  return blocks;
}

/**
 * The note in fewer blocks, for an email program that takes only so much: what is blocked on one line each.
 * @param {Block[]} blocks
 * @param {Record<string, string>} words
 * @returns {Block[]}
 */
export function inShort(blocks, words) {
  const short = [];
  for (const block of blocks) {
    const last = short.at(-1);
    if (block.style === "fact" && last?.style === "name") {
      if (block.text !== words.blank) last.text += `; ${block.text}`;
    } else if (block.style !== "foot") {
      short.push({ ...block });
    }
  }
  return short;
}

/**
 * The note as plain text, for an email.
 * @param {Block[]} blocks
 */
export function noteText(blocks) {
  const lines = [];
  let number = 0;
  let before = "";
  for (const { style, label, text } of blocks) {
    const goesOn = style === "fact" ? ["fact", "name"].includes(before) : before === style && style !== "text";
    if (before && !goesOn) lines.push("");
    if (style === "title" || style === "heading") lines.push(text.toUpperCase());
    else if (style === "name") lines.push(`${++number}. ${text}`);
    else if (style === "fact") lines.push(`${number ? "   " : ""}${label} ${text}`);
    else if (style === "ask") lines.push(`- ${text}`);
    else lines.push(text);
    before = style;
  }
  return `${lines.join("\n")}\n`;
}
