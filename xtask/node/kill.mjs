// A browser that is killed while a learner practices: what was shown as saved must be there when it starts again.
//
//     node --experimental-websocket kill.mjs [ROUNDS]
//
// Each round starts a real browser on the same profile, looks which ratings it has, gives some, and kills the browser at
// a random moment. Then the same without IndexedDB, for comparison; and at last eight tabs that rate at once.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { argv } from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../wasm-tests/page/server.mjs";
import { startChromium } from "./kill/chromium.mjs";
import { startFirefox } from "./kill/firefox.mjs";
import { look, rate } from "./kill/page.mjs";

const { GREENROOM_SITE = "target/site", CHROMIUM = "/usr/bin/chromium", FIREFOX = "" } = process.env;
const NO_MIRROR = "Object.defineProperty(globalThis, 'indexedDB', { value: undefined });";
/** So long a busy machine may take until all is written. */
const PATIENCE = 180_000;

/**
 * A browser with one page that can be killed.
 * @typedef {{ open: (url: string) => Promise<void>, evaluate: <Result, Given>(work: (given: Given) => Result, given?: Given) => Promise<Result>, kill: () => Promise<void>, isRunning: () => boolean }} Killable
 */

/**
 * What a run came to. `saved` are the ratings that were shown as saved when the browser was killed.
 * @typedef {{ rounds: number, given: number, saved: number, lostSaved: number, lost: number }} Outcome
 */

/**
 * @param {number} rounds
 * @param {{ start?: typeof startChromium, hasMirror?: boolean, seed?: number, say?: (line: string) => void }} [options]
 * @returns {Promise<Outcome>}
 */
export async function killRounds(rounds, { start = startChromium, hasMirror = true, seed = 1, say = () => {} } = {}) {
  const server = await serve(GREENROOM_SITE);
  const profile = mkdtempSync(join(tmpdir(), "greenroom-kill-"));
  const random = dice(seed);
  const outcome = { rounds, given: 0, saved: 0, lostSaved: 0, lost: 0 };
  /** The ratings that must be there, and those that were given. @type {Set<string>[]} */
  let [saved, given] = [new Set(), new Set()];
  try {
    for (let round = 0; round <= rounds; round++) {
      const { page, found } = await practice(start, profile, server.url, hasMirror);
      const [lostSaved, lost] = [saved, given].map((ratings) => [...ratings].filter((rating) => !found.has(rating)).length);
      if (round > 0) say(`round ${round}: ${saved.size} shown as saved, ${given.size} given; lost: ${lostSaved} and ${lost}`);
      outcome.lostSaved += lostSaved ?? 0;
      outcome.lost += lost ?? 0;
      saved = given = found;
      const end = performance.now() + 200 + 5000 * random();
      try {
        while (round < rounds && performance.now() < end) {
          await page.evaluate(rate, 1 + Math.floor(5 * random()));
          await pause(Math.max(0, Math.min(end - performance.now(), 300 * random() ** 3)));
          const seen = await look(page);
          given = seen.ratings;
          if (seen.isSaved) saved = given;
        }
      } catch (error) {
        // A browser that ends by itself counts as killed; its socket closes a little before.
        await pause(500);
        if (page.isRunning()) throw error;
      }
      outcome.given += given.size - found.size;
      outcome.saved += saved.size - found.size;
      // One more, so that the end may come while it is written.
      if (round < rounds) page.evaluate(rate, 4).catch(() => {});
      await pause(6 * random());
      await page.kill();
    }
    return outcome;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    await server.close();
  }
}

/**
 * A browser on this profile, with the deck open and both homes of the progress brought together, and the ratings it has.
 * @param {typeof startChromium} start @param {string} profile @param {string} url @param {boolean} hasMirror
 * @returns {Promise<{ page: Killable, found: Set<string> }>}
 */
async function practice(start, profile, url, hasMirror) {
  for (let tries = 1; ; tries++) {
    try {
      return await open(await start(profile, hasMirror ? "" : NO_MIRROR), url, hasMirror);
    } catch (error) {
      // After a crash some do not come up at once. Nothing was rated there yet.
      if (tries === 3) throw error;
    }
  }
}

/** @param {Killable} page @param {string} url @param {boolean} hasMirror */
async function open(page, url, hasMirror) {
  try {
    await page.open(`${url}#deck=decks/behavioral.md`);
    for (const end = Date.now() + 30_000; !(await page.evaluate(isReady, hasMirror)); await pause(50)) {
      if (Date.now() > end) throw new Error("the deck did not open");
    }
    return { page, found: (await look(page)).ratings };
  } catch (error) {
    await page.kill();
    throw error;
  }
}

/** Runs in the page. @param {boolean} hasMirror */
function isReady(hasMirror) {
  const root = document.querySelector("greenroom-deck")?.shadowRoot;
  return Boolean(root?.querySelector(hasMirror ? ".saved:not(.away)" : ".card"));
}

/**
 * So many tabs of one browser, each rating so many cards at once; tells how many ratings each tab came to know.
 * @param {number} tabs @param {number} each @returns {Promise<number[]>}
 */
export async function rateInTabs(tabs, each) {
  const server = await serve(GREENROOM_SITE);
  const browser = await chromium.launch({ executablePath: CHROMIUM });
  try {
    const context = await browser.newContext();
    const pages = await Promise.all(Array.from({ length: tabs }, () => context.newPage()));
    const saved = (/** @type {typeof pages[0]} */ page) => page.locator("greenroom-deck .saved:not(.away)").waitFor({ timeout: PATIENCE });
    for (const page of pages) {
      await page.goto(`${server.url}#deck=decks/behavioral.md`);
      await saved(page);
    }
    await Promise.all(
      pages.map(async (page) => {
        for (let card = 0; card < each; card++) await page.evaluate(rate, 1 + (card % 5));
      }),
    );
    await Promise.all(pages.map(saved));
    return await Promise.all(pages.map(async (page) => (await look(page)).ratings.size));
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Numbers from 0 to 1, the same at every run. @param {number} seed */
function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const rounds = Number(argv[2] ?? 60);
  const browsers = /** @type {[string, typeof startChromium][]} */ ([["Chromium", startChromium], ...(FIREFOX ? [["Firefox", startFirefox]] : [])]);
  for (const [browser, start] of browsers)
    for (const hasMirror of [true, false]) {
      const name = `${browser}, ${hasMirror ? "localStorage and IndexedDB" : "localStorage alone"}`;
      console.log(`\n${name}`);
      const { given, saved, lostSaved, lost } = await killRounds(rounds, { start, hasMirror, say: console.log });
      console.log(`${name}: ${rounds} kills, ${given} ratings given, ${saved} shown as saved; lost of those shown as saved: ${lostSaved}, of all: ${lost}`);
      if (lostSaved > 0) process.exitCode = 1;
    }
  const counts = await rateInTabs(8, 500);
  console.log(`\neight tabs, 500 ratings each: ${counts.join(", ")} of 4000 known to each`);
  if (counts.some((count) => count !== 4000)) process.exitCode = 1;
}
