// Due dates with a retention and so many new cards a day, each card at most once a day.

import { Memories } from "./memories.mjs";

/** A card is due once its recall is this near to the retention. */
const NEAR = 0.003;

/** @typedef {import("./course.mjs").Day} Day */

/** Due cards first, those most likely forgotten before others; then new ones. */
export class Due {
  #memories;
  #newADay;
  #dueAge;
  /** Cards that are left today, the first one last. @type {number[]} */
  #left = [];

  /** @param {import("./rows.mjs").Row} row @param {number} retention @param {number} newADay */
  constructor({ cards }, retention, newADay) {
    this.#memories = new Memories(cards);
    this.#newADay = newADay;
    this.#dueAge = this.#memories.ageAt(retention + NEAR);
  }

  /** @param {Day} day */
  begin({ day }) {
    const all = Array.from({ length: this.#memories.cards }, (_, card) => card);
    const [unseen, seen] = [true, false].map((isNew) => all.filter((card) => this.#memories.isNew(card) === isNew));
    const ages = all.map((card) => this.#memories.age(card, day));
    const due = seen.filter((card) => ages[card] >= this.#dueAge).sort((a, b) => ages[a] - ages[b]);
    this.#left = [...unseen.slice(0, this.#newADay).reverse(), ...due];
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
}
