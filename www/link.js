// What the page's fragment asks for: a deck, and how to practice it.

/** @import {SessionOptions} from "../pkg/greenroom.js" */

import { words } from "./greenroom.js";

/** How the cards of a link are practiced. @typedef {Pick<SessionOptions, "topic" | "mode" | "count" | "draw">} Choices */

/**
 * At most one of `address`, `text` and `kept` is used; a link that was cut off has none.
 * @typedef {object} Link
 * @property {string} address Where the deck is, as the link has it.
 * @property {string} text The deck itself, packed.
 * @property {string} kept Which of the decks kept in this browser.
 * @property {Choices} choices
 * @property {string[]} faults What of the link cannot be used, in sentences.
 */

/** Where a deck may come from. */
const WAYS = ["deck", "d", "kept"];
const MODES = /** @type {const} */ (["due", "free", "choice"]);

/**
 * @param {string} fragment With or without its `#`.
 * @returns {Link | null} Null where no deck is asked for.
 */
export function readLink(fragment) {
  const parameters = new URLSearchParams(readable(fragment.replace(/^#/, "")));
  const get = (/** @type {string} */ name) => parameters.get(name)?.trim() ?? "";
  const [address, text, kept] = [get("deck"), get("d"), get("kept")];
  if (!WAYS.some((name) => parameters.has(name))) return null;
  const faults = /** @type {string[]} */ ([]);
  /** @type {<Value>(name: string, read: (text: string) => Value | undefined) => Value | undefined} */
  const choice = (name, read) => {
    const found = get(name);
    if (!found) return undefined;
    const value = read(found);
    if (value === undefined) faults.push(words.badParameter(name, found));
    return value;
  };
  const choices = {
    topic: get("topic") || undefined,
    mode: choice("mode", (found) => MODES.find((mode) => mode === found)),
    count: choice("count", (found) => wholeNumber(found) || undefined),
    draw: choice("seed", wholeNumber),
  };
  return { address, text, kept, choices, faults };
}

/** Some mail programs encode the whole fragment, its `=` too. @param {string} fragment */
export function readable(fragment) {
  if (fragment.includes("=") || !/%3D/i.test(fragment)) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** @param {string} text */
function wholeNumber(text) {
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}
