// From a deck's address to a session.

/** @import {Session} from "../pkg/greenroom.js" */

import { AbsentError } from "./absent-error.js";
import { moment } from "./clock.js";
import { loadCore } from "./core.js";

/** A deck's text may not be larger; what is larger is no deck. */
const MAX_BYTES = 5_000_000;

/**
 * A deck that is ready for practice.
 * @typedef {{ session: Session, address: URL, changes: EventTarget }} OpenDeck
 */

/**
 * Loads the engine and the deck side by side and opens a session.
 * @param {URL} address
 * @returns {Promise<OpenDeck>}
 */
export async function openDeck(address) {
  const [{ Session, changes }, text] = await Promise.all([loadCore(), fetchText(address)]);
  const options = { source: address.origin, name: fileName(address), seed: randomSeed() };
  const session = new Session(text, options, moment());
  return { session, address, changes };
}

/** @param {URL} address */
async function fetchText(address) {
  const response = await fetch(address);
  if (!response.ok) throw new AbsentError(`${address.href} answered ${response.status}`);
  return readText(response);
}

/** @param {Response} response */
async function readText(response) {
  const reader = response.body?.getReader();
  if (!reader) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_BYTES) {
      await reader.cancel();
      throw new Error(`${response.url} is larger than ${MAX_BYTES} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * The file's name without its ending: `behavioral` of `decks/behavioral.md`.
 * @param {URL} address
 */
export function fileName(address) {
  const last = address.pathname.split("/").at(-1) ?? "";
  return decoded(last).replace(/\.[^.]*$/, "");
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A whole number below 2^53, drawn at random. */
function randomSeed() {
  const [high, low] = crypto.getRandomValues(new Uint32Array(2));
  return (high >>> 11) * 2 ** 32 + low;
}
