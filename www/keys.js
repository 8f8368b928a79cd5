// Which key means what. Keys work while the focus is inside the widget, never
// while typing and never with a modifier.

/** @import {Action, Rating, View} from "../pkg/greenroom.js" */

/** Where a key has a meaning of its own that must not be taken away. */
const OWN_ACTIVATION = "button, summary, a, input, select, textarea, [contenteditable]";
const TYPING = "input, select, textarea, [contenteditable]";

/**
 * What a key asks for, if it fits what is on screen.
 * @param {KeyboardEvent} event
 * @param {View} view
 * @returns {Action | "keys" | null}
 */
export function commandOf(event, { screen, canUndo }) {
  const target = innermostTarget(event);
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || target?.matches(TYPING)) return null;
  if (event.key === "?") return "keys";
  if (event.repeat) return null;
  if (event.key === "u") return canUndo ? "undo" : null;
  if (screen.kind !== "card") return null;
  if (screen.answer) return /^[1-5]$/.test(event.key) ? { rate: /** @type {Rating} */ (Number(event.key)) } : null;
  if (event.key === "h") return screen.help.next ? "help" : null;
  return isReveal(event.key) && !target?.matches(OWN_ACTIVATION) ? "reveal" : null;
}

/** @param {string} key */
function isReveal(key) {
  return key === " " || key === "Enter";
}

/** @param {Event} event */
function innermostTarget(event) {
  const [target] = event.composedPath();
  return target instanceof Element ? target : null;
}
