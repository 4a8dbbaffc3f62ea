/** A shorter word is always taken as it was typed; in one as short as this, a letter may be missing or two be swapped. */
const SHORTEST = 4;
/** In a word as long as this the first letter may be wrong, and two slips are allowed where none explains it with one. */
const LONG = 9;
const MOST = 4;

/**
 * The keys under which the words stand that differ from this one by a slip: a letter more, fewer, other or swapped.
 * A slip leaves the first two letters as they are, or the last two.
 * @param {string} word
 * @param {string} [stem] of the word: a slip may stand before an ending that is not the same
 */
export function nearKeys(word, stem = word) {
  if (word.length < SHORTEST || !/^\p{L}+$/u.test(word)) return [];
  const begins = [stem.length - 1, stem.length, stem.length + 1, word.length - 1, word.length, word.length + 1];
  return [
    ...new Set(begins.map((length) => `^${word.slice(0, 2)}${length}`)),
    ...[-1, 0, 1].map((more) => `$${word.slice(-2)}${word.length + more}`),
  ];
}

/**
 * The words that may have been meant, the likeliest first.
 * @param {string} word
 * @param {Map<string, any>} rows what stands under the keys
 * @param {(word: string) => string} [stem] gives the stem of a word
 */
export function nearWords(word, rows, stem = (one) => one) {
  const places = new Map();
  for (const key of nearKeys(word, stem(word))) {
    (rows.get(key) ?? "").split(" ").forEach((other, place) => {
      if (other) places.set(other, Math.min(place, places.get(other) ?? Infinity));
    });
  }
  const inOrder = [...places].sort(([, one], [, other]) => one - other).map(([other]) => other);
  const likeliest = (isNear) => inOrder.filter(isNear).slice(0, MOST);
  const isLike = (one, other) => isSlip(one, other) && (one.length >= LONG || beginsAlike(one, other));
  const near = likeliest((other) => isLike(word, other) && (word.length > SHORTEST || !isOther(word, other)));
  if (near.length || word.length === SHORTEST) return near;
  const alike = likeliest((other) => isLike(stem(word), stem(other)));
  if (alike.length || word.length < LONG) return alike;
  return likeliest((other) => word.startsWith(other.slice(0, 2)) && distance(word, other) === 2);
}

/** People notice a wrong first letter, so that it is another word: “bread” is not “read”. */
const beginsAlike = (one, other) => one[0] === other[0] || (one[0] === other[1] && one[1] === other[0]);

/** Whether a word has a letter that the other has not, or fewer letters. */
const isOther = (word, other) => word.length > other.length || [...word].some((letter) => !other.includes(letter));

/** Whether two words differ by one letter that is more, fewer or another, or by two that are swapped. */
export function isSlip(one, other) {
  if (one.length > other.length) [one, other] = [other, one];
  if (other.length - one.length > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < one.length - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (right.length <= 1) return one !== other;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

/** The keys of the words that begin as this one does and are about as long. @param {string} word */
export function aroundKeys(word) {
  return word.length < 3 ? [] : [-2, -1, 0, 1, 2].map((more) => `^${word.slice(0, 2)}${word.length + more}`);
}

/** The words that are most like this one, if any is like it. */
export function aroundWords(word, rows) {
  return aroundKeys(word)
    .flatMap((key) => (rows.get(key) ?? "").split(" "))
    .filter(Boolean)
    .map((other) => [distance(word, other), other])
    .filter(([far]) => far <= Math.max(1, Math.floor(word.length / 3)))
    .sort(([one], [other]) => one - other)
    .slice(0, MOST)
    .map(([, other]) => other);
}

/** How many letters have to change to make one word another. */
function distance(one, other) {
  let row = [...other, ""].map((_, place) => place);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let place = 1; place <= other.length; place++) {
      next.push(Math.min(next[place - 1] + 1, row[place] + 1, row[place - 1] + (one[at - 1] !== other[place - 1])));
    }
    row = next;
  }
  return row.at(-1);
}
