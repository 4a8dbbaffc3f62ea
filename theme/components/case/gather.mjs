import { pieces } from "./paper-parts.mjs";
import { say } from "./say.mjs";

/**
 * Everything that the playbook knows of what a case names. What it does not know, and what has been withdrawn, is left
 * out and said in words.
 * @param {ReturnType<import("./bank.mjs").openBank>} bank
 * @param {import("./case-state.mjs").Case} one
 * @param {URL} site
 */
export async function gather(bank, one, site, words) {
  const [objections, audiences, ...found] = await Promise.all([
    bank.objections(),
    bank.audiences(),
    ...one.replies.map((id) => inPlaceOf(bank, id)),
  ]);
  const said = (objections ?? []).filter(isUsable);
  const objection = said.find((item) => item.id === one.objection) ?? null;
  const audience = (audiences ?? []).find((item) => item.id === one.audience) ?? null;
  const suggestions = await Promise.all((objection?.replies ?? []).map((id) => bank.argument(id)));
  const known = new Map();
  const replies = [];
  one.replies.forEach((id, place) => {
    const item = found[place];
    const fault = faultOf(id, item, words);
    known.set(id, { title: item?.title ?? id, url: item?.url ? new URL(item.url, site).href : "", fault });
    if (fault || replies.includes(item)) return;
    known.set(item.id, known.get(id));
    replies.push(item);
  });
  const faults = [
    ...one.replies.map((id) => known.get(id).fault),
    one.objection && !objection && say(words.unknown_objection, { id: one.objection }),
    one.audience && !audience && say(words.unknown_audience, { id: one.audience }),
  ];
  return {
    objections: said,
    audiences: audiences ?? [],
    objection,
    audience,
    replies,
    known,
    faults: faults.filter(Boolean),
    sources: await sourcesOf(bank, replies),
    suggestions: suggestions.filter(isUsable),
  };
}

/** The argument, or the one that took its place. */
async function inPlaceOf(bank, id) {
  const item = await bank.argument(id);
  return item?.now ? bank.argument(item.now) : item;
}

function isUsable(item) {
  return item?.status === "published" || item?.status === "disputed";
}

/** Why a reply cannot be used, in words, or nothing. */
function faultOf(id, item, words) {
  if (!item) return say(words.unknown_reply, { id });
  if (isUsable(item)) return "";
  return say(words.withdrawn_reply, {
    title: item.title ?? id,
    reason: item.retired_because ?? item.because ?? "",
  }).trim();
}

/** The sources of concessions that are not among the evidence; the list of all is fetched only if there are any. */
async function sourcesOf(bank, replies) {
  const wanted = new Set();
  for (const reply of replies) {
    const own = new Set(reply.evidence.map((item) => item.source.id));
    for (const { source } of pieces(reply.concession_markdown)) if (source && !own.has(source)) wanted.add(source);
  }
  if (!wanted.size) return new Map();
  return new Map((await bank.sources()).filter((source) => wanted.has(source.id)).map((source) => [source.id, source]));
}
