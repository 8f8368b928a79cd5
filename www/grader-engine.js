// What looks for faults in key points: a module of its own, for the author's page alone.

import init, * as grader from "../pkg/grader.js";
import { once } from "./once.js";

export { grader };

export const startGrader = once(async () => {
  await init({ module_or_path: fetch(new URL("grader_bg.wasm", import.meta.url)) });
  return grader;
});
