import { say } from "../case/say.mjs";

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

/** A letter: each question as a heading, its answer below. */
export function letterText(rules, answers) {
  const fields = rules.groups.flatMap((group) => group.fields);
  return fields.map((one) => `### ${one.label}\n\n${answers[one.name] ?? rules.noAnswer}\n`).join("\n");
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

  function one({ heading, name, text, address, label, subject, tooLong }, number) {
    const box = element("div", "", "pb-taken");
    const head = element("h3", heading);
    head.id = `taken-${number}`;
    const field = element("textarea", "", "pb-field__text pb-taken__text");
    Object.assign(field, { readOnly: true, value: text, rows: Math.min(16, text.split("\n").length + 1) });
    field.setAttribute("aria-labelledby", head.id);
    const ways = element("div", "", "pb-buttons");
    if (address) {
      const link = element("a", label, "pb-button pb-taken__open");
      Object.assign(link, { href: address, rel: "noreferrer" });
      ways.append(link);
    }
    ways.append(
      button(words.copy, address ? "pb-action" : "pb-button", () => copy(field)),
      button(words.download, "pb-action", () => {
        save(text, name);
        announce(say(words.downloaded, { name }));
      }),
    );
    const notes = [address ? words.open_how : tooLong ? words.too_long : words.no_forge];
    if (places.contact) {
      const [mail, isWhole] = mailAddress(places.contact, subject, text);
      const link = element("a", words.email, "pb-taken__mail");
      link.href = mail;
      ways.append(link);
      if (!isWhole) notes.push(words.email_long);
    }
    box.append(head, ways, ...notes.map((note) => element("p", note, "pb-field__hint")));
    if (tooLong && !address) {
      const link = element("a", words.open_empty);
      Object.assign(link, { href: tooLong, rel: "noreferrer" });
      box.append(element("p"));
      box.lastChild.append(link);
    }
    box.append(field);
    return box;
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
    const about = made.answers.title ?? made.answers.heard ?? made.answers.page ?? made.answers.organisation ?? "";
    const subject = say(title, { about });
    const empty = (place, given) => (place ? filled(place, { ...given, text: "" }) : null);
    const entries = made.letter
      ? [{ place: places.letter, given: { title: subject }, heading: words.letter, name: `${rules.form}.md`, text: letterText(rules, made.answers), label: words.open_letter }]
      : made.files.map((file) => {
          const name = file.path.split("/").at(-1);
          const place = file.kind === "source" ? places.source : places.file;
          return { place, given: { name }, heading: say(words.file, { path: file.path }), name, text: file.text, label: words.open_file };
        });
    const shown = entries.map(({ place, given, ...rest }, number) => {
      const address = filled(place, { ...given, text: rest.text });
      return one({ ...rest, address, subject, tooLong: address ? null : empty(place, given) }, number);
    });
    const lead = entries.length > 1 ? [element("p", words.two_files)] : [];
    part("take").replaceChildren(...lead, ...shown);
  };
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
