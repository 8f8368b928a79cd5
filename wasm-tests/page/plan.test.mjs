// A learner with an interview: the date, what today is for, the forecast, the last day, several decks, other tabs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { NOW, openDeck, overflows, prompt, ratingButton, stored, violations, visit } from "./visit.mjs";

const DAY = 86_400_000;

/** A deck of plain cards, so that each is answered alike. @param {number} n @param {string} title */
const deck = (n, title) =>
  `---\ntitle: ${title}\n---\n# First\n\n${Array.from({ length: n }, (_, card) => `${card === n / 2 ? "# Second\n\n" : ""}## ${title} ${card + 1}?\n\nYes.\n`).join("\n")}`;
const FILES = { "decks/one.md": deck(40, "One"), "decks/two.md": deck(6, "Two") };

/** @param {import("playwright-core").Page} page */
const left = (page) => page.locator("greenroom-deck .left");
/** @param {import("playwright-core").Page} page */
const dialog = (page) => page.getByRole("dialog", { name: "Your interview" });

/** Opens the plan and sets the date, in two taps. @param {import("playwright-core").Page} page @param {string} when */
async function plan(page, when) {
  await page.getByRole("button", { name: "Interview plan" }).first().click();
  await dialog(page).getByRole("button", { name: when }).click();
}

/** @param {import("playwright-core").Page} page */
async function close(page) {
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "hidden" });
}

/** Takes a minute for a card. @param {import("playwright-core").Page} page @param {number} rating */
async function take(page, rating) {
  await page.getByRole("button", { name: "Show answer" }).click();
  await page.clock.fastForward(60_000);
  await ratingButton(page, rating).click();
}

test("a date in two taps: what today is for, until the minutes are used, and on with one more", () =>
  visit(
    async (visit) => {
      const { page } = visit;
      await page.clock.install({ time: NOW });
      await openDeck(visit, "decks/one.md");
      await left(page).getByText("40 new").waitFor();
      await plan(page, "In 1 week");
      assert.equal(await dialog(page).getByLabel("When is it?").inputValue(), "2026-11-28");
      await dialog(page).getByText(/recalled on Sat, Nov 28, at 20 minutes a day/).waitFor();
      // Five minutes are not enough, and it says so; the slider is moved by keyboard.
      const slider = dialog(page).getByRole("slider", { name: "Minutes a day" });
      const enough = await dialog(page).locator(".large").innerText();
      await slider.press("Home");
      await dialog(page).getByText("There is no time for").waitFor();
      assert.ok(parseInt(await dialog(page).locator(".large").innerText(), 10) < parseInt(enough, 10));
      await dialog(page).getByText("What is left out").click();
      await dialog(page).getByText("One 40?").waitFor();
      assert.equal(await slider.getAttribute("aria-valuetext"), "5 minutes");
      await close(page);
      await left(page).getByText("5 min: 5 new").waitFor();
      // Why this card: said for whoever asks.
      await page.locator("greenroom-deck .why summary").click();
      await page.getByText(/You have not seen this one. After it, you would recall it on Nov 28 with \d+%/).waitFor();
      for (const rating of [5, 2, 4, 5]) await take(page, rating);
      assert.match(await left(page).innerText(), /^1 min: 1 /);
      await take(page, 4);
      await page.getByRole("heading", { name: "Today's minutes are used" }).waitFor();
      await page.getByText("You practiced 5 min of 5. Your interview is on Sat, Nov 28, in 7 days. The next practice is tomorrow.").waitFor();
      await page.getByText("What you would recall on Nov 28 without more practice").waitFor();
      await page.getByRole("button", { name: "Go on practicing" }).click();
      await prompt(page).getByText(/^One/).waitFor();
      // A reload leads to the same rest.
      await page.reload();
      await page.getByRole("heading", { name: "Today's minutes are used" }).waitFor();
      // Tomorrow there is more to do, and what was begun is worth repeating.
      await page.clock.setSystemTime(NOW + DAY);
      await page.reload();
      await left(page).getByText(/^5 min: \d+ to repeat, \d+ new$|^5 min: \d+ to repeat$|^5 min: \d+ new$/).waitFor();
    },
    { files: FILES },
  ));

test("days off, the last day, and the day after", () =>
  visit(
    async (visit) => {
      const { page } = visit;
      await page.clock.install({ time: NOW });
      await openDeck(visit, "decks/two.md");
      await plan(page, "In 1 week");
      await dialog(page).getByText("Days off").click();
      // Today is a Saturday.
      const saturday = dialog(page).getByRole("button", { name: "Sat" });
      await saturday.click();
      assert.equal(await saturday.getAttribute("aria-pressed"), "true");
      await dialog(page).getByLabel("A single day without practice").fill("2026-11-24");
      await dialog(page).getByText("Tue, Nov 24").waitFor();
      await close(page);
      await page.getByRole("heading", { name: "Today is a day off" }).waitFor();
      await page.getByText("The next practice is tomorrow.").waitFor();
      await page.getByRole("button", { name: "Go on practicing" }).click();
      for (const rating of [4, 4, 1, 4, 4, 4]) await take(page, rating);
      // The day before: the shakiest comes first.
      await page.clock.setSystemTime(NOW + 6 * DAY);
      await page.reload();
      await page.getByText("Two 3?").waitFor();
      await page.getByText("Worth repeating").waitFor();
      // The day after, practice goes by due dates again.
      await page.clock.setSystemTime(NOW + 8 * DAY);
      await page.reload();
      await left(page).getByText(/due/).waitFor();
    },
    { files: FILES },
  ));

test("several decks share one interview, on their pages and on the list", () =>
  visit(
    async (visit) => {
      const { page, url } = visit;
      await page.clock.install({ time: NOW });
      await page.goto(url);
      await page.getByRole("button", { name: "Set the date" }).click();
      await dialog(page).getByRole("button", { name: "In 2 weeks" }).click();
      // Of decks that nobody has begun, the first is meant; another one is a tap away.
      const boxes = dialog(page).getByRole("group", { name: "Decks for this interview" }).getByRole("checkbox");
      assert.deepEqual(await boxes.evaluateAll((all) => all.map((box) => /** @type {HTMLInputElement} */ (box).checked).slice(0, 3)), [true, false, false]);
      await boxes.nth(1).check();
      await dialog(page).locator(".parts li:nth-child(2):last-child").waitFor();
      await close(page);
      await page.getByRole("heading", { name: "Your interview is on Sat, Dec 5, in 14 days." }).waitFor();
      await page.getByText("Today: 20 min, 20 new.").waitFor();
      await page.getByRole("region").or(page.locator("#interview")).getByRole("link", { name: /^Practice / }).first().click();
      await left(page).getByText("20 min: 20 new").waitFor();
      await take(page, 4);
      await left(page).getByText("19 min: 19 new").waitFor();
      // The other deck knows of that minute.
      await page.getByRole("link", { name: "All decks" }).click();
      await page.getByText("Today: 19 min, 19 new.").waitFor();
      await page.getByRole("button", { name: "Plan and forecast" }).click();
      await dialog(page).getByText("1 review on 1 day").first().waitFor();
      await dialog(page).getByRole("button", { name: "No date" }).click();
      await close(page);
      await page.getByRole("button", { name: "Set the date" }).waitFor();
    },
    { files: FILES },
  ));

test("another tab hears of the plan, and a card that is being answered stays", () =>
  visit(
    async (visit) => {
      const { page } = visit;
      await openDeck(visit, "decks/one.md");
      const other = await visit.addPage();
      await openDeck({ ...visit, page: other }, "decks/one.md");
      await other.getByRole("button", { name: "Show answer" }).click();
      await plan(page, "In 2 weeks");
      await left(other).getByText("20 min: 20 new").waitFor();
      assert.ok(await ratingButton(other, 4).isVisible());
      const { "greenroom:plan": text } = await stored(page);
      assert.equal(JSON.parse(text ?? "").decks.length, 1);
    },
    { files: FILES },
  ));

test("a stored plan that makes no sense is no plan", () =>
  visit(
    async (visit) => {
      const { page } = visit;
      for (const bad of ['{"interview":"soon","minutes":20}', '{"interview":"2026-12-05","minutes":-1,"weekdaysOff":[],"daysOff":[],"decks":[]}', "[", "null"]) {
        await page.addInitScript((text) => localStorage.setItem("greenroom:plan", text), bad);
        await openDeck(visit, "decks/one.md");
        await left(page).getByText("40 new").waitFor();
      }
    },
    { files: FILES },
  ));

for (const colorScheme of /** @type {const} */ (["light", "dark"]))
  test(`axe finds nothing in the plan, ${colorScheme}, and nothing is cut off on a phone`, () =>
    visit(
      async (visit) => {
        const { page } = visit;
        await openDeck(visit, "decks/one.md");
        await page.getByRole("button", { name: "Show answer" }).click();
        await ratingButton(page, 1).click();
        await page.getByRole("button", { name: "Interview plan" }).click();
        await dialog(page).getByText("Your days").waitFor();
        assert.deepEqual(await violations(page), [], "without a date");
        await dialog(page).getByRole("button", { name: "In 3 weeks" }).click();
        await dialog(page).getByText("Where the minutes go").waitFor();
        for (const summary of await dialog(page).locator("summary").all()) await summary.click();
        assert.deepEqual(await violations(page), [], "with a date");
        assert.ok(!(await overflows(page)));
        assert.ok(await dialog(page).evaluate((node) => node.scrollWidth <= node.clientWidth), "the dialog is not wider than the screen");
        // Whoever opened it finds the focus where it was.
        await close(page);
        assert.equal(await page.locator("greenroom-deck :focus").getAttribute("aria-label"), "Interview plan");
      },
      { files: FILES, context: { colorScheme, reducedMotion: "reduce", viewport: { width: 360, height: 740 } } },
    ));
