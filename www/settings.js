// What the learner chose, remembered in this browser for all decks of the same profile. Where the storage is blocked it lasts as long as the
// page.

import { SETTING_PREFIX } from "./profile.js";

/**
 * One choice and what belongs to it, stored as JSON under a key of its own.
 * @template Value
 */
export class Setting {
  /** @type {Value} */
  #value;
  /** @readonly */
  key;
  /** @type {(stored: unknown) => Value | null} */
  #checked;

  /**
   * @param {string} name
   * @param {Value} value What holds until something else is chosen.
   * @param {(stored: any) => Value | null} checked What a stored value comes to; null for one that is of no use.
   */
  constructor(name, value, checked) {
    this.key = SETTING_PREFIX + name;
    this.#value = value;
    this.#checked = checked;
  }

  read() {
    try {
      const stored = localStorage.getItem(this.key);
      this.#value = (stored === null ? null : this.#checked(JSON.parse(stored))) ?? this.#value;
    } catch {
      // What was chosen last on this page holds.
    }
    return this.#value;
  }

  /** @param {Value} value */
  write(value) {
    this.#value = value;
    try {
      localStorage.setItem(this.key, JSON.stringify(value));
    } catch {
      // It holds for this page.
    }
  }
}
