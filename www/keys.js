// Which key means what. Keys work while the focus is inside the widget, never
// while typing and never with a modifier.

/** @import {Action, Rating, View} from "../pkg/greenroom.js" */

/** Where a key has a meaning of its own that must not be taken away. */
const OWN_ACTIVATION = "button, summary, a, input, select, textarea, [contenteditable]";
const OPTION = "input:is([type=radio], [type=checkbox])";
const TYPING = `input:not(${OPTION}), select, textarea, [contenteditable]`;

/**
 * What a key asks for, if it fits what is on screen.
 * @param {KeyboardEvent} event
 * @param {View} view
 * @param {Action} reveal What showing the answer is now.
 * @param {boolean} canWrite Whether there is a field for an answer: then a sentence may well begin with an h.
 * @returns {Action | "keys" | null}
 */
export function commandOf(event, { screen, canUndo }, reveal, canWrite) {
  const target = innermostTarget(event);
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || target?.matches(TYPING)) return null;
  if (event.key === "?") return "keys";
  if (event.repeat) return null;
  if (event.key === "u") return canUndo ? "undo" : null;
  if (screen.kind === "drill") return !screen.answer && isReveal(event.key, target) ? reveal : null;
  if (screen.kind !== "card") return null;
  const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : 0;
  if (screen.complete) {
    if (digit && digit <= 5) return { rate: /** @type {Rating} */ (digit) };
    return screen.suggested && isReveal(event.key, target) ? { rate: screen.suggested } : null;
  }
  if (!screen.answer && digit) return digit <= (screen.options?.items.length ?? 0) ? { pick: digit - 1 } : null;
  if (!screen.answer && (event.key === "+" || (event.key === "h" && !canWrite))) return screen.help.next ? "help" : null;
  return isReveal(event.key, target) ? reveal : null;
}

/**
 * Whether a key that asks for nothing begins an answer: a letter or a digit, while nothing that it would press has the focus.
 * @param {KeyboardEvent} event
 */
export function beginsAnswer(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return false;
  return /^[\p{L}\p{N}$€£-]$/u.test(event.key) && !innermostTarget(event)?.matches(OWN_ACTIVATION);
}

/** Enter shows more, as it sends a form; space too where nothing has the focus that it would press. @param {string} key @param {Element | null} [target] */
function isReveal(key, target) {
  if (key === "Enter" && target?.matches(OPTION)) return true;
  return (key === " " || key === "Enter") && !target?.matches(OWN_ACTIVATION);
}

/** @param {Event} event */
function innermostTarget(event) {
  const [target] = event.composedPath();
  return target instanceof Element ? target : null;
}
