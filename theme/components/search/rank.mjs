/** How much of a page's score is its best section's; the rest is what all its sections say together. */
const BEST = 0.9;
/** How much the part of the query that a page has counts by itself. */
const SHARE = 0.2;
/** People ask most often for what they were told, and who types a term wants to know what it means. */
const KINDS = { objection: 1.3, chapter: 1.3, term: 1.7, tool: 1.1, advice: 0.6, page: 0.9 };
/** How much a word counts that is nowhere on the site. */
const LOST = 0.4;
/**
 * Nothing fits unless a section says this much of the query: 1 is every word, the rare ones above all, as strongly as can be.
 * A sentence says some of what it says by its manner, so as much less will do. A word for something that the site is not about
 * counts as a rare one of which nothing is said, and then a sentence gets nothing for its manner.
 */
const ENOUGH = 0.44;
const MANNER = 0.8;
/** So much of that will do for a query that names what the site is about. */
const OURS = 0.3;
/** A hit that has less of the query than this, or is this much worse than the best, is none. */
const LEAST_SHARE = 0.2;
const LEAST_SCORE = 0.12;

/**
 * @param {import("./units.mjs").Unit[]} units
 * @param {Map<string, number[]>} rows by key how rare it is, then pairs: how far to the next section, how much it says
 * @param {{ sections: number, total: number, kinds: [number, string][] }} start
 * @param {{ manner: number, isOurs: boolean }} query how much of it is words that say nothing by themselves, and whether it names
 *   what the site is about
 * @returns {import("./engine.mjs").Hit[]} the best first; none if nothing says enough of the query
 */
export function rank(units, rows, start, { manner, isOurs }) {
  const rarest = Math.log(1 + (start.total + 0.5) / 0.5);
  const sections = new Map();
  const records = new Map();
  let whole = 0;
  const elsewhere = trulyElsewhere(units, rows, start);
  const others = new Set([...elsewhere].map(({ stem }) => stem));
  for (const unit of units) {
    const { best, rarity } = strongest(unit, rows);
    const isElsewhere = elsewhere.has(unit) || (unit.isMore && unit.neighbours?.some((one) => others.has(one)));
    const known = isElsewhere ? rarest : rarity || rarest * LOST;
    const weight = unit.isMore ? 0 : known * unit.weight;
    whole += weight;
    for (const [number, score] of best) {
      add(sections, records, start.sections, { number, score: score * unit.weight, weight, unit, isElsewhere });
    }
  }
  const enough = ENOUGH * (elsewhere.size ? 1 : 1 - MANNER * manner) * (isOurs ? OURS : 1);
  if (!(mostSaid(sections) >= whole * enough)) return [];
  for (const [number, { score }] of sections) {
    const record = records.get(Math.floor(number / start.sections));
    if (score > record.best) [record.best, record.section] = [score, number % start.sections];
  }
  const hits = [...records].map(([number, record]) => hit(number, record, whole, start.kinds));
  const least = hits.reduce((most, { score }) => Math.max(most, score), 0) * LEAST_SCORE;
  return hits
    .filter((one) => one.share >= LEAST_SHARE && one.score >= least)
    .sort((one, other) => other.score - one.score || one.record - other.record);
}

/** The units that are about something else; not so a word that stands in an objection beside the same neighbour. */
function trulyElsewhere(units, rows, { sections, kinds }) {
  const named = units.filter(({ isElsewhere }) => isElsewhere);
  if (!named.length) return new Set();
  const stems = new Set(named.map(({ stem }) => stem));
  const isObjection = (number) => kindOf(Math.floor(number / sections), kinds) === "objection";
  const isHeard = ({ keys }) => [...keys.keys()].some((key) => numbers(rows.get(key) ?? []).some(isObjection));
  const isMixed = ({ neighbours }) => neighbours?.length === 2 && !neighbours.every((one) => stems.has(one));
  const heard = units.filter((unit) => isMixed(unit) && isHeard(unit));
  const ours = new Set(heard.flatMap(({ neighbours }) => neighbours));
  return new Set(named.filter(({ stem }) => !ours.has(stem)));
}

/** The numbers of the sections in a row. */
function numbers(row) {
  const found = [];
  for (let place = 1, section = 0; place < row.length; place += 2) found.push((section += row[place]));
  return found;
}

const kindOf = (record, kinds) => kinds.findLast(([first]) => first <= record)[1];

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
function add(sections, records, most, { number, score, weight, unit, isElsewhere }) {
  let section = sections.get(number);
  if (!section) sections.set(number, (section = { score: 0, said: 0 }));
  section.score += score;
  if (!isElsewhere) section.said += score;
  const at = Math.floor(number / most);
  let record = records.get(at);
  if (!record) records.set(at, (record = { all: 0, weight: 0, last: null, best: 0, section: 0 }));
  record.all += score;
  if (record.last !== unit) [record.last, record.weight] = [unit, record.weight + weight];
}

function mostSaid(sections) {
  let most = 0;
  for (const { said } of sections.values()) most = Math.max(most, said);
  return most;
}

function hit(record, found, whole, kinds) {
  const kind = kindOf(record, kinds);
  const share = found.weight / whole;
  const score = (BEST * found.best + (1 - BEST) * found.all) * share ** SHARE * (KINDS[kind] ?? 1);
  return { record, kind, section: found.section, share, score };
}
