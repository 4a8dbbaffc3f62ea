/** How much of a page's score is its best section's; the rest is what all its sections say together. */
const BEST = 0.8;
/** How much the part of the query that a page has counts by itself, and the part that one of its sections has. */
const SHARE = 0.3;
const NEAR = 0.2;
/** People ask most often for what they were told, and who types a term wants to know what it means. */
const KINDS = { objection: 1.3, argument: 1.1, chapter: 1.3, term: 1.7, tool: 1.1, advice: 0.6, page: 0.9 };
/** How much a word counts that is nowhere on the site. */
const LOST = 0.6;
/**
 * Nothing fits unless a section says this much of the query: 1 is every word, the rare ones above all, as strongly as can be.
 * A sentence says some of what it says by its manner, so as much less will do.
 */
const ENOUGH = 0.42;
const MANNER = 0.9;
/** A hit that has less of the query than this, or is this much worse than the best, is none. */
const LEAST_SHARE = 0.2;
const LEAST_SCORE = 0.12;

/**
 * @param {import("./units.mjs").Unit[]} units
 * @param {Map<string, number[]>} rows by key how rare it is, then pairs: how far to the next section, how much it says
 * @param {{ sections: number, total: number, kinds: [number, string][] }} start
 * @param {number} manner how much of the query is words that say nothing by themselves
 * @returns {import("./engine.mjs").Hit[]} the best first; none if nothing says enough of the query
 */
export function rank(units, rows, start, manner) {
  const rarest = Math.log(1 + (start.total + 0.5) / 0.5);
  const sections = new Map();
  const records = new Map();
  let whole = 0;
  for (const unit of units) {
    const { best, rarity } = strongest(unit, rows);
    const weight = unit.isMore ? 0 : (rarity || rarest * LOST) * unit.weight;
    whole += weight;
    for (const [number, score] of best) add(sections, records, start.sections, { number, score: score * unit.weight, weight, unit });
  }
  if (!(mostSaid(sections) >= whole * ENOUGH * (1 - MANNER * manner))) return [];
  for (const [number, { score, weight }] of sections) {
    const record = records.get(Math.floor(number / start.sections));
    record.near = Math.max(record.near, weight);
    if (score > record.best) [record.best, record.section] = [score, number % start.sections];
  }
  const hits = [...records].map(([number, record]) => hit(number, record, whole, start.kinds));
  const least = hits.reduce((most, { score }) => Math.max(most, score), 0) * LEAST_SCORE;
  return hits
    .filter((one) => one.share >= LEAST_SHARE && one.score >= least)
    .sort((one, other) => other.score - one.score || one.record - other.record);
}

/** How much each section says of a unit, by the strongest of its keys, and how rare the rarest of them is. */
function strongest(unit, rows) {
  const best = new Map();
  let rarity = 0;
  for (const [key, counts] of unit.keys) {
    const row = rows.get(key);
    if (!row) continue;
    const own = (row[0] / 10) * counts;
    rarity = Math.max(rarity, own);
    for (let place = 1, section = 0; place < row.length; place += 2) {
      section += row[place];
      const score = (own * row[place + 1]) / 63;
      if (score > (best.get(section) ?? 0)) best.set(section, score);
    }
  }
  return { best, rarity };
}

/** Adds what a section says of a unit to the section and to its record. */
function add(sections, records, most, { number, score, weight, unit }) {
  let section = sections.get(number);
  if (!section) sections.set(number, (section = { score: 0, weight: 0 }));
  section.score += score;
  section.weight += weight;
  const at = Math.floor(number / most);
  let record = records.get(at);
  if (!record) records.set(at, (record = { all: 0, weight: 0, last: null, best: 0, section: 0, near: 0 }));
  record.all += score;
  if (record.last !== unit) [record.last, record.weight] = [unit, record.weight + weight];
}

function mostSaid(sections) {
  let most = 0;
  for (const { score } of sections.values()) most = Math.max(most, score);
  return most;
}

function hit(record, found, whole, kinds) {
  const kind = kinds.findLast(([first]) => first <= record)[1];
  const share = found.weight / whole;
  const near = Math.max(found.near / whole, 0.01);
  const score = (BEST * found.best + (1 - BEST) * found.all) * share ** SHARE * near ** NEAR * (KINDS[kind] ?? 1);
  return { record, kind, section: found.section, share, score };
}
