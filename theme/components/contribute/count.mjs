import { say } from "../case/say.mjs";
import { numbered } from "./assemble.mjs";

const PAUSE = 1000;
const NEAR = 0.2;

/** How much room is left in each field with a limit; spoken after a pause, where little is left or it is too much. */
export function counter(root, rules, words, announce) {
  const citation = new RegExp(rules.patterns.citationWithSpace.source, "gu");
  const limited = rules.groups.flatMap((group) =>
    Array.from({ length: group.most }, (_, row) => group.fields.map((one) => ({ one, key: numbered(one, row + 1) }))).flat(),
  );
  let waiting;

  const measure = {
    words: (text) => (text.replace(citation, "").match(/\S+/gu) ?? []).length,
    characters: (text) => [...text].length,
  };

  return function count(answers) {
    for (const { one, key } of limited.filter(({ one }) => one.mostWords || one.mostCharacters)) {
      const what = one.mostCharacters ? "characters" : "words";
      const most = one.mostCharacters ?? one.mostWords;
      const left = most - measure[what](answers[key] ?? "");
      const side = left < 0 ? "over" : "left";
      const text = say(words[what === "words" ? `words_${side}` : `characters_${side}`], { count: Math.abs(left) });
      const place = root.querySelector(`[data-count="${key}"]`);
      if (place.textContent === text) continue;
      place.textContent = text;
      place.classList.toggle("pb-ask__count--over", left < 0);
      if (document.activeElement?.name !== key || left > most * NEAR) continue;
      clearTimeout(waiting);
      waiting = setTimeout(() => announce(text), PAUSE);
    }
  };
}
