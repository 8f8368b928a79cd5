// Progress out and in: the backup, the table, the link, starting over, several people, and cards that have changed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { clearProgress, download as saved, fillStore, mirrored, openDeck, overflows, prompt, rate, stored, violations, visit } from "./visit.mjs";

/** @typedef {import("./visit.mjs").Visit} Visit */
/** @typedef {import("playwright-core").Page} Page */

/** @param {Visit} visit */
async function openProgress({ page, url }) {
  await page.goto(`${url}#progress`);
  await heading(page).waitFor();
}

/** @param {Page} page */
const heading = (page) => page.getByRole("heading", { level: 1, name: /progress/i });

/** @param {Page} page @param {string} name */
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

/** @param {Page} page @param {string} text @param {string} [name] */
function choose(page, text, name = "backup.json") {
  return page.getByLabel("Restore from a file").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}

/** The records alone, and not what the learner has chosen. @param {Page} page */
async function records(page) {
  return Object.fromEntries(Object.entries(await stored(page)).filter(([key]) => key.startsWith("gr1")));
}

/** @param {Visit} visit @param {number[]} ratings @param {string} [deck] */
async function practice(visit, ratings, deck) {
  await openDeck(visit, deck);
  for (const rating of ratings) await rate(visit.page, rating);
}

test("a backup brings back all that was rated", () =>
  visit(async (visit) => {
    const { page } = visit;
    await practice(visit, [4, 2, 5]);
    await practice(visit, [3], "decks/case.md");
    const before = await records(page);
    await openProgress(visit);
    await page.getByText("4 ratings of 2 decks, kept in this browser and nowhere else.").waitFor();
    const backup = await saved(page, "Download a backup");
    assert.match(backup.name, /^greenroom-progress-\d{4}-\d\d-\d\d\.json$/);
    await page.getByText(/^Last backup: /).waitFor();
    const { format, version, decks } = JSON.parse(backup.text);
    assert.deepEqual([format, version, decks.length], ["greenroom progress", 1, 2]);
    assert.match(backup.text, /"title": "Behavioral/);
    assert.match(backup.text, /"rating": 2/);

    await clearProgress(visit);
    await openProgress(visit);
    await page.getByText("Nothing has been rated here yet.").waitFor();
    assert.ok(await page.getByRole("button", { name: "Download a backup" }).isDisabled());
    await choose(page, backup.text);
    const preview = page.getByRole("heading", { name: "This backup adds 4 ratings to 2 decks" });
    await preview.waitFor();
    assert.ok(await preview.evaluate((node) => node === document.activeElement));
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(await records(page), {});
    await press(page, "Add it");
    await page.getByText("4 records were added.").waitFor();
    assert.deepEqual(await records(page), before);
    // Once more there is nothing to add.
    await choose(page, backup.text);
    await page.getByRole("heading", { name: "Nothing is missing here" }).waitFor();
    await page.getByText("4 records are here already.").waitFor();
  }));

test("what a backup adds stands beside what is there", () =>
  visit(async (visit) => {
    const { page } = visit;
    await practice(visit, [4]);
    await openProgress(visit);
    const { text } = await saved(page, "Download a backup");
    const first = await records(page);
    await clearProgress(visit);
    await practice(visit, [1, 1]);
    const second = await records(page);
    await openProgress(visit);
    await choose(page, text);
    await press(page, "Add it");
    await page.getByText("3 ratings of 1 deck").waitFor();
    assert.deepEqual(await records(page), { ...first, ...second });
  }));

test("what one home alone holds is looked after, and what is added goes to both", () =>
  visit(async (visit) => {
    const { page } = visit;
    await practice(visit, [4, 2]);
    await page.getByText("Saved", { exact: true }).waitFor();
    const both = await records(page);
    await page.evaluate(() => localStorage.clear());
    await openProgress(visit);
    await page.getByText("2 ratings of 1 deck").waitFor();
    const { text } = await saved(page, "Download a backup");
    assert.equal(JSON.parse(text).decks[0].records.length, 2);
    await clearProgress(visit);
    await openProgress(visit);
    await choose(page, text);
    await press(page, "Add it");
    await page.getByText("2 records were added. Your progress is up to date.").waitFor();
    assert.deepEqual(await records(page), both);
    assert.deepEqual((await mirrored(page)).sort(), Object.keys(both).sort());
  }));

test("a backup that the store has no room for is kept in the other home, or that is said", () =>
  visit(async (visit) => {
    const { page } = visit;
    await practice(visit, [4, 2, 5]);
    await openProgress(visit);
    const { text } = await saved(page, "Download a backup");
    await clearProgress(visit);
    await fillStore(page);
    await openProgress(visit);
    await choose(page, text);
    await press(page, "Add it");
    await page.getByText("It is kept, once instead of twice: part of this browser's storage is full.").waitFor();
    await page.getByText("3 ratings of 1 deck").waitFor();
    assert.equal((await mirrored(page)).length, 3);
    await page.reload();
    await page.getByText("3 ratings of 1 deck").waitFor();
    // Neither home takes it.
    await clearProgress(visit);
    await fillStore(page);
    await page.addInitScript("Object.defineProperty(globalThis, 'indexedDB', { value: undefined });");
    await openProgress(visit);
    await choose(page, text);
    await press(page, "Add it");
    await page.getByText("The storage of this browser is full. What had room is kept.").waitFor();
    await page.getByText("Nothing has been rated here yet.").waitFor();
  }));

test("records of a newer version are in no backup, and that is said", () =>
  visit(async (visit) => {
    const { page } = visit;
    await practice(visit, [4]);
    const prefix = Object.keys(await records(page))[0]?.slice(0, 13);
    await page.evaluate((prefix) => localStorage.setItem(`${prefix}l:AAAAAB.1`, "pFuturedPB"), prefix);
    await openProgress(visit);
    await page.getByText("1 record is of a newer version and in no backup of this one: reload the page to get it.").waitFor();
  }));

for (const [name, text, says] of /** @type {const} */ ([
  ["no JSON", "hello", "“backup.json” is no backup: it cannot be read as JSON."],
  ["something else", "{}", "The file is no backup of Greenroom: choose the one that “Download a backup” saved."],
  ["a list", "[1, 2]", "The file is no backup of Greenroom"],
  ["one of a later version", '{"format": "greenroom progress", "version": 9, "decks": []}', "The backup is of version 9 of its format"],
]))
  test(`said plainly of a file: ${name}`, () =>
    visit(async (visit) => {
      const { page } = visit;
      await practice(visit, [4]);
      const before = await records(page);
      await openProgress(visit);
      await choose(page, text);
      await page.getByRole("alert").getByText(says).waitFor();
      assert.deepEqual(await records(page), before);
      assert.deepEqual(await violations(page), []);
      await press(page, "Close");
      assert.equal(await page.getByRole("alert").count(), 0);
    }));

test("what is damaged in a backup is counted, and the rest is added", () =>
  visit(async (visit) => {
    const { page } = visit;
    await practice(visit, [4, 4, 4]);
    await openProgress(visit);
    const { text } = await saved(page, "Download a backup");
    const backup = JSON.parse(text);
    backup.decks[0].records[1].record = backup.decks[0].records[1].record.replace(/.$/, "!");
    backup.decks.push(null);
    await clearProgress(visit);
    await openProgress(visit);
    await choose(page, JSON.stringify(backup));
    await page.getByRole("heading", { name: "This backup adds 2 ratings to 1 deck" }).waitFor();
    await page.getByText("2 records cannot be read and are left out.").waitFor();
    await press(page, "Leave it");
    assert.deepEqual(await records(page), {});
  }));

test("the table has a row for each rating", () =>
  visit(async (visit) => {
    const { page } = visit;
    await practice(visit, [4, 2]);
    await openProgress(visit);
    const { name, text } = await saved(page, "Table for a spreadsheet");
    assert.match(name, /\.csv$/);
    const [head, ...rows] = text.replace(/\r\n$/, "").split("\r\n");
    assert.equal(head, "\ufeffdeck,card,time,day,rating,seconds,help,practice,answered,sure,share,counts");
    assert.equal(rows.length, 2);
    assert.match(rows[0] ?? "", /^Behavioral[^,]*,[a-z0-9-]+(\/[a-z0-9-]+)?,\d{4}-\d\d-\d\dT[\d:]{8}\+0[12]:00,\d{4}-\d\d-\d\d,4,\d+,0,scheduled,/);
    await page.getByText("The table was saved as a file.").waitFor();
  }));

test("a deck is backed up on its own", () =>
  visit(async (visit) => {
    const { page } = visit;
    await practice(visit, [4, 2]);
    await practice(visit, [3], "decks/case.md");
    await openProgress(visit);
    const { name, text } = await saved(page, "Backup of Behavioral stories for product managers");
    await page.getByText("The backup was saved as a file.").waitFor();
    assert.match(name, /behavioral.*\.json$/);
    await clearProgress(visit);
    await openProgress(visit);
    await choose(page, text, name);
    await press(page, "Add it");
    await page.getByText("2 ratings of 1 deck").waitFor();
  }));

test("a link takes progress to another browser", () =>
  visit(async (visit) => {
    const { page, url } = visit;
    await practice(visit, [4, 2]);
    await practice(visit, [5], "decks/case.md");
    const here = await records(page);
    await openProgress(visit);
    await press(page, "Make a link");
    const link = await page.getByLabel("Link with your progress").last().inputValue();
    assert.ok(link.startsWith(`${url}#p=1.`));
    await page.getByText("It works in chats and mail.").waitFor();
    await page.getByRole("img", { name: "QR code of the link" }).waitFor();
    assert.deepEqual(await violations(page), []);
    // Fewer decks make it shorter, and none say so.
    await page.getByRole("checkbox").first().uncheck();
    assert.ok((await page.getByLabel("Link with your progress").last().inputValue()).length < link.length);
    await page.getByRole("checkbox").last().uncheck();
    await page.getByText("Choose at least one deck.").waitFor();

    await clearProgress(visit);
    await page.goto(link);
    await page.getByRole("heading", { name: "This link adds 3 ratings to 2 decks" }).waitFor();
    await page.getByText("Take in only what is your own").waitFor();
    assert.deepEqual(await violations(page), []);
    await press(page, "Add it");
    await page.getByText("3 records were added.").waitFor();
    assert.deepEqual(await records(page), here);
    assert.equal(page.url(), `${url}#progress`);

    await page.goto("about:blank");
    await page.goto(link.slice(0, -12));
    await page.getByRole("alert").getByText("The link is cut off: copy all of it, or take a backup file along.").waitFor();
  }));

test("a deck is started over, and that is undone, whenever one comes back", () =>
  visit(async (visit) => {
    const { page, url } = visit;
    await practice(visit, [4, 5]);
    await openProgress(visit);
    await page.getByRole("button", { name: /^Start over with Behavioral/ }).click();
    await page.getByText(/^Started over on /).waitFor();
    const undo = page.getByRole("button", { name: /^Undo starting over/ });
    assert.ok(await undo.evaluate((node) => node === document.activeElement));
    await page.getByText("Everything was started over. Nothing has been rated since.").waitFor();
    await page.goto(url);
    await page.getByText(/67 cards, all new/).waitFor();
    await openProgress(visit);
    await undo.click();
    await page.getByText("2 ratings of 1 deck").waitFor();
    // Nothing was deleted.
    assert.equal(Object.keys(await records(page)).length, 4);
  }));

test("two clicks on starting over are one, and undo takes back what another window did too", () =>
  visit(async (visit) => {
    const { page } = visit;
    await practice(visit, [4, 5]);
    await openProgress(visit);
    await page.getByRole("button", { name: /^Start over with Behavioral/ }).dblclick();
    await page.getByText(/^Started over on /).waitFor();
    assert.equal(Object.keys(await records(page)).length, 3);
    // Another window did the same, a second later.
    const other = await visit.addPage();
    await other.addInitScript("const { now } = Date; Date.now = () => now() + 5000; const { getTime } = Date.prototype; Date.prototype.getTime = function () { return getTime.call(this) + 5000; };");
    await page.getByRole("button", { name: /^Undo starting over/ }).click();
    await page.getByText("2 ratings of 1 deck").waitFor();
    await openProgress({ ...visit, page: other });
    const [reset] = await Promise.all([other.getByRole("button", { name: /^Start over with/ }), page.getByRole("button", { name: /^Start over with/ }).click()]);
    await reset.evaluate((button) => button instanceof HTMLElement && button.click()).catch(() => {});
    await page.getByText(/^Started over on /).waitFor();
    await page.getByRole("button", { name: /^Undo starting over/ }).click();
    await page.getByText("It is all back.").waitFor();
    await page.getByText("2 ratings of 1 deck").waitFor();
  }));

test("a storage event leaves the focus on its button, and the decks that were left out", () =>
  visit(async (visit) => {
    const { page } = visit;
    await practice(visit, [4]);
    await practice(visit, [4], "decks/case.md");
    await openProgress(visit);
    await press(page, "Make a link");
    const left = page.locator(`input[value="${await page.getByRole("checkbox").first().getAttribute("value")}"]`);
    await left.uncheck();
    const backup = page.getByRole("button", { name: /^Backup of/ }).last();
    await backup.focus();
    const other = await visit.addPage();
    await practice({ ...visit, page: other }, [5], "decks/platform.md");
    await page.getByText("3 ratings of 3 decks").waitFor();
    assert.match((await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))) ?? "", /^Backup of/);
    assert.ok(!(await left.isChecked()));
  }));

test("all decks are started over at once, and that is undone", () =>
  visit(async (visit) => {
    const { page } = visit;
    await practice(visit, [4]);
    await practice(visit, [4], "decks/case.md");
    await openProgress(visit);
    await press(page, "Start over with all decks");
    await page.getByText("2 decks were started over.").waitFor();
    assert.equal(await page.getByText(/^Started over on /).count(), 2);
    assert.deepEqual(await violations(page), []);
    await press(page, "Undo");
    await page.getByText("2 ratings of 2 decks").waitFor();
  }));

test("a card is started over from its answer, and undo shows it as it was", () =>
  visit(async (visit) => {
    const { page } = visit;
    await openDeck(visit);
    const startOver = page.getByText("Start this card over");
    await page.getByRole("button", { name: "Show answer" }).click();
    // A card that was never rated is new already.
    assert.ok(!(await startOver.isVisible()));
    await page.keyboard.press("1");
    for (let card = 0; card < 3; card++) await rate(page, 4);
    await page.getByRole("button", { name: "Show answer" }).click();
    const asked = await prompt(page).textContent();
    await startOver.click();
    assert.deepEqual(await violations(page), []);
    await press(page, "Start over");
    await page.getByRole("status").getByText("The card is new again.").waitFor();
    assert.equal(Object.keys(await records(page)).length, 5);
    await page.keyboard.press("u");
    await page.getByRole("status").getByText("The ratings are back.").waitFor();
    assert.equal(await prompt(page).textContent(), asked);
    assert.ok(await startOver.isVisible());
  }));

test("profiles are not seen before there is a second one, and see nothing of each other", () =>
  visit(async (visit) => {
    const { page, url } = visit;
    await practice(visit, [4, 5]);
    const mine = await records(page);
    await page.goto(url);
    assert.ok(!(await page.locator(".who").isVisible()));
    await openProgress(visit);
    await press(page, "Add a profile");
    await page.keyboard.press("Enter");
    await page.getByText("Write a name first.").waitFor();
    await page.keyboard.type("Ada");
    await page.keyboard.press("Enter");
    const list = page.locator(".people");
    await list.getByRole("heading", { name: "First profile" }).waitFor();
    await page.getByRole("button", { name: "Rename First profile" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Grace");
    await press(page, "Keep this name");
    await page.getByRole("heading", { level: 1, name: "Progress of Grace" }).waitFor();
    assert.equal(await page.locator(".who").textContent(), "Grace");
    assert.deepEqual(await violations(page), []);
    await page.getByRole("button", { name: "Switch to Ada" }).click();

    await page.getByText(/67 cards, all new/).waitFor();
    assert.equal(await page.locator(".who").textContent(), "Ada");
    await practice(visit, [1]);
    const all = await records(page);
    const others = Object.keys(all).filter((key) => /^gr1@[a-z0-9]{6}:/.test(key));
    assert.equal(others.length, 1);
    for (const [key, value] of Object.entries(mine)) assert.equal(all[key], value);
    await openProgress(visit);
    await page.getByText("1 rating of 1 deck").waitFor();
    const backup = await saved(page, "Download a backup");
    assert.equal(JSON.parse(backup.text).decks[0].records.length, 1);

    await page.getByRole("button", { name: "Switch to Grace" }).click();
    await page.getByText(/67 cards, 65 new/).waitFor();
    await openProgress(visit);
    await page.getByRole("button", { name: "Delete Ada" }).click();
    await page.getByText("Ada has 1 rating. Deleting cannot be undone; a backup can be restored.").waitFor();
    assert.deepEqual(await violations(page), []);
    await press(page, "Delete 1 rating");
    await page.getByText("Ada was deleted.").waitFor();
    assert.deepEqual(await records(page), mine);
    assert.ok((await mirrored(page)).every((key) => !key.startsWith("gr1@")));
  }));

test("a profile is not deleted unasked because it was started over, and an article that is open writes nothing for it", () =>
  visit(async (visit) => {
    const { page, url } = visit;
    await page.goto(url);
    await page.evaluate(() => {
      localStorage.setItem("greenroom:profile:abc123", "Ada");
      localStorage.setItem("greenroom:profile", "abc123");
    });
    await page.goto("about:blank");
    await practice(visit, [4]);
    await openProgress(visit);
    await page.getByRole("button", { name: /^Start over with/ }).click();
    await page.getByText(/^Started over on /).waitFor();
    const article = await visit.addPage();
    await article.goto(`${url}examples/blog.html`);
    await article.locator("greenroom-deck").first().scrollIntoViewIfNeeded();
    await article.getByRole("button", { name: "Show answer" }).first().waitFor();
    await page.getByRole("button", { name: "Switch to First profile" }).click();
    await page.getByText(/67 cards, all new/).waitFor();
    await openProgress(visit);
    await page.getByRole("button", { name: "Delete Ada" }).click();
    await page.getByText("Ada has practiced, though nothing of it counts now.").waitFor();
    await press(page, "Cancel");
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "Delete Ada");
    await page.getByRole("button", { name: "Delete Ada" }).click();
    await press(page, "Delete all of it");
    await page.getByText("Ada was deleted.").waitFor();
    await article.getByText("This profile was deleted. Reload the page to go on.").first().waitFor();
    await article.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    assert.deepEqual(Object.keys(await records(page)), []);
    assert.deepEqual(await mirrored(page), []);
  }));

test("a store with no room for a name says so", () =>
  visit(async (visit) => {
    const { page } = visit;
    await practice(visit, [4]);
    await fillStore(page);
    await openProgress(visit);
    await press(page, "Add a profile");
    await page.keyboard.type("A name that is not short at all");
    await page.keyboard.press("Enter");
    await page.getByText("This browser's storage takes nothing").waitFor();
  }));

test("what does not answer is not waited for", () =>
  visit(async (visit) => {
    const { page } = visit;
    await practice(visit, [4]);
    await page.addInitScript("indexedDB.open = () => ({});");
    await page.reload();
    await openProgress(visit);
    await page.getByText("1 rating of 1 deck").waitFor();
  }));

test("another tab follows when somebody else practices, and so does an article", () =>
  visit(async (visit) => {
    const { page, url } = visit;
    await practice(visit, [4]);
    const other = await visit.addPage();
    await other.goto(url);
    await other.getByText(/67 cards, 66 new/).waitFor();
    await openProgress(visit);
    await press(page, "Add a profile");
    await page.keyboard.type("Ada");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Switch to Ada" }).click();
    await other.getByText(/67 cards, all new/).waitFor();
    await page.goto(`${url}examples/blog.html`);
    const element = page.locator("greenroom-deck").first();
    await element.scrollIntoViewIfNeeded();
    await element.getByRole("button", { name: "Show answer" }).click();
    await element.getByRole("group", { name: "How well did you know this?" }).getByRole("button").nth(3).click();
    const keys = Object.keys(await records(page));
    assert.equal(keys.filter((key) => key.startsWith("gr1@")).length, 1);
  }));

test("what the learner chose belongs to the profile", () =>
  visit(async (visit) => {
    const { page } = visit;
    await page.goto(visit.url);
    await page.evaluate(() => {
      localStorage.setItem("greenroom:profile:abc123", "Ada");
      localStorage.setItem("greenroom:profile", "abc123");
      localStorage.setItem("greenroom:answering", JSON.stringify({ manner: "aloud" }));
    });
    await page.goto("about:blank");
    await practice(visit, [4]);
    await openProgress(visit);
    await saved(page, "Download a backup");
    const keys = Object.keys(await stored(page));
    assert.ok(keys.includes("greenroom@abc123:backed-up") && !keys.includes("greenroom:backed-up"), keys.join());
    await openDeck(visit);
    assert.equal(await page.getByRole("button", { name: "I said it aloud" }).count(), 0);
  }));

const CHANGING = (/** @type {string} */ answer) => `---\ntitle: Changing\nid: changing\n---\n\n## What is asked first?\n\n${answer}\n\n## What is asked next?\n\nThe price.\n`;

test("a card that has changed since it was last seen says how", async () => {
  const files = { "mine.md": CHANGING("Who has the problem, and how often.") };
  await visit(
    async (visit) => {
      const { page, url } = visit;
      /** @param {string} text */
      const change = async (text) => {
        await page.unroute(`${url}mine.md`);
        await visit.context.route(`${url}mine.md`, (route) => route.fulfill({ body: text, contentType: "text/markdown; charset=utf-8" }));
        await page.goto("about:blank");
      };
      // Whoever opens it first must be the page: that is when it is given its stores.
      const isThere = () => page.evaluate(async () => (await indexedDB.databases()).some(({ name }) => name === "greenroom-seen"));
      const count = () => page.evaluate(() => new Promise((resolve) => (indexedDB.open("greenroom-seen").onsuccess = (event) => {
        const database = /** @type {IDBOpenDBRequest} */ (event.target).result;
        if (!database.objectStoreNames.contains("cards")) return resolve(0);
        database.transaction("cards").objectStore("cards").count().onsuccess = (event) => {
          database.close();
          resolve(/** @type {IDBRequest} */ (event.target).result);
        };
      })));
      const seen = async () => ((await isThere()) ? count() : 0);
      const shown = async () => {
        await page.getByRole("button", { name: "Show answer" }).click();
        while ((await seen()) === 0) await page.waitForTimeout(20);
      };
      await openDeck(visit, "mine.md");
      await shown();
      assert.equal(await page.getByText("Changed since you last saw it").count(), 0);
      await change(CHANGING("Who has the problem, and how badly."));
      await openDeck(visit, "mine.md");
      await page.getByRole("button", { name: "Show answer" }).click();
      const note = page.getByText("Changed since you last saw it");
      await note.click();
      assert.equal(await page.locator("del").textContent(), "removed: often.");
      assert.equal(await page.locator("ins").textContent(), "added: badly.");
      assert.deepEqual(await violations(page), []);
      assert.ok(!(await overflows(page)));
      // Rated and undone, it is there as before.
      await page.keyboard.press("4");
      await page.keyboard.press("u");
      await note.waitFor();
      await page.reload();
      await prompt(page).waitFor();
      await shown();
      assert.equal(await note.count(), 0);
    },
    { files },
  );
});

test("a learner's own page of progress: keys alone, narrow, light and dark", async () => {
  for (const colorScheme of /** @type {const} */ (["light", "dark"]))
    await visit(
      async (visit) => {
        const { page, url } = visit;
        await practice(visit, [4, 2]);
        await practice(visit, [4], "decks/case.md");
        await page.goto(url);
        await page.getByRole("link", { name: "back it up, take it along, or start over" }).press("Enter");
        await heading(page).waitFor();
        assert.ok(await heading(page).evaluate((node) => node === document.activeElement));
        // The heading stands there before the engine has arrived, and its parts only after.
        await page.getByRole("button", { name: "Download a backup" }).waitFor();
        assert.ok(await heading(page).evaluate((node) => node === document.activeElement));
        await page.keyboard.press("Tab");
        assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Download a backup");
        await page.getByRole("button", { name: "Make a link" }).press("Enter");
        await page.getByRole("button", { name: "Add a profile" }).press("Enter");
        assert.equal(await page.evaluate(() => document.activeElement?.tagName), "INPUT");
        assert.ok(!(await overflows(page)));
        assert.deepEqual(await violations(page), []);
        const small = await page.locator("#kept-progress button:visible").evaluateAll((buttons) => buttons.filter((button) => button.getBoundingClientRect().height < 43).map((button) => button.textContent));
        assert.deepEqual(small, []);
        await page.getByRole("link", { name: "All decks" }).click();
        await page.getByRole("link", { name: /^Practice Behavioral/ }).waitFor();
      },
      { context: { colorScheme, reducedMotion: "reduce", viewport: { width: 320, height: 700 } } },
    );
});

test("a browser that blocks its storage says that there is nothing to look after", () =>
  visit(async (visit) => {
    const { page } = visit;
    await page.addInitScript(() => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }));
    await openProgress(visit);
    await page.getByText("The storage of this browser is blocked").waitFor();
    assert.ok(!(await page.locator(".who").isVisible()));
  }));

test("without a network progress is looked after too", () =>
  visit(async (visit) => {
    const { page, url, context } = visit;
    await page.goto(url);
    await page.evaluate(async () => {
      const { active } = await navigator.serviceWorker.ready;
      while (active?.state !== "activated") await new Promise((later) => setTimeout(later, 10));
    });
    await page.reload();
    await practice(visit, [4]);
    await context.setOffline(true);
    await page.goto("about:blank");
    await openProgress(visit);
    await page.getByText("1 rating of 1 deck").waitFor();
    assert.ok((await saved(page, "Download a backup")).text.includes("Behavioral"));
  }));
