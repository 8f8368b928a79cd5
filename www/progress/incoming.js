// What a file or a link brings: said first, and added when the learner wants it.

/** @import {Incoming, Preview} from "../../pkg/carrier.js" */
/** @import {Page} from "./page.js" */

import { button, el, moment } from "../greenroom.js";
import { isNews, words } from "./strings.js";

/** No backup of a lifetime is as large. */
const MAX_BYTES = 100_000_000;

/** @param {Page} page @param {HTMLElement} place @param {File} file */
export async function readFile(page, place, file) {
  const { name } = file;
  const done = () => page.focus();
  if (file.size > MAX_BYTES) return drawProblem(place, words.tooLarge(name), done);
  let document;
  try {
    document = JSON.parse(await file.text());
  } catch (error) {
    return drawProblem(place, error instanceof SyntaxError ? words.noJson(name) : words.notRead(name), done);
  }
  read(page, place, { what: words.inBackup, level: "h3", done }, () => page.engine.readBackup(document));
}

/** @param {Page} page @param {HTMLElement} place @param {string} payload */
export function readLink(page, place, payload) {
  // What was taken in, or left, is not asked again when the page is loaded again.
  const done = () => {
    history.replaceState(null, "", "#progress");
    page.focus();
  };
  read(page, place, { what: words.inLink, level: "h2", done }, () => page.engine.readProgressLink(payload));
}

/** What it is, where it stands, and what is done with it at last. @typedef {{ what: string, level: "h2" | "h3", done: () => void }} Kind */

/** @param {Page} page @param {HTMLElement} place @param {Kind} kind @param {() => Incoming} open */
function read(page, place, kind, open) {
  try {
    draw(page, place, kind, open());
  } catch (error) {
    drawProblem(place, words.sentence(error instanceof Error ? error.message : String(error)), kind.done);
  }
}

/** @param {Page} page @param {HTMLElement} place @param {Kind} kind @param {Incoming} incoming */
function draw(page, place, { what, level, done }, incoming) {
  const preview = page.carrier.preview(incoming);
  const isNew = preview.decks.some(isNews);
  const close = () => {
    incoming.free();
    place.replaceChildren();
    done();
  };
  const add = async () => {
    const records = page.carrier.restore(incoming, moment());
    close();
    const { problem } = await page.keep();
    page.say(problem || words.added(records));
  };
  const heading = el(level, { tabindex: -1 }, words.adds(what, preview));
  const notes = [words.known(preview), words.unreadable(preview.unreadable), words.newer(preview.newer), isNew && words.trust];
  place.replaceChildren(
    el(
      "div",
      { class: "incoming" },
      heading,
      isNew && el("ul", {}, ...deckLines(preview)),
      ...notes.filter(Boolean).map((note) => el("p", { class: "soft" }, note)),
      el("div", { class: "ways" }, isNew && button({ class: "button" }, () => void add(), words.add), button({ class: "button second" }, close, isNew ? words.leave : words.close)),
    ),
  );
  heading.focus();
}

/** @param {Preview} preview */
function deckLines({ decks }) {
  const lines = decks.filter(isNews);
  return lines.map((deck) => el("li", {}, el("span", {}, deck.title ?? words.unknownDeck), el("span", { class: "soft" }, words.ofDeck(deck))));
}

/** @param {HTMLElement} place @param {string} text @param {() => void} done */
function drawProblem(place, text, done) {
  const close = () => {
    place.replaceChildren();
    done();
  };
  place.replaceChildren(el("div", { class: "incoming", role: "alert" }, el("p", {}, text), el("div", { class: "ways" }, button({ class: "button second" }, close, words.close))));
}
