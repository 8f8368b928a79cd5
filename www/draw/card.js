// A card: the prompt, the help opened so far, the answer, and what can be done.
// The prompt is drawn once and stays where it is; the rest opens below it.

/** @import {Action, CardScreen, Answer} from "../../pkg/greenroom.js" */
/** @import {Surroundings} from "../draw.js" */

import { button, el, setText } from "../dom.js";
import { blocks, inlines } from "../rich.js";
import { words } from "../strings.js";
import { drawAnswer } from "./answer.js";
import { drawRatings } from "./ratings.js";
import { drawRung } from "./help.js";

export class CardDrawing {
  /** @type {CardScreen | null} What is drawn now. */
  #drawn = null;
  #card;
  #surroundings;
  #help = el("div", { class: "help" });
  #answer = el("div", { class: "answer-place" });
  #why = el("span", { class: "why", lang: "en", dir: "ltr" });
  #actions = el("div", { class: "actions", part: "actions" });

  /**
   * @param {CardScreen} screen
   * @param {Surroundings} surroundings
   */
  constructor(screen, surroundings) {
    this.#card = screen.card;
    this.#surroundings = surroundings;
    this.heading = this.#promptHeading();
    const card = el("article", { class: "card", part: "card", lang: surroundings.language, dir: "auto" }, this.#topic(), this.heading, this.#quote(), this.#help, this.#answer);
    this.node = el("div", { class: "screen" }, card, this.#actions);
    this.update(screen);
  }

  /**
   * Whether this drawing can show `screen` without drawing the prompt again.
   * @param {CardScreen} screen
   */
  shows(screen) {
    return screen.card.id === this.#card.id;
  }

  /** @param {CardScreen} screen */
  update(screen) {
    setText(this.#why, words.why(screen.why));
    this.#updateHelp(screen);
    if (isOther(this.#drawn?.answer, screen.answer)) this.#updateAnswer(screen);
    if (actionsOf(this.#drawn) !== actionsOf(screen)) this.#updateActions(screen);
    this.#drawn = screen;
  }

  /** The heading of the answer, when it is shown. */
  get answerHeading() {
    return /** @type {HTMLElement | null} */ (this.#answer.querySelector("h3"));
  }

  /** The heading of the rung opened last. */
  get rungHeading() {
    return /** @type {HTMLElement | null} */ (this.#help.lastElementChild?.querySelector("h3") ?? null);
  }

  #promptHeading() {
    return el("h2", { class: "prompt", part: "prompt", tabindex: -1 }, ...inlines(this.#card.prompt, this.#surroundings.base));
  }

  #topic() {
    return el("p", { class: "topic", part: "topic" }, this.#card.topic && el("span", {}, this.#card.topic), this.#why);
  }

  #quote() {
    const { quote } = this.#card;
    return quote.length > 0 && el("blockquote", { class: "quote rich", part: "quote" }, ...blocks(quote, this.#surroundings.base));
  }

  /** Rungs only ever open one after the other: those already drawn stay. @param {CardScreen} screen */
  #updateHelp({ help }) {
    const drawn = this.#drawn?.help.open.length ?? 0;
    if (help.open.length < drawn) this.#help.replaceChildren();
    const missing = help.open.slice(this.#help.childElementCount);
    this.#help.append(...missing.map((rung) => drawRung(rung, this.#surroundings.base)));
  }

  /** @param {CardScreen} screen */
  #updateAnswer({ answer, help }) {
    const helped = help.open.some((rung) => rung.kind === "mnemonic");
    this.#answer.replaceChildren(...(answer ? [drawAnswer(answer, helped, this.#surroundings.base)] : []));
  }

  /** @param {CardScreen} screen */
  #updateActions(screen) {
    const { act } = this.#surroundings;
    this.#actions.replaceChildren(...(screen.answer ? [drawRatings(screen.choices, act)] : askedButtons(screen, act)));
  }
}

/**
 * @param {CardScreen} screen
 * @param {(action: Action) => void} act
 */
function askedButtons({ help }, act) {
  const show = button({ class: "primary", part: "button primary reveal" }, () => act("reveal"), words.showAnswer);
  if (!help.next) return [show];
  const left = el("span", { class: "soft" }, ` ${words.helpLeft(help.left)}`);
  const more = button({ class: "secondary", part: "button help", "aria-keyshortcuts": "h" }, () => act("help"), words.rung(help.next), left);
  return [more, show];
}

/**
 * What the actions depend on, to tell whether they must be drawn again.
 * @param {CardScreen | null} screen
 */
function actionsOf(screen) {
  return screen && JSON.stringify(screen.answer ? screen.choices : [screen.help.next, screen.help.left]);
}

/**
 * @param {Answer | null | undefined} drawn
 * @param {Answer | null} answer
 */
function isOther(drawn, answer) {
  return Boolean(drawn) !== Boolean(answer);
}
