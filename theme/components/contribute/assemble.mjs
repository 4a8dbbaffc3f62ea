import { freeId, mend, shown, slug } from "./mend.mjs";
import { sourceNamed } from "./named.mjs";
import { entries, field, ids, line, prose, scalar } from "./yaml-lines.mjs";

/**
 * Answers → the files that they become, or the letter: the same steps as `hooks/playbook_kit/contribute/assemble.py`. A
 * test holds the two together, letter for letter.
 * @typedef {{kind: string, id: string, path: string, text: string, answers: string[]}} MadeFile
 */
const BODY = "body";
const NEW = ["title", "publisher", "url", "published", "country"];

/** The name of a field's answer in a row of its group. */
export const numbered = (one, row) => one.name.replace("#", row);

/**
 * @param {object} rules what the page says of the form
 * @param {Record<string, string>} given
 * @param {{taken: Record<string, string[]>, sources: Record<string, string[]>}} known
 * @param {Date} today
 */
export function assemble(rules, given, known, today) {
  const answers = {};
  const notes = {};
  for (const group of rules.groups) {
    for (let row = 1; row <= group.most; row++) {
      for (const one of group.fields) {
        const key = numbered(one, row);
        const [mended, found] = mend(given[key] ?? "", one, rules.steps);
        const text = (one.ref === "source" && sourceNamed(mended, known.sources)) || mended;
        if (text) answers[key] = text;
        if (found.length) notes[key] = found;
      }
    }
  }
  for (const key of Object.keys(answers).filter((one) => isToldInVain(one, answers))) {
    delete answers[key];
    delete notes[key];
  }
  const made = { answers, notes, ...filesOf(rules, answers, known, today) };
  return { ...made, main: made.letter ?? made.files.at(-1) };
}

/** Whether an answer describes a new source where one that is here was chosen. */
function isToldInVain(key, answers) {
  const [group, told] = key.split(".new_");
  return told !== undefined && `${group}.source` in answers;
}

/** The entries of an answer with one thing to a line; a bullet before them is left out. */
const pieces = (text) =>
  text
    .split("\n")
    .filter((one) => one.replace(/^[-*] ?/, ""))
    .map((one) => one.replace(/^[-*] /, ""));

/** The rows of a repeated group in which anything is written. */
export function rowsOf(group, answers) {
  const rows = Array.from({ length: group.most }, (_, number) => number + 1);
  return rows.filter((row) => group.fields.some((one) => numbered(one, row) in answers));
}

function filesOf(rules, answers, known, today) {
  const sources = [];
  const day = (shift = 0) => new Date(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate() + shift)).toISOString().slice(0, 10);
  const fields = rules.groups.flatMap((group) => group.fields);
  const cited = citation();

  function citation() {
    const group = rules.groups.find((one) => one.name === "sources");
    if (!group) return "";
    const found = rowsOf(group, answers).map((row) => newSource("sources", row) || answers[`sources.${row}.source`] || "");
    // One that nobody knows is a fault of its own, and not of every sentence that rests on it.
    const ids = found.map((one) => (/^[a-z0-9-]+$/.test(one) ? one : slug(one, rules.longestId)));
    const good = [...new Set(ids)].filter(Boolean);
    return good.length ? `[${good.map((one) => `@${one}`).join("; ")}]` : "";
  }

  function newSource(group, row) {
    const at = `${group}.${row}.new_`;
    const told = Object.fromEntries(NEW.map((one) => [one, answers[at + one] ?? ""]));
    if (!Object.values(told).some(Boolean)) return "";
    const made = sources.find((file) => file.answers[0] === `${at}title`);
    if (made) return made.id;
    const taken = new Set([...known.taken.source, ...rules.reserved, ...sources.map((file) => file.id)]);
    const id = freeId(slug(`${told.publisher} ${told.title}`, rules.longestSourceId), taken, "new-source", rules.longestId);
    const published = /^[\p{L}\p{N}_ -]+$/u.test(told.published) ? `"${told.published}"` : scalar(told.published);
    const lines = [
      ...field("title", told.title, `${at}title`),
      ...field("publisher", told.publisher, `${at}publisher`),
      ...(told.published ? [line(`published: ${published}`, `${at}published`)] : []),
      ...(told.url ? field("url", told.url, `${at}url`) : []),
      ...ids("countries", [told.country || "uk"], `${at}country`),
      line(`checked_on: ${day()}`),
      line("read_as: live"),
    ];
    sources.push(file("source", id, `${rules.sourceFolder}/${id}.yml`, lines));
    return id;
  }

  function marked(one, text) {
    if (!one.isMarkdown) return text;
    const made = shown(text, rules.steps);
    return cited && made && !made.includes("[@") ? `${made} ${cited}` : made;
  }

  function value(one, key, indent = "", row = 0) {
    const name = one.path.at(-1);
    let text = answers[key] ?? "";
    if (one.ref === "source" && row) text = newSource(one.name.split(".")[0], row) || text;
    if (!text && !one.isRequired) return [];
    if (one.control === "choices") return ids(name, text ? text.split("\n") : [], key, indent);
    if (one.control === "lines") {
      return entries(name, pieces(text).map((part) => marked(one, part)), key, indent, rules.width);
    }
    if (one.control === "yes-no") {
      const said = ["true", "false"].includes(text) ? text : scalar(text);
      return [line(`${indent}${name}: ${said}`.replace(/ +$/, ""), key)];
    }
    if (one.control === "text" || one.isMarkdown) return prose(name, marked(one, text), key, indent, rules.width);
    return field(name, text, key, indent);
  }

  function repeated(group) {
    const written = rowsOf(group, answers);
    const rows = written.length ? written : Array.from({ length: group.least }, (_, number) => number + 1);
    const each = rows.flatMap((row) => {
      const entry = group.fields
        .filter((one) => one.path[0] === group.name)
        .flatMap((one) => value(one, numbered(one, row), "    ", row));
      return asEntry(entry);
    });
    return rows.length ? [line(`${group.name}:`, numbered(group.fields[0], 1)), ...each] : [];
  }

  function named(name) {
    const group = rules.groups.find((one) => one.most > 1 && one.name === name);
    if (group) return repeated(group);
    const asked = fields.filter((one) => one.path[0] === name && !one.name.includes("#"));
    if (!asked.length) return name in rules.always ? field(name, rules.always[name], "") : [];
    if (asked[0].path.length > 1) {
      return [line(`${name}:`, asked[0].name), ...asked.flatMap((one) => value(one, one.name, "  "))];
    }
    return value(asked[0], asked[0].name);
  }

  function body() {
    const story = fields.find((one) => one.name === BODY);
    const lines = (answers[BODY] ?? "").split("\n").map((one) => marked(story, one));
    return lines.some(Boolean) ? [line(rules.story, BODY), line("", ""), ...lines.map((one) => line(one, BODY))] : [];
  }

  let lines = rules.order.flatMap(named);
  if (rules.adds) {
    const within = [...lines, line(`added_on: ${day()}`)].map((one) => line(`    ${one.text}`, one.answer));
    return { files: [], letter: file(rules.adds, "", rules.adds, asEntry(within)) };
  }
  if (!rules.makes) return { files: [], letter: file("", "", "letter.yml", lines) };
  lines.push(line(`added_on: ${day()}`), line(`reviewed_on: ${day()}`), line(`review_by: ${day(rules.reviewAfter)}`));
  if (rules.hasBody) lines = [line("---"), ...lines, line("---"), line(""), ...body()];
  const taken = new Set([...known.taken[rules.makes], ...rules.reserved]);
  const id = freeId(answers.title ?? "", taken, `new-${rules.makes}`, rules.longestId);
  return { files: [...sources, file(rules.makes, id, `${rules.folder}/${id}${rules.ending}`, lines)], letter: null };
}

/** The lines of a group as one entry of a list. */
const asEntry = (lines) => [line(`  - ${lines[0].text.trim()}`, lines[0].answer), ...lines.slice(1)];

/** @returns {MadeFile} */
const file = (kind, id, path, lines) => ({
  kind,
  id,
  path,
  text: `${lines.map((one) => one.text).join("\n")}\n`,
  answers: lines.map((one) => one.answer),
});
