// The text of a deck from another site, or what stands in the way of it.

import { isWebPage, readText } from "../greenroom.js";
import { rawAddress } from "./raw-address.js";
import { words } from "./strings.js";

/** How long a site may take before the kept copy is used. */
const PATIENCE = 6_000;

/**
 * What a learner can do next: `href` leads somewhere, `"retry"` tries once more.
 * @typedef {{ label: string, href: string }} Way
 */

/** Why a deck cannot be shown, in words. */
export class Obstacle extends Error {
  /**
   * @param {string} title
   * @param {(string | { code: string })[]} text A paragraph each; what is code stands on a line of its own.
   * @param {Way[]} ways
   */
  constructor(title, text, ways = []) {
    super(title);
    this.title = title;
    this.text = text;
    this.ways = ways;
  }
}

/**
 * @param {URL} address
 * @param {boolean} isKept Whether there is a copy to fall back on.
 */
export async function readDeck(address, isKept) {
  const raw = rawAddress(address);
  if (raw) throw webPage(raw);
  if (address.protocol !== "https:" && address.origin !== location.origin) throw insecure(address);
  const response = await answer(address, isKept);
  if (!response.ok) throw new Obstacle(words.absent, [words.answered(address.host, response.status), { code: address.href }]);
  if (response.headers.get("content-type")?.includes("text/html")) throw webPage();
  const text = await readText(response).catch((error) => {
    throw error instanceof RangeError ? new Obstacle(words.tooLarge, [words.tooLargeAdvice]) : unreachable(address);
  });
  if (isWebPage(text)) throw webPage();
  return text;
}

/** @param {URL} address @param {boolean} isKept */
async function answer(address, isKept) {
  /** @type {RequestInit} */
  const anonymous = { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-cache" };
  try {
    return await fetch(address, { ...anonymous, ...(isKept && { signal: AbortSignal.timeout(PATIENCE) }) });
  } catch {
    // The browser does not say why. An answer that may not be read still shows that the site is there.
    const isThere = !isKept && (await fetch(address, { ...anonymous, mode: "no-cors" }).then(() => true, () => false));
    throw isThere ? forbidden(address) : unreachable(address);
  }
}

/** @param {string} [raw] */
function webPage(raw) {
  return new Obstacle(
    words.webPage,
    [words.webPageAdvice, words.gitHub, ...(raw ? [{ code: raw }] : [])],
    raw ? [{ label: words.openRaw, href: linkTo(raw) }] : [],
  );
}

/** @param {URL} address */
function insecure({ href }) {
  const secure = href.replace(/^http:/, "https:");
  return new Obstacle(words.insecure, [words.insecureAdvice], [{ label: words.openSecure, href: linkTo(secure) }]);
}

/** @param {URL} address */
function forbidden({ host, href }) {
  const text = [words.forbiddenWhy, { code: words.forbiddenHeader }, words.forbiddenElse, words.forbiddenAdvice];
  const ways = [{ label: words.openAddress, href }, { label: words.authorPage, href: "author.html" }];
  return new Obstacle(words.forbidden(host), text, ways);
}

/** @param {URL} address */
function unreachable({ host, href }) {
  const title = navigator.onLine ? words.unreachable(host) : words.offlineTitle;
  return new Obstacle(title, [words.unreachableAdvice, { code: href }], [{ label: words.tryAgain, href: linkTo(href) }]);
}

/** @param {string} address */
function linkTo(address) {
  return `#deck=${encodeURIComponent(address)}`;
}
