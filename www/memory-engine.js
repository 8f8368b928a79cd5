// What fits the memory model to reviews: a module of its own, for whoever asks for that.

import init, * as memory from "../pkg/memory.js";
import { once } from "./once.js";

export { memory };

export const startMemory = once(async () => {
  await init({ module_or_path: fetch(new URL("memory_bg.wasm", import.meta.url)) });
  return memory;
});
