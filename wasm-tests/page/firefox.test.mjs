// The page in Firefox, where it is installed: what Chromium's tests cannot say for it.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { killRounds } from "../../xtask/node/kill.mjs";
import { startFirefox } from "../../xtask/node/kill/firefox.mjs";
import { serve } from "./server.mjs";

/** @import {Killable} from "../../xtask/node/kill.mjs" */

const { FIREFOX, GREENROOM_SITE = "target/site" } = process.env;
const skip = FIREFOX ? false : "Firefox is not installed";
/** Keeps the faults of the page. */
const LISTENING = "globalThis.faults = []; for (const kind of ['error', 'unhandledrejection']) addEventListener(kind, (event) => faults.push(String(event.message ?? event.reason)));";

/** @param {(page: Killable, url: string, stop: () => Promise<void>) => Promise<void>} story */
async function visit(story) {
  const server = await serve(GREENROOM_SITE);
  const profile = mkdtempSync(join(tmpdir(), "greenroom-firefox-"));
  const page = await startFirefox(profile, LISTENING);
  try {
    await story(page, server.url, () => server.close());
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).faults), []);
  } finally {
    await page.kill();
    await server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
}

/** Waits for words on the page, in the widget or around it. @param {Killable} page @param {string} words */
async function read(page, words) {
  for (const end = Date.now() + 20_000; ; await pause(50)) {
    const text = await page.evaluate(() => `${document.body?.innerText} ${document.querySelector("greenroom-deck")?.shadowRoot?.querySelector(":host > *")?.textContent}`);
    if (text.includes(words)) return;
    if (Date.now() > end) assert.fail(`“${words}” is not in: ${text}`);
  }
}

/** Presses a button of the widget. @param {Killable} page @param {string} selector */
const press = (page, selector) =>
  page.evaluate((selector) => {
    const button = document.querySelector("greenroom-deck")?.shadowRoot?.querySelector(selector);
    if (!(button instanceof HTMLElement)) throw new Error(`there is no ${selector}`);
    button.click();
  }, selector);

test("in Firefox an answer is read, a rating is kept and looked after, and all of it works offline", { skip }, () =>
  visit(async (page, url, stop) => {
    await page.open(`${url}#deck=decks/behavioral.md`);
    await read(page, "67 new");
    await page.evaluate(() => {
      const field = document.querySelector("greenroom-deck")?.shadowRoot?.querySelector("textarea");
      if (!field) throw new Error("there is no field");
      field.value = "First the stakes that we shared: what we both cared about, and what waiting would cost.";
      field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
    });
    await press(page, '.actions [part~="primary"]');
    await read(page, "Found 1 of 6 points");
    await press(page, '[part~="rating-4"]');
    await read(page, "66 new");
    await page.open(`${url}#progress`);
    await read(page, "1 rating of 1 deck");
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
    await stop();
    await page.open(`${url}#deck=decks/case.md`);
    await page.evaluate(() => location.reload());
    await read(page, "70 new");
  }));

test("Firefox killed at any moment keeps what was shown as saved", { skip }, async () => {
  const { given, saved, lostSaved } = await killRounds(2, { start: startFirefox, seed: 5 });
  assert.ok(saved > 0 && given >= saved, `${given} given, ${saved} saved`);
  assert.equal(lostSaved, 0);
});
