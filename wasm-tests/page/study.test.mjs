// A learner studies the behavioral deck: the loop, undo, reload, the checkpoint, keys, touch, two tabs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { NOW, headings, openDeck, overflows, prompt, rate, ratingButton, stored, visit } from "./visit.mjs";

test("from the list of decks through a card to the next one", () =>
  visit(async (visit) => {
    const { page, url } = visit;
    await page.clock.install({ time: NOW });
    await page.goto(url);
    await page.getByRole("heading", { name: "Behavioral stories for product managers" }).waitFor();
    await page.getByText("67 cards").waitFor();
    await page.getByRole("link", { name: /^Practice Behavioral/ }).click();
    await prompt(page).waitFor();
    assert.match(await page.title(), /Behavioral/);
    const first = await prompt(page).textContent();
    const top = await topOf(prompt(page));
    assert.deepEqual(await headings(page), [first]);
    // The ladder of help, one rung at a time.
    await page.getByRole("button", { name: "Hint 3 left" }).click();
    await page.getByRole("button", { name: "Hint 2 left" }).click();
    await page.getByRole("button", { name: "Mnemonic 1 left" }).click();
    await page.getByText("STRIDE").first().waitFor();
    assert.equal(await page.getByRole("button", { name: /left/ }).count(), 0);
    await page.getByRole("button", { name: "Show answer" }).click();
    // The prompt stays where it is; the answer stands below it and has the focus.
    assert.equal(await topOf(prompt(page)), top);
    assert.equal((await headings(page))[0], first);
    assert.equal(await page.locator("greenroom-deck h3:focus").textContent(), "Answer");
    const ratings = page.getByRole("group", { name: "How well did you know this?" });
    assert.equal(await ratings.getByRole("button").count(), 5);
    const labels = await ratings.getByRole("button").allInnerTexts();
    assert.match(labels[0] ?? "", /1[^]*Not at all[^]*in a few cards/);
    assert.match(labels[2] ?? "", /3[^]*Partly[^]*at the end/);
    assert.match(labels[3] ?? "", /4[^]*Well[^]*Mon/);
    assert.match(labels[4] ?? "", /5[^]*Perfectly[^]*Nov 29/);
    await ratingButton(page, 4).click();
    assert.notEqual(await prompt(page).textContent(), first);
    assert.equal(Object.keys(await stored(page)).length, 1);
    // Back on the list it is one card fewer.
    await page.getByRole("link", { name: "All decks" }).click();
    await page.getByText("66 new").waitFor();
  }));

/** How far below the start of the page it stands. @param {import("playwright-core").Locator} element */
function topOf(element) {
  return element.evaluate((node) => node.getBoundingClientRect().top + scrollY);
}

test("the answer has its parts in order", () =>
  visit(async (visit) => {
    await openDeck(visit);
    const { page } = visit;
    await page.getByRole("button", { name: "Show answer" }).click();
    const found = await headings(page);
    for (const part of ["Answer", "Mnemonic", "Pitfalls", "Weak answer", "Strong answer"])
      assert.ok(found.includes(part), `${part} in ${found.join(", ")}`);
    const points = page.locator("greenroom-deck").getByRole("listitem");
    assert.ok((await points.count()) >= 6);
    const fold = page.locator("greenroom-deck details").first();
    assert.equal(await fold.getAttribute("open"), null);
    await fold.locator("summary").click();
    assert.notEqual(await fold.getAttribute("open"), null);
  }));

test("undo takes back rating after rating, exactly", () =>
  visit(async (visit) => {
    await openDeck(visit);
    const { page } = visit;
    const seen = [];
    for (const rating of [4, 1, 5]) {
      await page.getByRole("button", { name: "Show answer" }).click();
      seen.push(await page.locator("greenroom-deck").ariaSnapshot());
      await ratingButton(page, rating).click();
    }
    while (seen.length > 0) {
      await page.keyboard.press("u");
      assert.equal(withoutStatus(await page.locator("greenroom-deck").ariaSnapshot()), withoutStatus(seen.pop()));
    }
    assert.equal(Object.keys(await stored(page)).length, 6);
    assert.ok(!(await page.getByRole("button", { name: "Undo" }).isVisible()));
  }));

/**
 * What a screen reader was told, what has the focus and whether the mirror is through are no part of the view.
 * @param {string} [snapshot]
 */
function withoutStatus(snapshot) {
  return snapshot?.replace(/^.*\bstatus.*$/m, "").replace(/^.*\bSaved$\n/m, "").replaceAll(" [active]", "");
}

test("progress survives a reload and a new browser window", () =>
  visit(async (visit) => {
    await openDeck(visit);
    const { page } = visit;
    for (const rating of [4, 5, 4]) await rate(page, rating);
    const next = await prompt(page).textContent();
    await page.reload();
    await prompt(page).waitFor();
    assert.equal(await prompt(page).textContent(), next);
    await page.getByText("64 new").waitFor();
    // Undo reaches what was rated before.
    await page.keyboard.press("u");
    await page.getByText("65 new").waitFor();
    const other = await visit.addPage();
    await openDeck({ ...visit, page: other });
    await other.getByText("65 new").waitFor();
  }));

test("a checkpoint after ten ratings shows where the learner stands", () =>
  visit(async (visit) => {
    await openDeck(visit);
    const { page } = visit;
    for (let card = 0; card < 10; card++) await rate(page, 4);
    await page.getByRole("heading", { name: "Where you stand" }).waitFor();
    const text = await page.locator("greenroom-deck").ariaSnapshot();
    assert.match(text, /Mastery[^]*11\s?%[^]*up 11 points/);
    assert.match(text, /Readiness[^]*14\s?%[^]*up 14 points/);
    await page.getByRole("button", { name: "Stop here" }).click();
    await page.getByRole("heading", { name: "That is enough for today" }).waitFor();
    await page.getByRole("button", { name: /Go on/ }).click();
    await page.getByRole("button", { name: "Show answer" }).waitFor();
  }));

test("nothing due offers free practice, and the next day brings cards back", () =>
  visit(
    async (visit) => {
      const { page } = visit;
      await page.clock.install({ time: NOW });
      await openDeck(visit, "decks/two.md");
      await rate(page, 4);
      await rate(page, 5);
      await page.getByRole("heading", { name: "Nothing is due" }).waitFor();
      await page.getByText("1 card comes back on Monday.").waitFor();
      await page.getByRole("button", { name: "Practice freely" }).click();
      await page.getByText("Not due yet").first().waitFor();
      await page.getByRole("button", { name: "Show answer" }).click();
      assert.match(await ratingButton(page, 5).innerText(), /stays on Mon/);
      await ratingButton(page, 5).click();
      await page.clock.setFixedTime(NOW + 2 * 86_400_000);
      await page.reload();
      await page.getByText("1 due").waitFor();
    },
    { files: { "decks/two.md": "## One?\n\nYes.\n\n## Two?\n\nNo.\n" } },
  ));

test("the keyboard alone is enough", () =>
  visit(async (visit) => {
    await openDeck(visit);
    const { page } = visit;
    const { keyboard } = page;
    const first = await prompt(page).textContent();
    for (let rung = 0; rung < 3; rung++) await keyboard.press("+");
    await page.getByText("STRIDE").first().waitFor();
    await keyboard.press("4"); // Nothing to rate yet.
    assert.equal(await prompt(page).textContent(), first);
    await keyboard.press("Space");
    await page.getByRole("heading", { name: "Answer", exact: true }).waitFor();
    await keyboard.press("Control+4");
    assert.equal(await prompt(page).textContent(), first);
    await keyboard.press("4");
    assert.notEqual(await prompt(page).textContent(), first);
    await page.getByRole("status").getByText("Rated 4.").waitFor();
    await keyboard.press("Enter");
    await page.getByRole("heading", { name: "Answer", exact: true }).waitFor();
    await keyboard.press("u");
    assert.equal(await prompt(page).textContent(), first);
    await page.getByRole("status").getByText("Rating taken back.").waitFor();
    await keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    await keyboard.press("5"); // Not while the list of keys is open.
    await keyboard.press("Escape");
    assert.equal(await prompt(page).textContent(), first);
    // By tab to a rating, and Enter presses it.
    for (let steps = 0; steps < 40 && !(await ratingButton(page, 2).evaluate((button) => button.matches(":focus"))); steps++)
      await keyboard.press("Tab");
    await keyboard.press("Enter");
    assert.notEqual(await prompt(page).textContent(), first);
  }));

test("a prompt taller than the window begins at its top", () =>
  visit(
    async (visit) => {
      await openDeck(visit, "decks/tall.md");
      const { page } = visit;
      await page.getByRole("button", { name: "Show answer" }).click();
      await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await page.keyboard.press("4");
      const top = await prompt(page).evaluate((heading) => heading.getBoundingClientRect().top);
      assert.ok(top >= 0 && top < 200, String(top));
    },
    {
      context: { viewport: { width: 360, height: 640 } },
      files: { "decks/tall.md": `## One?\n\n${"Yes. ".repeat(600)}\n\n## ${"A long question ".repeat(60)}?\n\nNo.\n` },
    },
  ));

test("keys pressed outside the widget are the page's own", () =>
  visit(async ({ url, page }) => {
    await page.goto(`${url}examples/blog.html`);
    await prompt(page).first().waitFor();
    const before = withoutStatus(await page.locator("greenroom-deck").first().ariaSnapshot());
    for (const key of ["Enter", "h", "5", "u", "?"]) await page.keyboard.press(key);
    assert.equal(withoutStatus(await page.locator("greenroom-deck").first().ariaSnapshot()), before);
  }));

test("with one thumb on a phone", () =>
  visit(
    async (visit) => {
      await openDeck(visit);
      const { page } = visit;
      const height = page.viewportSize()?.height ?? 0;
      for (const rating of [1, 3, 5]) {
        const show = page.getByRole("button", { name: "Show answer" });
        assert.ok(inReach(await show.boundingBox(), height));
        await show.tap();
        const button = ratingButton(page, rating);
        const box = await button.boundingBox();
        assert.ok(inReach(box, height), JSON.stringify(box));
        assert.ok(!(await overflows(page)));
        await button.tap();
      }
      assert.equal(Object.keys(await stored(page)).length, 3);
    },
    { context: { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true } },
  ));

/** Large enough for a thumb and on screen. @param {{ y: number, width: number, height: number } | null} box @param {number} height */
function inReach(box, height) {
  return box !== null && box.width >= 44 && box.height >= 44 && box.y >= 0 && box.y + box.height <= height;
}

test("two tabs go on with what the other has rated", () =>
  visit(async (visit) => {
    await openDeck(visit);
    const other = await visit.addPage();
    await openDeck({ ...visit, page: other });
    await rate(visit.page, 4);
    await rate(visit.page, 5);
    const next = await prompt(visit.page).textContent();
    await other.bringToFront();
    await other.getByText("65 new").waitFor();
    assert.equal(await prompt(other).textContent(), next);
    await rate(other, 4);
    await visit.page.bringToFront();
    await visit.page.getByText("64 new").waitFor();
    assert.equal(Object.keys(await stored(other)).length, 3);
  }));

test("a deck's faults are listed, its markup is text, and nothing is fetched or run", () => {
  const hostile = `## <script>window.hurt = 1</script> Title

<img src="https://evil.example/a.gif" onerror="window.hurt = 2">

- **<b onclick="window.hurt = 3">Point</b>**: [go](javascript:window.hurt=4)
- ![pixel](https://evil.example/p.gif) ![svg](data:image/svg+xml;base64,PHN2Zz4=)
- [fine](https://example.com/)

### Pitfalls

<iframe srcdoc="<script>parent.hurt = 5</script>"></iframe>

## No answer
`;
  return visit(
    async (visit) => {
      const { page, context, url } = visit;
      const requests = /** @type {string[]} */ ([]);
      context.on("request", (request) => requests.push(request.url()));
      await openDeck(visit, "decks/hostile.md");
      assert.equal(await prompt(page).textContent(), "<script>window.hurt = 1</script> Title");
      await page.getByRole("button", { name: "Show answer" }).click();
      await page.getByText("<b onclick=").first().waitFor();
      assert.equal(await page.locator("greenroom-deck img, greenroom-deck iframe, greenroom-deck script, greenroom-deck b").count(), 0);
      const links = page.locator("greenroom-deck a");
      assert.equal(await links.count(), 1);
      assert.equal(await links.first().getAttribute("href"), "https://example.com/");
      assert.match((await links.first().getAttribute("rel")) ?? "", /noopener/);
      await page.getByText("problems in this deck").click();
      await page.getByText("card without an answer").waitFor();
      await page.getByText("link to `javascript:window.hurt=4`").waitFor();
      assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).hurt), undefined);
      assert.deepEqual(requests.filter((request) => !request.startsWith(url)), []);
    },
    { files: { "decks/hostile.md": hostile } },
  );
});

test("an address that leads nowhere is said plainly", () =>
  visit(
    async ({ url, page }) => {
      for (const [address, message] of [
        ["decks/none.md", "There is no deck at this address"],
        ["javascript:alert(1)", "There is no deck at this address"],
      ]) {
        await page.goto(`${url}#deck=${encodeURIComponent(address ?? "")}`);
        await page.getByRole("heading", { name: message }).waitFor();
      }
      await page.getByRole("link", { name: "All decks" }).first().click();
      await page.getByRole("link", { name: /^Practice Behavioral/ }).waitFor();
    },
    { allows: /404/ },
  ));

test("a deck without cards says so", () =>
  visit(
    async (visit) => {
      await openDeck(visit, "decks/empty.md");
      assert.equal(await prompt(visit.page).textContent(), "This deck has no cards yet");
    },
    { files: { "decks/empty.md": "Nothing but text.\n" } },
  ));
