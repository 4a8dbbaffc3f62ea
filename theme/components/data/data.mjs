/**
 * The site's own data: fetched from its server, or, where the site is a folder that was opened without one, read from a
 * script that stands beside the file, because a browser fetches nothing there.
 * @param {string | URL} address the address of a JSON file
 * @returns {Promise<any>} what the file holds, or null if there is no such file
 */
export async function readData(address) {
  const whole = new URL(address, location.href);
  if (globalThis.playbookFolder) return globalThis.playbookFolder.read(whole.href);
  const response = await fetch(whole, { credentials: "omit" });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${whole.pathname}: ${response.status}`);
  return response.json();
}
