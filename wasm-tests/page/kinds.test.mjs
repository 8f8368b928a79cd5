// Every kind of card: by keyboard, by touch, for screen readers, in light and dark.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openDeck, overflows, prompt, ratingButton, violations, visit } from "./visit.mjs";

/** @typedef {import("playwright-core").Page} Page */

/** One deck for each kind. @type {Record<string, string>} */
const DECKS = {
  choice: `# Metrics

## Which metric moves first when retention is hurt?

- [ ] Monthly active users -- It moves a month late.
- [x] Day-7 retention -- It looks at those who are new.
- [ ] Revenue

A leading metric moves before the money does.

## Next card

Yes.
`,
  several: `## Which of these are guardrails of a checkout test?

- [x] Refund rate
- [x] Page load time
- [ ] Conversion -- That is what you want to raise.
- [ ] Number of designers
`,
  number: `## RICE score
> Reach {reach: 150..150} developers, impact {impact: 2}, confidence {confidence: 80%}, effort {effort: 3} person-months.

= reach * impact * confidence / effort ± 5%

### Common mistakes
- Did not divide by the effort: \`= reach * impact * confidence\`
- Forgot the confidence **and** the effort: \`= reach * impact\`
- Rounded too early.
`,
  short: `## What does the R of RICE stand for?

= Reach | reach of users | people reached
`,
  ranked: `## The loop, in order

1. **Ask**: what is wanted
2. **Answer**: in your own words
`,
  gap: `## Users who come {{back::where to?}} after a week make up {{day-7 retention}}.

> The gap is above.
`,
  quote: `## What is a cohort?

> Users who {{began in the same period}}, such as one week.

It keeps old and new users apart.
`,
  steps: `## Design a clinic finder

### Hint
Who is ill?

### Step 1: Clarify (2 min)

Ask whom it is for.

### Variant: Marketplace

Which side has to grow?

### Variant: Telemedicine

Which countries allow a visit by video?

### Step 2: Segments

1. **Urgent**: needs a clinic now

### Variant: Marketplace

Clinics with free slots.

### Variant: Telemedicine

Those who live far from a clinic.

### Step 3: Choose

One of them.

### Pitfalls
- Drawing screens first.
`,
  variants: `## How would you measure success?

One metric for each side.

### Variant: Marketplace

- **Buyers**: orders for each search

### Variant: Telemedicine

Bookings within a day.

### Variant: Business software

Tasks done without help.
`,
};

const FILES = Object.fromEntries(Object.entries(DECKS).map(([name, text]) => [`decks/${name}.md`, text]));

/**
 * Opens the deck of one kind.
 * @param {string} kind
 * @param {(page: Page) => Promise<void>} story
 * @param {import("playwright-core").BrowserContextOptions} [context]
 */
function practice(kind, story, context = {}) {
  return visit(
    async (visit) => {
      const [name, ...rest] = kind.split("&");
      await openDeck(visit, [`decks/${name}.md`, ...rest].join("&"));
      await story(visit.page);
    },
    { files: FILES, context: { reducedMotion: "reduce", ...context } },
  );
}

/** What has the focus, as it is drawn. @param {Page} page */
function focused(page) {
  return page.locator("greenroom-deck :focus");
}

/** @param {Page} page */
function topOfPrompt(page) {
  return prompt(page).evaluate((heading) => heading.getBoundingClientRect().top + scrollY);
}

/** @param {Page} page */
function hasRatings(page) {
  return page.getByRole("group", { name: "How well did you know this?" }).isVisible();
}

/** The options with what is said of them, in the order of the deck. @param {Page} page */
async function verdicts(page) {
  const texts = await page.locator("greenroom-deck .options li").allInnerTexts();
  return texts.map((text) => text.split(/\s*\n\s*/).filter(Boolean).join(" | ")).sort();
}

test("a choice by keyboard: digits pick, enter checks, undo shows the pick again", () =>
  practice("choice", async (page) => {
    const { keyboard } = page;
    const group = page.getByRole("group", { name: "Pick one" });
    const radios = group.getByRole("radio");
    assert.equal(await radios.count(), 3);
    const top = await topOfPrompt(page);
    await page.getByRole("button", { name: "Show answer" }).waitFor();
    await prompt(page).focus();
    await keyboard.press("9"); // There is no ninth option.
    assert.equal(await group.getByRole("radio", { checked: true }).count(), 0);
    // By digit the focus stays, and what was picked is said.
    await keyboard.press("2");
    assert.ok(await radios.nth(1).isChecked());
    assert.ok(await prompt(page).evaluate((heading) => heading.matches(":focus")));
    await page.getByRole("status").getByText(/^Picked: /).waitFor();
    await keyboard.press("2");
    assert.equal(await group.getByRole("radio", { checked: true }).count(), 0);
    await page.getByRole("status").getByText(/^Dropped: /).waitFor();
    await page.getByRole("button", { name: "Show answer" }).waitFor();
    // By arrows the focus goes along, and so it does by digit from there.
    await keyboard.press("Tab");
    await keyboard.press("Space");
    assert.ok(await radios.nth(0).isChecked());
    await keyboard.press("ArrowDown");
    assert.ok(await radios.nth(1).isChecked());
    assert.ok(await radios.nth(1).evaluate((radio) => radio.matches(":focus")));
    await keyboard.press("3");
    assert.ok(await radios.nth(2).evaluate((radio) => radio.matches(":focus")));
    await page.getByRole("radio", { name: "Monthly active users" }).focus();
    await keyboard.press("Space");
    await page.getByRole("button", { name: "Check" }).waitFor();
    assert.equal(await topOfPrompt(page), top);
    await keyboard.press("Enter");
    assert.equal(await focused(page).textContent(), "Not right");
    assert.equal(await topOfPrompt(page), top);
    const expected = [
      "Day-7 retention | Right, but not picked | It looks at those who are new.",
      "Monthly active users | Wrong, but picked | It moves a month late.",
      "Revenue | Wrong",
    ];
    assert.deepEqual(await verdicts(page), expected);
    await page.getByText("A leading metric moves before the money does.").waitFor();
    await keyboard.press("2");
    await page.getByRole("status").getByText("Rated 2.").waitFor();
    assert.equal(await prompt(page).textContent(), "Next card");
    await keyboard.press("u");
    assert.deepEqual(await verdicts(page), expected);
    assert.ok(await hasRatings(page));
  }));

test("an option keeps its place and its words through the reveal", () =>
  practice("choice", async (page) => {
    const before = await page.locator("greenroom-deck label.option").allInnerTexts();
    const top = await page.locator("greenroom-deck .option").first().evaluate((option) => option.getBoundingClientRect().top + scrollY);
    await page.getByRole("button", { name: "Show answer" }).click();
    const after = await page.locator("greenroom-deck li.option .rich > :first-child").allInnerTexts();
    assert.deepEqual(after, before);
    assert.equal(await page.locator("greenroom-deck .option").first().evaluate((option) => option.getBoundingClientRect().top + scrollY), top);
    // Nothing was picked, so nothing is said about that.
    assert.equal(await focused(page).textContent(), "Answer");
    assert.deepEqual((await verdicts(page)).map((text) => text.split(" | ")[1]), ["Right", "Wrong", "Wrong"]);
  }));

test("several options with one thumb", () =>
  practice(
    "several",
    async (page) => {
      const group = page.getByRole("group", { name: "Pick all that are right" });
      const rows = page.locator("greenroom-deck label.option");
      for (const row of await rows.all()) assert.ok(((await row.boundingBox())?.height ?? 0) >= 44);
      for (const name of ["Refund rate", "Conversion", "Number of designers", "Number of designers"]) await rows.filter({ hasText: name }).tap();
      assert.equal(await group.getByRole("checkbox", { checked: true }).count(), 2);
      await page.getByRole("button", { name: "Check" }).tap();
      assert.equal(await focused(page).textContent(), "Partly right");
      assert.deepEqual(await verdicts(page), [
        "Conversion | Wrong, but picked | That is what you want to raise.",
        "Number of designers | Wrong",
        "Page load time | Right, but not picked",
        "Refund rate | Right, picked",
      ]);
      assert.ok(!(await overflows(page)));
    },
    { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  ));

test("a number with its reckoning and the mistakes it shows", () =>
  practice("number", async (page) => {
    await page.getByText("A number").waitFor();
    await page.getByText("Reach 150 developers, impact 2, confidence 80%, effort 3 person-months.").waitFor();
    const top = await topOfPrompt(page);
    await page.getByRole("button", { name: "Show answer" }).click();
    assert.equal(await topOfPrompt(page), top);
    assert.equal(await focused(page).textContent(), "Answer");
    assert.equal(await page.locator("greenroom-deck .result").textContent(), "80");
    assert.equal(await page.locator("greenroom-deck .worked").textContent(), "150 × 2 × 80% ÷ 3 = 80");
    await page.getByText("Within 5% of it is right.").waitFor();
    assert.deepEqual(await page.locator("greenroom-deck .pitfalls li").allInnerTexts(), [
      "If you got 240: Did not divide by the effort",
      "If you got 300: Forgot the confidence and the effort",
      "Rounded too early.",
    ]);
  }));

for (const [answer, result, tolerance, worked] of /** @type {const} */ ([
  ["15% ± 2%", "15%", "Within 2% of it is right.", ""],
  ["$1.2M ± 100k", "$1,200,000", "Within $100,000 is right.", ""],
  ["3 days ± 1 day", "3 days", "Within 1 day is right.", ""],
  ["68M people ± order of magnitude", "68,000,000 people", "The order of magnitude counts.", ""],
  ["1 - 0.95^12 in %", "45.96%", "", "1 − 0.95¹² ≈ 45.96%"],
  ["12 * $3k in $", "$36,000", "", "12 × $3k = $36,000"],
  ["1 / 3", "0.3333", "", "1 ÷ 3 ≈ 0.3333"],
  ["1 / (2 - 2)", "There is no such number", "", "1 ÷ (2 − 2)"],
]))
  test(`the number ${answer}`, () =>
    visit(
      async (visit) => {
        const { page } = visit;
        await openDeck(visit, "decks/one.md");
        await page.getByRole("button", { name: "Show answer" }).click();
        assert.equal(await page.locator("greenroom-deck .result").textContent(), result);
        const rest = await page.locator("greenroom-deck .typed > :not(.result)").allTextContents();
        assert.deepEqual(rest, [worked, tolerance].filter(Boolean));
      },
      { files: { "decks/one.md": `## How much?\n\n= ${answer}\n` } },
    ));

test("a short answer, and what else is accepted", () =>
  practice("short", async (page) => {
    await page.getByText("A few words").waitFor();
    await page.getByRole("button", { name: "Show answer" }).click();
    assert.equal(await page.locator("greenroom-deck .result").textContent(), "Reach");
    await page.getByText("Also accepted: reach of users, people reached").waitFor();
  }));

test("points in order", () =>
  practice("ranked", async (page) => {
    await page.getByText("In order").first().waitFor();
    await page.getByRole("button", { name: "Show answer" }).click();
    assert.equal(await page.locator("greenroom-deck ol.points > li").count(), 2);
  }));

test("a gap is read as a blank, and filled where it stands", () =>
  practice("gap", async (page) => {
    await page.getByText("Fill the gap").waitFor();
    const snapshot = await prompt(page).ariaSnapshot();
    assert.match(snapshot, /Users who come blank, hint: where to\? after a week make up day-7 retention\./);
    const top = await topOfPrompt(page);
    await prompt(page).focus();
    await page.keyboard.press("Space");
    assert.equal(await prompt(page).textContent(), "Users who come back after a week make up day-7 retention.");
    assert.equal(await prompt(page).locator("strong").textContent(), "back");
    // There is nothing below it: the prompt has the focus, and the words are said.
    assert.ok(await prompt(page).evaluate((heading) => heading.matches(":focus")));
    await page.getByRole("status").getByText("The blank: back").waitFor();
    assert.equal(await topOfPrompt(page), top);
    await page.keyboard.press("4");
    assert.match(await prompt(page).ariaSnapshot(), /Users who come back after a week make up blank\s?\./);
  }));

test("a gap in what the interviewer says", () =>
  practice("quote", async (page) => {
    const quote = page.locator("greenroom-deck .quote");
    assert.match(await quote.ariaSnapshot(), /Users who blank\s?, such as one week\./);
    await page.getByRole("button", { name: "Show answer" }).click();
    assert.equal(await quote.textContent(), "Users who began in the same period, such as one week.");
    assert.equal(await focused(page).textContent(), "Answer");
    await page.getByRole("status").getByText("The blank: began in the same period").waitFor();
  }));

test("steps come one at a time, and can be rated at the end", () =>
  practice("steps", async (page) => {
    const { keyboard } = page;
    const top = await topOfPrompt(page);
    await page.getByText("Step by step").waitFor();
    await page.getByText("Think it through first.").waitFor();
    assert.match(await page.locator("greenroom-deck .next").innerText(), /Step 1[^]*Clarify · 2 min/);
    await page.getByRole("button", { name: /^Hint/ }).waitFor();
    await prompt(page).focus();
    await keyboard.press("Space");
    assert.match((await focused(page).textContent()) ?? "", /^Step 1: Clarify · 2 min$/);
    assert.equal(await topOfPrompt(page), top);
    assert.ok(!(await hasRatings(page)));
    assert.equal(await page.getByRole("button", { name: /^Hint/ }).count(), 0);
    await keyboard.press("4"); // There is more to see first.
    assert.ok(!(await hasRatings(page)));
    // The variant chosen here is the one that the next step begins with.
    await page.getByRole("tab", { name: "Telemedicine" }).click();
    await page.getByText("Which countries allow a visit by video?").waitFor();
    await page.getByRole("button", { name: "Show step 2" }).click();
    assert.equal(await focused(page).textContent(), "Step 2: Segments");
    await page.getByText("Those who live far from a clinic.").waitFor();
    assert.ok(!(await page.getByText("Clinics with free slots.").isVisible()));
    await page.getByText("Which countries allow a visit by video?").waitFor();
    assert.ok(!(await page.getByText("Drawing screens first.").isVisible()));
    await keyboard.press("Enter");
    assert.equal(await focused(page).textContent(), "Step 3: Choose");
    await page.getByText("Drawing screens first.").waitFor();
    assert.equal(await page.locator("greenroom-deck .next").count(), 0);
    assert.equal(await topOfPrompt(page), top);
    assert.ok(await hasRatings(page));
    await keyboard.press("4");
    await page.getByRole("status").getByText("Rated 4.").waitFor();
    await keyboard.press("u");
    // As it was: all of its steps.
    assert.equal(await page.locator("greenroom-deck .step").count(), 3);
    assert.ok(await hasRatings(page));
  }));

test("steps with one thumb", () =>
  practice(
    "steps",
    async (page) => {
      for (const step of [1, 2, 3]) {
        const button = page.getByRole("button", { name: `Show step ${step}` });
        const box = await button.boundingBox();
        assert.ok(box && box.height >= 44 && box.y + box.height <= 640, JSON.stringify(box));
        await button.tap();
        assert.ok(await focused(page).evaluate((heading) => heading.getBoundingClientRect().bottom < innerHeight - 100));
        assert.ok(!(await overflows(page)));
      }
      for (const tab of await page.getByRole("tab").all()) assert.ok(((await tab.boundingBox())?.height ?? 0) >= 44);
      await page.getByRole("tab", { name: "Telemedicine" }).first().tap();
      await page.getByText("Which countries allow a visit by video?").waitFor();
      await ratingButton(page, 4).tap();
    },
    { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true },
  ));

for (const direction of /** @type {const} */ (["ltr", "rtl"]))
  test(`variants are tabs, ${direction}`, () =>
    practice("variants", async (page) => {
      const { keyboard } = page;
      await page.getByRole("button", { name: "Show answer" }).click();
      await page.locator("greenroom-deck .card").evaluate((card, dir) => card.setAttribute("dir", dir), direction);
      const [onward, back] = direction === "ltr" ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
      const selected = () => page.getByRole("tablist", { name: "Variants" }).getByRole("tab", { selected: true }).textContent();
      assert.equal(await selected(), "Marketplace");
      await page.getByRole("tab", { selected: true }).focus();
      for (const [key, title] of [
        [onward, "Telemedicine"],
        [onward, "Business software"],
        [onward, "Marketplace"],
        [back, "Business software"],
        ["Home", "Marketplace"],
        ["End", "Business software"],
      ]) {
        await keyboard.press(key ?? "");
        assert.equal(await selected(), title);
        assert.equal(await focused(page).textContent(), title);
        assert.equal(await page.getByRole("tabpanel").count(), 1);
        await page.getByRole("tabpanel", { name: title }).waitFor();
      }
      // One stop for the tabs, the next is the panel.
      await keyboard.press("Tab");
      assert.equal(await focused(page).textContent(), "Tasks done without help.");
      await keyboard.press("4");
      await page.getByRole("status").getByText("Rated 4.").waitFor();
    }));

test("a topic that the deck does not have is said", () =>
  practice("choice&topic=nowhere", async (page) => {
    await page.getByText("This deck has no topic “nowhere”; all of it is asked.").waitFor();
  }));

for (const colorScheme of /** @type {const} */ (["light", "dark"]))
  test(`axe finds nothing in any kind, ${colorScheme}`, () =>
    visit(
      async (visit) => {
        const { page } = visit;
        for (const kind of Object.keys(DECKS)) {
          await openDeck(visit, `decks/${kind}.md`);
          const option = page.locator("greenroom-deck label.option").first();
          if (await option.isVisible()) await option.click();
          assert.deepEqual(await violations(page), [], `${kind} asked`);
          const more = page.getByRole("button", { name: /^(Show|Check)/ });
          while (await more.isVisible()) await more.click();
          assert.deepEqual(await violations(page), [], `${kind} answered`);
        }
      },
      { files: FILES, context: { colorScheme, reducedMotion: "reduce" } },
    ));
