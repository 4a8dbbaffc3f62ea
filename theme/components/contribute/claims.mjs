/**
 * Figures, dates and laws that have no source beside them, as `hooks/playbook_kit/rules/uncited_claim.py` and
 * `read/claims.py` find them. The patterns come from there as data; a test holds the two together.
 */
const THOUSAND = 1000;
const TEN = 10;
const SHORT_REACH = 8;
const LONGEST_QUOTED = 120;
const ENTRY = /^(?:[-*+]|\d{1,9}[.)])(?: +|$)/;
const length = (text) => [...text].length;

/** A text as a message quotes it: on one line, without characters that cannot be seen, and not too long. */
export function cut(text, most = 60) {
  const whole = text
    .replace(/[\p{C}\p{Zl}\p{Zp}\p{Zs}]/gu, " ")
    .split(" ")
    .filter(Boolean)
    .join(" ");
  return length(whole) <= most ? whole : `${[...whole].slice(0, most - 1).join("")}…`;
}

/** @param {Record<string, {source: string, flags: string}>} sources */
export function claimFinder(sources) {
  const patterns = Object.fromEntries(
    Object.entries(sources).map(([name, { source, flags }]) => [name, new RegExp(source, `${flags}g`)]),
  );
  const test = (name, text) => text.search(patterns[name]) >= 0;
  const atStart = (name, text) => text.search(patterns[name]) === 0;
  const blank = (text) => text.replace(/[^\n]/gu, " ");
  const hidden = (text) => text.replace(patterns.hidden, (found) => " ".repeat(found.length));

  function* figures(text) {
    for (const match of text.matchAll(patterns.number)) {
      const number = match[0];
      const before = text.slice(0, match.index);
      const after = text.slice(match.index + number.length);
      if (atStart("timeOfDay", after) || number.includes(":")) {
        if (/^\d{1,2}[.:]\d\d$/.test(number)) yield claim(number, match.index, false, true);
        continue;
      }
      if (/^[\p{L}/]/u.test(after) || test("label", before.slice(-40)) || test("capitals", before.slice(-20))) continue;
      const value = number.split(".").length < 3 ? Number(number.replaceAll(",", "").replaceAll(":", "")) : 0;
      if (value < TEN && !(atStart("ofTime", after) || number.includes("."))) continue;
      yield claim(number, match.index, value >= THOUSAND);
    }
  }

  const claim = (value, start, isFirm, isDate = false) => ({ value, start, isFirm, isDate });

  function claims(given) {
    if (!test("hint", given)) return [];
    const text = given.replaceAll("\n", " ").replace(patterns.telephone, blank);
    const kinds = [
      ["law", true, false],
      ["money", true, false],
      ["share", true, false],
      ["date", true, true],
      ["looseLaw", false, false],
      ["inWords", false, false],
    ];
    const found = kinds.flatMap(([name, isFirm, isDate]) =>
      [...text.matchAll(patterns[name])].map((match) =>
        claim(match[0].replace(/[,.]+$/, ""), match.index, isFirm, isDate),
      ),
    );
    found.push(...figures(text));
    found.sort(
      (one, other) =>
        one.start - other.start || other.value.length - one.value.length || Number(one.isFirm) - Number(other.isFirm),
    );
    let end = 0;
    return found.filter((one) => {
      if (one.start < end) return false;
      end = one.start + one.value.length;
      return true;
    });
  }

  function* ends(text, start) {
    for (const match of text.matchAll(patterns.end)) {
      const end = match.index + match[0].length;
      if (match.index < start) continue;
      const before = text.slice(Math.max(0, match.index - SHORT_REACH), match.index);
      const isShort = test("short", before) || (test("beforeNumber", before) && /^\p{Nd}/u.test(text.slice(end)));
      if (text[match.index] === "." && isShort) continue;
      yield end;
    }
  }

  function* sentences(text, start) {
    for (const end of ends(text, start)) {
      yield [start, end];
      start = end;
    }
    if (text.slice(start).trim()) yield [start, text.length];
  }

  function afterCover(text) {
    const last = Math.max(0, ...[...text.matchAll(patterns.cover)].map((match) => match.index + match[0].length - 1));
    return last ? (ends(text, last).next().value ?? null) : 0;
  }

  function inSentence(sentence, isOrigin) {
    const loose = !atStart("madeUp", sentence);
    const dates = !(test("ourSearch", sentence) || (isOrigin && atStart("sentToUs", sentence)));
    return claims(sentence).find((one) => (one.isFirm || loose) && (dates || !one.isDate));
  }

  /**
   * @param {string} text the Markdown of a field
   * @param {{isOrigin: boolean, inCase: boolean}} zone
   * @returns {{claim: string, sentence: string}[]}
   */
  return function find(text, { isOrigin, inCase }) {
    if (inCase && text.search(patterns.citation) >= 0) return [];
    const found = [];
    for (const block of blocks(text)) {
      const start = afterCover(block);
      if (start === null || !test("hint", block.slice(start))) continue;
      const bare = hidden(block);
      for (const [first, last] of sentences(block, start)) {
        const one = inSentence(bare.slice(first, last), isOrigin);
        if (!one) continue;
        const sentence = block.slice(first, last).replace(patterns.link, "$1").replace(/[*_`]/g, "");
        found.push({ claim: cut(one.value), sentence: cut(sentence, LONGEST_QUOTED) });
      }
    }
    return found;
  };
}

/** The paragraphs and entries of lists of a text whose lines begin without space. */
function blocks(text) {
  const found = [];
  let open = false;
  let inList = false;
  for (const one of text.split("\n")) {
    let rest = one;
    let begins = !open;
    for (let mark = ENTRY.exec(rest); mark && startsEntry(mark, open && !inList, rest); mark = ENTRY.exec(rest)) {
      rest = rest.slice(mark[0].length);
      begins = true;
      inList = true;
    }
    if (!one) {
      open = false;
      continue;
    }
    if (!open && rest === one) inList = false;
    if (begins) found.push(rest);
    else found[found.length - 1] += `\n${rest}`;
    open = true;
  }
  return found;
}

/** Whether a mark begins an entry: inside a paragraph, one without words or a number other than 1 does not. */
const startsEntry = ([mark], inParagraph, input = "") =>
  !inParagraph || (input.length !== mark.length && (!/^\d/.test(mark) || /^1[.)]/.test(mark)));
