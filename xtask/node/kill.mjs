// A browser that is killed while a learner practices: what was shown as saved must be there when it starts again.
//
//     node kill.mjs [ROUNDS]
//
// Each round starts a real Chromium on the same profile, looks which ratings it has, gives some, and kills the browser at
// a random moment. Then the same without IndexedDB, for comparison; and at last eight tabs that rate at once.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { argv } from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../wasm-tests/page/server.mjs";

const { GREENROOM_SITE = "target/site", CHROMIUM = "/usr/bin/chromium" } = process.env;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/**
 * What a run came to. `saved` are the ratings that were shown as saved when the browser was killed.
 * @typedef {{ rounds: number, given: number, saved: number, lostSaved: number, lost: number }} Outcome
 */

/**
 * @param {number} rounds
 * @param {{ hasMirror?: boolean, seed?: number, say?: (line: string) => void }} [options]
 * @returns {Promise<Outcome>}
 */
export async function killRounds(rounds, { hasMirror = true, seed = 1, say = () => {} } = {}) {
  const server = await serve(GREENROOM_SITE);
  const profile = mkdtempSync(join(tmpdir(), "greenroom-kill-"));
  const random = dice(seed);
  const outcome = { rounds, given: 0, saved: 0, lostSaved: 0, lost: 0 };
  /** The ratings that must be there, and those that were given. @type {Set<string>[]} */
  let [saved, given] = [new Set(), new Set()];
  try {
    for (let round = 0; round <= rounds; round++) {
      const { page, kill } = await start(profile, server.url, hasMirror);
      const found = (await look(page)).ratings;
      const [lostSaved, lost] = [saved, given].map((ratings) => [...ratings].filter((rating) => !found.has(rating)).length);
      if (round > 0) say(`round ${round}: ${saved.size} shown as saved, ${given.size} given; lost: ${lostSaved} and ${lost}`);
      outcome.lostSaved += lostSaved ?? 0;
      outcome.lost += lost ?? 0;
      saved = given = found;
      const end = performance.now() + 200 + 5000 * random();
      while (round < rounds && performance.now() < end) {
        await page.evaluate(rate, 1 + Math.floor(5 * random()));
        await pause(Math.max(0, Math.min(end - performance.now(), 300 * random() ** 3)));
        const seen = await look(page);
        given = seen.ratings;
        if (seen.isSaved) saved = given;
      }
      outcome.given += given.size - found.size;
      outcome.saved += saved.size - found.size;
      // One more, so that the end may come while it is written.
      if (round < rounds) page.evaluate(rate, 4).catch(() => {});
      await pause(6 * random());
      await kill();
    }
    return outcome;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
    await server.close();
  }
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
    for (const page of pages) {
      await page.goto(`${server.url}#deck=decks/behavioral.md`);
      await page.locator("greenroom-deck .saved:not(.away)").waitFor();
    }
    await Promise.all(
      pages.map(async (page) => {
        for (let card = 0; card < each; card++) await page.evaluate(rate, 1 + (card % 5));
        await page.locator("greenroom-deck .saved:not(.away)").waitFor();
      }),
    );
    return await Promise.all(pages.map(async (page) => (await look(page)).ratings.size));
  } finally {
    await browser.close();
    await server.close();
  }
}

/** A browser on this profile, with the deck open and both homes of the progress brought together. @param {string} profile @param {string} url @param {boolean} hasMirror */
async function start(profile, url, hasMirror) {
  const flags = ["--headless=new", "--no-sandbox", "--no-first-run", "--disable-gpu", "--remote-debugging-port=0", `--user-data-dir=${profile}`];
  // A group of processes of its own, so that none outlives the browser.
  const browser = spawn(CHROMIUM, flags, { stdio: ["ignore", "ignore", "pipe"], detached: true });
  const ended = new Promise((resolve) => browser.once("exit", resolve));
  const kill = async () => {
    if (browser.pid && browser.exitCode === null) process.kill(-browser.pid, "SIGKILL");
    await ended;
  };
  try {
    const connection = await chromium.connectOverCDP(await endpoint(browser));
    const context = connection.contexts()[0] ?? (await connection.newContext());
    const page = await context.newPage();
    if (!hasMirror) await page.addInitScript("Object.defineProperty(globalThis, 'indexedDB', { value: undefined })");
    await page.goto(`${url}#deck=decks/behavioral.md`);
    await page.locator(hasMirror ? "greenroom-deck .saved:not(.away)" : "greenroom-deck .card").waitFor();
    return { page, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** @param {import("node:child_process").ChildProcess} browser @returns {Promise<string>} */
function endpoint({ stderr }) {
  return new Promise((resolve, reject) => {
    let said = "";
    stderr?.on("data", (chunk) => {
      const [, address] = (said += chunk).match(/DevTools listening on (ws:\S+)/) ?? [];
      if (address) resolve(address);
    });
    stderr?.on("end", () => reject(new Error(`the browser did not start: ${said}`)));
  });
}

/** Runs in the page: goes on until a card is rated. @param {number} rating */
export function rate(rating) {
  const root = document.querySelector("greenroom-deck")?.shadowRoot;
  for (let step = 0; step < 20; step++) {
    const button = root?.querySelector(`[part~="rating-${rating}"]`);
    const next = button ?? root?.querySelector('.actions [part~="primary"]') ?? root?.querySelector('.actions [part~="secondary"]');
    if (next instanceof HTMLElement) next.click();
    if (button) return;
  }
}

/** The ratings that the page has stored, and whether it shows that all are safe. @param {import("playwright-core").Page} page */
export async function look(page) {
  const { isSaved, texts } = await page.evaluate(() => {
    const mark = document.querySelector("greenroom-deck")?.shadowRoot?.querySelector(".saved");
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? "");
    return { isSaved: mark ? !mark.classList.contains("away") : false, texts: keys.map((key) => [key, localStorage.getItem(key) ?? ""]) };
  });
  const ratings = texts.flatMap(([key = "", text = ""]) => {
    const [, , kind, name = ""] = key.split(":");
    return key.startsWith("gr1:") && kind === "l" ? [name] : kind === "s" ? packed(text) : [];
  });
  return { isSaved, ratings: new Set(ratings) };
}

/** The names of the records in a segment. @param {string} text */
function packed(text) {
  let [writer, first] = ["", 0];
  return text.split(".").flatMap((piece) => {
    if (piece.startsWith("*")) [writer, first] = [piece.slice(1, 7), number(piece.slice(7, 13))];
    if (piece === "" || piece.startsWith("*")) return [];
    return [`${writer}.${first + ((number(piece.slice(0, 1)) - first) & 63)}`];
  });
}

/** @param {string} text */
function number(text) {
  return [...text].reduce((value, character) => value * 64 + ALPHABET.indexOf(character), 0);
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
  for (const [name, hasMirror] of /** @type {const} */ ([["localStorage and IndexedDB", true], ["localStorage alone", false]])) {
    console.log(`\n${name}`);
    const { given, saved, lostSaved, lost } = await killRounds(rounds, { hasMirror, say: console.log });
    console.log(`${name}: ${rounds} kills, ${given} ratings given, ${saved} shown as saved; lost of those shown as saved: ${lostSaved}, of all: ${lost}`);
    if (lostSaved > 0) process.exitCode = 1;
  }
  const counts = await rateInTabs(8, 500);
  console.log(`\neight tabs, 500 ratings each: ${counts.join(", ")} of 4000 known to each`);
  if (counts.some((count) => count !== 4000)) process.exitCode = 1;
}
