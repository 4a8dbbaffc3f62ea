import { isEmpty } from "./case-state.mjs";
import { say } from "./say.mjs";

/**
 * Whether the paper fits, in words; if it does not, by how much and what takes the most room.
 * @param {import("./case-state.mjs").Case} one
 * @param {{fits: boolean, detail: string, over: number, longest: Array<{part: string, lines: number}>}} fit
 * @param {Map<string, {title: string}>} known the replies
 */
export function fitSentence(one, fit, known, words) {
  if (!fit.fits) return tooLong(one, fit, known, words);
  if (isEmpty(one)) return words.fits_empty;
  return { full: words.fits_full, middle: words.fits_middle }[fit.detail] ?? words.fits_short;
}

function tooLong(one, { over, longest }, known, words) {
  const own = { opening: words.part_opening, ask: words.part_ask, evidence: words.part_evidence };
  const parts = longest.slice(0, 2).map(({ part, lines }) => {
    const [kind, id] = part.split(":");
    const name = id ? `“${known.get(id)?.title ?? id}”` : (own[kind] ?? words.part_facts);
    return say(words.part_lines, { part: name, count: lines });
  });
  return [
    say(words.too_long, { count: over }),
    one.detail === "full" && words.try_auto,
    say(words.longest, { parts: parts.join(words.and) }),
  ]
    .filter(Boolean)
    .join(" ");
}
