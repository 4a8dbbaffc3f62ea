import { say } from "../case/say.mjs";
import { numbered, rowsOf } from "./assemble.mjs";

/** Longer addresses are cut or refused by some servers, browsers and email programs. */
const LONGEST_ADDRESS = 8000;
const LONGEST_MAIL = 1900;
const NAME = "pb-file-name";
const TEXT = "pb-file-text";
const TITLE = "pb-letter-title";

/**
 * The address at which the forge begins a file or a letter with a text, or null where it has none or the text is too long.
 * @param {string | null} place an address with marks for what is filled in
 */
export function filled(place, { name = "", title = "", text }) {
  if (!place) return null;
  const address = place
    .replace(NAME, () => encodeURIComponent(name))
    .replace(TITLE, () => encodeURIComponent(title))
    .replace(TEXT, () => encodeURIComponent(text));
  return address.length <= LONGEST_ADDRESS ? address : null;
}

/** An address that opens an email program with a text, or with the subject alone where that is too long. */
export function mailAddress(contact, title, text) {
  const head = `mailto:${contact}?subject=${encodeURIComponent(title)}`;
  const whole = `${head}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
  return whole.length <= LONGEST_MAIL ? [whole, true] : [head, false];
}

/** Each question as a heading, its answer below, as `letter_text` in Python writes it. */
export function letterText(rules, answers) {
  const parts = rules.groups.flatMap((group) =>
    (group.most > 1 ? rowsOf(group, answers) : [0]).flatMap((row) =>
      group.fields
        .map((one) => [row ? `${one.label} (${row})` : one.label, answers[numbered(one, row)]])
        .filter(([, answer]) => answer || !rules.makes),
    ),
  );
  return parts.map(([label, answer]) => `### ${label}\n\n${answer || rules.noAnswer}\n`).join("\n");
}

/** Shows what the answers became, with every way to take it away. */
export function taker(part, places, words, title, announce) {
  const element = (name, text = "", className = "") => Object.assign(document.createElement(name), { textContent: text, className });

  function button(text, className, act) {
    const made = element("button", text, className);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  function one({ heading, name, text, address, label, subject, how, open, isSecond }, number) {
    const box = element("div", "", "pb-taken");
    const head = element("h3", heading);
    head.id = `taken-${number}`;
    const field = element("textarea", "", "pb-field__text pb-taken__text");
    Object.assign(field, { readOnly: true, value: text, rows: Math.min(16, text.split("\n").length + 1) });
    field.setAttribute("aria-labelledby", head.id);
    const ways = element("div", "", "pb-buttons");
    const first = isSecond ? "pb-action" : "pb-button";
    if (address) ways.append(leading(address, label, `${first} pb-taken__open`));
    ways.append(
      button(words.copy, address ? "pb-action" : first, () => copy(field)),
      button(words.download, "pb-action", () => {
        save(text, name);
        announce(say(words.downloaded, { name }));
      }),
    );
    const notes = [...how];
    if (places.contact) {
      const [mail, isWhole] = mailAddress(places.contact, subject, text);
      ways.append(Object.assign(element("a", words.email, "pb-taken__mail"), { href: mail }));
      if (!isWhole) notes.push(words.email_long);
    }
    box.append(head, ways, ...notes.map((note) => element("p", note, "pb-field__hint")));
    if (open) {
      box.append(element("p"));
      box.lastChild.append(leading(...open));
    }
    box.append(field);
    return box;
  }

  const leading = (href, text, className = "") => Object.assign(element("a", text, className), { href, rel: "noreferrer" });

  /** The forge's address with the text in it; or, where that is not to be had, what to do and where to go instead. */
  function way(place, given, text) {
    const address = filled(place, { ...given, text });
    if (address) return { address, how: [words.open_how] };
    if (place) return { how: [words.too_long], open: [filled(place, { ...given, text: "" }), words.open_empty] };
    return { how: [words.no_forge] };
  }

  async function copy(field) {
    try {
      await navigator.clipboard.writeText(field.value);
      announce(words.copied);
    } catch {
      field.focus();
      field.select();
      announce(words.copy_yourself);
    }
  }

  return function take(made, rules) {
    const about = made.answers.title ?? made.answers.heard ?? made.answers.page ?? made.answers.name ?? "";
    const subject = say(title, { about });
    const listed = rules.adds ? [entryOf(made.letter)] : [];
    const files = made.files.map((file, number) => fileOf(file, number + 1, made.files.length));
    const inOne = files.length > 1;
    const letter = made.letter || inOne ? [letterOf(made, rules, subject, inOne)] : [];
    const boxes = [...letter, ...files, ...listed].map((entry, number) => one({ ...entry, subject }, number));
    const leads = inOne ? [element("p", say(words.in_one_how, { count: files.length })), element("p", words.one_by_one, "pb-taken__lead")] : [];
    if (inOne) part("take").replaceChildren(leads[0], boxes[0], leads[1], ...boxes.slice(1));
    else part("take").replaceChildren(...boxes);
  };

  function letterOf(made, rules, subject, inOne) {
    const text = letterText(rules, made.answers);
    const given = { title: subject };
    const desk = !places.letter && places.open ? { how: [words.desk_how], open: [filled(places.open, { ...given, text: "" }), words.open_desk] } : {};
    return { ...way(places.letter, given, text), ...desk, heading: inOne ? words.in_one : words.letter, name: `${rules.form}.md`, text, label: words.open_letter };
  }

  function fileOf(file, number, count) {
    const name = file.path.split("/").at(-1);
    const place = file.kind === "source" ? places.source : places.file;
    const heading = count > 1 ? say(words.file_of, { number, count, path: file.path }) : say(words.file, { path: file.path });
    return { ...way(place, { name }, file.text), heading, name, text: file.text, label: words.open_file, isSecond: count > 1 };
  }

  /** The lines of an entry, for somebody who puts them into the file of its list. */
  function entryOf({ path, text }) {
    const heading = say(words.lines, { path });
    return { heading, name: `${path.split("/").at(-1)}.txt`, text, address: places.lines, label: words.open_list, how: [words.lines_how], isSecond: true };
  }
}

function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
