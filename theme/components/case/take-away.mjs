import { toFragment } from "./case-link.mjs";
import { asMailto, asText, mailtoSubject } from "./paper-text.mjs";
import { say } from "./say.mjs";

const LONG_LINK = 2000;

/**
 * The ways in which the paper leaves the page: print, Word, OpenDocument, email and link. What makes a document is
 * fetched when it is asked for.
 * @param {HTMLElement} root
 * @param {(name: string) => HTMLElement} part an element of the page by its name
 * @param {() => {paper: object, size: number, case: object} | null} current
 * @param {(text: string) => void} announce
 * @returns {(now: object) => void} to be called with each new paper
 */
export function takeAway(root, part, current, announce, words) {
  for (const button of root.querySelectorAll('[data-do="print"]')) button.addEventListener("click", () => print());
  let title = "";
  addEventListener("beforeprint", () => {
    title = document.title;
    const now = current();
    if (now) document.title = now.paper.title;
  });
  addEventListener("afterprint", () => {
    if (title) document.title = title;
  });

  const makers = {
    docx: async (paper, size) => (await import("./paper-docx.mjs")).asDocx(paper, size),
    odt: async (paper, size) => (await import("./paper-odt.mjs")).asOdt(paper, size),
  };
  for (const [ending, make] of Object.entries(makers)) {
    part(ending).addEventListener("click", async () => {
      const now = current();
      if (!now) return;
      announce(words.making);
      try {
        const file = `${now.paper.file}.${ending}`;
        save(await make(now.paper, now.size), file);
        announce(say(words.made, { file }));
      } catch (error) {
        console.error(`my-case: ${error.message}`);
        announce(words.not_made);
      }
    });
  }

  for (const name of ["email", "link"]) {
    part(`copy-${name}`).addEventListener("click", async () => {
      current();
      announce(await copied(part(`${name}-text`), words));
    });
  }
  part("mailto").addEventListener("click", current);

  return (now) => {
    const text = asText(now.paper);
    part("email-text").value = text;
    const whole = asMailto(now.paper.title, text);
    part("mailto").href = whole ?? mailtoSubject(now.paper.title);
    part("email-note").textContent = whole ? words.email_whole : words.email_long;
    const fragment = toFragment(now.case);
    const address = fragment ? `${location.origin}${location.pathname}#${fragment}` : "";
    part("link-text").value = address;
    part("copy-link").disabled = !address;
    part("link-note").textContent = !address
      ? words.link_too_long
      : address.length > LONG_LINK
        ? say(words.link_long_note, { count: address.length })
        : words.link_private;
  };
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Copy a field's text; where the browser does not allow that, select it, so that the reader can. */
async function copied(field, words) {
  try {
    await navigator.clipboard.writeText(field.value);
    return words.copied;
  } catch {
    field.focus();
    field.select();
    return words.copy_yourself;
  }
}
