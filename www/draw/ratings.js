// "How well did you know this?": five buttons, each with its word and its date.

/** @import {Action, CardScreen} from "../../pkg/greenroom.js" */

import { button, el, unseen } from "../dom.js";
import { words } from "../strings.js";

/** @typedef {CardScreen["choices"][number]} Choice */

/**
 * @param {Choice[]} choices
 * @param {(action: Action) => void} act
 */
export function drawRatings(choices, act) {
  const legend = el("legend", { part: "legend" }, words.howWell);
  const buttons = choices.map((choice) => ratingButton(choice, act));
  return el("fieldset", { class: "ratings", part: "ratings" }, legend, el("div", { class: "row" }, ...buttons));
}

/** @param {Choice} choice @param {(action: Action) => void} act */
function ratingButton({ rating, comesBack }, act) {
  return button(
    { class: `rating r${rating}`, part: `button rating rating-${rating}`, "aria-keyshortcuts": rating },
    () => act({ rate: rating }),
    el("span", { class: "number" }, String(rating)),
    el("span", { class: "word" }, ` ${words.rating(rating)} `),
    el("span", { class: "when" }, unseen(words.beforeComesBack(comesBack)), words.comesBack(comesBack)),
  );
}
