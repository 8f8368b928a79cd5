// What is said above the text, one line for each thing, with what can be done about it.

import { button, el } from "../greenroom.js";
import { words } from "./strings.js";

export class Notices {
  #place;
  /** @type {Map<string, HTMLElement>} */
  #shown = new Map();

  /** @param {HTMLElement} place */
  constructor(place) {
    this.#place = place;
  }

  /**
   * Shows a notice, in place of the one before about the same.
   * @param {string} about
   * @param {string} text
   * @param {[label: string, press: () => void][]} [actions] The notice goes with any of them.
   * @param {HTMLElement | null} [more] Shown below the text.
   * @param {boolean} [isLasting] Whether it stays until it is no longer so.
   */
  show(about, text, actions = [], more = null, isLasting = false) {
    const leave = (/** @type {() => void} */ press) => () => {
      this.hide(about);
      press();
    };
    const buttons = actions.map(([label, press]) => button({ class: "text-button" }, leave(press), label));
    const close = isLasting ? null : button({ class: "text-button close", "aria-label": words.close }, leave(() => {}), "×");
    const node = el("div", { class: "notice" }, el("div", { class: "notice-text" }, el("p", {}, text), more), el("div", { class: "notice-ways" }, ...buttons, close));
    const before = this.#shown.get(about);
    if (before) before.replaceWith(node);
    else this.#place.append(node);
    this.#shown.set(about, node);
  }

  /** Takes back what a notice offers to do; one that lists nothing goes. @param {string} about */
  settle(about) {
    const node = this.#shown.get(about);
    if (!node?.querySelector("details")) return this.hide(about);
    for (const way of node.querySelectorAll(".notice-ways > :not(.close)")) way.remove();
  }

  /** @param {string} about */
  hide(about) {
    this.#shown.get(about)?.remove();
    this.#shown.delete(about);
  }
}
