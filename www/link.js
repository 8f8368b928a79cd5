// What the page's fragment asks for: a deck, and how to practice it.

/** @import {SessionOptions} from "../pkg/greenroom.js" */

import { words } from "./greenroom.js";

/** How the cards of a link are practiced. @typedef {Pick<SessionOptions, "topic" | "mode" | "count" | "draw">} Choices */

/**
 * One of `address`, `text` and `kept` is not empty.
 * @typedef {object} Link
 * @property {string} address Where the deck is, as the link has it.
 * @property {string} text The deck itself, packed.
 * @property {string} kept Which of the decks kept in this browser.
 * @property {Choices} choices
 * @property {string[]} faults What of the link cannot be used, in sentences.
 */

const MODES = /** @type {const} */ (["due", "free", "choice"]);

/**
 * @param {string} fragment With or without its `#`.
 * @returns {Link | null} Null where no deck is asked for.
 */
export function readLink(fragment) {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ""));
  const get = (/** @type {string} */ name) => parameters.get(name)?.trim() ?? "";
  const [address, text, kept] = [get("deck"), get("d"), get("kept")];
  if (!address && !text && !kept) return null;
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

/** @param {string} text */
function wholeNumber(text) {
  const number = /^\d+$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(number) ? number : undefined;
}
