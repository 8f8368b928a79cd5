// A card: the prompt, the help opened so far, what can be picked, the answer, and
// what can be done. The prompt stays where it is; the rest opens below it.

/** @import {Action, CardScreen} from "../../pkg/greenroom.js" */
/** @import {Surroundings} from "../draw.js" */

import { button, el, present, setText } from "../dom.js";
import { blocks, inlines } from "../rich.js";
import { words } from "../strings.js";
import { AnswerDrawing } from "./answer.js";
import { Attempt } from "./attempt.js";
import { drawRung } from "./help.js";
import { drawOptions, drawVerdicts } from "./options.js";
import { Ratings } from "./ratings.js";
import { StartOver } from "./start-over.js";
import { drawNext } from "./steps.js";

export class CardDrawing {
  /** @type {CardScreen | null} What is drawn now. */
  #drawn = null;
  #surroundings;
  #quote = el("blockquote", { class: "quote rich", part: "quote" });
  #help = el("div", { class: "help" });
  #options = el("div", { class: "options-place" });
  #answer = el("div", { class: "answer-place" });
  #next = el("div", { class: "next-place" });
  #why = el("summary");
  #worth = el("p");
  #reason = el("details", { class: "why", lang: "en", dir: "ltr" }, this.#why, this.#worth);
  #plainWhy = el("span", { class: "why", lang: "en", dir: "ltr" });
  #actions = el("div", { class: "actions", part: "actions" });
  #startOver;
  #reveal;
  /** Where the learner answers. */
  attempt;
  /** @type {AnswerDrawing | null} */
  #told = null;
  /** @type {Ratings | null} */
  #ratings = null;

  /**
   * @param {CardScreen} screen
   * @param {Surroundings} surroundings
   */
  constructor(screen, surroundings) {
    this.#surroundings = surroundings;
    this.#reveal = button({ class: "primary", part: "button primary reveal" }, () => surroundings.act(this.attempt.reveal));
    this.attempt = new Attempt(surroundings, () => this.#nameReveal());
    this.#startOver = new StartOver(surroundings.act);
    this.heading = el("h2", { class: "prompt", part: "prompt", tabindex: -1 });
    const { topic } = screen.card;
    const card = el(
      "article",
      { class: "card", part: "card", lang: surroundings.language, dir: "auto" },
      el("div", { class: "topic", part: "topic" }, topic && el("span", {}, topic), this.#reason, this.#plainWhy),
      this.heading,
      screen.card.quote.length > 0 && this.#quote,
      this.#help,
      this.#options,
      this.#answer,
      this.#next,
      this.attempt.node,
      this.#startOver.node,
    );
    this.node = el("div", { class: "screen" }, card, this.#actions);
    this.update(screen);
  }

  /**
   * Whether this drawing can show `screen` without drawing the prompt again.
   * @param {CardScreen} screen
   */
  shows(screen) {
    return screen.card.id === this.#drawn?.card.id;
  }

  /** @param {CardScreen} screen */
  update(screen) {
    const { base } = this.#surroundings;
    this.#updateWhy(screen);
    if (this.#isOther(screen, ({ card }) => card)) {
      this.heading.replaceChildren(...inlines(screen.card.prompt, base));
      this.#quote.replaceChildren(...blocks(screen.card.quote, base));
    }
    this.#updateHelp(screen);
    this.#updateOptions(screen);
    this.#updateAnswer(screen);
    if (this.#isOther(screen, ({ next }) => next)) this.#next.replaceChildren(...present([screen.next && drawNext(screen.next, base)]));
    this.#updateAttempt(screen);
    this.#startOver.update(screen);
    this.#updateActions(screen);
    this.#drawn = screen;
    this.#nameReveal();
  }

  /** The heading of what was revealed last, where there is one. */
  get revealedHeading() {
    return this.#told?.heading ?? query(this.#options, "h3") ?? this.heading;
  }

  /** What was said of the answer shown last. */
  get told() {
    return this.#told?.told ?? null;
  }

  /** The heading of the rung opened last. */
  get rungHeading() {
    return query(this.#help, ".rung:last-child h3");
  }

  /** The words that fill the gap of the prompt. */
  get gapWords() {
    return query(this.node, ".filled")?.textContent;
  }

  /** One of the options, while they can be picked. @param {number} index */
  option(index) {
    return this.#inputs[index];
  }

  get #inputs() {
    return this.#options.querySelectorAll("input");
  }

  /**
   * Whether a part of the screen is not drawn as it is.
   * @param {CardScreen} screen
   * @param {(screen: CardScreen) => unknown} part
   */
  #isOther(screen, part) {
    return !this.#drawn || JSON.stringify(part(screen)) !== JSON.stringify(part(this.#drawn));
  }

  /** Why it is asked, and what that is worth for whoever wants to know. @param {CardScreen} screen */
  #updateWhy({ why, card, worth }) {
    const text = words.whyAndTask(why, card.task);
    this.#reason.hidden = worth === null;
    this.#plainWhy.hidden = worth !== null;
    setText(worth ? this.#why : this.#plainWhy, text);
    if (worth) setText(this.#worth, words.worth(worth));
  }

  /** Rungs only ever open one after the other: those already drawn stay. @param {CardScreen} screen */
  #updateHelp({ help }) {
    const drawn = this.#drawn?.help.open.length ?? 0;
    if (help.open.length < drawn) this.#help.replaceChildren();
    const missing = help.open.slice(this.#help.childElementCount);
    this.#help.append(...missing.map((rung) => drawRung(rung, this.#surroundings.base)));
  }

  /** What has the focus keeps it: before the answer, only what is picked changes. @param {CardScreen} screen */
  #updateOptions({ options, answer }) {
    if (!options) return;
    const { act, base } = this.#surroundings;
    if (answer) {
      if (!this.#drawn?.answer) this.#options.replaceChildren(drawVerdicts(options, base));
      return;
    }
    if (this.#inputs.length !== options.items.length) this.#options.replaceChildren(drawOptions(options, act, base));
    for (const [index, input] of this.#inputs.entries()) input.checked = Boolean(options.items[index]?.picked);
  }

  /** A new step is a new place to answer. @param {CardScreen} screen */
  #updateAttempt({ attempt, sure, answer, options, complete, said }) {
    if (this.#drawn && said.length !== this.#drawn.said.length) this.attempt.clear();
    this.attempt.update(attempt, sure, !complete, !answer && (attempt !== null || options !== null));
  }

  /** @param {CardScreen} screen */
  #updateAnswer(screen) {
    const { answer, options, help } = screen;
    if (!answer || answer.stages.length < (this.#drawn?.answer?.stages.length ?? 0)) this.#told = null;
    if (answer && !this.#told) {
      const right = options?.items.find((item) => item.right);
      const headline = JSON.stringify(right?.content) === JSON.stringify(answer.headline);
      const mnemonic = help.open.some((rung) => rung.kind === "mnemonic");
      this.#told = new AnswerDrawing({ options: Boolean(options), headline, mnemonic }, this.#surroundings.act, this.#surroundings.base);
      this.#answer.replaceChildren(this.#told.node);
    }
    if (answer) this.#told?.update({ ...screen, answer });
    else this.#answer.replaceChildren();
  }

  /** The button that shows more stays the same through all that it shows. @param {CardScreen} screen */
  #updateActions(screen) {
    const { act } = this.#surroundings;
    if (this.#isOther(screen, ({ complete, choices, answer, help }) => (complete ? choices : [answer !== null, help.next, help.left]))) {
      this.#ratings = screen.complete ? new Ratings(screen.choices, act) : null;
      this.#actions.replaceChildren(...present(this.#ratings ? [this.#ratings.node] : [helpButton(screen, act), this.#reveal]));
    }
    this.#ratings?.suggest(screen.suggested);
  }

  #nameReveal() {
    if (this.#drawn) setText(this.#reveal, revealWords(this.#drawn, this.attempt.reveal));
  }
}

/** @param {CardScreen} screen @param {Action} reveal */
function revealWords({ next, options }, reveal) {
  if (reveal === "aloud") return words.saidAloud;
  if (typeof reveal === "object" || options?.items.some((item) => item.picked)) return words.check;
  return next ? words.showStep(next.number) : words.showAnswer;
}

/**
 * @param {CardScreen} screen
 * @param {Surroundings["act"]} act
 */
function helpButton({ help, answer }, act) {
  if (!help.next || answer) return null;
  const left = el("span", { class: "soft" }, ` ${words.helpLeft(help.left)}`);
  return button({ class: "secondary", part: "button help", "aria-keyshortcuts": "h" }, () => act("help"), words.rung(help.next), left);
}

/** @param {HTMLElement} within @param {string} selector @returns {HTMLElement | null} */
function query(within, selector) {
  return within.querySelector(selector);
}
