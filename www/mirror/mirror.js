// The mirror of `localStorage`: the same keys and texts in IndexedDB. A browser that is killed forgets up to a minute of
// `localStorage`, but nothing that a finished transaction has written. What goes in and out is the engine's to decide, in
// a module of its own; the first card waits for neither.

/** @import {Session, View} from "../../pkg/greenroom.js" */
/** @import {MirrorWrites} from "../../pkg/keeper.js" */

import init, { Keeper } from "../../pkg/keeper.js";
import { moment } from "../clock.js";
import { once } from "../once.js";
import { openings, read, write } from "./database.js";

/** The mirror of one session's progress. */
export class Mirror {
  #session;
  #prefix;
  /** Whether it holds what it should, as far as is known. */
  #isSynced = false;
  /** The opening of the database in which it was found so. */
  #opening = 0;
  /** Whether the store takes everything: other tabs hear of nothing that it refuses. */
  #isStored = true;
  /** What could not be written into it yet: where the store takes nothing either, it is here alone. @type {MirrorWrites} */
  #unwritten = [];
  /** @type {Promise<void> | null} */
  #pushing = null;
  /** @type {Promise<void> | null} */
  #syncing = null;
  /** Whether the store is full and records are being packed. */
  #isMakingRoom = false;

  /** Told what to draw when something has arrived. @type {(view: View) => void} */
  onview = () => {};

  /** @param {Session} session */
  constructor(session) {
    this.#session = session;
    this.#prefix = session.prefix;
  }

  /** Writes what is waiting, and brings both homes together where that is not done, or something went wrong. */
  async write() {
    await this.#push();
    if (!this.#isSynced) await this.sync();
  }

  /** The same, for a learner who comes back: another tab may have found room in the mirror alone. */
  async follow() {
    await this.#push();
    if (!this.#isSynced || !this.#isStored) await this.sync();
  }

  /** Writes what is waiting, for a session that ends. */
  async finish() {
    await this.#push();
  }

  /** Where it cannot be read there is none, until the next try. */
  sync() {
    return (this.#syncing ??= this.#sync()
      .catch(() => {})
      .finally(() => (this.#syncing = null)));
  }

  /** Packs what is stored, once it is much; not to be called twice within a second. @param {boolean} isFull */
  async tidy(isFull) {
    try {
      const keeper = await this.#keeper();
      const writes = keeper.tidy(isFull);
      keeper.free();
      await write(writes);
    } catch {
      // What could not be done now is done another time.
    }
  }

  /** What is neither in it nor certain to be in the store. @returns {[key: string, text: string][]} */
  get unwritten() {
    return this.#unwritten.flatMap(([key, text]) => (text === undefined ? [] : [[key, text]]));
  }

  async #sync() {
    const [texts, keeper] = await Promise.all([read(this.#prefix), this.#keeper()]);
    this.#opening = openings;
    const [news, writes] = keeper.sync(texts, moment());
    keeper.free();
    this.onview(this.#session.hear(news, moment()));
    // What the store had lost and has no room for is told at once.
    if (news.length > 0) this.#drawn(this.#session.refresh(moment()));
    await write(writes);
    await this.#push();
    // What failed meanwhile may have come too late for all of that: once more, then.
    if (this.#unwritten.length > 0) return;
    this.#isSynced = true;
    this.onview(this.#session.synced());
  }

  /** @param {View} view */
  #drawn(view) {
    this.#isStored = view.saving.kind === "kept";
    this.onview(view);
  }

  #push() {
    return (this.#pushing ??= this.#pushAll().finally(() => (this.#pushing = null)));
  }

  /** One transaction at a time, with all that has come up during the one before. */
  async #pushAll() {
    do {
      this.#unwritten.push(...this.#session.takeWrites());
      if (this.#unwritten.length === 0) return;
      const isWritten = await write(this.#unwritten).then(() => true, () => false);
      if (isWritten) this.#unwritten = [];
      // Whoever cleared the database meanwhile has taken what was there before.
      const isWhole = isWritten && openings === this.#opening;
      this.#isSynced &&= isWhole;
      const view = this.#session.mirrored(isWhole);
      this.#drawn(view);
      if (view.saving.kind !== "kept" && view.saving.why === "full") this.#makeRoom();
    } while (this.#unwritten.length === 0);
  }

  /**
   * A store without room has some once its records are packed, which takes two steps. Firefox says at times that there
   * is none when there is, a moment later.
   */
  #makeRoom() {
    if (this.#isMakingRoom) return;
    this.#isMakingRoom = true;
    // Where the session is closed meanwhile there is nobody to be told.
    const retry = () => this.onview(this.#session.refresh(moment()));
    const tidy = () => this.tidy(true).then(retry).catch(() => {});
    setTimeout(tidy, 100);
    setTimeout(tidy, 1400);
    setTimeout(() => (this.#isMakingRoom = false), 3000);
  }

  async #keeper() {
    await start();
    return new Keeper(this.#prefix);
  }
}

const start = once(() => init({ module_or_path: fetch(new URL("keeper_bg.wasm", import.meta.url)) }));
