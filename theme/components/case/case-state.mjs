/**
 * A case: what a reader has chosen and written, as plain data, and every way to change it. Nothing here touches the
 * page.
 *
 * @typedef {object} Case
 * @property {string} audience id of who said no, or ""
 * @property {string} to who the paper is for, in the reader's words
 * @property {string} objection id of what they said, or ""
 * @property {string} said what they said, in the reader's words
 * @property {string} service name of the team or service that asks
 * @property {string | null} opening own opening; null for the words that we offer
 * @property {string | null} ask what is asked for; null for the words that we offer
 * @property {string[]} replies ids of arguments, in order
 * @property {string} evidence own evidence, one line each
 * @property {"auto" | "full" | "short"} detail how much of each reply the paper gives
 */
export const LONGEST = 10_000;
export const MOST_REPLIES = 30;
export const DETAILS = ["auto", "full", "short"];

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_ID = 100;
const IDS = ["audience", "objection"];
const TEXTS = ["to", "said", "service", "evidence"];
const OFFERED = ["opening", "ask"];

/** @returns {Case} */
export function emptyCase() {
  return {
    audience: "",
    to: "",
    objection: "",
    said: "",
    service: "",
    opening: null,
    ask: null,
    replies: [],
    evidence: "",
    detail: "auto",
  };
}

/** Whether a value may be the id of something: only such a value is ever put into an address. */
export function isId(value) {
  return typeof value === "string" && value.length <= LONGEST_ID && ID.test(value);
}

/**
 * Text that can do no harm in a page, a document or an email: no control characters, no halves of characters, none of
 * the marks that turn the direction of what follows them.
 * @param {string} text
 */
export function clean(text) {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g, "")
    .replace(/\p{Cs}/gu, "\uFFFD")
    .slice(0, LONGEST)
    .replace(/\p{Cs}$/u, "");
}

/**
 * A case from data that may be anything. Fields that we do not know are left out.
 * @returns {Case | null} null if a field is not what it should be
 */
export function toCase(data) {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return null;
  const found = emptyCase();
  for (const name of IDS) {
    if (data[name] === undefined || data[name] === "") continue;
    if (!isId(data[name])) return null;
    found[name] = data[name];
  }
  for (const name of [...TEXTS, ...OFFERED]) {
    if (data[name] === undefined || data[name] === null) continue;
    if (typeof data[name] !== "string" || data[name].length > LONGEST) return null;
    found[name] = clean(data[name]);
  }
  if (data.detail !== undefined) {
    if (!DETAILS.includes(data.detail)) return null;
    found.detail = data.detail;
  }
  if (data.replies !== undefined) {
    if (!Array.isArray(data.replies) || data.replies.length > MOST_REPLIES || !data.replies.every(isId)) return null;
    found.replies = [...new Set(data.replies)];
  }
  return found;
}

/** What differs from an empty case: the least that says the same. */
export function differences(one) {
  const empty = emptyCase();
  return Object.fromEntries(
    Object.entries(one).filter(([name, value]) => (name === "replies" ? value.length : value !== empty[name])),
  );
}

/** @param {Case} one */
export function isEmpty(one) {
  return Object.keys(differences(one)).length === 0;
}

/** Whether two cases say the same. */
export function isSame(one, other) {
  return JSON.stringify(differences(one)) === JSON.stringify(differences(other));
}

/**
 * The case with a reply at its end; the same case if it is there already or there is no room.
 * @param {string} [objection] what was said on the page that the reply was found on; counts if nothing was chosen yet
 */
export function withReply(one, id, objection = "") {
  if (one.replies.includes(id) || one.replies.length >= MOST_REPLIES || !isId(id)) return one;
  const said = one.objection || one.said || !isId(objection) ? one.objection : objection;
  return { ...one, objection: said, replies: [...one.replies, id] };
}

export function withoutReply(one, id) {
  return { ...one, replies: one.replies.filter((other) => other !== id) };
}

/** The case with a reply `steps` further down (or up, if negative), as far as there is room. */
export function withReplyMoved(one, id, steps) {
  const from = one.replies.indexOf(id);
  if (from < 0) return one;
  const replies = one.replies.filter((other) => other !== id);
  replies.splice(Math.min(Math.max(from + steps, 0), replies.length), 0, id);
  return { ...one, replies };
}

/** The case with one field changed. A choice that is not an id, or words that are the offered ones, become empty. */
export function withField(one, name, value, offered = null) {
  if (IDS.includes(name)) return { ...one, [name]: isId(value) ? value : "" };
  if (name === "detail") return DETAILS.includes(value) ? { ...one, detail: value } : one;
  const text = clean(value);
  return { ...one, [name]: OFFERED.includes(name) && text === offered ? null : text };
}
