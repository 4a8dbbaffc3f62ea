/** How much of a page's score is its best section's, how much what all its sections say together. */
const BEST = 0.8;
/** How much less each further section with the same word adds. */
const MORE = 0.7;
/** How much the part of the query that is there counts by itself. */
const SHARE = 0.4;
/** People ask most often for what they were told. */
const KINDS = { objection: 1.3, argument: 1.1, chapter: 1.3, term: 1.4, tool: 1.05, advice: 0.6, page: 0.5 };
/** How much a word counts that is nowhere on the site. */
const LOST = 0.8;
/** A hit that has less of the query than this, or is this much worse than the best, is none. */
const LEAST_SHARE = 0.36;
const LEAST_SCORE = 0.12;

/**
 * @param {import("./engine.mjs").Unit[]} units
 * @param {Map<string, number[]>} rows by key how rare it is, then pairs: how far to the next section, how much it says
 * @param {{ sections: number, total: number, kinds: [number, string][] }} start
 * @returns {import("./engine.mjs").Hit[]} the best first
 */
export function rank(units, rows, start) {
  const rarest = Math.log(1 + (start.total + 0.5) / 0.5);
  const records = new Map();
  let whole = 0;
  for (const unit of units) {
    const best = new Map();
    let weight = 0;
    for (const [key, counts] of unit.keys) {
      const row = rows.get(key);
      if (!row) continue;
      const rarity = (row[0] / 10) * counts;
      weight = Math.max(weight, rarity);
      for (let place = 1, section = 0; place < row.length; place += 2) {
        section += row[place];
        const score = (rarity * unit.weight * row[place + 1]) / 63;
        if (score > (best.get(section) ?? 0)) best.set(section, score);
      }
    }
    weight = (weight || rarest * LOST) * unit.weight;
    whole += weight;
    add(records, best, weight, start.sections);
  }
  const hits = [...records].map(([record, found]) => hit(record, found, whole, start));
  hits.sort((one, other) => other.score - one.score || one.record - other.record);
  const least = (hits[0]?.score ?? 0) * LEAST_SCORE;
  return hits.filter((one) => one.share >= LEAST_SHARE && one.score >= least);
}

/** Adds what one word says about each section to its record. */
function add(records, best, weight, sections) {
  const all = new Map();
  for (const [section, score] of best) {
    const record = Math.floor(section / sections);
    if (!records.has(record)) records.set(record, { sections: new Map(), all: 0, weight: 0 });
    const found = records.get(record);
    found.sections.set(section % sections, (found.sections.get(section % sections) ?? 0) + score);
    if (!all.has(record)) all.set(record, []);
    all.get(record).push(score);
  }
  for (const [record, scores] of all) {
    const found = records.get(record);
    // Each further section that has the word says half as much more as the one before.
    scores.sort((one, other) => other - one).forEach((score, place) => (found.all += score * MORE ** place));
    found.weight += weight;
  }
}

function hit(record, found, whole, start) {
  let section = 0;
  let best = 0;
  for (const [place, score] of found.sections) {
    if (score > best) [section, best] = [place, score];
  }
  const kind = start.kinds.findLast(([first]) => first <= record)[1];
  const share = found.weight / whole;
  const score = (BEST * best + (1 - BEST) * found.all) * share ** SHARE * (KINDS[kind] ?? 1);
  return { record, kind, section, share, score };
}
