// The deck as learners see it, beside its text. The author stays at the card they were at while the text changes.

/** @import {Action, Inline, Moment, Session, View} from "../../pkg/greenroom.js" */

import { GreenroomDeckElement, moment, openText } from "../greenroom.js";

/** There is no place that pictures could come from. */
const NOWHERE = new URL("about:blank");

/** How long the way back to a card may take, in milliseconds. */
const PATIENCE = 250;

/** Rated so, a card does not come back while the author looks for another one. */
const PASSED = 5;

/** @typedef {View["screen"] & { kind: "card" }} CardScreen */

export class Preview {
  /** @type {Rehearsal | null} */
  #rehearsal = null;
  #latest = 0;

  constructor() {
    this.node = new GreenroomDeckElement();
  }

  /**
   * @param {string} text
   * @param {string} name
   * @param {string} [question] The card to show, by its question as it is written; else the one that was shown.
   * @returns {Promise<boolean>} Whether that card was found.
   */
  async show(text, name, question) {
    const latest = ++this.#latest;
    const open = () => openText(text, NOWHERE, { source: "draft", store: "memory", name });
    const deck = await open();
    if (latest !== this.#latest) {
      deck.session.free();
      return false;
    }
    let rehearsal = new Rehearsal(deck.session);
    const former = this.#rehearsal;
    const wanted = question === undefined ? (former?.place ?? null) : byQuestion(question);
    const isFound = rehearsal.follow(former?.ratings ?? [], wanted);
    if (!isFound) {
      // The card is gone: then the author is where their ratings lead.
      rehearsal.free();
      rehearsal = new Rehearsal((await open()).session);
      rehearsal.follow(question === undefined ? (former?.ratings ?? []) : [], null);
    }
    if (isFound && question === undefined) rehearsal.repeat(former?.steps ?? []);
    this.#rehearsal = rehearsal;
    const scroll = this.node.parentElement?.scrollTop ?? 0;
    this.node.practice({ ...deck, session: /** @type {Session} */ (/** @type {unknown} */ (rehearsal)) });
    this.node.style.removeProperty("min-block-size");
    if (this.node.parentElement) this.node.parentElement.scrollTop = scroll;
    return isFound;
  }
}

/** A session that remembers what was done in it, so that it can be done again. */
class Rehearsal {
  #session;
  /** The cards rated so far, in order. @type {{ id: string, rating: 1 | 2 | 3 | 4 | 5 }[]} */
  ratings = [];
  /** What was done with the card on screen. @type {Action[]} */
  steps = [];

  /** @param {Session} session */
  constructor(session) {
    this.#session = session;
  }

  /** The card on screen. @returns {((screen: CardScreen) => boolean) | null} */
  get place() {
    const { screen } = this.#session.view(moment());
    return screen.kind === "card" ? ({ card }) => card.id === screen.card.id : null;
  }

  /** @param {Moment} now */
  view(now) {
    return here(this.#session.view(now));
  }

  /** @param {Moment} now */
  refresh(now) {
    return here(this.#session.refresh(now));
  }

  /** @param {Moment} now */
  overview(now) {
    return this.#session.overview(now);
  }

  /** They are listed beside the text. */
  get problems() {
    return 0;
  }

  free() {
    this.#session.free();
  }

  /** @param {Action} action @param {Moment} now */
  act(action, now) {
    const { screen } = this.#session.view(now);
    const view = this.#session.act(action, now);
    if (action === "undo") this.ratings.pop();
    if (typeof action === "object" && "rate" in action && screen.kind === "card") this.ratings.push({ id: screen.card.id, rating: action.rate });
    const isSame = screen.kind === "card" && view.screen.kind === "card" && screen.card.id === view.screen.card.id;
    this.steps = isSame && (typeof action === "string" || "pick" in action) ? [...this.steps, action] : [];
    return here(view);
  }

  /**
   * Rates as before until a card is there, or until all that was rated is.
   * @param {Rehearsal["ratings"]} ratings
   * @param {((screen: CardScreen) => boolean) | null} isThere
   */
  follow(ratings, isThere) {
    const left = new Map(ratings.map(({ id, rating }) => [id, rating]));
    const end = performance.now() + PATIENCE;
    let view = this.view(moment());
    while (performance.now() < end) {
      const { screen } = view;
      if (screen.kind === "card" && isThere?.(screen) && (left.size === 0 || !left.has(screen.card.id))) return true;
      if (screen.kind === "checkpoint") view = this.act("continue", moment());
      else if (screen.kind !== "card" || (!isThere && !left.has(screen.card.id))) break;
      else view = this.#pass(screen, left.get(screen.card.id) ?? PASSED);
      if (screen.kind === "card") left.delete(screen.card.id);
    }
    return !isThere;
  }

  /** @param {CardScreen} screen @param {1 | 2 | 3 | 4 | 5} rating */
  #pass(screen, rating) {
    let view = /** @type {Pick<View, "screen">} */ ({ screen });
    while (view.screen.kind === "card" && !view.screen.complete) view = this.act("reveal", moment());
    return this.act({ rate: rating }, moment());
  }

  /** @param {Action[]} steps */
  repeat(steps) {
    for (const step of steps) this.act(step, moment());
  }
}

/** That ratings are not kept is said once, beside the widget. @param {View} view @returns {View} */
function here(view) {
  return { ...view, saving: { kind: "kept" } };
}

/** @param {string} question As it is written. @returns {(screen: CardScreen) => boolean} */
function byQuestion(question) {
  const wanted = bare(question.replace(/\s*\{#[^}]*\}\s*$/, "").replace(/\{\{?[^}]*\}?\}/g, ""));
  return ({ card }) => bare(plain(card.prompt)) === wanted;
}

/** @param {Inline[]} content @returns {string} */
function plain(content) {
  return content
    .map((inline) => {
      if (inline.kind === "text" || inline.kind === "code") return inline.text;
      return "content" in inline ? plain(inline.content) : "";
    })
    .join("");
}

/** Without what Markdown marks, and without gaps between words. @param {string} text */
function bare(text) {
  return text.replace(/\]\([^)]*\)/g, "").replace(/[\s*_`~[\]\\!]/g, "");
}
