import { say } from "../case/say.mjs";
import { COLOURS, councilFile, newFileAddress, PATH, wrongFields } from "./council-file.mjs";
import { colours, contrast, normal } from "./colour.mjs";

const PAUSE = 150;
const SCHEMES = ["light", "dark"];

/**
 * The form that makes `local/council.yml`, with a preview. Nothing is sent or kept: the file is made on the page.
 * @param {HTMLElement} root `data-words`, `data-colours` and `data-grounds` hold the words, `data-table` what colours are made from
 */
export function enhance(root) {
  const part = (name) => {
    const found = root.querySelector(`[data-part="${name}"]`);
    if (!found) throw new Error(`part “${name}” not found`);
    return found;
  };
  const field = (name) => root.querySelector(`[data-field="${name}"]`);
  const [words, names, grounds, table] = ["words", "colours", "grounds", "table"].map((key) => JSON.parse(root.dataset[key]));
  const { palette } = colours(table);
  const form = root.querySelector("form");
  let waiting;
  let made = "";

  const announce = (text) => {
    if (part("status").textContent !== text) part("status").textContent = text;
  };

  function draw() {
    clearTimeout(waiting); // what was to be drawn after a pause is drawn now, and must not speak over what comes next
    const answers = Object.fromEntries(
      [...form.querySelectorAll("[data-field]")]
        .filter((one) => one.type !== "radio" || one.checked)
        .map((one) => [one.dataset.field, one.value.trim()]),
    );
    const chosen = {};
    const said = {};
    for (const name of COLOURS) {
      const colour = answers[name] && normal(answers[name]);
      if (answers[name] && !colour) said[name] = words.wrong_colour;
      chosen[name] = colour || null;
      answers[name] = colour || "";
      const picker = root.querySelector(`[data-picks="${name}"]`);
      if (picker && colour) picker.value = colour;
    }
    for (const name of wrongFields(answers)) said[name] = words[`wrong_${name}`];
    const found = palette(chosen);
    for (const fault of found.faults) {
      said[fault.field] = say(words.cannot, {
        ground: grounds[fault.ground],
        ratio: down(fault.ratio),
        least: fault.least,
        instead: fault.instead,
      });
      answers[fault.field] = "";
    }
    for (const one of root.querySelectorAll("[data-error]")) showFault(one, said[one.dataset.error] ?? "");
    drawPreview(found, answers);
    drawRatios(found);
    made = councilFile(answers, words);
    part("file").value = made;
    const address = newFileAddress(answers, made);
    part("open").hidden = !address;
    if (address) part("open").href = address;
    const faults = Object.keys(said).length;
    announce(faults ? say(faults === 1 ? words.fault : words.faults, { count: faults }) : words.all_read);
  }

  function showFault(place, text) {
    if (place.textContent === text) return;
    place.textContent = text;
    place.hidden = !text;
    const input = field(place.dataset.error);
    if (text) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }

  function drawPreview(found, answers) {
    for (const scheme of SCHEMES) {
      const sample = part(`preview-${scheme}`);
      for (const [name, colour] of Object.entries(found[scheme])) sample.style.setProperty(`--${name}`, colour);
      for (const place of sample.querySelectorAll("[data-text]")) {
        place.textContent = answers[place.dataset.text] || answers.name || words.unnamed;
      }
      for (const swatch of sample.querySelectorAll("[data-hex]")) swatch.textContent = found[scheme][swatch.dataset.hex];
    }
  }

  function drawRatios(found) {
    const rows = table.pairs.map(([colour, ground, least]) => {
      const row = document.createElement("tr");
      const name = document.createElement("th");
      name.scope = "row";
      name.textContent = say(words.on, { colour: names[colour], ground: grounds[ground] });
      const cells = SCHEMES.map((scheme) => {
        const cell = document.createElement("td");
        const ratio = contrast(found[scheme][colour], found[scheme][ground]);
        const ours = found[scheme][colour] === table.ours[scheme][colour] && ratio < least;
        cell.textContent = say(ratio >= least ? words.enough : ours ? words.made_up_for : words.too_little, {
          ratio: down(ratio),
          least,
        });
        return cell;
      });
      row.append(name, ...cells);
      return row;
    });
    part("ratios").replaceChildren(...rows);
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    const picks = event.target.dataset.picks;
    if (picks) field(picks).value = event.target.value;
    clearTimeout(waiting);
    waiting = setTimeout(draw, PAUSE);
  });
  part("copy").addEventListener("click", async () => {
    draw();
    try {
      await navigator.clipboard.writeText(made);
      announce(words.copied);
    } catch {
      part("file").focus();
      part("file").select();
      announce(words.copy_yourself);
    }
  });
  part("download").addEventListener("click", () => {
    draw();
    save(made, PATH.split("/").pop());
    announce(say(words.downloaded, { path: PATH }));
  });
  draw();
}

/** A ratio with two figures after the point, never rounded up: 4.497 is not 4.5. */
function down(ratio) {
  return (Math.floor(ratio * 100 + 1e-9) / 100).toFixed(2);
}

function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
