// Practice as the package has it: a session that is asked, headless, what comes next.

import { Session, compileDeck, forecast } from "../../../pkg/node.js";
import { FIRST_DAY, morningOf } from "./course.mjs";

/** @typedef {import("./course.mjs").Day} Day @typedef {import("./course.mjs").Row} Row */

/** Decks, by how many cards they have. @type {Map<number, Uint8Array>} */
const decks = new Map();

/** A deck of so many cards. @param {number} cards */
function deck(cards) {
  const known = decks.get(cards);
  if (known) return known;
  const texts = Array.from({ length: cards }, (_, card) => `## Card ${card}\n\nAnswer.\n`);
  const compiled = compileDeck(texts.join("\n"), "deck.md");
  decks.set(cards, compiled);
  return compiled;
}

/** Without a plan: what is due, then what is new. */
export class Practice {
  #view;

  /** @param {Row} row @param {number} seed */
  constructor({ cards }, seed) {
    const now = moment(morningOf(0));
    this.session = new Session(deck(cards), { seed, store: "memory" }, now);
    this.#view = this.session.view(now);
  }

  /** @param {Day} day */
  begin({ now }) {
    this.#view = this.session.view(moment(now));
    this.#goOn(now);
  }

  next() {
    const { screen } = this.#view;
    return screen.kind === "card" ? Number(screen.card.id.replace("card-", "")) : null;
  }

  /** @param {number} _card @param {import("./course.mjs").Rating} rating @param {Day} day */
  rated(_card, rating, { now }) {
    this.session.act("reveal", moment(now));
    this.#view = this.session.act({ rate: rating }, moment(now));
    this.#goOn(now);
  }

  free() {
    this.session.free();
  }

  /** Goes on after a checkpoint. @param {number} now */
  #goOn(now) {
    if (this.#view.screen.kind === "checkpoint") this.#view = this.session.act("continue", moment(now));
  }
}

/** With an interview in view. */
export class Planned extends Practice {
  /** @param {Row} row @param {number} seed */
  constructor(row, seed) {
    super(row, seed);
    const { days, minutes, weekdaysOff } = row;
    const now = moment(morningOf(0));
    this.session.setPlan({ interview: FIRST_DAY + days, minutes, weekdaysOff }, now);
    const prospects = this.session.prospects(now);
    this.predicted = prospects && forecast(prospects, Uint32Array.of(minutes)).predictions[0]?.recall;
  }
}

/** As the package wants it, far from any time zone. @param {number} now */
export function moment(now) {
  return { now, offset: 0 };
}
