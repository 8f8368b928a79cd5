// The draft: what is written survives a reload, and two tabs do not overwrite each other unasked.

import { moment } from "../greenroom.js";

const KEY = "greenroom:draft";
const FORMER_KEY = "greenroom:draft-former";
const DELAY = 300;

/**
 * @typedef {{ text: string, name: string, isExample: boolean }} Draft
 * @typedef {Draft & { writer: string, saved: number }} Stored
 * @typedef {{ text: string, file: string }} Former The text of the file that was opened.
 */

export class DraftStore {
  #writer = crypto.getRandomValues(new Uint32Array(2)).join("-");
  /** When what is stored was written, as far as this tab knows. */
  #known = 0;
  /** @type {Draft | null} */
  #pending = null;
  #timer = 0;
  #hasConflict = false;

  /**
   * @param {object} listener
   * @param {(why: "blocked" | "full" | null) => void} listener.saved Told why the draft is not kept, or that it is.
   * @param {(other: Stored, isTouched: boolean) => void} listener.changed Told of another tab's draft; `isTouched` says
   *   that this tab has changes of its own.
   */
  constructor({ saved, changed }) {
    this.saved = saved;
    this.changed = changed;
    addEventListener("pagehide", () => this.flush());
    document.addEventListener("visibilitychange", () => document.hidden && this.flush());
    addEventListener("storage", ({ key }) => key === KEY && this.#look());
    addEventListener("pageshow", ({ persisted }) => persisted && this.#look());
  }

  /** What was kept last. @returns {Stored | null} */
  load() {
    const stored = this.#read();
    this.#known = stored?.saved ?? 0;
    return stored;
  }

  /** @returns {Former | null} */
  loadFormer() {
    try {
      const former = JSON.parse(localStorage.getItem(FORMER_KEY) ?? "null");
      return typeof former?.text === "string" && typeof former.file === "string" ? former : null;
    } catch {
      return null;
    }
  }

  /** @param {Former | null} former */
  saveFormer(former) {
    try {
      if (former) localStorage.setItem(FORMER_KEY, JSON.stringify(former));
      else localStorage.removeItem(FORMER_KEY);
    } catch {
      // Without it the deck is compared until the page is closed.
    }
  }

  /** Keeps a draft soon. @param {Draft} draft */
  save(draft) {
    this.#pending = draft;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.flush(), DELAY);
  }

  flush() {
    clearTimeout(this.#timer);
    if (!this.#pending || this.#hasConflict) return;
    const stored = this.#read();
    if (stored && stored.writer !== this.#writer && stored.saved > this.#known) return this.#clash(stored);
    this.#write();
  }

  /** Keeps this tab's draft, whatever another one has written. @param {Draft} draft */
  keepMine(draft) {
    this.#hasConflict = false;
    this.#pending = draft;
    this.#write();
  }

  /** Goes on from another tab's draft. @param {Stored} other */
  takeOther(other) {
    this.#hasConflict = false;
    this.#pending = null;
    this.#known = other.saved;
  }

  #look() {
    const stored = this.#read();
    if (!stored || stored.writer === this.#writer || stored.saved <= this.#known) return;
    if (this.#pending) return this.#clash(stored);
    this.changed(stored, false);
  }

  /** @param {Stored} stored */
  #clash(stored) {
    this.#hasConflict = true;
    this.changed(stored, true);
  }

  #write() {
    const saved = Math.max(moment().now, this.#known + 1);
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...this.#pending, writer: this.#writer, saved }));
      this.#known = saved;
      this.#pending = null;
      this.saved(null);
    } catch (error) {
      this.saved(error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "blocked");
    }
  }

  /** @returns {Stored | null} */
  #read() {
    try {
      const stored = JSON.parse(localStorage.getItem(KEY) ?? "null");
      return typeof stored?.text === "string" && typeof stored.saved === "number" ? stored : null;
    } catch {
      return null;
    }
  }
}
