// The author's page: text and cards side by side, problems, files of other programs, sharing, the draft.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { overflows, prompt, stored, violations, visit } from "./visit.mjs";

/** @typedef {import("./visit.mjs").Visit} Visit */
/** @typedef {import("./visit.mjs").Page} Page */

const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
const WIDE = { viewport: { width: 1280, height: 800 } };

const DECK = `---
title: Terms
---

# Money

## What is churn?

Customers who leave.

## What is margin?

What is left.
`;
const ANKI = "#separator:tab\n#html:false\nWhat is churn?\tCustomers who leave.\nWhat is MRR?\tMonthly recurring revenue.\n";

/** @param {(visit: Visit) => Promise<void>} story @param {Parameters<typeof visit>[1]} [options] */
function author(story, options = {}) {
  return visit(
    async (visit) => {
      await start(visit.page, visit.url);
      await story(visit);
    },
    { ...options, context: { ...WIDE, ...options.context } },
  );
}

/** @param {Page} page @param {string} url */
async function start(page, url) {
  await page.goto(`${url}author.html`);
  await page.locator("#counts").getByText("card").waitFor();
}

/** @param {Page} page */
const text = (page) => page.getByRole("textbox", { name: "The text of the deck" });

/** Another text, as if it had been typed. @param {Page} page @param {string} value */
async function write(page, value) {
  await text(page).fill(value);
}

/** @param {Page} page @param {string} value */
async function paste(page, value) {
  await text(page).focus();
  await page.evaluate((value) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", value);
    const isTaken = !document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    // The browser would put it in; a made-up event does not.
    if (!isTaken) document.execCommand("insertText", false, value);
  }, value);
}

/** @param {Page} page @param {string} name @param {string} body */
const open = (page, name, body) => page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(body) });

/** @param {Page} page @param {() => Promise<void>} press */
async function download(page, press) {
  const [file] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: file.suggestedFilename(), body: await readFile(await file.path(), "utf8") };
}

/** The draft that the browser keeps. @param {Page} page */
async function draft(page) {
  return JSON.parse((await stored(page))["greenroom:draft"] ?? "null");
}

test("begins with a card of nearly every kind, and without a problem", () =>
  author(async ({ page }) => {
    await page.getByText("8 cards in 4 topics").waitFor();
    await page.getByText("No problems").waitFor();
    await prompt(page).last().waitFor();
    await page.getByRole("button", { name: "Start with an empty deck" }).click();
    assert.equal(await text(page).inputValue(), "");
    await page.getByText("This deck has no cards yet").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("8 cards in 4 topics").waitFor();
    // That can be taken back as well.
    await page.getByRole("button", { name: "Redo" }).click();
    assert.equal(await text(page).inputValue(), "");
  }));

test("what is typed is on its card at once, and the author stays at their card", () =>
  author(async ({ page }) => {
    await write(page, DECK);
    const deck = page.locator("greenroom-deck");
    await deck.getByRole("heading", { name: "What is churn?" }).waitFor();
    await deck.getByRole("button", { name: "Show answer" }).click();
    await deck.getByRole("button", { name: /^4/ }).click();
    await deck.getByRole("heading", { name: "What is margin?" }).waitFor();
    await deck.getByRole("button", { name: "Show answer" }).click();
    await write(page, DECK.replace("What is left.", "Revenue less cost."));
    await deck.getByText("Revenue less cost.").waitFor();
    await deck.getByRole("heading", { name: "What is margin?" }).waitFor();
    // Its card has another name now.
    await write(page, DECK.replace("What is margin?", "What is profit?"));
    await deck.getByRole("heading", { name: "What is profit?" }).waitFor();
    // Nothing of that is progress.
    assert.deepEqual(Object.keys(await stored(page)), ["greenroom:draft"]);
  }));

test("the card at the cursor is shown", () =>
  author(async ({ page }) => {
    await write(page, DECK);
    await page.locator("greenroom-deck").getByRole("heading", { name: "What is churn?" }).waitFor();
    await text(page).evaluate((area) => area instanceof HTMLTextAreaElement && area.setSelectionRange(area.value.length, area.value.length));
    await page.getByRole("button", { name: "Show card at cursor" }).click();
    await page.locator("greenroom-deck").getByRole("heading", { name: "What is margin?" }).waitFor();
    await text(page).evaluate((area) => area instanceof HTMLTextAreaElement && area.setSelectionRange(0, 0));
    await page.getByRole("button", { name: "Show card at cursor" }).click();
    await page.getByText("There is no card at the cursor yet.").waitFor();
  }));

test("problems are listed and lead to their place", () =>
  author(async ({ page }) => {
    const long = `${DECK}\n${"Filler.\n\n".repeat(60)}Some é😀 <b>bold</b> text.\n\n## Nothing?\n`;
    await write(page, long);
    const problem = page.getByRole("button", { name: /HTML `<b>`/ });
    await problem.click();
    const selected = await text(page).evaluate((area) => (area instanceof HTMLTextAreaElement ? area.value.slice(area.selectionStart, area.selectionEnd) : ""));
    assert.equal(selected, "<b>bold</b> text.");
    assert.ok(await text(page).evaluate((area) => area === document.activeElement));
    // The line with its number is in view, and marked.
    const line = page.locator(".lines > .faulty").first();
    const [box, frame] = [await line.boundingBox(), await page.locator(".editor").boundingBox()];
    assert.ok(box && frame && box.y >= frame.y && box.y < frame.y + frame.height);
    await write(page, DECK);
    await page.getByText("No problems").waitFor();
    assert.equal(await page.locator(".faulty").count(), 0);
  }));

test("the numbers stand beside their lines, however often they wrap", () =>
  author(async ({ page }) => {
    await write(page, `## One?\n\n${"wrapping words ".repeat(60)}\n\n${"x".repeat(400)}\n\nEnd.`);
    const heights = await page.evaluate(() => [document.querySelector(".lines")?.scrollHeight, document.querySelector("#text")?.scrollHeight]);
    assert.equal(heights[0], heights[1]);
    assert.equal(await page.locator(".lines > div").count(), 7);
    assert.ok(((await page.locator(".lines > div").nth(2).boundingBox())?.height ?? 0) > 60);
  }));

test("a file of another program is converted, with a report, and that can be undone", () =>
  author(async ({ page }) => {
    await open(page, "terms.txt", `${ANKI}Only a question\n`);
    await page.getByText("terms.txt was read as an Anki text export: 3 cards.").waitFor();
    await page.getByText("1 place to look at").waitFor();
    await page.getByText("Line 5: card 3 has no answer").waitFor();
    assert.match(await text(page).inputValue(), /## What is churn\?\s+Customers who leave\./);
    await page.locator("#counts").getByText("3 cards").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("8 cards in 4 topics").waitFor();
  }));

test("a deck opens as it is, and what loses its history is told", () =>
  author(async ({ page }) => {
    await open(page, "terms.md", DECK);
    await page.getByText("terms.md was opened.").waitFor();
    assert.equal(await text(page).inputValue(), DECK);
    await page.getByText("Compared with terms.md as it was opened").waitFor();
    await write(page, DECK.replace("## What is margin?", "## What is gross margin?"));
    await page.getByText(/history/).nth(1).waitFor();
    await page.reload();
    await page.getByText("Compared with terms.md as it was opened").waitFor();
    await page.getByRole("button", { name: "Stop comparing" }).click();
    await page.getByText("No problems").waitFor();
  }));

test("what is no text is said", () =>
  author(async ({ page }) => {
    await open(page, "deck.apkg", "PK\u0003\u0004\0\0");
    await page.getByText("deck.apkg is no text file. From Anki, export").waitFor();
    await page.locator("input[type=file]").setInputFiles({ name: "huge.md", mimeType: "text/plain", buffer: Buffer.alloc(5_000_001, 32) });
    await page.getByText("huge.md is too large").waitFor();
    assert.match(await text(page).inputValue(), /An example deck/);
  }));

test("a paste into an empty deck is converted; into another one only if it is wanted", () =>
  author(async ({ page }) => {
    await page.getByRole("button", { name: "New", exact: true }).click();
    await paste(page, ANKI);
    await page.getByText("What you pasted was read as an Anki text export: 2 cards.").waitFor();
    assert.match(await text(page).inputValue(), /## What is MRR\?/);
    await write(page, DECK);
    await text(page).press("Control+End");
    await paste(page, ANKI);
    await page.getByText("What you pasted looks like an Anki text export").waitFor();
    assert.ok((await text(page).inputValue()).endsWith(ANKI));
    await page.getByRole("button", { name: "Convert this paste" }).click();
    const converted = await text(page).inputValue();
    assert.ok(converted.startsWith(DECK) && converted.includes("## What is MRR?") && !converted.includes("#separator"), converted);
    assert.equal(converted.match(/^---$/gm)?.length, 2);
    // Native text goes in without a word.
    await paste(page, "\n## More?\n\nYes.\n");
    await page.getByText("5 cards").waitFor();
    assert.equal(await page.getByRole("button", { name: "Convert this paste" }).count(), 0);
  }));

test("a file can be dropped anywhere", () =>
  author(async ({ page }) => {
    await page.evaluate((body) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([body], "dropped.md", { type: "text/markdown" }));
      for (const type of ["dragover", "drop"]) document.querySelector(".try")?.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }, DECK);
    await page.getByText("dropped.md was opened.").waitFor();
    assert.equal(await text(page).inputValue(), DECK);
  }));

test("sharing: a link that opens, its QR code, and a snippet", () =>
  author(
    async ({ page, url, context }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await write(page, DECK);
      await page.getByText("2 cards").waitFor();
      await page.getByRole("button", { name: "Share", exact: true }).click();
      const dialog = page.getByRole("dialog", { name: "Share this deck" });
      await dialog.getByText(/characters\. Chats, mail/).waitFor();
      const code = dialog.getByRole("img", { name: "QR code of the link" });
      assert.match((await code.locator("path").getAttribute("d")) ?? "", /^M/);
      assert.deepEqual(await violations(page), []);
      await dialog.getByText("Options of the link").click();
      await dialog.getByLabel("Only the topic").selectOption("Money");
      await dialog.getByLabel("Stop after so many ratings").fill("1");
      await dialog.getByLabel("Seed").fill("7");
      await dialog.getByLabel("Ask").selectOption("free");
      await dialog.getByRole("button", { name: "Copy link" }).click();
      await dialog.getByRole("button", { name: "Copied" }).waitFor();
      const link = await page.evaluate(() => navigator.clipboard.readText());
      assert.ok(link.startsWith(`${url}#d=1.`) && link.endsWith("&topic=Money&mode=free&count=1&seed=7"), link);
      const snippet = await dialog.getByLabel("Snippet").inputValue();
      for (const part of [`src="${url}greenroom.js"`, '<greenroom-deck src="terms.md">', "<summary>What is churn?</summary>", "<p>Customers who leave.</p>"])
        assert.ok(snippet.includes(part), snippet);
      await dialog.getByLabel(/^Address/).fill("http://insecure.example/a.md");
      await dialog.getByText("That is no https address").waitFor();
      await dialog.getByLabel(/^Address/).fill("https://elsewhere.example/a.md");
      assert.match(await dialog.getByLabel("Link", { exact: true }).inputValue(), /#deck=https%3A%2F%2Felsewhere\.example%2Fa\.md&topic/);
      await page.keyboard.press("Escape");
      await page.goto(link);
      await page.getByRole("heading", { name: "Terms" }).waitFor();
      await page.getByText("Only the topic “Money” is asked. Practice goes on when nothing is due. It stops after 1 rating.").waitFor();
    },
  ));

test("what is wrong with an option of the link is said beside it", () =>
  author(async ({ page }) => {
    await write(page, DECK);
    await page.getByRole("button", { name: "Share", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Options of the link").click();
    const link = dialog.getByLabel("Link", { exact: true });
    for (const [label, bad, says, good] of [
      ["Stop after so many ratings", "0", "no whole number from 1 on", "12"],
      ["Seed", "1.5", "no whole number;", "0"],
    ]) {
      const field = dialog.getByLabel(label);
      await field.fill(bad);
      await dialog.getByText(says).waitFor();
      assert.equal(await field.getAttribute("aria-invalid"), "true");
      assert.match(await field.evaluate((node) => document.getElementById(node.getAttribute("aria-describedby") ?? "")?.textContent ?? ""), new RegExp(says));
      await field.fill(good);
      await dialog.getByText(says).waitFor({ state: "hidden" });
      assert.equal(await field.getAttribute("aria-invalid"), "false");
    }
    assert.match(await link.inputValue(), /&count=12&seed=0$/);
    await dialog.getByLabel(/^Address/).fill("elsewhere");
    await dialog.getByText("That is no https address").waitFor();
    assert.deepEqual(await violations(page), []);
    await dialog.getByLabel(/^Address/).fill("https://github.com/someone/decks/blob/main/pm/terms.md");
    await dialog.getByText("The link leads to the file itself: https://raw.githubusercontent.com/someone/decks/main/pm/terms.md").waitFor();
    assert.match(decodeURIComponent(await link.inputValue()), /#deck=https:\/\/raw\.githubusercontent\.com\/someone\/decks\/main\/pm\/terms\.md&count=12/);
  }));

test("a deck without cards is not shared; one without a title or with problems is, with a word about it", () =>
  author(async ({ page }) => {
    const dialog = page.getByRole("dialog", { name: "Share this deck" });
    const share = page.getByRole("button", { name: "Share", exact: true });
    await write(page, "---\ntitle: Terms\n---\n");
    await share.click();
    await dialog.getByText("There is nothing to share yet: the deck has no cards.").waitFor();
    assert.equal(await dialog.locator("input, textarea, svg").count(), 0);
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("Escape");
    await write(page, DECK);
    await share.click();
    await dialog.getByLabel("Link", { exact: true }).waitFor();
    assert.equal(await dialog.getByText("Give the deck a title first").count(), 0);
    assert.equal(await dialog.getByText("learners will see").count(), 0);
    await page.keyboard.press("Escape");
    for (const text of ["## One?\n\nYes.\n\n## Two?\n\n## Three?\n", "---\ntitle: deck\n---\n\n## One?\n\nYes.\n\n## Two?\n\n## Three?\n"]) {
      await write(page, text);
      await page.locator("#counts").getByText("3 cards, 2 problems").waitFor();
      await share.click();
      await dialog.getByText("Give the deck a title first").waitFor();
      await dialog.getByRole("button", { name: "2 problems: learners will see them" }).click();
      assert.equal(await page.getByRole("dialog").count(), 0);
      assert.ok(await page.getByRole("heading", { name: "2 problems" }).evaluate((node) => node === document.activeElement));
    }
  }));

test("the QR code has whole pixels, and fits a phone", () =>
  author(
    async ({ page }) => {
      for (const cards of [1, 30]) {
        await write(page, `# T\n\n${Array.from({ length: cards }, (_, card) => `## Question ${card * 7919}?\n\nAnswer ${(card * 104729) % 99991}.\n\n`).join("")}`);
        await page.getByRole("button", { name: "Share", exact: true }).click();
        const code = page.getByRole("img", { name: "QR code of the link" });
        const modules = Number(((await code.getAttribute("viewBox")) ?? "").split(" ")[2]);
        const width = (await code.boundingBox())?.width ?? 0;
        assert.equal(width, modules * (modules <= 75 ? 4 : modules <= 100 ? 3 : 2));
        assert.ok(!(await overflows(page)));
        assert.ok(await page.getByRole("dialog").evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth));
        assert.deepEqual(await violations(page), []);
        await page.keyboard.press("Escape");
      }
    },
    { context: PHONE },
  ));

test("what was replaced can be undone until something is written", () =>
  author(async ({ page }) => {
    const undo = page.getByRole("button", { name: "Undo" });
    await open(page, "terms.md", DECK);
    await page.getByText("terms.md was opened.").waitFor();
    await text(page).press("End");
    await page.keyboard.type("x");
    await page.getByText("terms.md was opened.").waitFor({ state: "hidden" });
    assert.equal(await undo.count(), 0);
    await page.getByRole("button", { name: "New", exact: true }).click();
    await page.getByText("The deck is empty now.").waitFor();
    await undo.click();
    await page.getByText("The former text is back.").waitFor();
    await text(page).press("End");
    await page.keyboard.type("y");
    await page.getByText("The former text is back.").waitFor({ state: "hidden" });
    // What is left to look at stays in sight.
    await open(page, "terms.txt", `${ANKI}Only a question\n`);
    await undo.waitFor();
    await text(page).press("End");
    await page.keyboard.type("z");
    await undo.waitFor({ state: "hidden" });
    await page.getByText("1 place to look at").waitFor();
  }));

test("the snippet asks for a gap by its hint", () =>
  author(async ({ page }) => {
    await write(page, "## What is {{activation::a moment}}?\n\nThe first time it is worth it.\n");
    await page.locator("#counts").getByText("1 card").waitFor();
    await page.getByRole("button", { name: "Share" }).click();
    const snippets = page.locator("dialog textarea").filter({ visible: true });
    await page.getByRole("button", { name: "Copy the snippet" }).waitFor();
    const texts = await snippets.evaluateAll((areas) => areas.map((area) => (area instanceof HTMLTextAreaElement ? area.value : "")));
    assert.match(texts.join("\n"), /<summary>What is a moment\?<\/summary>/);
  }));

test("a link that is too long is said so, and there is a file instead", () =>
  author(async ({ page }) => {
    let body = "";
    for (let card = 0; card < 4_000; card++) body += `## Question ${card * 7919}?\n\nAnswer ${(card * 104729) % 99991}.\n\n`;
    await open(page, "long.md", body);
    await page.getByText("4,000 cards").waitFor();
    await page.getByRole("button", { name: "Share", exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("That is too long for a link.").waitFor();
    assert.equal(await dialog.getByRole("button", { name: "Copy link" }).count(), 0);
    assert.equal(await dialog.getByRole("img").count(), 0);
    const file = await download(page, () => dialog.getByRole("button", { name: "Download the file" }).click());
    assert.equal(file.body, body);
  }));

test("downloads have the deck in each format", () =>
  author(async ({ page }) => {
    await write(page, DECK);
    await page.getByText("2 cards").waitFor();
    const from = (/** @type {string} */ entry) => async () => {
      await page.locator("summary", { hasText: "Download" }).click();
      await page.getByRole("button", { name: entry }).click();
    };
    assert.deepEqual(await download(page, from("Markdown (.md)")), { name: "terms.md", body: DECK });
    const anki = await download(page, from("Anki text (.txt)"));
    assert.equal(anki.name, "terms.txt");
    assert.match(anki.body, /^#separator:/);
    assert.equal((await download(page, from("Table (.csv)"))).name, "terms.csv");
    // With the keys of every editor.
    await text(page).focus();
    assert.deepEqual(await download(page, () => page.keyboard.press("Control+s")), { name: "terms.md", body: DECK });
  }));

test("nothing is lost on reload", () =>
  author(async ({ page }) => {
    await write(page, DECK);
    await page.waitForFunction(() => localStorage.getItem("greenroom:draft")?.includes("What is margin?"));
    // Not even what was typed a moment ago.
    await text(page).press("Control+End");
    await page.keyboard.type("## Last?");
    await page.reload();
    await page.getByText("3 cards").waitFor();
    assert.equal(await text(page).inputValue(), `${DECK}## Last?`);
    assert.equal(await page.getByRole("button", { name: "Start with an empty deck" }).count(), 0);
  }));

test("two tabs follow each other, and neither overwrites the other unasked", () =>
  author(async (visit) => {
    const { page, url } = visit;
    const other = await visit.addPage();
    await start(other, url);
    await write(page, DECK);
    await other.getByText("This is the draft from another tab now.").waitFor();
    assert.equal(await text(other).inputValue(), DECK);
    // Both are written in at once: the later one asks. A slow machine may need some tries to be at once.
    /** @type {typeof page | undefined} */
    let asked;
    for (let attempt = 0; !asked && attempt < 8; attempt++) {
      await Promise.all([write(page, `${DECK}\nOne ${attempt}.`), write(other, `${DECK}\nTwo ${attempt}.`)]);
      const asks = [page, other].map((tab) => tab.getByText("Another tab has a newer draft").waitFor({ timeout: 1500 }).then(() => tab));
      asked = await Promise.any(asks).catch(() => undefined);
    }
    assert.ok(asked);
    const kept = asked === page ? other : page;
    const before = await draft(kept);
    await text(asked).press("Control+End");
    await asked.keyboard.type("More.");
    await asked.waitForTimeout(500);
    assert.deepEqual(await draft(kept), before);
    await asked.getByRole("button", { name: "Keep this one" }).click();
    assert.match((await draft(kept)).text, /More\.$/);
    await kept.getByText("This is the draft from another tab now.").waitFor();
    assert.equal(await text(kept).inputValue(), await text(asked).inputValue());
  }));

test("blocked and full storage is said, and writing goes on", () =>
  visit(
    async ({ page, url }) => {
      await page.addInitScript(() => {
        Object.defineProperty(globalThis, "localStorage", {
          get() {
            throw new DOMException("The operation is insecure.", "SecurityError");
          },
        });
      });
      await start(page, url);
      await write(page, DECK);
      await page.getByText("The draft cannot be kept in this browser: its storage is blocked.").waitFor();
      await page.getByText("2 cards").waitFor();
    },
    { context: WIDE },
  ));

test("full storage is said until there is room", () =>
  author(async ({ page }) => {
    await write(page, DECK);
    await page.evaluate(() => {
      let filler = "";
      for (let size = 5 * 2 ** 20; size >= 1; size = Math.floor(size / 2))
        try {
          localStorage.setItem("filler", filler + "x".repeat(size));
          filler += "x".repeat(size);
        } catch {}
    });
    await write(page, `${DECK}${"More. ".repeat(200)}`);
    await page.getByText("its storage is full").waitFor();
    await page.evaluate(() => localStorage.removeItem("filler"));
    await write(page, `${DECK}${"More. ".repeat(201)}`);
    await page.getByText("its storage is full").waitFor({ state: "hidden" });
  }));

test("the keyboard reaches everything and is never trapped", () =>
  author(async ({ page }) => {
    await text(page).focus();
    await page.keyboard.press("Tab");
    assert.ok(!(await text(page).evaluate((area) => area === document.activeElement)));
    await page.keyboard.press("Shift+Tab");
    assert.ok(await text(page).evaluate((area) => area === document.activeElement));
    const menu = page.locator("summary", { hasText: "Download" });
    await menu.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Markdown (.md)" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Markdown (.md)" }).waitFor({ state: "hidden" });
    assert.ok(await menu.evaluate((node) => node === document.activeElement));
    await page.getByRole("button", { name: "How to write" }).press("Enter");
    await page.getByRole("dialog", { name: "How a deck is written" }).waitFor();
    await page.keyboard.press("Escape");
    assert.equal(await page.getByRole("dialog").count(), 0);
  }));

for (const colorScheme of /** @type {const} */ (["light", "dark"]))
  for (const [name, context] of /** @type {const} */ ([["wide", WIDE], ["phone", PHONE]]))
    test(`axe finds nothing, ${colorScheme}, ${name}`, () =>
      author(
        async ({ page }) => {
          /** @param {string} screen */
          const check = async (screen) => {
            assert.deepEqual(await violations(page), [], screen);
            assert.ok(!(await overflows(page)), screen);
          };
          await check("example");
          await write(page, `${DECK}\n## Empty?\n`);
          await page.getByText("3 cards, 1 problem").waitFor();
          await check("problem");
          await open(page, "terms.txt", `${ANKI}Only a question\n`);
          await page.getByText("1 place to look at").waitFor();
          await check("import");
          if (context === PHONE) {
            await page.getByRole("tab", { name: "Try" }).click();
            await prompt(page).last().waitFor();
            await check("try");
          }
          await page.getByRole("button", { name: "Share", exact: true }).click();
          await page.getByRole("dialog").getByText("Options of the link").click();
          await check("share");
          await page.keyboard.press("Escape");
          await page.getByRole("button", { name: "How to write" }).click();
          await check("help");
        },
        { context: { colorScheme, reducedMotion: "reduce", ...context } },
      ));

test("on a phone text and cards are two tabs", () =>
  author(
    async ({ page }) => {
      const [writing, trying] = [page.getByRole("tab", { name: "Write" }), page.getByRole("tab", { name: "Try" })];
      assert.equal(await page.locator("greenroom-deck").isVisible(), false);
      await trying.click();
      await page.locator("greenroom-deck").getByRole("button", { name: "Show answer" }).waitFor();
      assert.equal(await text(page).isVisible(), false);
      assert.equal(await page.getByRole("tabpanel").count(), 1);
      await trying.press("ArrowLeft");
      assert.equal(await writing.getAttribute("aria-selected"), "true");
      await write(page, DECK);
      await trying.click();
      await page.locator("greenroom-deck").getByRole("heading", { name: "What is churn?" }).waitFor();
      // Whoever jumps to a problem is where the text is.
      await writing.click();
      await write(page, `${DECK}\n## Empty?\n`);
      await page.getByRole("button", { name: /card without an answer/ }).click();
      assert.ok(await text(page).evaluate((area) => area === document.activeElement));
      for (const control of await page.locator("#tools > *:visible, [role=tab]").all()) assert.ok(((await control.boundingBox())?.height ?? 0) >= 44);
    },
    { context: PHONE },
  ));

test("a deck of 1.4 MB can be opened and typed in", () =>
  author(async ({ page }) => {
    let body = "---\ntitle: Large\n---\n\n";
    const filler = "A sentence that a model answer could have, with some words in it. ".repeat(9);
    for (let card = 0; card < 400; card++) body += `# Topic ${card}\n\n## Question ${card}?\n\n${filler}\n\n${`- **Point**: ${filler}\n`.repeat(3)}\n### Notes\n\n${filler}\n\n${filler}\n\n`;
    assert.ok(body.length > 1_300_000);
    await open(page, "large.md", body);
    await page.getByText("400 cards in 400 topics").waitFor();
    await text(page).press("Control+End");
    await page.keyboard.type("## The last question?\n\nYes.\n", { delay: 5 });
    await page.getByText("401 cards in 400 topics").waitFor();
    assert.ok((await text(page).inputValue()).endsWith("Yes.\n"));
    await page.reload();
    await page.getByText("401 cards in 400 topics").waitFor();
  }));

test("works without a network, and links to it from the start", () =>
  visit(
    async ({ page, url, context }) => {
      await page.goto(url);
      await page.evaluate(async () => {
        const { active } = await navigator.serviceWorker.ready;
        while (active?.state !== "activated") await new Promise((later) => setTimeout(later, 10));
      });
      await page.reload();
      await context.setOffline(true);
      await page.getByRole("link", { name: "write a deck of your own" }).click();
      await page.getByText("8 cards in 4 topics").waitFor();
      await prompt(page).last().waitFor();
      await page.getByRole("button", { name: "Share", exact: true }).click();
      await page.getByRole("img", { name: "QR code of the link" }).waitFor();
    },
    { context: WIDE },
  ));
