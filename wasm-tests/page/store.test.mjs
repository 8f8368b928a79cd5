// Progress that cannot be lost: two homes, damage, limits, many tabs, a killed browser. And what the learner is told.

import assert from "node:assert/strict";
import { test } from "node:test";
import { killRounds, rateInTabs } from "../../xtask/node/kill.mjs";
import { look, rate as rateInPage } from "../../xtask/node/kill/page.mjs";
import { NOW, download, fillStore, mirrored, openDeck, prompt, rate, stored, violations, visit } from "./visit.mjs";

/** @typedef {import("playwright-core").Page} Page */

const ONCE = "Your ratings are saved in this browser once instead of twice: part of its storage is";

/** @param {Page} page */
const saved = (page) => page.getByText("Saved", { exact: true });

/** @param {Page} page */
const notice = (page) => page.locator("greenroom-deck .notice");

/** The keys of progress in `localStorage`. @param {Page} page */
async function keys(page) {
  return Object.keys(await stored(page)).filter((key) => key.startsWith("gr1:"));
}

/** Practice of so many cards, until they are shown as saved. @param {import("./visit.mjs").Visit} visit @param {number} cards */
async function practice(visit, cards) {
  await openDeck(visit);
  for (let card = 0; card < cards; card++) await rate(visit.page, 4);
  await saved(visit.page).waitFor();
}

/** Runs before the page's own scripts, at every load. @param {import("./visit.mjs").Visit} visit @param {string} script */
const before = (visit, script) => visit.context.addInitScript(script);

test("what is shown as saved is in both homes, and either alone restores it", () =>
  visit(async (visit) => {
    const { page } = visit;
    await practice(visit, 3);
    const both = await keys(page);
    assert.equal(both.length, 3);
    assert.deepEqual((await mirrored(page)).sort(), both.sort());
    // The store was evicted.
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page.getByText("64 new").waitFor();
    await saved(page).waitFor();
    assert.deepEqual((await keys(page)).sort(), both);
    // The mirror was; the page gives it free when somebody deletes it.
    await page.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase("greenroom").onsuccess = done)));
    await page.reload();
    await page.getByText("64 new").waitFor();
    await saved(page).waitFor();
    assert.deepEqual((await mirrored(page)).sort(), both);
    // The list of decks has what the mirror has, too.
    await page.evaluate(() => localStorage.clear());
    await page.goto(visit.url);
    await page.getByText("64 new").waitFor();
  }));

test("a card that is being answered stays when the mirror arrives", () =>
  visit(async (visit) => {
    const { page } = visit;
    await practice(visit, 1);
    await page.evaluate(() => localStorage.clear());
    await before(visit, "const going = new Promise((resolve) => (globalThis.letGo = resolve)); globalThis.requestIdleCallback = (work) => going.then(work);");
    await page.reload();
    await prompt(page).waitFor();
    const first = await prompt(page).textContent();
    await page.getByRole("button", { name: "Show answer" }).click();
    await page.evaluate(() => /** @type {any} */ (globalThis).letGo());
    await page.getByText("66 new").waitFor();
    assert.equal(await prompt(page).textContent(), first);
  }));

test("a store that another key fills leaves ratings to the mirror, and takes them when there is room", () =>
  visit(async (visit) => {
    const { page } = visit;
    await practice(visit, 1);
    await fillStore(page);
    await rate(page, 5);
    await notice(page).getByText(`${ONCE} full.`).waitFor();
    await saved(page).waitFor();
    assert.equal((await keys(page)).length, 1);
    const backup = await download(page, "Save a backup");
    assert.match(backup.name, /^greenroom-progress-\d{4}-\d\d-\d\d\.json$/);
    assert.deepEqual(JSON.parse(backup.text).decks.map((/** @type {any} */ deck) => deck.records.map((/** @type {any} */ record) => record.rating).sort()), [[4, 5]]);
    await notice(page).getByText("The backup was saved as a file.").waitFor();
    // After a reload the rating is there, from the mirror.
    await page.reload();
    await page.getByText("65 new").waitFor();
    await page.evaluate(() => localStorage.removeItem("filler"));
    await rate(page, 4);
    await saved(page).waitFor();
    await notice(page).waitFor({ state: "hidden" });
    await page.reload();
    await saved(page).waitFor();
    assert.equal((await keys(page)).length, 3);
  }));

test("a browser that blocks one home or the other, or both", () =>
  visit(async (visit) => {
    const { page } = visit;
    await before(visit, "Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });");
    await before(visit, "globalThis.said = new Set(); setInterval(() => said.add(document.querySelector('greenroom-deck')?.shadowRoot?.querySelector('.notice:not([hidden])')?.textContent ?? ''), 5);");
    await practice(visit, 2);
    await notice(page).getByText(`${ONCE} blocked.`).waitFor();
    const said = await page.evaluate(() => [.../** @type {any} */ (globalThis).said].join(" "));
    assert.ok(said.includes("once instead of twice") && !said.includes("forgotten"), said);
    await page.reload();
    await page.getByText("65 new").waitFor();
    await page.addInitScript("Object.defineProperty(globalThis, 'indexedDB', { value: undefined });");
    await page.reload();
    await page.getByRole("button", { name: "Save a backup" }).click();
    await notice(page).getByText("Nothing has been rated yet: there is nothing to save.").waitFor();
    await rate(page, 4);
    await notice(page).getByText("Ratings cannot be saved in this browser: its storage is blocked.").waitFor();
    assert.ok(!(await saved(page).isVisible()));
    // What is in memory alone is in the backup.
    assert.deepEqual(await violations(page), []);
    const { text } = await download(page, "Save a backup");
    assert.deepEqual(JSON.parse(text).decks.map((/** @type {any} */ deck) => [deck.title, deck.records.length]), [["Behavioral stories for product managers", 1]]);
  }));

test("without a mirror practice goes on, and nothing is shown as saved twice", () =>
  visit(async (visit) => {
    const { page } = visit;
    await before(visit, "Object.defineProperty(globalThis, 'indexedDB', { value: undefined });");
    await openDeck(visit);
    for (let card = 0; card < 3; card++) await rate(page, 4);
    await page.reload();
    await page.getByText("64 new").waitFor();
    assert.ok(!(await saved(page).isVisible()));
    assert.ok(!(await notice(page).isVisible()));
  }));

test("ratings that neither home took are written once one works again", () =>
  visit(async (visit) => {
    const { page } = visit;
    await before(visit, "Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });");
    await practice(visit, 1);
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function () {
        throw new DOMException("no room", "QuotaExceededError");
      };
      Object.assign(globalThis, { repair: () => (IDBObjectStore.prototype.put = put) });
    });
    await rate(page, 4);
    await rate(page, 4);
    await notice(page).getByText("Ratings cannot be saved in this browser").waitFor();
    assert.equal((await mirrored(page)).length, 1);
    await page.evaluate(() => /** @type {any} */ (globalThis).repair());
    await rate(page, 4);
    await saved(page).waitFor();
    assert.equal((await mirrored(page)).length, 4);
    await page.reload();
    await page.getByText("63 new").waitFor();
  }));

test("a mirror that fails midway has everything once it works again", () =>
  visit(async (visit) => {
    const { page } = visit;
    await practice(visit, 1);
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function () {
        this.transaction.abort();
        throw new DOMException("no room", "QuotaExceededError");
      };
      Object.assign(globalThis, { repair: () => (IDBObjectStore.prototype.put = put) });
    });
    await rate(page, 4);
    await rate(page, 4);
    await saved(page).waitFor({ state: "hidden" });
    assert.equal((await keys(page)).length, 3);
    assert.equal((await mirrored(page)).length, 1);
    await page.evaluate(() => /** @type {any} */ (globalThis).repair());
    await rate(page, 4);
    await saved(page).waitFor();
    assert.equal((await mirrored(page)).length, 4);
  }));

test("what is damaged is healed from the other home, or set aside and told", () =>
  visit(async (visit) => {
    const { page } = visit;
    await practice(visit, 3);
    const [key = ""] = await keys(page);
    const sound = (await stored(page))[key];
    await page.evaluate((key) => localStorage.setItem(key, "damaged"), key);
    await page.reload();
    await saved(page).waitFor();
    await page.getByText("64 new").waitFor();
    assert.ok(!(await notice(page).isVisible()));
    const texts = await stored(page);
    assert.equal(texts[key], sound);
    assert.equal(Object.entries(texts).filter(([key, text]) => key.includes(":q:20") && text === "damaged").length, 1);
    // Damaged in both homes.
    await page.evaluate((key) => {
      localStorage.setItem(key, "broken");
      return new Promise((done) => {
        const opening = indexedDB.open("greenroom");
        opening.onsuccess = () => {
          const transaction = opening.result.transaction("texts", "readwrite");
          transaction.objectStore("texts").put("broken", key);
          transaction.oncomplete = () => {
            opening.result.close();
            done(null);
          };
        };
      });
    }, key);
    await page.reload();
    await notice(page).getByText("1 stored rating could not be read and will not count; the other 2 are here. What could not be read was set aside, unchanged.").waitFor();
    await page.getByText("65 new").waitFor();
    // It is told once: from when what was set aside is in both homes.
    await saved(page).waitFor();
    await page.reload();
    await saved(page).waitFor();
    assert.ok(!(await notice(page).isVisible()));
  }));

test("a later version at the same time: its records stay, its database is its own", () =>
  visit(async (visit) => {
    const { page } = visit;
    await practice(visit, 1);
    const prefix = (await keys(page))[0]?.slice(0, 13);
    await page.evaluate(
      (prefix) => {
        // A sound record with a tag that no release has yet.
        localStorage.setItem(`${prefix}l:AAAAAB.1`, "pFuturedPB");
        localStorage.setItem(`${prefix}z:future`, "unknown");
        return new Promise((done) => {
          const opening = indexedDB.open("greenroom", 7);
          opening.onsuccess = () => done(opening.result.close());
        });
      },
      prefix,
    );
    await rate(page, 4);
    await page.reload();
    await page.getByText("65 new").waitFor();
    await notice(page).getByText("1 stored rating was written by a newer version of this page").waitFor();
    const texts = await stored(page);
    assert.equal(texts[`${prefix}l:AAAAAB.1`], "pFuturedPB");
    assert.equal(texts[`${prefix}z:future`], "unknown");
  }));

test("a clock that is set back loses nothing", () =>
  visit(async (visit) => {
    const { page } = visit;
    await page.clock.install({ time: NOW + 30 * 86_400_000 });
    await openDeck(visit);
    for (let card = 0; card < 3; card++) await rate(page, 4);
    await page.clock.setFixedTime(NOW);
    await page.reload();
    await page.getByText("64 new").waitFor();
    await rate(page, 3);
    await page.reload();
    await page.getByText("63 new").waitFor();
    assert.equal((await keys(page)).length, 4);
  }));

test("many ratings are packed, and a tab that is open meanwhile goes on", () =>
  visit(async (visit) => {
    const { page } = visit;
    await openDeck(visit);
    for (let card = 0; card < 210; card++) await page.evaluate(rateInPage, 1 + (card % 5));
    await saved(page).waitFor();
    const { ratings } = await look(page);
    assert.equal(ratings.size, 210);
    const other = await visit.addPage();
    await openDeck({ ...visit, page: other });
    await saved(other).waitFor();
    await other.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes(":s:")));
    await other.reload();
    await other.waitForFunction(() => !Object.keys(localStorage).some((key) => key.includes(":l:")));
    await page.evaluate(rateInPage, 4);
    await saved(page).waitFor();
    const after = (await look(page)).ratings;
    assert.equal(after.size, 211);
    assert.ok([...ratings].every((rating) => after.has(rating)));
  }));

test("a mirror that is cleared while a deck is open is filled again before anything is called saved", () =>
  visit(async (visit) => {
    const { page } = visit;
    await practice(visit, 3);
    await page.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase("greenroom").onsuccess = done)));
    await rate(page, 4);
    await page.waitForTimeout(300);
    await saved(page).waitFor();
    assert.equal((await mirrored(page)).length, 4);
  }));

test("with a full store it is told at once what the mirror alone holds, and two tabs follow each other when one comes back", () =>
  visit(async (visit) => {
    const { page } = visit;
    await practice(visit, 3);
    await page.goto(visit.url);
    await page.evaluate(() => localStorage.clear());
    await fillStore(page);
    await openDeck(visit);
    await notice(page).getByText(`${ONCE} full.`).waitFor();
    await page.locator("greenroom-deck").getByText("64 new").waitFor();
    const other = await visit.addPage();
    await openDeck({ ...visit, page: other });
    await other.getByText("64 new").waitFor();
    await rate(page, 4);
    await saved(page).waitFor();
    await other.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await other.getByText("63 new").waitFor();
    // The list of decks knows of it, too, without a reload.
    await page.getByRole("link", { name: "All decks" }).click();
    await page.getByText("67 cards, 63 new").waitFor();
  }));

test("a list of decks in another tab follows", () =>
  visit(async (visit) => {
    const { page } = visit;
    await page.goto(visit.url);
    const link = page.getByRole("link", { name: /^Practice Behavioral/ });
    await link.focus();
    const other = await visit.addPage();
    await openDeck({ ...visit, page: other });
    await rate(other, 4);
    await page.getByText("67 cards, 66 new").waitFor();
    assert.ok(await link.evaluate((node) => node === document.activeElement));
  }));

test("a deck that is closed while its mirror writes loses nothing", () =>
  visit(async (visit) => {
    const { page } = visit;
    await before(visit, "Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });");
    await openDeck(visit);
    await saved(page).waitFor();
    for (let card = 0; card < 4; card++) await page.evaluate(rateInPage, 4);
    await page.evaluate(() => document.querySelector("greenroom-deck")?.setAttribute("src", "decks/case.md"));
    await page.getByText("70 new").waitFor();
    await page.reload();
    await page.getByText("63 new").waitFor();
  }));

test("eight tabs that rate at once lose and double nothing", async () => {
  assert.deepEqual(await rateInTabs(8, 25), Array(8).fill(200));
});

test("a browser killed at any moment keeps what it had shown as saved", async () => {
  const { given, saved, lostSaved } = await killRounds(3, { seed: 5 });
  assert.ok(saved > 0 && given >= saved, `${given} given, ${saved} saved`);
  assert.equal(lostSaved, 0);
});

test("the page asks once to keep what is stored, and says what helps", () =>
  visit(async (visit) => {
    const { page } = visit;
    await before(visit, "navigator.storage.persist = async () => { sessionStorage.asked = Number(sessionStorage.asked ?? 0) + 1; return false; };");
    await openDeck(visit);
    const advice = page.getByText("This browser does not promise to keep what pages store");
    for (let card = 0; card < 9; card++) await rate(page, 4);
    assert.ok(!(await advice.isVisible()));
    await rate(page, 4);
    await advice.waitFor();
    await page.getByRole("link", { name: "To the backup" }).click();
    await page.getByRole("heading", { name: "Backup" }).waitFor();
    await page.goBack();
    await page.reload();
    await prompt(page).waitFor();
    for (let card = 0; card < 10; card++) await rate(page, 4);
    await page.getByRole("heading", { name: "Where you stand" }).waitFor();
    assert.equal(await page.evaluate(() => sessionStorage.asked), "1");
    assert.ok(!(await advice.isVisible()));
  }));
