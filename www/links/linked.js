// From a link to practice. A deck that is new here is introduced first; one that was practiced before is not.

/** @import {Link} from "../link.js" */
/** @import {OpenDeck} from "../open-deck.js" */
/** @import {Entry} from "./kept.js" */

import { fileName, loadReader, moment, openText } from "../greenroom.js";
import { drawIntroduction, drawObstacle } from "./introduction.js";
import { hash, keep, keptDecks, keptText } from "./kept.js";
import { Obstacle, readDeck } from "./read.js";
import { words } from "./strings.js";

/** What decks without a title of their own have for an id: it says nothing about which deck it is. */
const STAND_INS = ["", "deck", "untitled", "untitled-deck"];

/** A stranger's deck has no address to load pictures from. */
export const NOWHERE = new URL("about:blank");

/**
 * The page around it.
 * @typedef {object} Page
 * @property {HTMLElement} place
 * @property {(title: string) => void} titled
 * @property {AbortSignal} signal Aborted when something else is shown.
 * @property {(deck: OpenDeck, notes: string[], untitled: string) => void} practice Told what to call a deck without a title.
 */

/**
 * What a link leads to.
 * @typedef {object} Found
 * @property {string} text
 * @property {string} name
 * @property {string} source
 * @property {string} address
 * @property {string} hash Of the text, where a link brought it.
 * @property {Entry | undefined} entry Where it is kept already.
 * @property {string[]} notes
 */

/**
 * @param {Link} link
 * @param {URL | null} url The deck's address, where the link has one.
 * @param {Page} page
 */
export async function showLinked(link, url, page) {
  try {
    await show(link, url, page);
  } catch (error) {
    if (!(error instanceof Obstacle)) throw error;
    if (!page.signal.aborted) drawObstacle(error, page);
  }
}

/** @param {Link} link @param {URL | null} url @param {Page} page */
async function show(link, url, page) {
  const kept = await keptDecks();
  const found = await find(link, url, kept);
  if (page.signal.aborted) return;
  /** @param {Entry | undefined} entry */
  const practice = async (entry) => {
    const { text, name, notes } = found;
    const source = entry?.source ?? found.source;
    const deck = await openText(text, NOWHERE, { ...link.choices, source, name });
    const isKept = await keepDeck({ ...found, source }, entry, deck);
    if (page.signal.aborted) return deck.session.free();
    page.practice(deck, [...link.faults, ...notes, ...(isKept ? [] : [words.notKept])], words.untitled);
  };
  if (found.entry) return practice(found.entry);
  const deck = await openText(found.text, NOWHERE, { source: found.source, name: found.name, store: "memory" });
  const overview = deck.session.overview(moment());
  const problems = deck.session.problems;
  deck.session.free();
  const topic = await topicOf(link, found);
  if (page.signal.aborted) return;
  const hasName = found.hash !== "" && !STAND_INS.includes(overview.id);
  const alike = hasName ? kept.find(({ address, id, title }) => !address && id === overview.id && title === overview.title) : undefined;
  drawIntroduction({ overview, problems, link, host: url?.host ?? "", topic, alike }, page, practice);
}

/**
 * The title of the topic that the link asks for, which may name it otherwise: the core knows which one is meant.
 * @param {Link} link
 * @param {Found} found
 * @returns {Promise<string | null>} Null where there is none.
 */
async function topicOf({ choices: { topic } }, { text, source, name }) {
  if (!topic) return null;
  const { session } = await openText(text, NOWHERE, { topic, source, name, store: "memory" });
  try {
    if (session.view(moment()).missingTopic !== null) return null;
    const asked = session.overview(moment()).topics.filter(({ standing }) => standing.cards > 0);
    return asked.length === 1 && asked[0] ? asked[0].title : topic;
  } finally {
    session.free();
  }
}

/**
 * @param {Link} link
 * @param {URL | null} url
 * @param {Entry[]} kept
 * @returns {Promise<Found>}
 */
async function find(link, url, kept) {
  if (url) return findAt(url, kept);
  if (link.text) return findWithin(link.text, kept);
  if (!link.kept) throw new Obstacle(words.badLink, [words.nothingInside]);
  const entry = kept.find(({ key }) => key === link.kept);
  const text = entry && (await keptText(entry));
  if (!entry || text == null) throw new Obstacle(words.noKept, [words.noKeptAdvice]);
  return { ...entry, text, name: "", hash: await hash(text), entry, notes: [] };
}

/** The network's text, else the kept one. @param {URL} url @param {Entry[]} kept @returns {Promise<Found>} */
async function findAt(url, kept) {
  const [address] = url.href.split("#", 1);
  const entry = kept.find((entry) => entry.address === address);
  const found = { name: fileName(url), source: sourceOf(url), address: address ?? "", hash: "", entry };
  try {
    return { ...found, text: await readDeck(url, entry !== undefined), notes: [] };
  } catch (error) {
    const text = entry && (await keptText(entry));
    if (text == null || !entry) throw error;
    const why = navigator.onLine ? words.gone : words.offline;
    return { ...found, text, notes: [words.keptCopy(why, new Date(entry.opened))] };
  }
}

/**
 * What progress is filed under: a deck of this origin as ever, one of another by where it is, so that no site can write
 * into the progress of another's deck.
 * @param {URL} url
 */
function sourceOf({ origin, pathname }) {
  return origin === location.origin ? origin : origin + pathname;
}

/** @param {string} payload @param {Entry[]} kept @returns {Promise<Found>} */
async function findWithin(payload, kept) {
  const text = unpack(await loadReader(), payload);
  const digest = await hash(text);
  const entry = kept.find(({ hashes }) => hashes.includes(digest));
  return { text, name: "", source: `link:${digest}`, address: "", hash: digest, entry, notes: [] };
}

/** @param {typeof import("../../pkg/reader.js")} engine @param {string} payload */
function unpack({ unpackLink }, payload) {
  try {
    return unpackLink(payload);
  } catch (error) {
    throw new Obstacle(words.badLink, [words.sentence(error instanceof Error ? error.message : String(error))]);
  }
}

/**
 * @param {Omit<Found, "entry">} found
 * @param {Entry | undefined} entry Where an earlier text of it is kept.
 * @param {OpenDeck} deck
 */
async function keepDeck({ text, source, address, hash: digest, notes }, entry, { session }) {
  // A copy that is shown because there is no better one stays as it is.
  if (entry && notes.length > 0) return true;
  const { id, title, standing } = session.overview(moment());
  const key = entry?.key ?? (await hash(address || source));
  const hashes = [...new Set([...(entry?.hashes ?? []), ...(digest ? [digest] : [])])];
  return keep({ key, source, address, hashes, id, title, cards: standing.cards, opened: moment().now }, text);
}
