// The texts of cards as their answers were last seen: an entry of a database for each, so that nothing is ever read,
// changed and written back. They are no progress: where they are lost, the next change of a card goes unnoticed.

const DATABASE = "greenroom-seen";
const CARDS = "cards";

/**
 * The text last kept under the first of these keys that has one, while `text` takes its place under the first.
 * @param {string[]} keys
 * @param {string} text
 * @returns {Promise<string | null>} Null where there was none.
 */
export async function exchange(keys, text) {
  const database = await open();
  try {
    const store = database.transaction(CARDS, "readwrite").objectStore(CARDS);
    const found = await Promise.all(keys.map((key) => result(store.get(key))));
    store.put(text, keys[0]);
    return found.find((text) => typeof text === "string") ?? null;
  } finally {
    database.close();
  }
}

/** Forgets what was kept under keys that begin so. @param {string} prefix */
export async function forget(prefix) {
  const database = await open();
  try {
    const store = database.transaction(CARDS, "readwrite").objectStore(CARDS);
    await result(store.delete(IDBKeyRange.bound(prefix, `${prefix}\uffff`)));
  } finally {
    database.close();
  }
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(CARDS);
  return result(request);
}

/** @template Value @param {IDBRequest<Value>} request @returns {Promise<Value>} */
function result(request) {
  return new Promise((succeed, fail) => {
    request.onsuccess = () => succeed(request.result);
    request.onerror = () => fail(request.error);
  });
}
