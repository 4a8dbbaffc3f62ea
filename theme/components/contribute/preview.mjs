import { labelOf } from "./named.mjs";

/** What is written, as the page will show it. Built from elements, never from HTML that somebody typed. */
const element = (name, className = "", ...children) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
};

/** A text's paragraphs, lists and emphasis. */
export function markdown(text) {
  const made = [];
  let list = null;
  for (const block of text.split(/\n{2,}|\n(?=[-*+] )/)) {
    const entry = /^[-*+] ([^]*)$/.exec(block);
    if (!block.trim()) continue;
    if (!entry) {
      list = null;
      made.push(element("p", "", ...inline(block)));
      continue;
    }
    if (!list) made.push((list = element("ul")));
    list.append(element("li", "", ...inline(entry[1])));
  }
  return made;
}

function inline(text) {
  return text.split(/(\*\*[^*\n]+\*\*|\*[^*\s][^*\n]*\*|\[@[a-z0-9; @-]+\])/g).map((part) => {
    if (/^\*\*.+\*\*$/s.test(part)) return element("strong", "", part.slice(2, -2));
    if (/^\*.+\*$/s.test(part)) return element("em", "", part.slice(1, -1));
    if (part.startsWith("[@")) return element("sup", "pb-look__cite", part.slice(2, -1).replaceAll("@", ""));
    return part;
  });
}

/** The words beside what was chosen, rather than its id. */
function labels(form, key) {
  return [...form.querySelectorAll(`[name="${key}"]`)].flatMap((field) => {
    if (field.matches("select")) return field.value ? [field.selectedOptions[0].textContent] : [];
    return field.checked ? [field.closest("label").textContent.trim()] : [];
  });
}

/**
 * @param {HTMLElement} place where it is shown
 * @param {HTMLFormElement} form whose words are shown for what was chosen
 * @param {Record<string, string[]>} sources what each source is called, by its id
 */
export function preview(place, form, rules, made, words, sources) {
  const { answers } = made;
  const label = new Map(rules.groups.flatMap((group) => group.fields.map((one) => [one.name, one.shown ?? one.label])));
  const has = (key) => key in answers;

  const section = (key, className = "") =>
    has(key) ? [element("section", className, element("p", "pb-look__label", label.get(key)), ...markdown(answers[key]))] : [];
  const chosen = (key) => {
    const found = labels(form, key);
    return found.length ? [[label.get(key), found.join(" · ")]] : [];
  };
  const written = (key) => (has(key) ? [[label.get(key), answers[key]]] : []);
  const facts = (pairs) =>
    pairs.length ? [element("dl", "pb-look__facts", ...pairs.flatMap(([name, text]) => [element("dt", "", name), element("dd", "", text)]))] : [];
  const strength = (key) =>
    has(key) ? [element("span", `pb-strength pb-strength--${answers[key]}`, labels(form, key)[0] ?? "")] : [];
  const rows = (name) => {
    const group = rules.groups.find((one) => one.name === name);
    return Array.from({ length: group.most }, (_, number) => `${name}.${number + 1}`).filter((row) =>
      Object.keys(answers).some((key) => key.startsWith(`${row}.`)),
    );
  };
  const named = (id) => (Object.hasOwn(sources, id) ? labelOf(sources[id]) : id);
  const source = (row) => has(`${row}.source`) ? named(answers[`${row}.source`]) : [answers[`${row}.new_publisher`], answers[`${row}.new_title`]].filter(Boolean).join(": ");

  const looks = {
    argument: () => [
      ...(has("title") ? [element("p", "pb-look__title", answers.title)] : []),
      ...(has("one_liner") ? [element("p", "pb-look__aloud", answers.one_liner)] : []),
      ...facts([...chosen("answers"), ...chosen("response_type"), ...chosen("works_best_on")]),
      ...strength("strength"),
      ...section("short"),
      ...section("long"),
      ...section("concession", "pb-truth"),
      ...rows("comebacks").map((row) =>
        element("section", "pb-look__exchange", element("p", "", `“${answers[`${row}.they_say`] ?? "…"}”`), ...markdown(answers[`${row}.you_say`] ?? "")),
      ),
      ...(rows("evidence").length
        ? [element("ul", "pb-look__evidence", ...rows("evidence").map((row) => element("li", "", ...strength(`${row}.strength`), ` ${answers[`${row}.shows`] ?? ""} `, element("cite", "", source(row)))))]
        : []),
      ...section("origin"),
      ...facts([...written("contributors"), ...chosen("topics")]),
    ],
    "case-study": () => [
      ...(has("title") ? [element("p", "pb-look__title", answers.title)] : []),
      ...(has("summary") ? [element("p", "pb-look__lead", answers.summary)] : []),
      ...facts([...chosen("kind"), ...written("organisation.name"), ...chosen("organisation.country"), ...written("period"), ...chosen("access")]),
      ...["before", "body", "after"].flatMap((key) => section(key)),
      ...["objected", "controls"].flatMap((key) => section(key)),
      ...rows("results").map((row) => element("section", "pb-look__exchange", element("p", "", answers[`${row}.when`] ?? "…"), ...markdown(answers[`${row}.what`] ?? ""))),
      ...section("went_wrong", "pb-truth"),
      ...rows("sources").map((row) => element("p", "", element("cite", "", source(row)))),
    ],
    wording: () => [
      ...(has("heard") ? [element("p", "pb-look__title", `“${answers.heard}”`)] : []),
      ...facts([...chosen("objection"), ...chosen("said_by"), ...written("remark")]),
    ],
  };
  looks.use = () => {
    const { name, address, says } = answers;
    if (!name) return [];
    const who = address ? Object.assign(element("a", "", name), { href: address, rel: "noreferrer" }) : name;
    return [element("ul", "", element("li", "", who, ...labels(form, "country").map((one) => `, ${one}`), ...(says ? [`: “${says}”`] : [])))];
  };
  const pairs = () => facts(rules.groups.flatMap((group) => group.fields).flatMap((one) => (one.control === "choice" ? chosen(one.name) : written(one.name))));
  const shown = looks[rules.form]?.() ?? pairs();
  place.replaceChildren(...(shown.length ? shown : [element("p", "pb-look__empty", words.preview_empty)]));
}
