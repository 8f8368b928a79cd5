// The memory of each card, by FSRS-6.

import { Scheduler } from "../../../pkg/node.js";

/** What is remembered of some cards, as the ratings of each have made it. */
export class Memories {
  #scheduler;
  /** Of each card its stability and difficulty; 0 and 0 for one never seen. */
  #memories;
  #updated;

  /** @param {number} cards */
  constructor(cards) {
    this.#scheduler = new Scheduler({});
    this.#memories = new Float32Array(2 * cards);
    this.#updated = new Int32Array(cards);
  }

  get cards() {
    return this.#updated.length;
  }

  /** @param {number} card */
  isNew(card) {
    return this.#memories[2 * card] === 0;
  }

  /**
   * The days since a card was asked, as so many times its stability: of cards that are not new, what is recalled follows
   * from that alone. @param {number} card @param {number} day
   */
  age(card, day) {
    return (day - this.#updated[card]) / this.#memories[2 * card];
  }

  /** The age at which recall has fallen so far. @param {number} retention */
  ageAt(retention) {
    const [stability, difficulty] = [1000, 5];
    let days = 1;
    while (this.#recall(stability, difficulty, days) > retention) days++;
    return days / stability;
  }

  /**
   * Recall on a day. @param {number} card @param {number} day
   * @param {number} factor How much stabler the memory is than its ratings say.
   */
  recall(card, day, factor = 1) {
    if (this.isNew(card)) return 0;
    return this.#recall(this.#memories[2 * card] * factor, this.#memories[2 * card + 1], day - this.#updated[card]);
  }

  /**
   * Recall on a later day after each of the four ratings that FSRS tells apart, for each card that is asked on `day`.
   * @param {number} day @param {number} later
   */
  futures(day, later) {
    const next = this.#scheduler.nextOfMany(this.#memories, Uint32Array.from(this.#updated, (updated, card) => (this.isNew(card) ? 0 : day - updated)));
    const recall = (/** @type {number} */ place) => this.#recall(next[place], next[place + 1], later - day);
    return Array.from(this.#updated, (_, card) => [0, 3, 6, 9].map((place) => recall(12 * card + place)));
  }

  /**
   * Notes a rating. @param {number} card @param {number} grade From 0 (forgotten) to 3 (easy). @param {number} day
   * @param {number} factor How much stabler the memory is than that says.
   */
  rate(card, grade, day, factor = 1) {
    const elapsed = this.isNew(card) ? 0 : day - this.#updated[card];
    const next = this.#scheduler.nextOfMany(this.#memories.subarray(2 * card, 2 * card + 2), Uint32Array.of(elapsed));
    const [stability, difficulty] = next.subarray(3 * grade);
    this.#memories.set([within(stability * factor), difficulty], 2 * card);
    this.#updated[card] = day;
  }

  free() {
    this.#scheduler.free();
  }

  /** @param {number} stability @param {number} difficulty @param {number} days */
  #recall(stability, difficulty, days) {
    return this.#scheduler.recall({ stability: within(stability), difficulty }, days);
  }
}

/** A stability in the range that the model knows. @param {number} stability */
function within(stability) {
  return Math.min(Math.max(stability, 0.001), 36_500);
}
