import { openBank } from "./bank.mjs";
import { fillChoices, fillFields } from "./case-fields.mjs";
import { drawChosen, drawSuggestions } from "./case-lists.mjs";
import { fitSentence } from "./fit-sentence.mjs";
import { gather } from "./gather.mjs";
import { fitPaper, setSize } from "./paper-fit.mjs";
import { drawPaper } from "./paper-html.mjs";
import { makePaper, offered } from "./paper-model.mjs";
import { isEmpty } from "./case-state.mjs";
import { say } from "./say.mjs";

const PAUSE = 250;
/** Stands in for the playbook's data while nobody has chosen anything from it. */
const NOT_ASKED = { objections: () => [], audiences: () => [] };

/**
 * Shows a case on the page “Make my case”: in the form, in the lists and, a moment after the last change, on the paper.
 * @param {HTMLElement} root its data say the site's name and address and the words, see `my-case.html`
 * @param {(name: string) => HTMLElement} part an element of the page by its name
 * @param {(now: {paper: object, size: number, case: object}) => void} whenDrawn called with each new paper
 */
export function makeView(root, part, words, whenDrawn) {
  const read = (name) => JSON.parse(root.dataset[name]);
  const says = {
    words: read("paper"),
    months: read("months"),
    strengths: read("strengths"),
    readAs: read("readAs"),
    sourcesRead: read("sourcesRead"),
  };
  const site = new URL(root.dataset.base, location.href);
  // In a folder that was opened without a server, the paper names the site's address, never where the folder lies.
  const published = root.dataset.address ? new URL(root.dataset.address) : site;
  const bank = openBank(site);
  let isBegun = false;
  let isWithoutData = false;
  let known = new Map();
  let latest = 0;
  let pause;
  let waiting = null;
  let drawn = null;

  async function show(one) {
    const turn = ++latest;
    part("paper").setAttribute("aria-busy", "true");
    drawChosen(part("chosen"), one.replies, known, words);
    part("chosen-none").hidden = one.replies.length > 0;
    let found;
    isWithoutData = !isBegun && isEmpty(one);
    try {
      [found] = await Promise.all([gather(isWithoutData ? NOT_ASKED : bank, one, site, words), document.fonts.ready]);
    } catch (error) {
      console.error(`my-case: ${error.message}`);
      if (turn === latest) showFaults([words.not_loaded]);
      return;
    }
    if (turn !== latest) return;
    known = found.known;
    fillChoices(part("audience"), found.audiences, (item) => item.label);
    fillChoices(part("objection"), found.objections, (item) => `“${item.title}”`);
    fillFields(root, one, offered(says.words, one));
    drawChosen(part("chosen"), one.replies, known, words);
    part("suggestions-heading").textContent = found.objection
      ? say(words.suggestions, { objection: found.objection.title })
      : words.suggestions_none;
    drawSuggestions(part("suggestions"), found.suggestions, one.replies, found.audience, {
      words,
      strengths: says.strengths,
    });
    showFaults(found.faults);
    waiting = () => drawNow(one, found);
    clearTimeout(pause);
    pause = setTimeout(finish, drawn ? PAUSE : 0);
  }

  /** Draw at once what waits to be drawn. */
  function finish() {
    clearTimeout(pause);
    const draw = waiting;
    waiting = null;
    draw?.();
  }

  function drawNow(one, found) {
    const brand = getComputedStyle(document.documentElement).getPropertyValue("--sheet-brand").trim();
    const how = { day: new Date(), site: published, siteName: root.dataset.site, brand };
    const fit = fitPaper(part("bench"), one.detail, (detail) => makePaper(one, found, says, { ...how, detail }));
    const sheet = part("paper");
    drawPaper(sheet, fit.paper);
    setSize(sheet, fit.size);
    sheet.classList.toggle("pb-paper--over", !fit.fits);
    part("fit").classList.toggle("pb-fit--over", !fit.fits);
    const sentence = fitSentence(one, fit, found.known, words);
    if (part("fit-text").textContent !== sentence) part("fit-text").textContent = sentence;
    drawn = { paper: fit.paper, size: fit.size, case: one };
    whenDrawn(drawn);
    sheet.setAttribute("aria-busy", "false");
  }

  function showFaults(faults) {
    const list = part("faults");
    list.replaceChildren(...faults.map((fault) => Object.assign(document.createElement("p"), { textContent: fault })));
    list.hidden = faults.length === 0;
  }

  return {
    show,
    /**
     * From now on the form offers what the playbook has: before a reader touches the page, that need not be sent.
     * @returns {boolean} whether it does not yet
     */
    begin() {
      isBegun = true;
      return isWithoutData;
    },
    /** The paper as it is now, with the last change in it; null before the first. */
    current() {
      finish();
      return drawn;
    },
    /** The words that we offer for a case, by field. */
    offered: (one) => offered(says.words, one),
  };
}
