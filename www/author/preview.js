// The deck as learners see it, beside its text. The author stays at the card they were at while the text changes.

/** @import {Action, Moment, Session, View} from "../../pkg/greenroom.js" */

import { GreenroomDeckElement, moment, openText } from "../greenroom.js";

/** There is no place that pictures could come from. */
const NOWHERE = new URL("about:blank");

export class Preview {
  /** @type {Rehearsal | null} */
  #rehearsal = null;
  #latest = 0;
  /** Which card of the deck was shown: its name may change while it is written. */
  #index = 0;

  constructor() {
    this.node = new GreenroomDeckElement();
  }

  /**
   * @param {string} text
   * @param {string} name
   * @param {string[]} cards The ids of its cards.
   * @param {string} [wanted] The id of the card to show; else the one that was shown, as far as it was open.
   */
  async show(text, name, cards, wanted) {
    const latest = ++this.#latest;
    const former = this.#rehearsal;
    const place = former?.place;
    if (place && cards.includes(place)) this.#index = cards.indexOf(place);
    const first = wanted ?? cards[Math.min(this.#index, cards.length - 1)];
    const deck = await openText(text, NOWHERE, { source: "draft", store: "memory", name, first });
    if (latest !== this.#latest) return deck.session.free();
    this.#rehearsal = new Rehearsal(deck.session);
    if (wanted === undefined) this.#rehearsal.repeat(former?.steps ?? []);
    this.#index = Math.max(0, cards.indexOf(first ?? ""));
    const scroll = this.node.parentElement?.scrollTop ?? 0;
    this.node.practice({ ...deck, isDraft: true, session: /** @type {Session} */ (/** @type {unknown} */ (this.#rehearsal)) });
    this.node.style.removeProperty("min-block-size");
    if (this.node.parentElement) this.node.parentElement.scrollTop = scroll;
  }
}

/** A session that remembers what was done with the card on screen, so that it can be done again. */
class Rehearsal {
  #session;
  /** @type {Action[]} */
  steps = [];

  /** @param {Session} session */
  constructor(session) {
    this.#session = session;
  }

  /** The id of the card on screen. */
  get place() {
    return cardOf(this.#session.view(moment()));
  }

  /** @param {Moment} now */
  view(now) {
    return here(this.#session.view(now));
  }

  /** @param {Moment} now */
  refresh(now) {
    return here(this.#session.refresh(now));
  }

  /** They are listed beside the text. */
  get problems() {
    return 0;
  }

  /** What an author looks at is not what a learner has seen. */
  seen() {
    return null;
  }

  free() {
    this.#session.free();
  }

  /** @param {Action} action @param {Moment} now */
  act(action, now) {
    const before = this.place;
    const view = this.#session.act(action, now);
    const isStep = action !== "undo" && cardOf(view) === before && (typeof action === "string" || "pick" in action);
    this.steps = isStep ? [...this.steps, action] : [];
    return here(view);
  }

  /** @param {Action[]} steps */
  repeat(steps) {
    for (const step of steps) this.act(step, moment());
  }
}

/** @param {View} view */
function cardOf({ screen }) {
  return screen.kind === "card" ? screen.card.id : undefined;
}

/** That ratings are not kept is said once, beside the widget. @param {View} view @returns {View} */
function here(view) {
  return { ...view, saving: { kind: "kept" } };
}
