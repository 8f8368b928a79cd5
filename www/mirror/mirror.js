// The mirror of `localStorage`: the same keys and texts in IndexedDB. A browser that is killed forgets up to a minute of
// `localStorage`, but nothing that a finished transaction has written. What goes in and out is the engine's to decide, in
// a module of its own; the first card waits for neither.

/** @import {Session, View} from "../../pkg/greenroom.js" */
/** @import {MirrorWrites, Texts} from "../../pkg/keeper.js" */

import init, { Keeper } from "../../pkg/keeper.js";
import { moment } from "../clock.js";
import { once } from "../once.js";

const DATABASE = "greenroom";
const TEXTS = "texts";

/** The mirror of one session's progress. */
export class Mirror {
  #session;
  #prefix;
  /** Whether it holds what it should, as far as is known. */
  #isSynced = false;
  #failures = 0;
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

  async #sync() {
    const failures = this.#failures;
    const [texts, keeper] = await Promise.all([read(this.#prefix), this.#keeper()]);
    const [news, writes] = keeper.sync(texts, moment());
    keeper.free();
    this.onview(this.#session.hear(news, moment()));
    await write(writes);
    // What failed meanwhile may have come too late for that: once more, then.
    if (this.#failures > failures) return;
    this.#isSynced = true;
    this.onview(this.#session.synced());
    await this.#push();
  }

  async #push() {
    const writes = this.#session.takeWrites();
    if (writes.length === 0) return;
    const isWritten = await write(writes).then(() => true, () => false);
    if (!isWritten) this.#failures += 1;
    this.#isSynced &&= isWritten;
    const view = this.#session.mirrored(isWritten);
    this.onview(view);
    if (view.saving.kind !== "kept" && view.saving.why === "full") this.#makeRoom();
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

/** @param {string} prefix @returns {Promise<Texts>} */
async function read(prefix) {
  const transaction = (await open()).transaction(TEXTS);
  const texts = transaction.objectStore(TEXTS);
  const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  const [keys, values] = [texts.getAllKeys(range), texts.getAll(range)];
  await finished(transaction);
  return keys.result.map((key, index) => /** @type {const} */ ([String(key), String(values.result[index])]));
}

/** All of it or nothing. @param {MirrorWrites} writes */
async function write(writes) {
  if (writes.length === 0) return;
  const transaction = (await open()).transaction(TEXTS, "readwrite", { durability: "strict" });
  const texts = transaction.objectStore(TEXTS);
  for (const [key, text] of writes) text === undefined ? texts.delete(key) : texts.put(text, key);
  await finished(transaction);
}

/** @type {Promise<IDBDatabase> | undefined} */
let opening;

/** The database, until it is closed; whoever asks then opens it anew. */
function open() {
  return (opening ??= request().catch((error) => {
    opening = undefined;
    throw error;
  }));
}

/** @returns {Promise<IDBDatabase>} */
function request() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(TEXTS);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const forget = () => (opening = undefined);
      database.onclose = forget;
      // A later version of the page has another form for it, or somebody clears it: neither should wait for this page.
      database.onversionchange = () => {
        database.close();
        forget();
      };
      resolve(database);
    };
  });
}

/** @param {IDBTransaction} transaction @returns {Promise<void>} */
function finished(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
