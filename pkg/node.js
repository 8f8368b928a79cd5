// For Node, whose `fetch` reads no files: the engine is started here, from the file beside this one.

import { readFileSync } from "node:fs";
import { initSync } from "./greenroom.js";

initSync({ module: readFileSync(new URL("greenroom_bg.wasm", import.meta.url)) });

export * from "./greenroom.js";
// `await init()` is needed in browsers; here it finds the engine running.
export { default } from "./greenroom.js";
