// A key point that was left out again and again, asked on its own.

/** @import {DrillScreen} from "../../pkg/greenroom.js" */
/** @import {Surroundings} from "../draw.js" */

import { button, el, present, setText } from "../dom.js";
import { blocks, inlines } from "../rich.js";
import { words } from "../strings.js";
import { Attempt } from "./attempt.js";
import { drawTold } from "./told.js";

export class DrillDrawing {
  #surroundings;
  /** Where the learner answers. */
  attempt;
  #reveal;
  #answer = el("div", { class: "answer-place" });
  #actions = el("div", { class: "actions", part: "actions" });
  /** @type {DrillScreen | null} */
  #drawn = null;

  /** @param {DrillScreen} screen @param {Surroundings} surroundings */
  constructor(screen, surroundings) {
    const { base, language, act } = surroundings;
    this.#surroundings = surroundings;
    this.attempt = new Attempt(surroundings, () => this.#nameReveal());
    this.#reveal = button({ class: "primary", part: "button primary reveal" }, () => act(this.attempt.reveal));
    const name = screen.title ? [el("em", {}, ...inlines(screen.title, base))] : null;
    this.heading = el("h2", { class: "prompt", part: "prompt", tabindex: -1 }, ...words.drill(name));
    const others = screen.others.map((title) => el("li", {}, ...inlines(title, base)));
    const card = el(
      "article",
      { class: "card", part: "card", lang: language, dir: "auto" },
      el("p", { class: "topic", part: "topic" }, screen.card.topic && el("span", {}, screen.card.topic), el("span", { class: "why", lang: "en", dir: "ltr" }, words.drillWhy(screen.missed))),
      this.heading,
      el("blockquote", { class: "quote rich", part: "quote" }, el("p", {}, ...inlines(screen.card.prompt, base)), screen.step && el("p", { class: "soft" }, ...inlines(screen.step, base))),
      others.length > 0 && el("div", { class: "box rich others" }, el("p", { class: "label", lang: "en" }, words.otherPoints), el("ul", {}, ...others)),
      this.#answer,
      this.attempt.node,
    );
    this.node = el("div", { class: "screen" }, card, this.#actions);
    this.update(screen);
  }

  /** @param {DrillScreen} screen */
  shows({ card, title, others }) {
    const [before] = [this.#drawn];
    return before !== null && card.id === before.card.id && JSON.stringify([title, others]) === JSON.stringify([before.title, before.others]);
  }

  /** @param {DrillScreen} screen */
  update(screen) {
    const isShown = screen.answer !== null;
    this.attempt.update("text", null, !isShown, false);
    if (!this.#drawn || isShown !== (this.#drawn.answer !== null)) {
      this.#answer.replaceChildren(...present([this.#drawAnswer(screen)]));
      this.#actions.replaceChildren(...(isShown ? this.#verdicts(screen) : [this.#reveal]));
    }
    this.#drawn = screen;
    this.#nameReveal();
  }

  /** @returns {HTMLElement} */
  get revealedHeading() {
    return this.#answer.querySelector("h3") ?? this.heading;
  }

  /** @param {DrillScreen} screen */
  #drawAnswer({ answer, said }) {
    if (!answer) return null;
    const { base } = this.#surroundings;
    const point = said?.points[0];
    return el(
      "section",
      { class: "answer", part: "answer" },
      said && drawTold(said, [], base),
      el("h3", { class: "label answer-label", tabindex: -1, lang: "en" }, words.answer),
      el("p", { class: "point-title" }, ...inlines(answer.title, base)),
      answer.detail.length > 0 && el("div", { class: "rich" }, ...blocks(answer.detail, base)),
      point && point.found !== "unscored" && el("p", { class: "soft", lang: "en" }, words.finding(point)),
    );
  }

  /** The likelier of the two is the main one. @param {DrillScreen} screen */
  #verdicts({ said }) {
    const wasFound = said?.points[0]?.found === "found";
    const { act } = this.#surroundings;
    const choice = (/** @type {boolean} */ recalled) =>
      button({ class: wasFound === recalled ? "primary" : "secondary", part: "button" }, () => act({ recalled }), recalled ? words.recalled : words.notRecalled);
    return [choice(false), choice(true)];
  }

  #nameReveal() {
    const { reveal } = this.attempt;
    setText(this.#reveal, reveal === "aloud" ? words.saidAloud : typeof reveal === "object" ? words.check : words.showAnswer);
  }
}
