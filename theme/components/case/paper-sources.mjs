import { dateInWords, safeLink } from "./paper-parts.mjs";
import { say } from "./say.mjs";

/**
 * The paper's list of sources. How and when most of them were read stands once, in the heading.
 * @param {Array<{source: object, overdue: string | null}>} cited in the order of their numbers
 * @param {{words: object, months: object, readAs: object, sourcesRead: object}} says
 * @returns {{heading: string, references: Array<import("./paper-model.mjs").Run[]>}}
 */
export function listSources(cited, says) {
  const usual = commonest(cited.map(({ source }) => reading(source)));
  return {
    heading: usual ? readOn(usual, says.sourcesRead, says.months) : "",
    references: cited.map(({ source, overdue }) => reference(source, overdue, usual, says)),
  };
}

/** Who wrote it, when, and when we read it if that is not as usual, with a link on the title. */
function reference(source, overdue, usual, { words, months, readAs }) {
  const who = [source.author, source.publisher].filter(Boolean).join(", ");
  const when = source.published ? `, ${dateInWords(source.published, months)}` : ` (${words.undated})`;
  const read = reading(source) === usual ? "" : ` ${readOn(reading(source), readAs, months)}.`;
  const late = overdue ? ` ${say(words.overdue, { date: dateInWords(overdue, months) })}` : "";
  return [{ text: source.title, link: safeLink(source.url) ?? undefined }, { text: `. ${who}${when}.${read}${late}` }];
}

/** How and when a source was read, as one word. */
function reading(source) {
  return `${source.read_as} ${source.checked_on}`;
}

function readOn(how, words, months) {
  const [readAs, day] = how.split(" ");
  return say(words[readAs] ?? words.live, { date: dateInWords(day, months) });
}

/** What stands most often in a list, the first of several. */
function commonest(values) {
  const count = (value) => values.filter((other) => other === value).length;
  return values.reduce((best, value) => (count(value) > count(best) ? value : best), values[0]);
}
