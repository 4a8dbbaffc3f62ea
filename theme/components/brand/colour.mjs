/**
 * A council's colours and those made from them: the same steps as `hooks/playbook_kit/colour/`, which says where the
 * formulas come from. A test holds the two together, hex for hex. Colours are `#rrggbb`.
 */
const light = Array.from({ length: 256 }, (_, channel) => {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});

/** Three or six hexadecimal digits after a hash as six small ones, or null if it is no colour. */
export function normal(text) {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim())?.[1].toLowerCase();
  if (!digits) return null;
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits}`;
}

const channels = (colour) => [1, 3, 5].map((at) => light[Number.parseInt(colour.slice(at, at + 2), 16)]);

function fromLinear(parts) {
  const digits = parts.map((part) => {
    const shown = part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;
    const channel = Math.min(Math.max(Math.floor(shown * 255 + 0.5), 0), 255);
    return channel.toString(16).padStart(2, "0");
  });
  return `#${digits.join("")}`;
}

function luminance(colour) {
  const [red, green, blue] = channels(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast ratio of WCAG 2.2, from 1 to 21. */
export function contrast(one, other) {
  const [first, second] = [luminance(one), luminance(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

const blackOrWhite = (ground) =>
  contrast("#ffffff", ground) >= contrast("#000000", ground) ? "#ffffff" : "#000000";

function toOklab([red, green, blue]) {
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}

function fromOklab([lightness, a, b]) {
  const cube = (part) => part * part * part;
  const long = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
  const middle = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
  const short = cube(lightness - 0.0894841775 * a - 1.291485548 * b);
  return [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ];
}

const passes = (colour, needs) => needs.every(([ground, least]) => contrast(colour, ground) >= least);

/** The least whole number above `fails` and up to `succeeds` for which a test that turns once turns true. */
function firstThat(test, fails, succeeds) {
  while (succeeds - fails > 1) {
    const middle = Math.floor((fails + succeeds) / 2);
    if (test(middle)) succeeds = middle;
    else fails = middle;
  }
  return succeeds;
}

/**
 * Everything that the page asks of colours.
 * @param {object} table surfaces, fixed colours, our own, pairs and limits, as Python has them
 */
export function colours(table) {
  const { surfaces, fixed, ours, pairs, limits } = table;
  const shown = (parts) => parts.every((part) => -limits.slack <= part && part <= 1 + limits.slack);

  function onTheWay(start, towards, step) {
    const [lightness, a, b] = toOklab(channels(start));
    const moved = lightness + ((towards === "black" ? 0 : 1) - lightness) * (step / limits.steps);
    const withChroma = (part) =>
      fromOklab([moved, (a * part) / limits.chroma_steps, (b * part) / limits.chroma_steps]);
    let made = fromOklab([moved, a, b]);
    if (!shown(made)) made = withChroma(firstThat((part) => !shown(withChroma(part)), 0, limits.chroma_steps) - 1);
    return fromLinear(made.map((part) => Math.min(Math.max(part, 0), 1)));
  }

  function readable(start, needs, towards) {
    if (passes(start, needs)) return start;
    if (!passes(onTheWay(start, towards, limits.steps), needs)) return null;
    const step = firstThat((one) => passes(onTheWay(start, towards, one), needs), 0, limits.steps);
    return onTheWay(start, towards, step);
  }

  function nearest(wanted, needs) {
    const lightness = (colour) => toOklab(channels(colour))[0];
    const away = (colour) => Math.abs(lightness(colour) - lightness(wanted));
    const found = ["black", "white"].map((towards) => readable(wanted, needs, towards)).filter(Boolean);
    return found.length === 2 && away(found[1]) < away(found[0]) ? found[1] : (found[0] ?? null);
  }

  const needsOf = (token, scheme) =>
    pairs
      .filter(([colour, ground]) => colour === token && ground in surfaces[scheme])
      .map(([, ground, least]) => [surfaces[scheme][ground], least]);
  const towards = (scheme) => (scheme === "light" ? "black" : "white");
  const given = (choices, token, scheme) => choices[scheme === "light" ? token : `${token}_dark`] ?? null;

  function text(choices, token, scheme) {
    const own = given(choices, token, scheme);
    if (own) return own;
    const start = given(choices, token, scheme === "dark" ? "light" : "dark") ?? choices.brand ?? null;
    const needs = needsOf(token, scheme);
    if (!start || passes(start, needs)) return start;
    const wanted = needs.map(([ground, least]) => [ground, least * limits.comfort[scheme]]);
    return readable(start, wanted, towards(scheme));
  }

  function scheme(choices, name) {
    const made = { ...surfaces[name], ...fixed[name], ...ours[name] };
    for (const token of ["link", "accent"]) made[token] = text(choices, token, name) ?? made[token];
    made["sheet-link"] = text(choices, "link", "light") ?? made["sheet-link"];
    const { brand, focus } = choices;
    if (brand) {
      const onBrand = blackOrWhite(brand);
      const isFaint = contrast(brand, surfaces[name].paper) < limits.faint;
      Object.assign(made, {
        brand,
        "on-brand": onBrand,
        "header-focus": onBrand,
        "header-edge": isFaint ? fixed[name].field : brand,
        strong: readable(brand, needsOf("strong", name), towards(name)),
        "sheet-brand": readable(brand, needsOf("sheet-brand", name), "black"),
      });
    }
    if (focus) {
      made.focus = focus;
      made["on-focus"] = contrast(fixed.light.ink, focus) >= limits.text ? fixed.light.ink : blackOrWhite(focus);
    }
    return made;
  }

  function* faults(choices) {
    for (const token of ["link", "accent"]) {
      for (const name of ["light", "dark"]) {
        const [colour, needs] = [given(choices, token, name), needsOf(token, name)];
        if (!colour || passes(colour, needs)) continue;
        const short = ([ground, least]) => contrast(colour, ground) / least;
        const [worst, least] = needs.reduce((one, other) => (short(other) < short(one) ? other : one));
        const ground = Object.keys(surfaces[name]).find((one) => surfaces[name][one] === worst);
        yield {
          field: name === "light" ? token : `${token}_dark`,
          colour,
          ground,
          ratio: contrast(colour, worst),
          least,
          instead: nearest(colour, needs) ?? blackOrWhite(worst),
        };
      }
    }
  }

  return {
    /** The colours of both schemes by the names of their custom properties, and the chosen ones that cannot be read. */
    palette: (choices) => ({
      light: scheme(choices, "light"),
      dark: scheme(choices, "dark"),
      faults: [...faults(choices)],
    }),
  };
}
