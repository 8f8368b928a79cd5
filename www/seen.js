// Tells, beside an answer, what has changed in its card since it was last seen. Loaded behind the first answer.

/** @import {Change} from "../pkg/carrier.js" */
/** @import {SeenCard} from "../pkg/greenroom.js" */

import { el, unseen } from "./dom.js";
import { words } from "./seen/strings.js";
import { exchange } from "./seen/texts.js";

/** So many words of a stretch that stayed the same are shown at each of its ends. */
const AROUND = 10;

/** What was found on this page, by card: undo shows an answer once more. @type {Map<string, Change[]>} */
const found = new Map();

const LOOKS = new CSSStyleSheet();
LOOKS.replaceSync(/* css */ `
.changes.fold { padding-inline: 1em; border: 0; border-radius: var(--_radius-small); background: var(--_shade); font-size: .925em; }
.changes > .changed-text { white-space: pre-line; padding-block-end: 1em; }
.changes del { color: var(--_soft); text-decoration-thickness: 1px; }
.changes ins { background: none; color: inherit; text-decoration: underline; text-decoration-color: var(--_accent); text-underline-offset: .15em; }
`);

/**
 * Notes that the answer is seen, and shows what changed.
 * @param {SeenCard} card
 * @param {string} deck Whose deck it is, and which.
 * @param {() => ShadowRoot | null} place Where the answer is on the screen, as long as it is.
 */
export async function noteSeen({ id, was, text }, deck, place) {
  const keys = [id, ...was].map((id) => `${deck} ${id}`);
  const key = keys[0] ?? "";
  const before = await exchange(keys, text);
  if (before !== null && before !== text) found.set(key, await compare(before, text));
  const changes = found.get(key);
  const root = place();
  const answer = root?.querySelector(".answer");
  if (!changes || !root || !answer || answer.querySelector(".changes")) return;
  if (!root.adoptedStyleSheets.includes(LOOKS)) root.adoptedStyleSheets.push(LOOKS);
  const note = draw(changes);
  const label = answer.querySelector(":scope > .answer-label");
  if (label) label.after(note);
  else answer.prepend(note);
}

/** @param {string} before @param {string} after @returns {Promise<Change[]>} None where the texts are too long. */
async function compare(before, after) {
  const { startCarrier } = await import("./carrier-engine.js");
  return (await startCarrier()).compareTexts(before, after) ?? [];
}

/** @param {Change[]} changes */
function draw(changes) {
  const text = el("p", { class: "changed-text" }, ...(changes.length > 0 ? changes.map(piece) : [words.long]));
  return el("details", { class: "fold changes", part: "fold", lang: "en" }, el("summary", {}, words.changed), text);
}

/** @param {Change} change @param {number} index @param {Change[]} all */
function piece({ kind, text }, index, all) {
  if (kind === "same") return shortened(text, index === 0, index === all.length - 1);
  const ends = text.trimEnd();
  const node = kind === "removed" ? el("del", {}, unseen(words.removed), ends) : el("ins", {}, unseen(words.added), ends);
  return el("span", {}, node, text.slice(ends.length) || " ");
}

/** @param {string} text @param {boolean} isFirst @param {boolean} isLast */
function shortened(text, isFirst, isLast) {
  const parts = text.split(/(?<=\s)(?=\S)/);
  if (parts.length <= 2 * AROUND) return text;
  const head = isFirst ? "" : parts.slice(0, AROUND).join("");
  const tail = isLast ? "" : parts.slice(-AROUND).join("");
  return `${head}${head && "… "}${tail && (head ? "" : "… ")}${tail}`;
}
