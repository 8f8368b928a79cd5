// A simulated learner. True memory is no business of any schedule: what they see are ratings and times.

import { choose, normal, uniform } from "./luck.mjs";
import { Memories } from "./memories.mjs";

/**
 * How true memory differs from what ratings say of it: each card's stability by a factor of its own (log-normal, with
 * this spread), at first only and going on from there, or throughout.
 * @typedef {{ label: string, spread: number, throughout: boolean }} Truth
 */

/** @type {Truth[]} */
export const TRUTHS = [
  { label: "memory as the model has it", spread: 0, throughout: false },
  { label: "spread 0.7, going on by itself", spread: 0.7, throughout: false },
  { label: "spread 0.7, a factor throughout", spread: 0.7, throughout: true },
];

/** The odds that a first rating is a lapse, 3, 4 or 5, and those of 3, 4 and 5 where a card is recalled. */
export const FIRST = [0.24, 0.094, 0.495, 0.171];
export const PASSED = [0.224, 0.631, 0.145];
/** Seconds for a card never seen, one that is recalled and one that is forgotten. */
export const SECONDS = { new: 60, recalled: 30, forgotten: 50 };

/** What names the draws for a card. */
const [FACTOR, RECALL, GRADE, LAPSE] = [1, 2, 3, 4];

export class Learner {
  #memories;
  #throughout;
  #seed;
  #factors;
  #asked;

  /** @param {number} cards @param {Truth} truth @param {number} seed */
  constructor(cards, truth, seed) {
    this.#memories = new Memories(cards);
    this.#throughout = truth.throughout;
    this.#seed = seed;
    this.#factors = Array.from({ length: cards }, (_, card) => Math.exp(truth.spread * normal(seed, card, 0, FACTOR)));
    this.#asked = new Uint32Array(cards);
  }

  /** Asks a card: the rating, and the seconds it took. @param {number} card @param {number} day */
  ask(card, day) {
    const nth = this.#asked[card]++;
    const grade = this.#grade(card, nth, day);
    const factor = nth === 0 && !this.#throughout ? this.#factors[card] : 1;
    this.#memories.rate(card, grade, day, factor);
    const lapse = uniform(this.#seed, card, nth, LAPSE) < 0.5 ? 1 : 2;
    const seconds = nth === 0 ? SECONDS.new : grade === 0 ? SECONDS.forgotten : SECONDS.recalled;
    return { rating: /** @type {import("../../../pkg/node.js").Rating} */ (grade === 0 ? lapse : grade + 2), seconds };
  }

  /** True recall on a day, in the mean of all cards. @param {number} day */
  recall(day) {
    let sum = 0;
    for (let card = 0; card < this.#asked.length; card++) sum += this.#recall(card, day);
    return sum / this.#asked.length;
  }

  free() {
    this.#memories.free();
  }

  /** @param {number} card @param {number} nth @param {number} day */
  #grade(card, nth, day) {
    const luck = uniform(this.#seed, card, nth, RECALL);
    if (nth === 0) return choose(FIRST, luck);
    return luck < this.#recall(card, day) ? 1 + choose(PASSED, uniform(this.#seed, card, nth, GRADE)) : 0;
  }

  /** @param {number} card @param {number} day */
  #recall(card, day) {
    return this.#memories.recall(card, day, this.#throughout ? this.#factors[card] : 1);
  }
}
