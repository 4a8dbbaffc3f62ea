import { differences, toCase } from "./case-state.mjs";

/**
 * A case as the part of a link after “#”, which browsers never send to a server: `v1.` and JSON in base64url.
 * A version that we do not know, and anything that is not exactly a case, is refused with the name of its fault.
 */
export const LONGEST_FRAGMENT = 8000;

const VERSION = "v1";
const NAMES = {
  audience: "a",
  to: "t",
  objection: "o",
  said: "s",
  service: "n",
  opening: "p",
  ask: "k",
  replies: "r",
  evidence: "e",
  detail: "d",
};

/**
 * @param {import("./case-state.mjs").Case} one
 * @returns {string | null} null if the case is too long for a link
 */
export function toFragment(one) {
  const short = Object.fromEntries(Object.entries(differences(one)).map(([name, value]) => [NAMES[name], value]));
  const bytes = new TextEncoder().encode(JSON.stringify(short));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const fragment = `${VERSION}.${base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
  return fragment.length > LONGEST_FRAGMENT ? null : fragment;
}

/**
 * @param {string} fragment without “#”
 * @returns {{case: import("./case-state.mjs").Case} | {fault: "long" | "version" | "broken"}}
 */
export function fromFragment(fragment) {
  if (fragment.length > LONGEST_FRAGMENT) return { fault: "long" };
  const [, version, base64] = /^(v\d{1,4})\.([\w-]*)$/.exec(fragment) ?? [];
  if (!version) return { fault: "broken" };
  if (version !== VERSION) return { fault: "version" };
  try {
    const binary = atob(base64.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const short = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    const isMap = typeof short === "object" && short !== null && !Array.isArray(short);
    const found = isMap
      ? toCase(Object.fromEntries(Object.entries(NAMES).map(([name, key]) => [name, short[key]])))
      : null;
    return found && Object.keys(differences(found)).length ? { case: found } : { fault: "broken" };
  } catch {
    return { fault: "broken" };
  }
}
