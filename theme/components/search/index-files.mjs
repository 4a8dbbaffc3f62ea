import { readData } from "../data/data.mjs";

/**
 * The index in its many small files, each read once and only when it is needed.
 * @param {string} address of the file that says where everything is
 * @param {Promise<any>} [file] what it holds, if it is being read already
 */
export async function openIndex(address, file = readData(address)) {
  const start = await file;
  if (!start) throw new Error(`${address} is not there`);
  const folder = address.replace(/\.json$/, "/");
  const reading = new Map();

  const read = (name) => {
    if (!reading.has(name)) {
      const file = readData(`${folder}${name}.json`);
      file.catch(() => reading.delete(name));
      reading.set(name, file);
    }
    return reading.get(name);
  };

  return {
    start,
    /** What stands under each of these keys, those that are not there left out. @param {Iterable<string>} keys */
    async rows(keys) {
      const wanted = [...new Set(keys)].map((key) => [key, part(start.parts, key)]);
      const parts = new Map();
      await Promise.all([...new Set(wanted.map(([, at]) => at))].map(async (at) => parts.set(at, await read(`part-${at}`))));
      return new Map(wanted.filter(([key, at]) => Object.hasOwn(parts.get(at), key)).map(([key, at]) => [key, parts.get(at)[key]]));
    },
    /** The words that begin so, with their rows; of many, the first. @param {string} start */
    async beginning(start, most = 24) {
      const found = await read(`part-${part(this.start.parts, start)}`);
      return Object.entries(found).filter(([key]) => key.startsWith(start) && !key.includes(" ")).slice(0, most);
    },
    /** @param {number} number of the record */
    record: (number) => read(`record-${number}`),
    /** The numbers of the records for an audience. @param {string} audience */
    audience: async (audience) => new Set((await read(`for-${audience}`)) ?? []),
  };
}

/** The part in which a key stands, if it is anywhere: the last that begins no later than with it. */
function part(firsts, key) {
  let low = 0;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (firsts[middle] <= key) low = middle;
    else high = middle - 1;
  }
  return low;
}
