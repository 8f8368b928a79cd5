// How recall is predicted: fitted to the learner's reviews in a worker or on the page, taken back, and remembered.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { Fitting, Session, compileDeck, fit, reviewsNeeded } from "../../pkg/node.js";
import { chance, packed } from "../../xtask/node/reviews.mjs";
import { NOW, openDeck, overflows, rate, stored, violations, visit } from "./visit.mjs";

const CARDS = 120;
const deck = (/** @type {number} */ cards) =>
  `---\ntitle: Many\n---\n${Array.from({ length: cards }, (_, at) => `## Card ${at}\n\nAnswer.\n\n`).join("")}`;

/** The engine and what reads texts, under names of their own, for a page that practices before the test does. */
const files = {
  "many.md": deck(CARDS),
  "few.md": deck(2),
  "engine.js": await readFile("pkg/greenroom.js", "utf8"),
  "reader.js": await readFile("pkg/reader.js", "utf8"),
  "empty.html": `<!doctype html><title>Empty</title><link rel="icon" href="data:,">`,
};

/**
 * Two months of a learner who forgets far less than people do on average; the last day ends with nothing due.
 * @param {import("./visit.mjs").Visit} visit
 */
async function practice({ url, page }) {
  await page.goto(`${url}empty.html`);
  await page.evaluate(
    async ({ url, text, now: end }) => {
      const engine = await import(`${url}engine.js`);
      const reader = await import(`${url}reader.js`);
      await engine.default({ module_or_path: `${url}greenroom_bg.wasm` });
      await reader.default({ module_or_path: `${url}reader_bg.wasm` });
      const DAY = 86_400_000;
      let now = end - 60 * DAY;
      const moment = () => ({ now, offset: 60 });
      const compiled = reader.compileDeck(text, "many");
      const session = new engine.Session(compiled, { source: location.origin, seed: 1 }, moment());
      let acts = 0;
      for (let day = 60; day >= 0; day--)
        for (now = end - day * DAY; ; now += 1000, acts++) {
          const { screen } = session.view(moment());
          if (screen.kind === "rest") break;
          if (screen.kind === "checkpoint") session.act("continue", moment());
          else if (!screen.complete) session.act("reveal", moment());
          else session.act({ rate: screen.why === "due" && acts % 61 === 0 ? 1 : 4 }, moment());
        }
    },
    { url, text: files["many.md"], now: NOW - 2 * 3_600_000 },
  );
  await page.clock.install({ time: NOW });
  await openDeck({ url, page, context: page.context(), messages: [], addPage: async () => page }, "many.md");
}

/** @param {import("playwright-core").Page} page */
async function open(page) {
  await page.getByRole("button", { name: "How recall is predicted" }).click();
  return page.getByRole("dialog", { name: "How recall is predicted" });
}

/** @param {import("playwright-core").Page} page */
const kept = async (page) => JSON.parse((await stored(page))["greenroom:memory"] ?? "null");

test("a fit in a worker is shown, taken back and taken again", () =>
  visit(
    async (visit) => {
      const { page, context } = visit;
      const requests = /** @type {string[]} */ ([]);
      // The service worker keeps all files of the site, which is another matter.
      context.on("request", (request) => request.serviceWorker() ?? requests.push(request.url()));
      await practice(visit);
      await page.getByText("Nothing is due").waitFor();
      const dialog = await open(page);
      await dialog.getByText("how people remember on average").waitFor();
      assert.deepEqual(requests.filter((request) => /memory_bg|memory-worker/.test(request)), []);
      assert.deepEqual(await violations(page), []);
      const worker = page.waitForEvent("worker");
      await dialog.getByRole("button", { name: /^Fit to my \d+ reviews$/ }).click();
      assert.match((await worker).url(), /memory-worker\.js$/);
      await dialog.getByText(/^Done\./).waitFor();
      await dialog.getByText(/fitted to \d+ reviews of yours on November 21, 2026/).waitFor();
      await dialog.getByText(/were predicted [\d.]+% better than by the average/).waitFor();
      const { fitted, isOwn } = await kept(page);
      assert.ok(isOwn && fitted.parameters.length === 21 && fitted.reviews >= reviewsNeeded() && fitted.after < fitted.before);
      // As many reviews as the fit had: there is nothing to fit again.
      assert.equal(await dialog.getByRole("button", { name: /^Fit/ }).count(), 0);
      assert.deepEqual(await violations(page), []);
      assert.equal(await overflows(page), false);
      // It holds for the next visit.
      await page.reload();
      await page.getByText("Nothing is due").waitFor();
      const again = await open(page);
      await again.getByText(/fitted to \d+ reviews of yours/).waitFor();
      await again.getByRole("button", { name: "Go back to the average" }).click();
      await again.getByText("Cards come back by the average again.").waitFor();
      assert.deepEqual(await kept(page), { fitted, isOwn: false, retention: 0.9 });
      await again.getByRole("button", { name: "Use my fit of November 21, 2026 again" }).click();
      await again.getByText(/fitted to \d+ reviews of yours/).waitFor();
      assert.equal((await kept(page)).isOwn, true);
      await again.getByRole("button", { name: "Close" }).click();
      await page.getByText("Nothing is due").waitFor();
    },
    { files },
  ));

test("where no worker starts, the fit runs on the page and comes to the same", () =>
  visit(
    async (visit) => {
      const { page } = visit;
      await page.addInitScript(() => Reflect.deleteProperty(globalThis, "Worker"));
      await practice(visit);
      const dialog = await open(page);
      await dialog.getByRole("button", { name: /^Fit to my/ }).click();
      await dialog.getByText(/were predicted [\d.]+% better/).waitFor();
      assert.equal((await kept(page)).fitted.parameters.length, 21);
    },
    { files },
  ));

test("a fit that cannot be loaded changes nothing and says so", () =>
  visit(
    async (visit) => {
      const { page, context } = visit;
      await context.route("**/memory_bg.wasm", (route) => route.abort());
      await practice(visit);
      const dialog = await open(page);
      await dialog.getByRole("button", { name: /^Fit to my/ }).click();
      await dialog.getByText("It could not be fitted, and nothing was changed.").waitFor();
      assert.equal(await kept(page), null);
      await context.unroute("**/memory_bg.wasm");
      await dialog.getByRole("button", { name: /^Fit to my/ }).click();
      await dialog.getByText(/^Done\./).waitFor();
    },
    { files, allows: /Failed to load|ERR_FAILED|TypeError|Error: /i },
  ));

test("with few reviews it says how many are missing; the retention can be chosen, and holds", () =>
  visit(
    async (visit) => {
      const { page } = visit;
      await page.clock.install({ time: NOW });
      await openDeck(visit, "few.md");
      await rate(page, 4);
      await rate(page, 4);
      await page.getByText("2 cards come back on Monday").waitFor();
      const dialog = await open(page);
      await dialog.getByText("300 more reviews on a later day").waitFor();
      assert.equal(await dialog.getByRole("button", { name: /^Fit/ }).count(), 0);
      await dialog.getByRole("combobox").selectOption({ label: "80% of cases" });
      await dialog.getByText(/^Done\./).waitFor();
      // A key in the dialog is no rating and takes none back.
      await page.keyboard.press("u");
      await page.keyboard.press("Escape");
      await page.getByText(/2 cards come back on Nov(ember)? 29/).waitFor();
      await page.reload();
      await page.getByText(/2 cards come back on Nov(ember)? 29/).waitFor();
      assert.equal((await kept(page)).retention, 0.8);
    },
    { files },
  ));

test("a choice that is damaged or of another version does no harm", () =>
  visit(
    async (visit) => {
      const { page } = visit;
      await page.clock.install({ time: NOW });
      for (const value of ["{", "7", '{"fitted":{"parameters":[1,2],"at":1,"reviews":1,"before":1,"after":1},"isOwn":true,"retention":0.9}', '{"fitted":null,"isOwn":true,"retention":5}']) {
        await page.goto(`${visit.url}empty.html`);
        await page.evaluate((value) => localStorage.setItem("greenroom:memory", value), value);
        await openDeck(visit, "few.md");
        await page.getByRole("button", { name: "Show answer" }).waitFor();
      }
    },
    { files },
  ));

test("a history of a session in Node is fitted there", () => {
  let now = NOW;
  const moment = () => ({ now, offset: 60 });
  const session = new Session(compileDeck(deck(3), "few"), { seed: 1, store: "memory" }, moment());
  for (let day = 0; day < 20; day++, now += 86_400_000)
    for (;;) {
      const { screen } = session.view(moment());
      if (screen.kind === "rest") break;
      session.act(screen.kind === "checkpoint" ? "continue" : "reveal", moment());
      session.act({ rate: 4 }, moment());
    }
  const { usable, needed, bytes } = session.history();
  assert.deepEqual([usable, needed], [6, reviewsNeeded()]);
  assert.throws(() => fit(bytes), /^Error: 6 reviews can be used: 300 are needed$/);
  assert.throws(() => fit(bytes.slice(1)), /^Error: the history/);
  assert.throws(() => session.setMemory({ parameters: [1, 2] }, moment()), /^Error: found 2 memory parameters: give the 21 of FSRS-6$/);
  assert.throws(() => session.setMemory({ retention: 1 }, moment()), /^Error: the retention is 1: give a share from 0.7 to 0.97$/);
  const before = session.overview(moment()).standing.readiness;
  session.setMemory({ parameters: new Float32Array([0.1, 0.5, 0.8, 2, 6.4133, 0.8334, 3.0194, 0.001, 1, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542]) }, moment());
  assert.ok(session.overview(moment()).standing.readiness < before);
  session.setMemory({}, moment());
  assert.equal(session.overview(moment()).standing.readiness, before);
  // Part by part it comes to the same.
  const next = chance(11);
  const history = packed(
    Array.from({ length: 60 }, (_, card) => ({
      days: Int32Array.from({ length: 8 }, (_, at) => (card % 10) + at * (4 + at * 3)),
      grades: Uint8Array.from({ length: 8 }, (_, at) => (at > 0 && next() < 0.4 ? 1 : 3)),
    })),
  );
  const fitting = new Fitting(history);
  const parts = Array.from({ length: fitting.parts }, () => fitting.step());
  assert.deepEqual(parts.slice(0, -1), Array(fitting.parts - 1).fill(undefined));
  assert.deepEqual(parts.at(-1), fit(history));
  assert.equal(fit(history).better, true);
});
