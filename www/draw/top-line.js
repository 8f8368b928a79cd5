// The slim line above a card: the deck, what is left today, whether all is safely stored, undo, the plan, keys.

/** @import {View} from "../../pkg/greenroom.js" */

import { button, el, setText } from "../dom.js";
import { words } from "../strings.js";

export class TopLine {
  #title = el("p", { class: "title", part: "title", dir: "auto" });
  #left = el("p", { class: "left", part: "left" });
  #saved = el("p", { class: "saved away", part: "saved", title: words.savedMeans }, words.saved);
  #undo;
  #keys;

  /** @param {{ undo: () => void, showKeys: () => void, showPlan: (() => void) | null }} does */
  constructor({ undo, showKeys, showPlan }) {
    const plan = showPlan && button({ class: "quiet to-plan", part: "button plan", title: words.plan, "aria-label": words.plan }, showPlan);
    this.#undo = button({ class: "quiet undo", part: "button undo", title: words.undoLast, "aria-keyshortcuts": "u" }, undo, words.undo);
    this.#keys = button({ class: "quiet keys", part: "button keys", title: words.keys, "aria-label": words.keys }, showKeys, "?");
    this.node = el("div", { class: "top", part: "top" }, this.#title, this.#left, this.#saved, this.#undo, plan, this.#keys);
  }

  /** @param {View} view */
  update({ deck, left, plan, canUndo, durable }) {
    setText(this.#title, deck.title);
    this.#title.lang = deck.language;
    setText(this.#left, plan ? words.planLeft(plan) : words.left(left));
    this.#saved.classList.toggle("away", !durable);
    this.#undo.classList.toggle("away", !canUndo);
  }
}
