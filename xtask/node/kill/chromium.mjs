// Chromium to be killed.

import { chromium } from "playwright-core";
import { startBrowser } from "./processes.mjs";

/** @import {Killable} from "../kill.mjs" */

const { CHROMIUM = "/usr/bin/chromium" } = process.env;

/** On a profile of its own. `script` runs before the page's. @param {string} profile @param {string} script @returns {Promise<Killable>} */
export async function startChromium(profile, script) {
  const flags = ["--headless=new", "--no-sandbox", "--no-first-run", "--disable-gpu", "--hide-crash-restore-bubble", "--remote-debugging-port=0", `--user-data-dir=${profile}`];
  const { address, kill, isRunning } = startBrowser(CHROMIUM, flags, /DevTools listening on (ws:\S+)/);
  try {
    const connection = await chromium.connectOverCDP(await address);
    const context = connection.contexts()[0] ?? (await connection.newContext());
    const page = await context.newPage();
    await page.addInitScript(script);
    return {
      open: async (url) => void (await page.goto(url)),
      evaluate: (/** @type {any} */ work, /** @type {any} */ given) => page.evaluate(work, given),
      kill,
      isRunning,
    };
  } catch (error) {
    await kill();
    throw error;
  }
}
