// Beginning a card anew, in a quiet place below its answer.

/** @import {Action, CardScreen} from "../../pkg/greenroom.js" */

import { button, el } from "../dom.js";
import { words } from "../strings.js";

export class StartOver {
  node = el("div", { lang: "en" });
  #act;

  /** @param {(action: Action) => void} act */
  constructor(act) {
    this.#act = act;
  }

  /** There is nothing to begin anew before a card was rated. @param {CardScreen} screen */
  update({ complete, readiness }) {
    const isOffered = complete && readiness !== null;
    if (isOffered === this.node.hasChildNodes()) return;
    this.node.replaceChildren(...(isOffered ? [this.#fold()] : []));
  }

  #fold() {
    const start = button({ class: "secondary", part: "button" }, () => this.#act({ reset: "card" }), words.startOver);
    return el("details", { class: "start-over", part: "fold" }, el("summary", {}, words.startCardOver), el("p", { class: "soft" }, words.startOverMeans), start);
  }
}
