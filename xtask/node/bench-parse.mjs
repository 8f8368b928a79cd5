// Prints how long the module takes to read a large deck in Chromium, started anew and used before.

import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../wasm-tests/page/server.mjs";
import { longDeck } from "./cards.mjs";

const STARTS = 5;
const READINGS = 15;

const deck = longDeck(400, 2_300);
const server = await serve(fileURLToPath(new URL("../../pkg/", import.meta.url)));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
/** @type {{ cold: number[], warm: number[] }} */
const times = { cold: [], warm: [] };
try {
  for (let start = 0; start < STARTS; start++) {
    // A page in a context of its own has no code that was compiled before.
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${server.url}README.md`);
    const [cold = NaN, ...warm] = await page.evaluate(measure, { deck, url: server.url, readings: READINGS });
    times.cold.push(cold);
    times.warm.push(...warm);
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(`${deck.match(/^## /gm)?.length} cards, ${Buffer.byteLength(deck)} bytes; milliseconds`);
console.log(`${"".padEnd(24)}${"median".padStart(10)}${"best".padStart(10)}`);
for (const [name, what] of /** @type {const} */ ([["cold", "first of a page"], ["warm", "later"]])) {
  const sorted = times[name].sort((one, other) => one - other);
  const [median, best] = [sorted[Math.floor(sorted.length / 2)], sorted[0]];
  console.log(`${what.padEnd(24)}${median.toFixed(1).padStart(10)}${best.toFixed(1).padStart(10)}`);
}

/**
 * Runs in the page.
 * @param {{ deck: string, url: string, readings: number }} given
 */
async function measure({ deck, url, readings }) {
  const { default: init, compileDeck } = await import(`${url}reader.js`);
  await init();
  return Array.from({ length: readings }, () => {
    const start = performance.now();
    compileDeck(deck, "long");
    return performance.now() - start;
  });
}
