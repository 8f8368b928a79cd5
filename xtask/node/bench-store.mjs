// Prints how much room stored progress takes, and how long Chromium takes to load it: node bench-store.mjs [REVIEWS]

import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../wasm-tests/page/server.mjs";
import { shortDeck } from "./cards.mjs";

const QUOTA = 5 * 2 ** 20;
const CARDS = 400;
const STARTS = 9;

const reviews = Number(process.argv[2] ?? 100_000);
const server = await serve(fileURLToPath(new URL("../../pkg/", import.meta.url)));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
try {
  const page = await browser.newPage();
  await page.goto(`${server.url}README.md`);
  const given = { deck: shortDeck(CARDS), url: server.url, reviews, starts: STARTS };
  const measured = await page.evaluate(measure, given);
  console.log(`${reviews} reviews of ${CARDS} cards, 50 in a sitting; milliseconds until a session is there`);
  console.log(`${"".padEnd(24)}${["characters", "fit the quota", "median", "best"].map((name) => name.padStart(15)).join("")}`);
  for (const { name, characters, times } of measured) {
    const sorted = times.sort((one, other) => one - other);
    const [median = NaN, best = NaN] = [sorted[Math.floor(sorted.length / 2)], sorted[0]];
    const each = characters / reviews;
    const columns = characters > 0 ? [each.toFixed(1), String(Math.floor(QUOTA / each))] : ["", ""];
    console.log(`${name.padEnd(24)}${[...columns, median.toFixed(1), best.toFixed(1)].map((text) => text.padStart(15)).join("")}`);
  }
} finally {
  await browser.close();
  await server.close();
}

/**
 * Runs in the page.
 * @param {{ deck: string, url: string, reviews: number, starts: number }} given
 */
async function measure({ deck, url, reviews, starts }) {
  const [{ default: init, Session }, { default: startReader, compileDeck }, { default: startKeeper, Keeper }] = await Promise.all([
    import(`${url}greenroom.js`),
    import(`${url}reader.js`),
    import(`${url}keeper.js`),
  ]);
  await Promise.all([init(), startReader(), startKeeper()]);
  const cards = deck.split(/^(?=## )/m);
  const turned = (/** @type {number} */ by) => compileDeck([...cards.slice(by), ...cards.slice(0, by)].join(""), "bench");
  const decks = Array.from({ length: cards.length / 50 }, (_, index) => turned(index * 50));
  /** @type {[string, string][]} */
  const texts = [];
  for (let sitting = 0; texts.length < reviews; sitting++) {
    const moment = () => ({ now: 1_795_262_400_000 + texts.length * 60_000, offset: 60 });
    const session = new Session(decks[sitting % decks.length], { store: "memory", seed: sitting, mode: "free" }, moment());
    for (let card = 0; card < 50; card++) {
      session.act("reveal", moment());
      // A checkpoint comes after every tenth.
      if (card % 10 === 0 && card > 0) session.act("continue", moment());
      session.act("reveal", moment());
      session.act({ rate: 1 + (card % 5) }, moment());
      texts.push(...session.takeWrites());
    }
    session.free();
  }
  const open = () => new Session(decks[0], { seed: 1 }, { now: 1_795_262_400_000 + reviews * 60_000, offset: 60 });
  const time = () =>
    Array.from({ length: starts }, () => {
      const start = performance.now();
      const session = open();
      const took = performance.now() - start;
      session.free();
      return took;
    });
  const prefix = open().prefix;
  const characters = () => {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? "");
    return keys.reduce((sum, key) => sum + key.length + (localStorage.getItem(key)?.length ?? 0), 0);
  };
  const measured = [{ name: "nothing stored", characters: 0, times: time() }];
  for (const [key, text] of texts.slice(0, reviews)) localStorage.setItem(key, text);
  measured.push({ name: "a key for each", characters: characters(), times: time() });
  // The store is nearly full: each time there is more room, as it is over some days.
  for (let step = 0; step < 8; step++) new Keeper(prefix).tidy(false);
  measured.push({ name: "packed", characters: characters(), times: time() });
  return measured;
}
