// The author's part of the engine: other formats, links and QR codes, beside what reads decks. Practice does without.

import init, * as author from "../pkg/author.js";
import { loadReader } from "./greenroom.js";
import { once } from "./once.js";

/** @typedef {Omit<typeof author, Started> & Omit<Awaited<ReturnType<typeof loadReader>>, Started>} AuthorEngine */
/** What starts a module. @typedef {"default" | "initSync" | "start"} Started */

export const loadAuthor = once(
  /** @returns {Promise<AuthorEngine>} */
  async () => {
    const [reader] = await Promise.all([loadReader(), init({ module_or_path: fetch(new URL("author_bg.wasm", import.meta.url)) })]);
    return { ...author, ...reader };
  },
);
