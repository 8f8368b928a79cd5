// Confidence-based repetition: what was said of a card decides how often it is drawn.

import { choose, uniform } from "./luck.mjs";

/** @typedef {import("./course.mjs").Day} Day */

/** Seconds after which a card rated 1 to 5 has waited long enough. */
const NOMINAL = [120, 600, 21_600, 3 * 86_400, 30 * 86_400];
/** How often a card rated 1 to 5 is drawn. */
const WEIGHTS = [0.6, 0.2, 0.11, 0.06, 0.03];
/** Cards rated 1 or 2 that hold back new ones. */
const MOST_SHAKY = 6;
/** The cards asked last, which do not come again at once. */
const RECENT = 3;
/** What names the draw of a rating. */
const BUCKET = 99;

/** The rating is drawn by weight; of the cards that have it the one that has waited longest for its kind is asked. */
export class Confidence {
  #seed;
  /** Of each card what was said last, 0 for one never seen, and when. */
  #ratings;
  #rated;
  #now = 0;
  /** @type {number[]} */
  #recent = [];
  #asked = 0;

  /** @param {import("./rows.mjs").Row} row @param {number} seed */
  constructor({ cards }, seed) {
    this.#seed = seed;
    this.#ratings = new Uint8Array(cards);
    this.#rated = new Float64Array(cards);
  }

  /** @param {Day} day */
  begin({ now }) {
    this.#now = now;
    this.#recent = [];
  }

  /** @returns {number | null} */
  next() {
    const best = this.#longestWaiting();
    const shaky = this.#ratings.reduce((sum, rating) => sum + (rating === 1 || rating === 2 ? 1 : 0), 0);
    const unseen = shaky < MOST_SHAKY ? this.#ratings.indexOf(0) : -1;
    // A card rated 1 that has waited too long is preferred to a new one.
    if (unseen >= 0 && (best[0]?.waited ?? 0) < 1) best[0] = { card: unseen, waited: 1 };
    const weights = WEIGHTS.map((weight, bucket) => (best[bucket] ? weight : 0));
    const sum = weights.reduce((sum, weight) => sum + weight, 0);
    if (sum === 0) return null;
    const bucket = choose(weights.map((weight) => weight / sum), uniform(this.#seed, this.#asked, 0, BUCKET));
    return (best[bucket] ?? best.find(Boolean))?.card ?? null;
  }

  /** @param {number} card @param {number} rating @param {Day} day */
  rated(card, rating, { now }) {
    this.#ratings[card] = rating;
    this.#rated[card] = this.#now = now;
    this.#recent = [card, ...this.#recent].slice(0, RECENT);
    this.#asked++;
  }

  free() {}

  /** Of each rating the card that has waited longest for its kind. */
  #longestWaiting() {
    /** @type {({ card: number, waited: number } | null)[]} */
    const best = WEIGHTS.map(() => null);
    this.#ratings.forEach((rating, card) => {
      if (rating === 0 || this.#recent.includes(card)) return;
      const waited = (this.#now - this.#rated[card]) / 1000 / NOMINAL[rating - 1];
      if (waited > (best[rating - 1]?.waited ?? -1)) best[rating - 1] = { card, waited };
    });
    return best;
  }
}
