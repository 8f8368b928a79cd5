// The looks, as sheets to adopt: they work under a strict style-src, where a
// style element would not. Made once for each document, when first needed.

import { ANSWER } from "./styles/answer.js";
import { ATTEMPT } from "./styles/attempt.js";
import { CARD } from "./styles/card.js";
import { CONTROLS } from "./styles/controls.js";
import { FRAME } from "./styles/frame.js";
import { RATINGS } from "./styles/ratings.js";
import { RICH } from "./styles/rich.js";
import { STANDING } from "./styles/standing.js";
import { TOKENS } from "./styles/tokens.js";

/** @type {Map<string, CSSStyleSheet>} */
const made = new Map();

/** What the element wears. */
export function widgetStyles() {
  return [TOKENS, FRAME, CONTROLS, RICH, CARD, ANSWER, RATINGS, STANDING, ATTEMPT].map(sheet);
}

/** What a page wears that draws standings and rich text itself. */
export function pageStyles() {
  return [TOKENS, RICH, STANDING].map(sheet);
}

/** @param {string} css */
function sheet(css) {
  const known = made.get(css);
  if (known) return known;
  const fresh = new CSSStyleSheet();
  fresh.replaceSync(css);
  made.set(css, fresh);
  return fresh;
}
