/** Fewer words than this say too little to be like anything. */
const ENOUGH = 3;
/** How much of the text an argument has to have. */
const SHARE = 0.6;
let latest = 0;

/** Show the arguments that say much the same as what is written by now. */
export async function showAlike(part, answers, address, base) {
  const text = `${answers.title ?? ""} ${answers.one_liner ?? ""}`.trim();
  const turn = ++latest;
  let found = [];
  try {
    if (text.split(/\s+/).length >= ENOUGH) {
      const { similar } = await import("../search/engine.mjs");
      found = (await similar(address, text, "argument")).filter(({ share }) => share >= SHARE);
    }
  } catch {
    return; // a help that is not there hinders nobody
  }
  if (turn !== latest) return;
  part("alike").hidden = found.length === 0;
  part("alike-list").replaceChildren(
    ...found.map((item) => {
      const entry = document.createElement("li");
      const link = document.createElement("a");
      link.href = base.replace(/\/?$/, "/") + item.address;
      link.textContent = item.title;
      if (item.lang) link.lang = item.lang; // named only where it is another than the page’s
      entry.append(link);
      return entry;
    }),
  );
}
