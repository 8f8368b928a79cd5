// A learner answers in their own words: what is found, the ticks, the suggestion, what is asked again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { NOW, openDeck, overflows, prompt, ratingButton, stored, violations, visit } from "./visit.mjs";

/** @typedef {import("playwright-core").Page} Page */

const DECK = `---
title: Launch
language: en
---

## What do you measure in a launch? {#measure}

- **Activation**: the share of new users who reach the first success
  - also: first value
- **Guardrail metrics**: figures that would stop the rollout if they got worse
  - also: guardrails, stop rule
- **Retention**: who comes back after a week

### Pitfalls
- Counting downloads and page views that nobody acts on.

## What does the R of RICE stand for? {#reach}

= Reach | reach of users

## Two?

Yes.

## Three?

Yes.

## Four?

Yes.
`;

const ANSWER = "I look at activation, so how many new users reach first value, and who comes back after a week.";
const files = { "decks/launch.md": DECK };

/** @param {import("./visit.mjs").Visit} visit */
async function openLaunch(visit) {
  await openDeck(visit, "decks/launch.md");
  return visit.page;
}

/** @param {Page} page */
function field(page) {
  return page.getByRole("textbox", { name: "Your answer" });
}

/** What stands beside each point. @param {Page} page */
function findings(page) {
  return page.locator("greenroom-deck .finding").allTextContents();
}

test("an answer is read point by point, a tick corrected by keyboard, the suggestion accepted", () =>
  visit(
    async (visit) => {
      const page = await openLaunch(visit);
      const { keyboard } = page;
      await field(page).fill(ANSWER);
      await field(page).press("Control+Enter");
      await page.getByRole("heading", { name: "Your answer" }).waitFor();
      assert.deepEqual(await findings(page), ["Found", "Not found", "Found"]);
      // The learner's own words, with what matched marked; and the point to add next time.
      assert.equal(await page.locator("greenroom-deck .told-text").textContent(), ANSWER);
      assert.ok((await page.locator("greenroom-deck mark").allTextContents()).includes("activation"));
      await page.getByRole("heading", { name: "Worth adding next time" }).waitFor();
      await page.getByRole("status").getByText("2 of 3 points said. Suggested rating: 4.").waitFor();
      assert.equal(await page.locator("greenroom-deck h3:focus").textContent(), "Your answer");
      // By tab to the points, by arrow to the second, and x.
      for (let steps = 0; steps < 20 && !(await page.locator(".tick:focus").count()); steps++) await keyboard.press("Tab");
      await keyboard.press("ArrowDown");
      await keyboard.press("x");
      assert.deepEqual(await findings(page), ["Found", "You said it, in other words", "Found"]);
      await page.getByRole("status").getByText("Counted as said. 3 of 3 points said. Suggested rating: 5.").waitFor();
      assert.equal(await page.locator("greenroom-deck .found-count").textContent(), "3 of 3 points said.");
      await keyboard.press("x");
      assert.deepEqual(await findings(page), ["Found", "Not found", "Found"]);
      await page.getByRole("button", { name: "I did say this: Guardrail metrics" }).click();
      await page.getByText("Suggested: 5").waitFor();
      // Space accepts what is suggested, where nothing has the focus that it would press.
      await prompt(page).focus();
      await keyboard.press("Space");
      await page.getByRole("status").getByText("Rated 5.").waitFor();
      // Undo brings all of it back.
      await keyboard.press("u");
      assert.deepEqual(await findings(page), ["Found", "You said it, in other words", "Found"]);
      assert.equal(await page.locator("greenroom-deck .told-text").textContent(), ANSWER);
      await keyboard.press("2");
      const records = Object.values(await stored(page));
      assert.ok(records.every((record) => record.length < 45 && !record.includes("activation")));
    },
    { files },
  ));

test("typing begins the answer, from wherever nothing else wants the keys", () =>
  visit(
    async (visit) => {
      const page = await openLaunch(visit);
      await prompt(page).focus();
      await page.keyboard.type("I would use 3 guardrails");
      assert.equal(await field(page).inputValue(), "I would use 3 guardrails");
      await page.getByRole("button", { name: "Check" }).waitFor();
      // Once the answer is shown there is nothing to write in, and a digit rates.
      await page.keyboard.press("Control+Enter");
      await page.getByRole("heading", { name: "Your answer" }).waitFor();
      await page.keyboard.press("a");
      await page.keyboard.press("4");
      await page.getByRole("status").getByText("Rated 4.").waitFor();
    },
    { files },
  ));

test("a point that is left out again and again is asked on its own on another day", () =>
  visit(
    async (visit) => {
      const { page } = visit;
      await page.clock.install({ time: NOW });
      for (const day of [0, 2]) {
        await page.clock.setFixedTime(NOW + day * 86_400_000);
        await openDeck(visit, "decks/launch.md&mode=free");
        await page.reload();
        await prompt(page).waitFor();
        if ((await prompt(page).textContent()) !== "What do you measure in a launch?") continue;
        await field(page).fill(ANSWER);
        await page.getByRole("button", { name: "Check" }).click();
        await page.getByRole("heading", { name: "Your answer" }).waitFor();
        await ratingButton(page, 3).click();
      }
      await page.clock.setFixedTime(NOW + 4 * 86_400_000);
      await page.reload();
      await prompt(page).waitFor();
      for (let card = 0; card < 4 && !(await page.getByText("You keep leaving out").count()); card++) {
        await page.getByRole("button", { name: /^Show answer/ }).click();
        await ratingButton(page, 4).click();
      }
      assert.equal(await prompt(page).textContent(), "You keep leaving out Guardrail metrics: what goes there?");
      assert.deepEqual(await violations(page), []);
      await field(page).fill("figures that would stop the rollout");
      await page.getByRole("button", { name: "Check" }).click();
      await page.getByText("Found", { exact: true }).waitFor();
      await page.getByRole("button", { name: "Not yet" }).click();
      await page.getByRole("status").getByText("It will be asked again.").waitFor();
      // And it stands beside its card.
      await page.keyboard.press("u");
      await page.getByRole("button", { name: "I had it" }).click();
    },
    { files },
  ));

test("aloud, in thought, and how sure: the habit is remembered", () =>
  visit(
    async (visit) => {
      const page = await openLaunch(visit);
      await page.getByRole("radio", { name: "Say aloud" }).check();
      await page.getByRole("checkbox", { name: "Ask how sure I am" }).check();
      await page.getByRole("group", { name: "How sure are you?" }).getByRole("radio", { name: /^4/ }).check();
      await page.getByRole("button", { name: "I said it aloud" }).click();
      assert.deepEqual(await findings(page), ["Did you say this?", "Did you say this?", "Did you say this?"]);
      assert.equal(await page.getByText(/^ ?Suggested/).count(), 0);
      await page.getByRole("button", { name: "I did say this: Retention" }).click();
      await page.getByText("Suggested: 2").waitFor();
      assert.deepEqual(await violations(page), []);
      await ratingButton(page, 4).click();
      await page.reload();
      // What was ticked comes back after a reload.
      await prompt(page).waitFor();
      await page.getByRole("button", { name: "Undo" }).click();
      await page.getByRole("heading", { name: "Answer", exact: true }).waitFor();
      assert.deepEqual(await findings(page), ["Did you say this?", "Did you say this?", "Said"]);
      await page.goto("about:blank");
      await openLaunch(visit);
      assert.ok(await page.getByRole("checkbox", { name: "Ask how sure I am" }).isChecked());
    },
    { files },
  ));

test("what is turned around is said and marked so", async () => {
  for (const colorScheme of /** @type {const} */ (["light", "dark"]))
    await visit(
      async (visit) => {
        const page = await openLaunch(visit);
        await field(page).fill("I look at activation, so how many new users reach first value. We do not look at retention, at who does not come back after a week.");
        await field(page).press("Control+Enter");
        await page.getByText("You said the opposite").waitFor();
        await page.getByRole("status").getByText("1 of 3 points said. The opposite of 1 point.").waitFor();
        const marks = page.locator("greenroom-deck .told mark");
        assert.match((await marks.and(page.locator(".turned")).allTextContents()).join(" "), /retention/);
        assert.doesNotMatch((await marks.and(page.locator(".turned")).allTextContents()).join(" "), /activation/);
        assert.match((await marks.allTextContents()).join(" "), /activation/);
        assert.deepEqual(await violations(page), []);
      },
      { files, context: { colorScheme, viewport: { width: 360, height: 740 } } },
    );
});

test("a line is sent by Enter, and a slip is told from another term", () =>
  visit(
    async (visit) => {
      const { page } = visit;
      for (const [typed, told] of [
        ["raech", "Right, but for the spelling: Reach"],
        ["retention", "Not right."],
        ["reach of users", "Right."],
      ]) {
        await openDeck(visit, "decks/short.md");
        await page.reload();
        await prompt(page).waitFor();
        await field(page).fill(typed ?? "");
        await field(page).press("Enter");
        assert.equal((await page.locator("greenroom-deck .verdict").textContent())?.trim(), told);
        // It is heard as it is read.
        await page.getByRole("status").getByText(`${told?.replace(/\W$/, "")}`).waitFor();
      }
    },
    { files: { "decks/short.md": "## What does the R of RICE stand for?\n\n= Reach | reach of users\n" } },
  ));

test("what fills a gap is judged by a whole sentence, and a quantity by its value", () =>
  visit(
    async (visit) => {
      const { page } = visit;
      const gaps = { "decks/hours.md": [["two hour", "Right."], ["120 minutes", "Right."], ["2 days", "24 times too much."]], "decks/users.md": [["user", "Right, but for the spelling."], ["customers", "Not right."]] };
      for (const [deck, rows] of Object.entries(gaps))
        for (const [typed, told] of rows) {
          await openDeck(visit, deck);
          await page.reload();
          await prompt(page).waitFor();
          await field(page).fill(typed ?? "");
          await field(page).press("Enter");
          assert.equal((await page.locator("greenroom-deck .verdict").textContent())?.trim(), told);
          await page.getByRole("status").getByText(told ?? "").waitFor();
        }
    },
    { files: { "decks/hours.md": "## It is live within {{2 hours}}.\n", "decks/users.md": "## It is built for {{users}} alone.\n" } },
  ));

test("what is said of one step is not said again with the next", () =>
  visit(
    async (visit) => {
      await openDeck(visit, "decks/walk.md");
      const { page } = visit;
      await field(page).fill("goal company revenue retention customers segment price metric rollout");
      await field(page).press("Control+Enter");
      await page.getByRole("status").getByText("These are key words in a row.").waitFor();
      await page.getByRole("button", { name: "Show step 2" }).click();
      await page.getByText("the figure that shows it worked").waitFor();
      assert.doesNotMatch((await page.getByRole("status").allTextContents()).join(" "), /key words/);
    },
    { files: { "decks/walk.md": "---\nlanguage: en\n---\n\n## Walk through the case\n\n### Step 1: Clarify (1 min)\n\n- **Goal**: what the company wants to achieve\n\n### Step 2: Measure (1 min)\n\n- **Success metric**: the figure that shows it worked\n" } },
  ));

test("a sentence may begin with any letter, and plus opens a hint", () =>
  visit(
    async (visit) => {
      const page = await openLaunch(visit);
      await page.keyboard.type("how I ask");
      assert.equal(await field(page).inputValue(), "how I ask");
      await page.reload();
      await prompt(page).waitFor();
      await page.keyboard.press("+");
      await page.locator("greenroom-deck .rung").first().waitFor();
    },
    { files: { "decks/launch.md": DECK.replace("### Pitfalls", "### Hint\nBegin with the users.\n\n### Pitfalls") } },
  ));

test("keys typed into the field are text, and the page around does not hear them", () =>
  visit(
    async (visit) => {
      const page = await openLaunch(visit);
      await page.evaluate(() => document.addEventListener("keydown", () => Object.assign(globalThis, { heard: true })));
      await field(page).focus();
      await page.keyboard.type("u h ? 5 x\n");
      assert.equal(await field(page).inputValue(), "u h ? 5 x\n");
      assert.equal(await page.getByRole("heading", { name: "Answer" }).count(), 0);
      assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).heard), undefined);
    },
    { files },
  ));

test("an answer of five thousand words is read, marked and scrolled", () =>
  visit(
    async (visit) => {
      const page = await openLaunch(visit);
      const talk = "we talked to many people about a number of things in the market and wrote it all down ".repeat(290);
      await field(page).fill(`${talk}${ANSWER} ${talk.slice(0, 2000)}`);
      await page.getByRole("button", { name: "Check" }).click();
      await page.getByRole("heading", { name: "Your answer" }).waitFor();
      assert.deepEqual(await findings(page), ["Found", "Not found", "Found"]);
      assert.ok(!(await overflows(page)));
    },
    { files },
  ));

test("on a phone the field, the answer and the ticks fit", () =>
  visit(
    async (visit) => {
      const page = await openLaunch(visit);
      await field(page).fill(ANSWER);
      assert.ok(!(await overflows(page)));
      await page.getByRole("button", { name: "Check" }).tap();
      await page.getByRole("heading", { name: "Your answer" }).waitFor();
      assert.ok(!(await overflows(page)));
      for (const tick of await page.locator("greenroom-deck .tick:visible").all()) {
        const box = await tick.boundingBox();
        assert.ok(box && box.height >= 44 && box.width >= 44, JSON.stringify(box));
      }
    },
    { files, context: { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true } },
  ));

for (const colorScheme of /** @type {const} */ (["light", "dark"]))
  test(`axe finds nothing around an answer, ${colorScheme}`, () =>
    visit(
      async (visit) => {
        const page = await openLaunch(visit);
        await page.getByRole("checkbox", { name: "Ask how sure I am" }).check();
        assert.deepEqual(await violations(page), [], "asked");
        await field(page).fill("We count downloads and page views that nobody acts on. We did not measure retention after a week.");
        await page.getByRole("button", { name: "Check" }).click();
        await page.getByText("A pitfall that your answer comes close to").waitFor();
        assert.deepEqual(await violations(page), [], "answer");
      },
      { files, context: { colorScheme, reducedMotion: "reduce" } },
    ));

test("dictation is offered only where it stays on the device", () =>
  visit(
    async (visit) => {
      const { page } = visit;
      await page.addInitScript(() => {
        class SpeechRecognition {
          static available = async (/** @type {{ processLocally: boolean }} */ { processLocally }) =>
            processLocally && !location.search.includes("cloud") ? "available" : "unavailable";
          processLocally = false;
          onresult = (/** @type {unknown} */ _) => {};
          onend = () => {};
          start() {
            const result = Object.assign([{ transcript: "guardrails and activation" }], { isFinal: true });
            setTimeout(() => this.onresult({ resultIndex: 0, results: [result] }), 10);
          }
          stop() {
            this.onend();
          }
        }
        Object.assign(globalThis, { SpeechRecognition });
      });
      await openLaunch(visit);
      await page.getByRole("button", { name: "Dictate" }).click();
      await page.waitForFunction(() => document.querySelector("greenroom-deck")?.shadowRoot?.querySelector("textarea")?.value === "guardrails and activation");
      await page.getByRole("button", { name: "Stop dictating" }).click();
      await page.getByRole("button", { name: "Dictate" }).waitFor();
      await page.goto(`${visit.url}?cloud#deck=decks/launch.md`);
      await prompt(page).waitFor();
      await page.waitForTimeout(300);
      assert.equal(await page.getByRole("button", { name: "Dictate" }).count(), 0);
    },
    { files },
  ));

test("without what reads answers the learner ticks", () =>
  visit(
    async (visit) => {
      const { page, context } = visit;
      await context.route("**/score_bg.wasm", (route) => route.abort());
      await openLaunch(visit);
      await field(page).fill(ANSWER);
      await page.getByRole("button", { name: "Check" }).click();
      await page.getByText("This answer could not be read here: tick what you said.").waitFor();
      await page.getByRole("button", { name: "I did say this: Activation" }).click();
      await page.getByText("Suggested: 2").waitFor();
    },
    { files, allows: /ERR_FAILED|Failed to load/ },
  ));
