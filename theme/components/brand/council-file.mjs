/**
 * What the form says as the file `local/council.yml`, and where a forge opens a new file with it.
 * @typedef {Object<string, string>} Answers the fields by name, without space around them
 */
export const PATH = "local/council.yml";
const ADDRESS = /^https?:\/\/[^\s<>"]+$/;
const FILE = /^[a-z0-9][a-z0-9._-]*\.(svg|png|jpe?g)$/;
export const COLOURS = ["brand", "link", "link_dark", "accent", "accent_dark", "focus"];
/** Longer addresses are cut or refused by some servers and browsers. */
const LONGEST_ADDRESS = 7000;

/** What nobody sees when it is typed or pasted, and what the check of the file would refuse. */
const UNSEEN = /[\p{Cc}\p{Cs}\p{Cn}\u2028\u2029\ufeff]+/gu;

/** In double quotation marks YAML reads what JSON writes. */
const quoted = (text) => JSON.stringify(text.replace(UNSEEN, " "));

/**
 * The fields that hold something that cannot stand in the file.
 * @param {Answers} answers
 * @returns {string[]} their names, each for which there are words that begin with `wrong_`
 */
export function wrongFields(answers) {
  const addresses = ["address", "repository"].filter((name) => answers[name] && !ADDRESS.test(answers[name]));
  return answers.logo && !FILE.test(answers.logo) ? [...addresses, "logo"] : addresses;
}

/**
 * @param {Answers} answers colours as `#rrggbb` or empty; wrong fields are left out
 * @param {{head: string, unnamed: string}} words
 */
export function councilFile(answers, words) {
  const wrong = wrongFields(answers);
  const right = (name) => (wrong.includes(name) ? "" : (answers[name] ?? ""));
  const line = (indent, key, text) => (text ? [`${" ".repeat(indent)}${key}: ${quoted(text)}`] : []);
  const group = (indent, key, lines) => (lines.length ? [`${" ".repeat(indent)}${key}:`, ...lines] : []);
  const named = answers.forge && answers.forge !== "none" && right("repository");
  const logo = right("logo");
  const lines = [
    ...words.head.split("\n").map((text) => `# ${text}`.trimEnd()),
    `name: ${quoted(answers.name || words.unnamed)}`,
    ...line(0, "short_name", answers.short_name),
    ...group(0, "site", line(2, "address", right("address"))),
    ...group(0, "repository", named ? [...line(2, "forge", answers.forge), ...line(2, "address", right("repository")), ...line(2, "branch", answers.branch)] : []),
    ...group(0, "brand", [
      ...group(2, "colours", COLOURS.flatMap((name) => line(4, name, answers[name]))),
      ...group(2, "logo", logo ? [
        ...line(4, "file", `local/brand/${logo}`),
        ...line(4, "alt", answers.alt || answers.name || words.unnamed),
        ...line(4, "ground", answers.ground === "header" ? "header" : ""),
      ] : []),
    ]),
    ...group(0, "contacts", line(2, "accessibility", answers.contact)),
  ];
  return `${lines.join("\n")}\n`;
}

/**
 * The address at which a forge opens a new file with this text, or null where it has none or the text is too long.
 * GitHub reads `filename` and `value`; Forgejo and Gitea do the same below `_new`.
 * @param {Answers} answers
 * @param {string} text
 */
export function newFileAddress(answers, text) {
  if (!["github", "forgejo"].includes(answers.forge) || !answers.repository || wrongFields(answers).includes("repository")) {
    return null;
  }
  const base = answers.repository.replace(/(\.git)?\/*$/, "");
  const branch = (answers.branch || "main").split("/").map(encodeURIComponent).join("/");
  const folder = answers.forge === "github" ? "new" : "_new";
  const query = new URLSearchParams({ filename: PATH, value: text }).toString().replaceAll("+", "%20");
  const slash = answers.forge === "github" ? "" : "/";
  const address = `${base}/${folder}/${branch}${slash}?${query}`;
  return address.length <= LONGEST_ADDRESS ? address : null;
}
