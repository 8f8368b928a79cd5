// The author's part of the engine: other formats, links and QR codes, beside what reads decks. Practice does without.

import init, * as author from "../pkg/author.js";
import { loadReader } from "./greenroom.js";

/** @typedef {Omit<typeof author, Started> & Omit<Awaited<ReturnType<typeof loadReader>>, Started>} AuthorEngine */
/** What starts a module. @typedef {"default" | "initSync" | "start"} Started */

/** @type {Promise<AuthorEngine> | undefined} */
let started;

/** Starts it with the first call; a start that failed is tried again. */
export function loadAuthor() {
  started ??= start().catch((error) => {
    started = undefined;
    throw error;
  });
  return started;
}

/** @returns {Promise<AuthorEngine>} */
async function start() {
  const [reader] = await Promise.all([loadReader(), init({ module_or_path: fetch(new URL("author_bg.wasm", import.meta.url)) })]);
  return { ...author, ...reader };
}
