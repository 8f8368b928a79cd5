// The widget's own words inside a card, which may be in any language.

import { el } from "../dom.js";

/** Keeps its order and its punctuation where the deck is read from right to left. @param {string} text */
export function said(text) {
  return el("bdi", { lang: "en", dir: "ltr" }, text);
}
