// For Node, whose `fetch` reads no files: all modules are started here, from the files beside this one.

import { readFileSync } from "node:fs";
import { initSync as startAuthor } from "./author.js";
import { initSync as startCarrier } from "./carrier.js";
import { initSync as startGrader } from "./grader.js";
import { initSync as startPractice } from "./greenroom.js";
import { initSync as startMemory } from "./memory.js";
import { initSync as startReader } from "./reader.js";
import { initSync as startScore } from "./score.js";

/** @param {string} name */
const module = (name) => readFileSync(new URL(name, import.meta.url));

startPractice({ module: module("greenroom_bg.wasm") });
startReader({ module: module("reader_bg.wasm") });
startAuthor({ module: module("author_bg.wasm") });
startScore({ module: module("score_bg.wasm") });
startGrader({ module: module("grader_bg.wasm") });
startMemory({ module: module("memory_bg.wasm") });
startCarrier({ module: module("carrier_bg.wasm") });

export * from "./greenroom.js";
export { checkDeck, compileDeck, unpackLink } from "./reader.js";
export { exportDeck, importDeck, packLink, qrCode } from "./author.js";
export { Incoming, Carrier, compareTexts, pictureOfLink, readBackup, readProgressLink } from "./carrier.js";
export { Examiner } from "./score.js";
export { Corpus, Rubric, checkRubrics } from "./grader.js";
export { Fitting, Scheduler, diary, fit, forecast, reviewsNeeded } from "./memory.js";
// `await init()` is needed in browsers; here it finds the engine running.
export { default } from "./greenroom.js";
