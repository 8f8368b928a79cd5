// What reads decks that come as text: a module of its own, which decks that come with the engine do without.

import init, * as reader from "../pkg/reader.js";
import { once } from "./once.js";

export { reader };

export const startReader = once(async () => {
  await init({ module_or_path: fetch(new URL("reader_bg.wasm", import.meta.url)) });
  return reader;
});
