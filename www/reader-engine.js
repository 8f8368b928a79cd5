// What reads decks that come as text: a module of its own, which decks that come with the engine do without.

import init, * as reader from "../pkg/reader.js";

export { reader };

/** @type {Promise<typeof reader> | undefined} */
let started;

/** Starts it with the first call; a start that failed is tried again. */
export function startReader() {
  started ??= start().catch((error) => {
    started = undefined;
    throw error;
  });
  return started;
}

async function start() {
  await init({ module_or_path: fetch(new URL("reader_bg.wasm", import.meta.url)) });
  return reader;
}
