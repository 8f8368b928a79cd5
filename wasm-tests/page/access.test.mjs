// For everybody: axe in light and dark on every screen, narrow windows, large text, reduced motion.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openDeck, overflows, prompt, rate, violations, visit } from "./visit.mjs";

for (const colorScheme of /** @type {const} */ (["light", "dark"]))
  test(`axe finds nothing, ${colorScheme}`, () =>
    visit(
      async (visit) => {
        const { page, url } = visit;
        /** @param {string} screen */
        const check = async (screen) => assert.deepEqual(await violations(page), [], screen);
        await page.goto(url);
        await page.getByRole("link", { name: /^Practice Behavioral/ }).waitFor();
        await page.locator("details summary").first().click();
        await check("list");
        await openDeck(visit);
        await check("asked");
        await page.getByRole("button", { name: /^Hint/ }).click();
        await check("help");
        await page.getByRole("button", { name: "Show answer" }).click();
        for (const summary of await page.locator("greenroom-deck summary").all()) await summary.click();
        await check("answer");
        await page.keyboard.press("?");
        await page.getByRole("dialog").waitFor();
        await check("keys");
        await page.keyboard.press("Escape");
        await page.keyboard.press("4");
        for (let card = 1; card < 10; card++) await rate(page, 3);
        await page.getByRole("heading", { name: "Where you stand" }).waitFor();
        await check("checkpoint");
        await page.getByRole("button", { name: "Stop here" }).click();
        await check("rest");
        await page.goto(`${url}examples/blog.html`);
        await prompt(page).first().waitFor();
        await check("article");
        await page.goto(`${url}#deck=nowhere.md`);
        await page.getByRole("heading", { name: "There is no deck at this address" }).waitFor();
        await check("no deck");
      },
      { context: { colorScheme, reducedMotion: "reduce" }, allows: /404/ },
    ));

for (const [name, width, size] of /** @type {const} */ ([["320 px", 320, "100%"], ["twice the text", 720, "200%"], ["a wide screen", 1920, "100%"]]))
  test(`nothing is cut off: ${name}`, () =>
    visit(
      async (visit) => {
        const { page, url } = visit;
        await page.addInitScript((size) => {
          const apply = () => document.documentElement.style.setProperty("font-size", size);
          if (document.documentElement) apply();
          else addEventListener("DOMContentLoaded", apply);
        }, size);
        await page.goto(url);
        await page.getByRole("link", { name: /^Practice Behavioral/ }).waitFor();
        assert.ok(!(await overflows(page)), "list");
        await openDeck(visit);
        await page.evaluate((size) => document.documentElement.style.setProperty("font-size", size), size);
        assert.ok(!(await overflows(page)), "asked");
        await page.getByRole("button", { name: "Show answer" }).click();
        assert.ok(!(await overflows(page)), "answer");
        const clipped = await page.locator("greenroom-deck button").evaluateAll((buttons) =>
          buttons.filter((button) => button.scrollWidth > button.clientWidth + 1).map((button) => button.textContent),
        );
        assert.deepEqual(clipped, []);
        await page.keyboard.press("4");
        for (let card = 1; card < 10; card++) await rate(page, 3);
        assert.ok(!(await overflows(page)), "checkpoint");
      },
      { context: { viewport: { width, height: 800 } } },
    ));

test("nothing moves for those who ask for that", () =>
  visit(
    async (visit) => {
      await openDeck(visit);
      const { page } = visit;
      await page.getByRole("button", { name: "Show answer" }).click();
      assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
    },
    { context: { reducedMotion: "reduce" } },
  ));
