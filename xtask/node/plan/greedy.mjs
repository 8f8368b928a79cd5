// The largest gain of a single review in recall on the day of the interview, per second.

import { FIRST, PASSED, SECONDS } from "./learner.mjs";
import { Memories } from "./memories.mjs";

/** @typedef {import("./course.mjs").Day} Day */

/** It knows the learner's odds and times, and asks no card twice a day. */
export class Greedy {
  #memories;
  #interview;
  /** Cards that are worth asking today, the best one last. @type {number[]} */
  #left = [];

  /** @param {import("./rows.mjs").Row} row */
  constructor({ cards, days }) {
    this.#memories = new Memories(cards);
    this.#interview = days;
  }

  /** @param {Day} day */
  begin({ day }) {
    const gains = this.#memories.futures(day, this.#interview).map((then, card) => ({ card, gain: this.#gain(card, day, then) }));
    // Of equals the first in the deck's order.
    this.#left = gains.filter(({ gain }) => gain > 0).sort((a, b) => a.gain - b.gain || b.card - a.card).map(({ card }) => card);
  }

  next() {
    return this.#left.pop() ?? null;
  }

  /** @param {number} card @param {number} rating @param {Day} day */
  rated(card, rating, { day }) {
    this.#memories.rate(card, Math.max(rating - 2, 0), day);
  }

  free() {
    this.#memories.free();
  }

  /** @param {number} card @param {number} day @param {number[]} then Recall on the day of the interview after each grade. */
  #gain(card, day, then) {
    if (this.#memories.isNew(card)) return expected(FIRST, then) / SECONDS.new;
    const recall = this.#memories.recall(card, day);
    const gain = recall * expected(PASSED, then.slice(1)) + (1 - recall) * then[0] - this.#memories.recall(card, this.#interview);
    return gain / (recall * SECONDS.recalled + (1 - recall) * SECONDS.forgotten);
  }
}

/** @param {number[]} odds @param {number[]} values */
function expected(odds, values) {
  return odds.reduce((sum, share, index) => sum + share * values[index], 0);
}
