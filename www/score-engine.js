// What reads answers: a module of its own, which the first card does not wait for.

import init, * as score from "../pkg/score.js";
import { once } from "./once.js";

export { score };

export const startScore = once(async () => {
  await init({ module_or_path: fetch(new URL("score_bg.wasm", import.meta.url)) });
  return score;
});
