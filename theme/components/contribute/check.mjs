import { say } from "../case/say.mjs";
import { numbered, rowsOf } from "./assemble.mjs";
import { claimFinder, cut } from "./claims.mjs";
import { shown } from "./mend.mjs";

/**
 * Answers → what is wrong with them, in the words of `hooks/playbook_kit/contribute/check_answers.py`: those of the
 * check that every file has to pass.
 * @typedef {{field: string, message: string, fix: string}} Fault
 */
const CHOSEN = ["choice", "choices", "yes-no"];

/** @param {object} rules what the page says of the form */
export function checker(rules) {
  const { said } = rules;
  const findClaims = claimFinder(rules.patterns);
  const citation = new RegExp(rules.patterns.citationWithSpace.source, "gu");
  const fieldsByKey = new Map();
  for (const group of rules.groups) {
    for (let row = 1; row <= group.most; row++) {
      for (const one of group.fields) {
        fieldsByKey.set(numbered(one, row), { one, row: group.most > 1 ? row : 0, group });
      }
    }
  }

  const label = ({ one, row }) => (row ? `${one.shown ?? one.label} (${row})` : (one.shown ?? one.label));
  const fault = (field, name, given = {}) => ({
    field,
    message: say(said[name][0], given),
    fix: say(said[name][1], given),
  });

  function nothing(key) {
    const place = fieldsByKey.get(key);
    const { one } = place;
    const several = ["choices", "lines"].includes(one.control);
    const how = CHOSEN.includes(one.control) ? (several ? "choose_several" : "choose_one") : "write";
    return { field: key, message: say(said.blank[0], { name: label(place) }), fix: say(said[how][1], { example: one.example }) };
  }

  function* missing(made) {
    for (const group of rules.groups) {
      const written = group.most > 1 ? rowsOf(group, made.answers) : [1];
      const rows = written.length ? written : [1].slice(0, group.least);
      for (const row of rows) {
        for (const one of group.fields) {
          const key = numbered(one, row);
          if (one.ref === "source" && rules.makes && isTold(made, key)) {
            yield* half(made, key);
          } else if (one.isRequired && !(key in made.answers)) {
            yield nothing(key);
          }
        }
      }
    }
  }

  const isTold = (made, key) => made.files.some((file) => file.kind === "source" && file.answers[0] === key.replace(/source$/, "new_title"));

  function* half(made, key) {
    for (const name of ["new_title", "new_publisher"]) {
      const other = key.replace(/source$/, name);
      if (!(other in made.answers)) yield nothing(other);
    }
  }

  function* lengths(key, text, place) {
    const { one } = place;
    if (one.mostCharacters && [...text].length > one.mostCharacters) {
      const count = [...text].length;
      const given = { name: label(place), count, most: one.mostCharacters, over: count - one.mostCharacters };
      yield fault(key, "too_many_characters", given);
    }
    const count = countWords(text);
    if (one.mostWords && count > one.mostWords) {
      yield fault(key, "too_many_words", { name: label(place), count, most: one.mostWords, over: count - one.mostWords });
    }
    if (one.pattern && text !== rules.blank && !new RegExp(one.pattern, "u").test(text)) yield fault(key, "not_an_address", { value: cut(text) });
  }

  function countWords(text) {
    return (text.replace(citation, "").match(/\S+/gu) ?? []).length;
  }

  function* unknown(key, text, place, sources) {
    for (const [found] of text.matchAll(/\[@[a-z0-9-]+(?:; ?@[a-z0-9-]+)*\]/g)) {
      for (const [, source] of found.matchAll(/@([a-z0-9-]+)/g)) {
        if (!sources.has(source)) yield fault(key, "unknown_source", { name: label(place), source });
      }
    }
  }

  function* longParagraphs(key, text) {
    if (length(text) <= rules.longestParagraph) return;
    for (const part of text.split(/\n[ \t]*\n/)) {
      if (length(part) > rules.longestParagraph) yield fault(key, "long_paragraph", { count: length(part).toLocaleString("en-GB") });
    }
  }

  function* inField(key, made, sources, cited) {
    const place = fieldsByKey.get(key);
    const { one } = place;
    const text = made.answers[key];
    if (one.isMarkdown) yield* unknown(key, text, place, sources);
    if (one.ref === "source" && text !== rules.blank && !sources.has(text)) yield fault(key, "no_source", { value: cut(text) });
    if (one.name === "heard" && Object.hasOwn(made.wordings, wordingKey(text))) {
      yield fault(key, "twice", { text: cut(text), path: made.wordings[wordingKey(text)] });
    }
    const parts = one.control === "lines" ? text.split("\n").map((part) => part.replace(/^[-*] /, "")) : [text];
    const inCase = rules.makes === "case-study" && one.name !== "body";
    for (const part of parts.filter(Boolean)) {
      yield* lengths(key, part, place);
      if (!one.isMarkdown || !rules.makes) continue;
      const lines = one.name === "body" ? part.split("\n") : [part];
      const marked = lines.map((line) => mark(shown(line, rules.steps), cited)).join("\n");
      yield* longParagraphs(key, marked);
      for (const found of findClaims(marked, { isOrigin: one.name === "origin", inCase })) yield fault(key, "claim", found);
    }
  }

  const mark = (text, cited) => (cited && text && !text.includes("[@") ? `${text} [@x]` : text);

  /** What no editor could read on: then nothing else of the file is looked at. */
  function unfit(file) {
    const lines = file.text.split("\n");
    const lost = lines.findIndex((one) => one.includes("\ufffd"));
    if (lost >= 0) return fault(file.answers[lost] ?? "", "lost_letter");
    const long = lines.findIndex((one) => length(one) > rules.longestLine);
    if (long < 0) return null;
    const count = length(lines[long]);
    const given = { "count:,": count.toLocaleString("en-GB"), "most:,": rules.longestLine.toLocaleString("en-GB") };
    const message = said.long_line[0].replace(/\{(count:,|most:,)\}/g, (_, name) => given[name]);
    return { field: file.answers[long] ?? "", message, fix: said.long_line[1] };
  }

  /**
   * @param {object} made what `assemble` gave
   * @param {{sources: Record<string, string[]>, wordings: Record<string, string>, users: Record<string, number>}} known
   * @returns {Fault[]}
   */
  return function check(made, known) {
    const files = made.letter ? [made.letter] : made.files;
    const sources = new Set([...Object.keys(known.sources), ...made.files.filter((file) => file.kind === "source").map((file) => file.id)]);
    const broken = new Map(files.map((file) => [file, unfit(file)]).filter(([, found]) => found));
    const unread = new Set([...broken.keys()].flatMap((file) => file.answers));
    const cited = Object.keys(made.answers).some((key) => key.startsWith("sources."));
    const whole = { ...made, wordings: known.wordings };
    const found = [...broken.values()];
    found.push(...[...missing(made)].filter((one) => !unread.has(one.field)));
    for (const key of Object.keys(made.answers)) {
      for (const one of inField(key, whole, sources, cited)) {
        if (!unread.has(key) || [said.unknown_source[1], said.twice[1]].includes(one.fix)) found.push(one);
      }
    }
    for (const file of files.filter((one) => !broken.has(one))) found.push(...blanks(file));
    if (rules.adds && found.every(isOnlyBlank)) found.push(...namedTwice(made.answers.name ?? "", known.users));
    return sorted(found);
  };

  // A list with another fault in it is not looked through for names.
  function isOnlyBlank(one) {
    return one.message === said.not_filled[0] && !fieldsByKey.get(one.field)?.one.pattern;
  }

  function* namedTwice(name, users) {
    const key = nameKey(name);
    if (Object.hasOwn(users, key)) yield fault("name", "named_twice", { name: cut(name), line: users[key] });
  }

  function* blanks(file) {
    for (const [number, line] of file.text.split("\n").entries()) {
      if (line.includes(rules.blank) && !line.trimStart().startsWith("#")) yield fault(file.answers[number] ?? "", "not_filled");
    }
  }

  function sorted(found) {
    const order = new Map([...fieldsByKey.keys()].map((key, number) => [key, number]));
    const once = new Map(found.map((one) => [JSON.stringify([one.field, one.message, one.fix]), one]));
    return [...once.values()]
      .map((one, number) => [one, number])
      .sort(([one, first], [other, second]) => (order.get(one.field) ?? -1) - (order.get(other.field) ?? -1) || first - second)
      .map(([one]) => one);
  }
}

const length = (text) => [...text].length;

/** What is alike in two names that are one. */
const nameKey = (text) => text.toLowerCase().split(/\s+/).filter(Boolean).join(" ");

/** What is alike in two wordings that are one. */
const wordingKey = (text) =>
  text
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/^[ .!?]+|[ .!?]+$/g, "")
    .split(/\s+/)
    .filter(Boolean)
    .join(" ");
