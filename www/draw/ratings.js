// "How well did you know this?": five buttons, each with its word and its date.

/** @import {Action, CardScreen} from "../../pkg/greenroom.js" */

import { button, el, setText, unseen } from "../dom.js";
import { words } from "../strings.js";

/** @typedef {CardScreen["choices"][number]} Choice */

/** The five buttons; the one that is suggested says so. */
export class Ratings {
  #buttons;
  #suggestion = el("span", { class: "suggestion" });

  /**
   * @param {Choice[]} choices
   * @param {(action: Action) => void} act
   */
  constructor(choices, act) {
    this.#buttons = choices.map((choice) => ratingButton(choice, act));
    const legend = el("legend", { part: "legend" }, words.howWell, this.#suggestion);
    this.node = el("fieldset", { class: "ratings", part: "ratings" }, legend, el("div", { class: "row" }, ...this.#buttons));
  }

  /** @param {CardScreen["suggested"]} suggested */
  suggest(suggested) {
    setText(this.#suggestion, suggested ? ` ${words.suggested(suggested)}` : "");
    for (const [index, button] of this.#buttons.entries()) button.classList.toggle("suggested", index + 1 === suggested);
  }
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
