// Beginning a card anew, in a quiet place below its answer.

/** @import {Action, CardScreen} from "../../pkg/greenroom.js" */

import { button, el } from "../dom.js";
import { words } from "../strings.js";

export class StartOver {
  /** @param {(action: Action) => void} act */
  constructor(act) {
    const start = button({ class: "secondary", part: "button" }, () => act({ reset: "card" }), words.startOver);
    this.node = el("details", { class: "start-over", part: "fold", lang: "en", hidden: true }, el("summary", {}, words.startCardOver), el("p", { class: "soft" }, words.startOverMeans), start);
  }

  /** There is nothing to begin anew before a card was rated. @param {CardScreen} screen */
  update({ complete, readiness }) {
    this.node.hidden = !complete || readiness === null;
    if (this.node.hidden) this.node.open = false;
  }
}
