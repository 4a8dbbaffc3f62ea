/**
 * YAML line by line, each line with the answer that it comes from, as `hooks/playbook_kit/contribute/yaml_lines.py`
 * writes it. Whatever is given survives exactly.
 * @typedef {{text: string, answer: string}} Line
 */
const PLAIN = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const NOT_PLAIN = new Set(["y", "n", "yes", "no", "on", "off", "true", "false", "null"]);

/** @returns {Line} */
export const line = (text, answer = "") => ({ text, answer });

const bare = (text) => text.replace(/ +$/, "");

/** A text on one line: an id as it is, anything else in quotation marks; nothing for an empty one. */
export function scalar(text) {
  if (!text) return "";
  return PLAIN.test(text) && !NOT_PLAIN.has(text) ? text : JSON.stringify(text);
}

export const field = (name, text, answer, indent = "") => [line(bare(`${indent}${name}: ${scalar(text)}`), answer)];

/** A field with a text of any length, folded. */
export function prose(name, text, answer, indent, width) {
  if (!text) return field(name, text, answer, indent);
  return [line(`${indent}${name}: >-`, answer), ...folded(text, answer, `${indent}  `, width)];
}

export function ids(name, values, answer, indent = "") {
  const listed = values.length ? `[${values.map(scalar).join(", ")}]` : "";
  return [line(bare(`${indent}${name}: ${listed}`), answer)];
}

/** A list of texts, each folded. */
export function entries(name, values, answer, indent, width) {
  const each = values.flatMap((value) => [
    line(`${indent}  - >-`, answer),
    ...folded(value, answer, `${indent}    `, width),
  ]);
  return [line(`${indent}${name}:`, answer), ...each];
}

function folded(text, answer, indent, width) {
  return text.split("\n").flatMap((one, number) => [
    ...(number ? [line("", answer)] : []),
    ...wrap(one, width - indent.length).map((part) => line(`${indent}${part}`, answer)),
  ]);
}

const length = (text) => [...text].length;

function wrap(text, width) {
  const lines = [];
  let room = 0;
  for (const word of text ? text.split(" ") : []) {
    const size = length(word);
    if (lines.length && size + 1 <= room) {
      lines[lines.length - 1] += ` ${word}`;
      room -= size + 1;
    } else {
      lines.push(word);
      room = width - size;
    }
  }
  return lines;
}
