// The decks opened by link that this browser keeps: an entry of its cache for each, the text as the body and what is
// known of it in a header, so that there is no index that two tabs could write at once.

import { SETTING_PREFIX } from "../greenroom.js";

const FOLDER = new URL("./", document.baseURI);
/** Each profile has its own. The service worker knows that of the first one too, and leaves it alone. */
const CACHE = `${SETTING_PREFIX}${FOLDER.pathname}:decks`;
const HEADER = "x-greenroom-deck";
const MOST = 50;

/**
 * @typedef {object} Entry
 * @property {string} key
 * @property {string} source What its progress is filed under.
 * @property {string} address Where it is; empty for one that came inside a link.
 * @property {string[]} hashes Of the texts that links brought.
 * @property {string} id
 * @property {string} title
 * @property {number} cards
 * @property {number} opened When it was opened last, in milliseconds since 1970.
 */

/** All that are kept, the one opened last first; none where the browser keeps nothing. @returns {Promise<Entry[]>} */
export async function keptDecks() {
  try {
    if (!(await caches.has(CACHE))) return [];
    const responses = await (await caches.open(CACHE)).matchAll();
    return responses.flatMap(entryOf).sort((one, other) => other.opened - one.opened);
  } catch {
    return [];
  }
}

/** @param {Entry} entry @returns {Promise<string | null>} */
export async function keptText({ key }) {
  try {
    return (await (await (await caches.open(CACHE)).match(place(key)))?.text()) ?? null;
  } catch {
    return null;
  }
}

/**
 * @param {Entry} entry
 * @param {string} text
 * @returns {Promise<boolean>} Whether the browser keeps it.
 */
export async function keep(entry, text) {
  try {
    const headers = { "content-type": "text/markdown; charset=utf-8", [HEADER]: encodeURIComponent(JSON.stringify(entry)) };
    await (await caches.open(CACHE)).put(place(entry.key), new Response(text, { headers }));
    for (const old of (await keptDecks()).slice(MOST)) await forget(old);
    return true;
  } catch {
    return false;
  }
}

/** @param {Entry} entry */
export async function forget({ key }) {
  const cache = await caches.open(CACHE);
  await cache.delete(place(key));
  if ((await cache.keys()).length === 0) await caches.delete(CACHE);
}

/** The first twelve hexadecimal digits of a text's SHA-256. @param {string} text */
export async function hash(text) {
  // Pages that came over http have none; those are for trying things out.
  if (!crypto.subtle) return plainHash(text);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest).subarray(0, 6), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** 48 bits of FNV-1a, good enough to tell texts apart that nobody forged. @param {string} text */
function plainHash(text) {
  let sum = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n);
  return sum.toString(16).padStart(16, "0").slice(0, 12);
}

/** An address that nothing answers at but this cache. @param {string} key */
function place(key) {
  return new URL(`kept-decks/${key}`, FOLDER).href;
}

/** @param {Response} response @returns {Entry[]} */
function entryOf(response) {
  try {
    const entry = JSON.parse(decodeURIComponent(response.headers.get(HEADER) ?? ""));
    const isWhole = ["key", "source", "address", "id", "title"].every((name) => typeof entry[name] === "string");
    return isWhole && Array.isArray(entry.hashes) ? [entry] : [];
  } catch {
    return [];
  }
}
