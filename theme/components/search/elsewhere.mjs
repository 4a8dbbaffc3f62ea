/**
 * Finds words of a query that are about something else than the site, such as a council's bins.
 * @param {{ ignored: Set<string>, elsewhere: string[], subject: string[] }} known phrases as rows of stems, those
 *   that are elsewhere without words that say nothing
 * @returns {(stems: string[]) => { places: number[], isOurs: boolean }} the places of such words, of which there are none if the
 *   query also names what the site is about: then it is ours
 */
export function openElsewhere({ ignored, elsewhere, subject }) {
  const [others, ours] = [new Set(elsewhere), new Set(subject)];
  const longest = Math.max(1, ...[...others, ...ours].map((phrase) => phrase.split(" ").length));

  return (stems) => {
    const every = [...stems.keys()];
    const rowsFrom = (places, from) => places.slice(from, from + longest).map((_, more) => places.slice(from, from + more + 1));
    const rows = (places) => places.flatMap((_, from) => rowsFrom(places, from));
    const phrase = (row) => row.map((place) => stems[place]).join(" ");
    if (rows(every).some((row) => ours.has(phrase(row)))) return { places: [], isOurs: true };
    const telling = every.filter((place) => !ignored.has(stems[place]));
    return { places: [...new Set(rows(telling).filter((row) => others.has(phrase(row))).flat())], isOurs: false };
  };
}
