import { controlsFor, evidenceFor, firstSentences, longDate, pieces, safeLink, shortDate } from "./paper-parts.mjs";
import { listSources } from "./paper-sources.mjs";
import { say } from "./say.mjs";

/**
 * The paper as plain data, from which the preview, both documents and the email are made, so that they say the same.
 *
 * @typedef {object} Run a stretch of text in one look
 * @property {string} text
 * @property {boolean} [bold]
 * @property {boolean} [quiet]
 * @property {boolean} [cite] the number of a source
 * @property {string} [link]
 *
 * @typedef {object} Block one paragraph; `part` says what of the case it comes from
 * @property {"site" | "title" | "fact" | "heading" | "text" | "reason" | "more" | "bullet" | "source" | "foot"} style
 * @property {Run[]} runs
 * @property {string} part
 *
 * @typedef {object} Paper
 * @property {string} title
 * @property {string} language
 * @property {string} file its name as a file, without an ending
 * @property {Date} day
 * @property {string} site
 * @property {string} brand the brand's colour, #rrggbb
 * @property {Block[]} blocks
 */
export const LANGUAGE = "en-GB";

/** How much of each reply: whether its short form stands on the paper, and how many words of the other side. */
const DETAILS = {
  full: { isFull: true, most: Infinity },
  middle: { isFull: true, most: 40 },
  short: { isFull: false, most: 30 },
  tight: { isFull: false, most: 20 },
};

/** The words that we offer for the opening and the ask. */
export function offered(words, one) {
  return {
    opening: words.opening,
    ask: one.service.trim() ? say(words.ask_service, { service: one.service.trim() }) : words.ask,
  };
}

/**
 * @param {import("./case-state.mjs").Case} one
 * @param {{replies: object[], objection: object | null, audience: object | null, objections: object[],
 *   sources: Map<string, object>}} found what the playbook says; `replies` in order, those that may be used only
 * @param {{words: object, months: object, strengths: object, readAs: object, sourcesRead: object}} says our words
 * @param {{day: Date, site: URL, siteName: string, brand: string, detail: keyof typeof DETAILS}} how
 * @returns {Paper}
 */
export function makePaper(one, found, says, how) {
  const { words } = says;
  const { isFull, most } = DETAILS[how.detail];
  const service = line(one.service);
  const offer = offered(words, one);
  const title = service ? say(words.title_service, { service }) : words.title;
  const cited = new Map();
  const blocks = [];
  const add = (style, part, ...runs) => blocks.push({ style, part, runs: runs.filter((run) => run?.text) });
  const cite = (source, reviewBy) => {
    if (!source) return null;
    if (!cited.has(source.id)) cited.set(source.id, { number: cited.size + 1, source, overdue: null });
    const item = cited.get(source.id);
    const due = reviewBy ?? source.review_by;
    if (due && due < shortDate(how.day)) item.overdue = due;
    return { text: `[${item.number}]`, cite: true };
  };
  const fact = (part, label, text) =>
    add("fact", part, { text: `${label} `, bold: true }, { text: text || words.blank });

  add("site", "site", { text: how.siteName });
  add("title", "title", { text: title });
  fact("to", words.to, line(one.to) || found.audience?.label);
  fact("from", words.from, service);
  fact("date", words.date, longDate(how.day, says.months));
  const said = line(one.said) || found.objection?.title;
  if (said) fact("said", words.said, `“${said.replace(/^[“"]+|[”"]+$/g, "")}”`);

  for (const text of lines(one.opening ?? offer.opening)) add("text", "opening", { text });
  const ask = lines(one.ask ?? offer.ask);
  if (ask.length) add("heading", "ask", { text: words.ask_heading });
  for (const text of ask) add("text", "ask", { text });

  if (found.replies.length) add("heading", "reasons", { text: words.reasons });
  for (const reply of found.replies) {
    const part = `reply:${reply.id}`;
    const evidence = evidenceFor(isFull ? reply.short : reply.one_liner, reply.evidence);
    const cites = evidence.map((item) => cite(item.source, item.review_by));
    const strength = { text: ` ${says.strengths[reply.strength] ?? ""}`, quiet: true };
    const reason = ` ${words.disputed} ${reply.retired_because ?? ""}`;
    const disputed = reply.status === "disputed" && { text: reason.trimEnd() };
    add("reason", part, { text: reply.one_liner, bold: true }, ...cites, strength, disputed);
    if (isFull) add("more", part, { text: reply.short });
    const truth = firstSentences(reply.concession_markdown, most);
    const own = new Map(reply.evidence.map((item) => [item.source.id, item.source]));
    add(
      "more",
      part,
      { text: `${words.truth} `, bold: true },
      ...pieces(truth.trim()).map((piece) =>
        piece.source
          ? cite(own.get(piece.source) ?? found.sources.get(piece.source), piece.review_by)
          : { text: piece.text },
      ),
    );
  }

  const controls = controlsFor(found.replies, found.objection?.id ?? "", found.objections);
  if (controls.length) add("heading", "controls", { text: words.controls });
  for (const control of controls) add("bullet", `reply:${control.reply}`, { text: control.text });

  const evidence = lines(one.evidence);
  if (evidence.length) add("heading", "evidence", { text: words.evidence });
  for (const text of evidence) add("bullet", "evidence", { text });

  const sources = listSources([...cited.values()], says);
  if (cited.size) add("heading", "sources", { text: sources.heading });
  for (const reference of sources.references) add("source", "sources", ...reference);

  const address = new URL((found.objection?.url ?? "my-case/").replace(/index\.html$/, ""), how.site);
  add(
    "foot",
    "foot",
    { text: say(words.foot, { site: how.siteName }) + " " },
    {
      text: address.href.replace(/^https?:\/\//, "").replace(/\/$/, ""),
      link: safeLink(address.href) ?? undefined,
    },
  );
  const file = [words.file_name, service, shortDate(how.day)].map(slug).filter(Boolean).join("-");
  const brand = /^#[0-9a-f]{6}$/i.test(how.brand) ? how.brand : "#000000";
  return { title, language: LANGUAGE, file, day: how.day, site: how.siteName, brand, blocks };
}

/** Text as part of a file's name. */
function slug(text) {
  return text
    .slice(0, 50)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** Text on one line. */
function line(text) {
  return text.replace(/\s+/g, " ").trim();
}

/** The lines of a text that have anything on them. */
function lines(text) {
  return text.split("\n").map(line).filter(Boolean);
}
