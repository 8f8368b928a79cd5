// The slim line above a card: the deck, what is left today, the plan, undo, keys.

/** @import {View} from "../../pkg/greenroom.js" */

import { button, el, setText } from "../dom.js";
import { words } from "../strings.js";
import { svg } from "../svg.js";

export class TopLine {
  #title = el("p", { class: "title", part: "title", dir: "auto" });
  #left = el("p", { class: "left", part: "left" });
  #undo;
  #keys;

  /** @param {{ undo: () => void, showKeys: () => void, showPlan: (() => void) | null }} does */
  constructor({ undo, showKeys, showPlan }) {
    const plan =
      showPlan && button({ class: "quiet to-plan", part: "button plan", title: words.plan, "aria-label": words.plan }, showPlan, calendarSheet());
    this.#undo = button({ class: "quiet undo", part: "button undo", title: words.undoLast, "aria-keyshortcuts": "u" }, undo, words.undo);
    this.#keys = button({ class: "quiet keys", part: "button keys", title: words.keys, "aria-label": words.keys }, showKeys, "?");
    this.node = el("div", { class: "top", part: "top" }, this.#title, this.#left, this.#undo, plan, this.#keys);
  }

  /** @param {View} view */
  update({ deck, left, plan, canUndo }) {
    setText(this.#title, deck.title);
    this.#title.lang = deck.language;
    setText(this.#left, plan ? words.planLeft(plan) : words.left(left));
    this.#undo.classList.toggle("away", !canUndo);
  }
}

/** A sheet of a calendar, drawn with lines. */
function calendarSheet() {
  const path = "M3.5 5.5h13v11h-13zM3.5 9h13M7 3v4M13 3v4M10 11.5v2.5M8.75 12.75h2.5";
  return svg("svg", { viewBox: "0 0 20 20", class: "icon", "aria-hidden": "true" }, svg("path", { d: path }));
}
