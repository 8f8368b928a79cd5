// What takes progress out and in: a module of its own, for the page where learners look after theirs.

import init, * as keeper from "../pkg/keeper.js";
import { once } from "./once.js";

export { keeper };

export const startKeeper = once(async () => {
  await init({ module_or_path: fetch(new URL("keeper_bg.wasm", import.meta.url)) });
  return keeper;
});
