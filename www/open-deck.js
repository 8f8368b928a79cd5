// From a deck's address, or its text, to a session.

/** @import {Session, SessionOptions} from "../pkg/greenroom.js" */
/** @import {Issue} from "../pkg/reader.js" */
/** @import {Mirror} from "./mirror.js" */

import { AbsentError } from "./absent-error.js";
import { moment } from "./clock.js";
import { loadCore, loadReader, loadScore } from "./core.js";
import { applyChoice, memoryOf } from "./memory-choice.js";
import { once } from "./once.js";
import { profile } from "./profile.js";

/** A deck's text may not be larger; what is larger is no deck. */
const MAX_BYTES = 5_000_000;

/** The decks that come with the engine lie beside it, as texts and compiled. */
const BESIDE = new URL("decks/", import.meta.url).href;

/**
 * A deck that is ready for practice. `compiled` is what it was opened from, `source` is what its progress is filed under,
 * beside its `id`, `address` where its pictures may come from, `problems` lists what is wrong with its text, `readAnswers`
 * gives the session what reads answers, and tells whether it could, and `memory` is what recall is predicted by. `mirror`
 * loads the second home of its progress; there is none where that is only in memory. For a draft nothing is planned.
 * @typedef {{ session: Session, compiled: Uint8Array, mirror: () => Promise<Mirror | null>, address: URL, source: string, id: string, changes: EventTarget, problems: () => Promise<Issue[]>, readAnswers: () => Promise<boolean>, memory: ReturnType<typeof memoryOf>, isDraft?: boolean }} OpenDeck
 */

/**
 * What is chosen for a session, whichever deck it is. `name` is the title of a deck that has none.
 * @typedef {Partial<Omit<SessionOptions, "seed">> & { name?: string }} Choices
 */

/**
 * Loads the engine and the deck side by side and opens a session.
 * @param {URL} address
 * @param {Choices} [choices]
 * @returns {Promise<OpenDeck>}
 */
export async function openDeck(address, choices) {
  if (!isCompiled(address)) return openText(fetchText(address), address, choices);
  const [compiled] = await Promise.all([fetchCompiled(address), loadCore()]);
  if (!compiled) return openText(fetchText(address), address, choices);
  return openCompiled(compiled, () => fetchText(address), address, choices);
}

/**
 * @param {string | Promise<string>} text
 * @param {URL} address
 * @param {Choices} [choices]
 * @returns {Promise<OpenDeck>}
 */
export async function openText(text, address, choices) {
  const [{ compileDeck }, read] = await Promise.all([loadReader(), text, loadCore()]);
  return openCompiled(compileDeck(read, nameOf(address, choices)), () => read, address, choices);
}

/**
 * @param {Uint8Array} deck
 * @param {() => string | Promise<string>} text What it was compiled from.
 * @param {URL} address
 * @param {Choices} [choices]
 * @returns {Promise<OpenDeck>}
 */
async function openCompiled(deck, text, address, choices = {}) {
  const { Session, changes } = await loadCore();
  const { source = address.origin } = choices;
  const session = new Session(deck, { profile, ...choices, source, seed: randomSeed() }, moment());
  applyChoice(session);
  const problems = async () => {
    const [{ checkDeck }, read] = await Promise.all([loadReader(), text()]);
    return checkDeck(read, nameOf(address, choices)).issues;
  };
  const readAnswers = once(async () => {
    const { Examiner } = await loadScore();
    session.setExaminer(new Examiner(session.vocabulary()));
    return true;
  });
  const mirror = once(async () => (choices.store === "memory" ? null : new (await import("./mirror.js")).Mirror(session)));
  return { session, compiled: deck, mirror, address, source, id: session.id, changes, problems, readAnswers, memory: memoryOf(session) };
}

/** @param {URL} address @param {Choices} [choices] */
function nameOf(address, { name = fileName(address) } = {}) {
  return name;
}

/** Whether a deck lies beside the engine, compiled by the same version. @param {URL} address */
function isCompiled({ href }) {
  return COMPILED_DECKS.some((name) => href === BESIDE + encodeURIComponent(name));
}

/** @param {URL} address */
async function fetchCompiled({ href }) {
  const response = await fetch(href.replace(/\.md$/, ".deck"));
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}

/** @param {URL} address */
async function fetchText(address) {
  const response = await fetch(address);
  const text = response.ok ? await readText(response) : "";
  if (response.ok && !isWebPage(text)) return text;
  throw new AbsentError(`${address.href} answered ${response.status}${text && " with a web page"}`);
}

/** Hosts answer with a page of theirs where there is nothing. @param {string} text */
export function isWebPage(text) {
  return /^\s*<(!doctype|html)\b/i.test(text.slice(0, 1000));
}

/**
 * The text of an answer, unless it is too large: a `RangeError`.
 * @param {Response} response
 */
export async function readText(response) {
  const reader = response.body?.getReader();
  if (!reader) return "";
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_BYTES) {
      await reader.cancel();
      throw new RangeError(`${response.url} is larger than ${MAX_BYTES} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * The file's name without its ending: `behavioral` of `decks/behavioral.md`.
 * @param {URL} address
 */
export function fileName(address) {
  const last = address.pathname.split("/").at(-1) ?? "";
  return decoded(last).replace(/\.[^.]*$/, "");
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A whole number below 2^53, drawn at random. */
export function randomSeed() {
  const [high, low] = crypto.getRandomValues(new Uint32Array(2));
  return (high >>> 11) * 2 ** 32 + low;
}
