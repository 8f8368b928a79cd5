// View -> DOM. The frame stays; the screen within it is drawn anew only when it
// is another one. Nothing here decides anything: it draws what it is told.

/** @import {Action, ComesBack, Rating, View} from "../pkg/greenroom.js" */
/** @import {Problems} from "./draw/issues.js" */

import { button, el, present, setText } from "./dom.js";
import { CardDrawing } from "./draw/card.js";
import { DrillDrawing } from "./draw/drill.js";
import { drawIssues } from "./draw/issues.js";
import { drawKeysDialog } from "./draw/keys-dialog.js";
import { drawPause } from "./draw/pause.js";
import { TopLine } from "./draw/top-line.js";
import { beginsAnswer, commandOf } from "./keys.js";
import { words } from "./strings.js";

/**
 * What a drawing needs beside the view.
 * @typedef {{ act: (action: Action) => void, saveBackup: () => void, showPlan: (() => void) | null, showMemory: () => Promise<void>, base: URL, language: string }} Surroundings
 */

/**
 * The whole widget:
 *
 *     root                group named after the deck
 *       top               title, what is left, Undo, the plan, ?
 *       notice            only when ratings are not kept, or after a fault
 *       place             the screen: a card, a checkpoint, rest
 *       status            for screen readers
 *       issues            for the deck's author
 *       dialog            the list of keys; the plan while it is open
 */
export class Drawing {
  #surroundings;
  /** @type {View | null} */
  #view = null;
  /** @type {CardDrawing | DrillDrawing | import("./draw/pause.js").Pause | null} */
  #screen = null;
  #notice = el("p", { class: "notice", part: "notice", hidden: true });
  #noticed = el("span", { role: "status" });
  /** Whether it is known if the mirror takes what is rated. */
  isMirrorTried = false;
  #toBackup = button({ part: "button" }, () => this.#surroundings.saveBackup(), words.saveBackup);
  #place = el("div", { class: "place" });
  #status = el("p", { class: "unseen", role: "status" });
  #keys = drawKeysDialog();
  /** Whether the action before began a card anew, and whether this one takes that back. */
  #wasReset = false;
  #tookReset = false;
  #top;

  /**
   * @param {Surroundings} surroundings
   * @param {Problems} problems
   */
  constructor(surroundings, problems) {
    this.#surroundings = surroundings;
    this.#top = new TopLine({ undo: () => surroundings.act("undo"), showKeys: () => this.#keys.showModal(), showPlan: surroundings.showPlan });
    this.#notice.append(this.#noticed, " ", this.#toBackup);
    const parts = [this.#top.node, this.#notice, this.#place, this.#status, drawIssues(problems), this.#keys];
    this.root = el("div", { class: "root", part: "widget", role: "group", tabindex: -1, lang: "en", dir: "ltr" }, ...present(parts));
    this.root.addEventListener("keydown", this);
  }

  /** @param {View} view */
  draw(view) {
    const hadFocus = this.#hasFocus;
    this.root.setAttribute("aria-label", words.practice(view.deck.title));
    this.#top.update(view);
    this.#drawNotice(view);
    this.#drawScreen(view);
    this.#view = view;
    if (hadFocus && !this.#hasFocus) this.focus();
  }

  /** Says that practice cannot go on. @param {string} [why] */
  drawFault(why = words.fault) {
    // Whatever is drawn next is drawn anew.
    this.#screen = this.#view = null;
    this.sayOnce(why);
    this.#place.replaceChildren();
  }

  /** Says something that passes. @param {string} text */
  sayOnce(text) {
    this.#notice.hidden = false;
    setText(this.#noticed, text);
  }

  /** Takes the focus to the prompt. */
  focus() {
    this.#screen?.heading.focus({ preventScroll: true });
  }

  /**
   * After an action: the focus goes to what is new, and the facts are said.
   * @param {Action} action
   * @param {View} before
   */
  follow(action, before) {
    this.#tookReset = this.#wasReset && action === "undo";
    this.#wasReset = isObject(action, "reset");
    this.#announce(this.#announcement(action, before));
    const heading = this.#headingAfter(action);
    heading?.focus({ preventScroll: true });
    // What is taller than the window begins at its top.
    const isAbove = heading && heading.getBoundingClientRect().top < 0;
    heading?.scrollIntoView({ block: isAbove ? "start" : "nearest" });
  }

  /** The same words twice are two announcements. @param {string} text */
  #announce(text) {
    const isSaid = text !== "" && this.#status.textContent === text;
    setText(this.#status, isSaid ? `${text}\u00a0` : text);
  }

  /** @param {KeyboardEvent} event */
  handleEvent(event) {
    if (!this.#view || this.root.querySelector("dialog[open]")) return;
    const command = commandOf(event, this.#view, this.#reveal, this.#attempt?.canWrite ?? false);
    if (!command) {
      // The key itself goes into the field then.
      if (beginsAnswer(event)) this.#attempt?.begin(event.key);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    if (command === "keys") this.#keys.showModal();
    else this.#surroundings.act(command);
  }

  /** What showing the answer is now. @returns {Action} */
  get #reveal() {
    return this.#attempt?.reveal ?? "reveal";
  }

  /** Where the learner answers, while there is something to answer. */
  get #attempt() {
    return this.#screen && "attempt" in this.#screen ? this.#screen.attempt : null;
  }

  /** @param {Action} action */
  #headingAfter(action) {
    // What is written or ticked keeps the focus where it is.
    if (action === "begin" || isObject(action, "sure") || isObject(action, "tick")) return null;
    if (this.#screen instanceof DrillDrawing) return isReveal(action) ? this.#screen.revealedHeading : this.#screen.heading;
    if (!(this.#screen instanceof CardDrawing)) return this.#screen?.heading;
    if (isReveal(action)) return this.#screen.revealedHeading;
    if (action === "help") return this.#screen.rungHeading;
    return isPick(action) ? this.#focusedOption(action.pick) : this.#screen.heading;
  }

  /** The option picked by key, where the focus is on another one. @param {number} index */
  #focusedOption(index) {
    const option = this.#screen instanceof CardDrawing && this.#screen.option(index);
    return option && option.closest("fieldset")?.matches(":focus-within") ? option : null;
  }

  /**
   * Short facts for a screen reader; what has the focus speaks for itself.
   * @param {Action} action
   * @param {View} before
   */
  #announcement(action, before) {
    if (action === "undo") return this.#tookReset ? words.resetTakenBack : words.takenBack;
    const screen = this.#screen instanceof CardDrawing ? this.#screen : null;
    if (isReveal(action)) return [words.gapWords(screen?.gapWords), this.#remarks(), this.#outcome()].filter(Boolean).join(" ");
    if (isObject(action, "tick")) return `${words.ticked(action.tick.said)} ${this.#outcome()}`;
    if (isObject(action, "reset")) return words.startedOver;
    if (isObject(action, "recalled")) return words.recalledSaid(action.recalled);
    if (typeof action === "string" || isObject(action, "sure") || isObject(action, "answer")) return "";
    if (!isPick(action)) return words.rated(action.rate, comesBack(before, action.rate));
    const option = screen?.option(action.pick);
    return option && !this.#focusedOption(action.pick) ? words.picked(option.checked, option.labels?.[0]?.textContent ?? "") : "";
  }

  /** What there is to say of what was written last, as it is drawn. */
  #remarks() {
    const told = this.#screen instanceof CardDrawing ? this.#screen.told : this.root.querySelector(".told");
    return [...(told?.querySelectorAll(".verdict, .remark") ?? [])].map((remark) => remark.textContent).join(" ");
  }

  /** What came of the answer, in a sentence. */
  #outcome() {
    const screen = this.#view?.screen;
    const said = screen?.kind === "card" ? screen.said.at(-1) : screen?.kind === "drill" ? screen.said : null;
    return said ? words.outcome(said, screen?.kind === "card" ? screen.suggested : null) : "";
  }

  get #hasFocus() {
    return this.root.matches(":focus-within");
  }

  /** @param {View} view */
  #drawScreen(view) {
    const { screen } = view;
    const isNextRating = view.reviewed !== this.#view?.reviewed;
    if (!isNextRating && isSame(screen, this.#view?.screen)) return;
    if (screen.kind === "card" && this.#screen instanceof CardDrawing && !isNextRating && this.#screen.shows(screen)) {
      this.#screen.update(screen);
      return;
    }
    if (screen.kind === "drill" && this.#screen instanceof DrillDrawing && this.#screen.shows(screen)) {
      this.#screen.update(screen);
      return;
    }
    this.#screen = this.#drawingOf(view);
    this.#place.replaceChildren(this.#screen.node);
  }

  /** @param {View} view */
  #drawingOf(view) {
    const { screen } = view;
    if (screen.kind === "card") return new CardDrawing(screen, this.#surroundings);
    return screen.kind === "drill" ? new DrillDrawing(screen, this.#surroundings) : drawPause(view, screen, this.#surroundings);
  }

  /** @param {View} view */
  #drawNotice({ saving, unreadable, kept, newer, missingTopic }) {
    // A store that takes nothing is half the story until its mirror was tried.
    const isOpen = saving.kind === "memory" && saving.why !== "chosen" && !this.isMirrorTried;
    const notices = present([
      saving.kind !== "kept" && !isOpen && words.notSaved(saving),
      unreadable > 0 && words.unreadable(unreadable, kept),
      newer > 0 && words.newer(newer),
      missingTopic !== null && words.missingTopic(missingTopic),
    ]);
    this.#notice.hidden = notices.length === 0;
    this.#toBackup.hidden = saving.kind === "kept" || saving.why === "chosen";
    setText(this.#noticed, notices.join(" "));
  }
}

/**
 * Whether two screens look the same. A refresh seldom brings news, and what has the focus keeps it then.
 * @param {View["screen"]} screen
 * @param {View["screen"]} [other]
 */
function isSame(screen, other) {
  return JSON.stringify(screen) === JSON.stringify(other);
}

/** @param {Action} action @returns {action is { pick: number }} */
function isPick(action) {
  return isObject(action, "pick");
}

/** @param {Action} action */
function isReveal(action) {
  return action === "reveal" || action === "aloud" || isObject(action, "answer");
}

/**
 * Whether an action is the object with this field.
 * @template {string} Name
 * @param {Action} action @param {Name} name @returns {action is Extract<Action, Record<Name, unknown>>}
 */
function isObject(action, name) {
  return typeof action === "object" && name in action;
}

/**
 * @param {View} view
 * @param {Rating} rating
 * @returns {ComesBack | undefined}
 */
function comesBack({ screen }, rating) {
  if (screen.kind !== "card") return undefined;
  return screen.choices.find((choice) => choice.rating === rating)?.comesBack;
}
