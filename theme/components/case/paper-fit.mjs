import { drawPaper } from "./paper-html.mjs";

/** The room on one side of A4 within the margins of the print style, with a little to spare. */
const ROOM = ((297 - 18 - 16 - 1.5) * 96) / 25.4;

const DETAILS = { auto: ["full", "middle", "short", "tight"], full: ["full"], short: ["short", "tight"] };

/** From the fullest to the tightest; nothing is set smaller than the last. */
const SIZES = {
  full: [12, 11.5, 11, 10.5, 10, 9.5],
  middle: [11.5, 11, 10.5, 10, 9.5],
  short: [12, 11.5, 11, 10.5, 10, 9.5, 9],
  tight: [9.5, 9],
};

/**
 * The fullest way in which a paper fits on one page; if none does, the tightest, with what takes the most room.
 * @param {HTMLElement} bench an unseen sheet as wide as the paper's text
 * @param {"auto" | "full" | "short"} wanted
 * @param {(detail: string) => import("./paper-model.mjs").Paper} make
 */
export function fitPaper(bench, wanted, make) {
  try {
    return fullest(bench, wanted, make);
  } finally {
    bench.replaceChildren();
  }
}

function fullest(bench, wanted, make) {
  const heightAt = (size) => {
    setSize(bench, size);
    return bench.getBoundingClientRect().height;
  };
  let last;
  for (const detail of DETAILS[wanted]) {
    const paper = make(detail);
    drawPaper(bench, paper);
    const smallest = SIZES[detail].at(-1);
    const over = heightAt(smallest) - ROOM;
    last = { paper, detail, size: smallest, fits: over <= 0, over: Math.ceil(over / lineHeight(bench)), longest: [] };
    if (last.fits) return { ...last, size: SIZES[detail].find((size) => heightAt(size) <= ROOM) };
  }
  return { ...last, longest: longest(bench) };
}

/** Set the size of a sheet's text, in points. */
export function setSize(sheet, size) {
  sheet.style.setProperty("--points", size);
}

/** The parts of the case that a reader can shorten or take out, the longest first, in lines. */
function longest(bench) {
  const heights = new Map();
  for (const element of bench.querySelectorAll("[data-part]")) {
    const { part } = element.dataset;
    if (!/^(reply:|opening$|ask$|evidence$|said$|to$|from$)/.test(part)) continue;
    heights.set(part, (heights.get(part) ?? 0) + element.getBoundingClientRect().height);
  }
  const height = lineHeight(bench);
  return [...heights]
    .map(([part, total]) => ({ part, lines: Math.round(total / height) }))
    .sort((one, other) => other.lines - one.lines);
}

function lineHeight(bench) {
  return Number.parseFloat(getComputedStyle(bench).lineHeight) || 16;
}
