// A visit to the site in a real browser: what the tests of the page share.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const { GREENROOM_SITE = "target/site", CHROMIUM = "/usr/bin/chromium" } = process.env;
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Saturday, 21 November 2026, ten in the morning in Berlin. */
export const NOW = Date.UTC(2026, 10, 21, 9);

/**
 * @typedef {import("playwright-core").Page} Page
 * @typedef {import("playwright-core").BrowserContext} Context
 * @typedef {{ url: string, page: Page, context: Context, messages: string[], addPage: () => Promise<Page> }} Visit
 */

/**
 * Runs `story` in a browser of its own, on a site of its own; any message on the console is a fault unless
 * `allows` matches it.
 * @param {(visit: Visit) => Promise<void>} story
 * @param {object} [options]
 * @param {import("playwright-core").BrowserContextOptions} [options.context]
 * @param {string[]} [options.args] For the browser.
 * @param {Record<string, string>} [options.files] Files that the site has besides its own: text by path.
 * @param {Record<string, string>} [options.headers] Sent with every answer.
 * @param {RegExp} [options.allows]
 */
export async function visit(story, { context: options = {}, args = [], files = {}, headers = {}, allows } = {}) {
  const server = await serve(GREENROOM_SITE, { prefix: "/practice/", headers });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args });
  /** @type {string[]} */
  const messages = [];
  try {
    const context = await browser.newContext({ timezoneId: "Europe/Berlin", locale: "en-US", ...options });
    context.setDefaultTimeout(10_000);
    for (const [path, body] of Object.entries(files))
      await context.route(server.url + path, (route) => route.fulfill({ body, contentType: typeOf(path), headers }));
    const addPage = async () => {
      const page = await context.newPage();
      page.on("console", (message) => messages.push(`${message.type()}: ${message.text()}`));
      page.on("pageerror", (error) => messages.push(`fault: ${error.message}`));
      return page;
    };
    await story({ url: server.url, page: await addPage(), context, messages, addPage });
    assert.deepEqual(messages.filter((message) => !allows?.test(message)), []);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** @param {string} path */
function typeOf(path) {
  const type = path.endsWith(".html") ? "text/html" : path.endsWith(".js") ? "text/javascript" : "text/markdown";
  return `${type}; charset=utf-8`;
}

/** Clears both homes of the progress, from a place of the site that has neither open. @param {Visit} visit */
export async function clearProgress({ page, context, url }) {
  await context.route(`${url}empty.html`, (route) => route.fulfill({ body: "<link rel=icon href=data:,>", contentType: "text/html" }));
  await page.goto(`${url}empty.html`);
  await page.evaluate(() => {
    localStorage.clear();
    return new Promise((done) => Object.assign(indexedDB.deleteDatabase("greenroom"), { onsuccess: done, onerror: done }));
  });
}

/** Leaves no room in `localStorage`. @param {Page} page */
export function fillStore(page) {
  return page.evaluate(() => {
    for (let size = 5 * 1024 * 1024, filler = ""; size >= 1; ) {
      try {
        localStorage.setItem("filler", (filler += "x".repeat(size)));
      } catch {
        filler = filler.slice(size);
        size = Math.floor(size / 2);
      }
    }
  });
}

/** What is saved as a file by pressing a button. @param {Page} page @param {string} name */
export async function download(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/** The keys of progress in IndexedDB. @param {Page} page @returns {Promise<string[]>} */
export function mirrored(page) {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("greenroom");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const request = database.transaction("texts").objectStore("texts").getAllKeys();
          request.onsuccess = () => {
            database.close();
            resolve(request.result.map(String));
          };
        };
      }),
  );
}

/** The deck's page, ready for practice. @param {Visit} visit */
export async function openDeck({ url, page }, deck = "decks/behavioral.md") {
  await page.goto(`${url}#deck=${deck}`);
  await prompt(page).waitFor();
}

/** @param {Page} page */
export function prompt(page) {
  return page.getByRole("heading", { level: 2 });
}

/** The headings on screen, in order. @param {Page} page */
export function headings(page) {
  return page.locator("greenroom-deck").getByRole("heading").allTextContents();
}

/** Shows the answer and rates it by button. @param {Page} page @param {number} rating */
export async function rate(page, rating) {
  await page.getByRole("button", { name: "Show answer" }).click();
  await ratingButton(page, rating).click();
}

/** @param {Page} page @param {number} rating */
export function ratingButton(page, rating) {
  return page.getByRole("group", { name: "How well did you know this?" }).getByRole("button").nth(rating - 1);
}

/** What axe finds on the page. @param {Page} page */
export async function violations(page) {
  await page.evaluate(await readFile(AXE, "utf8"));
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.map(
      (/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.target.join(" ")).join(", ")}`,
    );
  });
}

/** The progress that the browser keeps: values by key. @param {Page} page */
export function stored(page) {
  return page.evaluate(() => {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? "");
    return Object.fromEntries(keys.map((key) => [key, localStorage.getItem(key) ?? ""]));
  });
}

/** Whether something is wider than the window. @param {Page} page */
export function overflows(page) {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
