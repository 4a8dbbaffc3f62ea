import { numbered } from "./assemble.mjs";

/**
 * Groups that may be answered several times: rows are shown one by one, and taken out again. Every row is on the page
 * from the start, so a row that is taken out moves what stands below it up.
 */
export function repeat(root, rules, announce, words, changed) {
  for (const group of rules.groups.filter((one) => one.most > 1)) {
    const place = root.querySelector(`[data-group="${group.name}"]`);
    const rows = [...place.querySelectorAll("[data-row]")];
    const add = place.querySelector("[data-add]");
    let shown = Math.max(group.least, 1);

    const show = () => {
      rows.forEach((row, number) => {
        row.hidden = number >= shown;
        row.querySelector("[data-out]").hidden = shown <= 1;
      });
      add.hidden = shown >= rows.length;
    };

    add.addEventListener("click", () => {
      shown++;
      show();
      rows[shown - 1].querySelector("legend").focus();
      announce(words.added, shown);
    });
    place.addEventListener("click", (event) => {
      const out = Number(event.target.dataset?.out);
      if (!out) return;
      for (let row = out; row <= rows.length; row++) {
        for (const field of group.fields) copy(root, numbered(field, row + 1), numbered(field, row));
      }
      shown--;
      show();
      rows[Math.min(out, shown) - 1].querySelector("legend").focus();
      announce(words.taken_out, out);
      changed();
    });
    show();
  }
}

/** Give one question the answer of another; none where there is no other. */
function copy(root, from, to) {
  const fields = [...root.querySelectorAll(`[name="${to}"]`)];
  const others = [...root.querySelectorAll(`[name="${from}"]`)];
  fields.forEach((field, number) => {
    if (field.type === "radio" || field.type === "checkbox") field.checked = others[number]?.checked ?? false;
    else field.value = others[number]?.value ?? "";
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
