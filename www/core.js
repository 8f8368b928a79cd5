// The engine: one WebAssembly module for each document, however many decks,
// script tags and copies of this script it has.

import init, { Session } from "../pkg/greenroom.js";

/**
 * The running engine. `changes` tells of every rating given in this document:
 * the event's type is the deck's key, so that two elements with one deck agree.
 * @typedef {{ Session: typeof Session, changes: EventTarget }} Core
 */

const CORE = Symbol.for("greenroom.core.v1");

/**
 * The engine, started by the first who asks. A start that failed is forgotten,
 * so that asking again tries again.
 * @returns {Promise<Core>}
 */
export function loadCore() {
  const shared = /** @type {{ [CORE]?: Promise<Core> }} */ (globalThis);
  shared[CORE] ??= start().catch((error) => {
    delete shared[CORE];
    throw error;
  });
  return shared[CORE];
}

/** @returns {Promise<Core>} */
async function start() {
  await init({ module_or_path: fetch(new URL("greenroom_bg.wasm", import.meta.url)) });
  return { Session, changes: new EventTarget() };
}

/**
 * What reads decks that come as text; loaded with the first of them.
 * @returns {Promise<typeof import("./reader-engine.js").reader>}
 */
export async function loadReader() {
  const { startReader } = await import("./reader-engine.js");
  return startReader();
}

/**
 * What reads answers; loaded behind the first card.
 * @returns {Promise<typeof import("./score-engine.js").score>}
 */
export async function loadScore() {
  const { startScore } = await import("./score-engine.js");
  return startScore();
}
