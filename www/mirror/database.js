// The mirror's database: texts by key, as `localStorage` has them.

/** @import {MirrorWrites, Texts} from "../../pkg/keeper.js" */

const DATABASE = "greenroom";
const TEXTS = "texts";

/** What stands under keys that begin so. @param {string} prefix @returns {Promise<Texts>} */
export async function read(prefix) {
  const transaction = (await open()).transaction(TEXTS);
  const texts = transaction.objectStore(TEXTS);
  const range = rangeOf(prefix);
  const [keys, values] = [texts.getAllKeys(range), texts.getAll(range)];
  await finished(transaction);
  return keys.result.map((key, index) => /** @type {const} */ ([String(key), String(values.result[index])]));
}

/** All of it or nothing. @param {MirrorWrites} writes */
export async function write(writes) {
  if (writes.length === 0) return;
  await change((texts) => {
    for (const [key, text] of writes) text === undefined ? texts.delete(key) : texts.put(text, key);
  });
}

/** Takes away what stands under keys that begin so. @param {string} prefix */
export function clear(prefix) {
  return change((texts) => texts.delete(rangeOf(prefix)));
}

/** @param {(texts: IDBObjectStore) => void} step */
async function change(step) {
  const transaction = (await open()).transaction(TEXTS, "readwrite", { durability: "strict" });
  step(transaction.objectStore(TEXTS));
  await finished(transaction);
}

/** @param {string} prefix */
function rangeOf(prefix) {
  return IDBKeyRange.bound(prefix, `${prefix}\uffff`);
}

/** @type {Promise<IDBDatabase> | undefined} */
let opening;

/** How often it was opened: between two of these times somebody may have cleared it. */
export let openings = 0;

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
      openings += 1;
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
