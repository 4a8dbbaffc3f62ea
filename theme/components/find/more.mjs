import { stems } from "./sift.mjs";

/**
 * Puts those choices in the form that were not in the page.
 * @param {HTMLElement} root
 * @param {Record<string, {id: string, label: string, count: number, lang: string}[]>} choices by facet
 */
export function addChoices(root, choices) {
  for (const [facet, more] of Object.entries(choices)) {
    const set = root.querySelector(`[data-facet="${facet}"] fieldset`);
    for (const { id, label, count, lang } of more) {
      const choice = set.querySelector(".pb-choice").cloneNode(true);
      Object.assign(choice.querySelector("input"), { value: id, checked: false });
      const said = choice.querySelector(".pb-choice__label");
      said.textContent = label;
      setLanguage(said, lang);
      choice.querySelector(".pb-choice__count").textContent = count;
      set.append(choice);
    }
  }
}

/**
 * Makes arguments of what the file says of them; each one's element is made when it is first shown, like those in the page.
 * @param {HTMLElement} root
 * @param {{facet: string, id: string, input: HTMLElement, label: string}[]} boxes the choices, whose words it uses
 * @returns {(said: object) => import("./sift.mjs").Item}
 */
export function itemMaker(root, boxes) {
  const like = root.querySelector(".pb-item")?.cloneNode(true);
  like?.querySelector(".pb-actions").replaceChildren();
  like?.querySelector(".pb-item__notice")?.remove();
  const labels = new Map(boxes.map((one) => [`${one.facet} ${one.id}`, one.input.closest("label").querySelector(".pb-choice__label")]));
  const worksBest = root.querySelector('[data-facet="audience"] summary span')?.textContent;

  const words = (facet, id) => {
    const span = document.createElement("span");
    const label = labels.get(`${facet} ${id}`);
    span.textContent = label.textContent;
    setLanguage(span, label.lang);
    return span;
  };

  function facts({ values }) {
    const strength = words("strength", values.strength[0]);
    strength.className = `pb-strength pb-strength--${values.strength[0]}`;
    const made = [strength, " ", words("response", values.response[0])];
    if (values.audience.length) {
      const best = document.createElement("span");
      best.append(`${worksBest} `, ...values.audience.flatMap((id, place) => [place ? ", " : "", words("audience", id)]));
      made.push(" ", best);
    }
    return made;
  }

  function elementOf(said) {
    const element = like.cloneNode(true);
    element.dataset.argument = said.id;
    element.toggleAttribute("data-withdrawn", said.withdrawn);
    const title = element.querySelector(".pb-item__title");
    const link = title.querySelector("a");
    link.textContent = said.title;
    link.href = `${root.dataset.base.replace(/\/?$/, "/")}${said.address}`;
    const line = element.querySelector(".pb-item__line");
    line.textContent = said.line;
    for (const place of [title, line]) setLanguage(place, said.lang);
    element.querySelector(".pb-item__facts").replaceChildren(...facts(said));
    if (said.notice) {
      const notice = Object.assign(document.createElement("p"), { className: "pb-item__notice", textContent: said.notice });
      title.after(notice);
    }
    return element;
  }

  return (said) => {
    let element, own;
    return {
      get element() {
        element ??= elementOf(said);
        return element;
      },
      get own() {
        own ??= stems(`${said.title} ${said.line}`);
        return own;
      },
      values: said.values,
      added: said.added,
      withdrawn: said.withdrawn,
      title: said.title,
    };
  };
}

function setLanguage(element, language) {
  if (language) element.lang = language;
  else element.removeAttribute("lang");
}
