// Due dates with a retention and so many new cards a day, each card at most once a day.

import { Memories } from "./memories.mjs";

/** @typedef {import("./course.mjs").Day} Day */

/** Due cards first, those most likely forgotten before others; then new ones. */
export class Due {
  #memories;
  #newADay;
  /** Cards that are left today, the first one last. @type {number[]} */
  #left = [];

  /** @param {import("./rows.mjs").Row} row @param {number} retention @param {number} newADay */
  constructor({ cards }, retention, newADay) {
    this.#memories = new Memories(cards, retention);
    this.#newADay = newADay;
  }

  /** @param {Day} day */
  begin({ day }) {
    const all = Array.from({ length: this.#memories.cards }, (_, card) => card);
    const due = all.filter((card) => this.#memories.due[card] <= day);
    due.sort((a, b) => this.#memories.urgency(a, day) - this.#memories.urgency(b, day));
    const unseen = all.filter((card) => this.#memories.isNew(card)).slice(0, this.#newADay);
    this.#left = [...unseen.reverse(), ...due];
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
