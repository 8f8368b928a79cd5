// Decks opened by link: of this site and of another one, inside the link, with parameters; introduced, kept, removed.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { overflows, prompt, rate, stored, violations, visit } from "./visit.mjs";

/** @typedef {import("./visit.mjs").Visit} Visit */

const DECK = `---
title: Roadmaps
id: roadmaps
license: CC-BY-4.0
---

What a roadmap says, and to whom.

# Horizons

## What are the three horizons?

Now, next and later.

## Who reads the roadmap first?

The team.

# Trade

## What is a commitment?

A date with a name.
`;
const ELSEWHERE = "https://elsewhere.example/decks/roadmaps.md";
const OPEN = { "access-control-allow-origin": "*", "content-type": "text/markdown; charset=utf-8" };

/** Answers at an address of another site. @param {Visit} visit @param {string} address @param {Parameters<import("playwright-core").Route["fulfill"]>[0]} answer */
function answer({ context }, address, answer) {
  return context.route(address, (route) => route.fulfill(answer));
}

/** @param {Visit} visit @param {string} fragment */
async function follow({ page, url }, fragment) {
  await page.goto("about:blank");
  await page.goto(`${url}#${fragment}`);
}

/** @param {Visit} visit @param {string} [address] */
const followTo = (visit, address = ELSEWHERE) => follow(visit, `deck=${encodeURIComponent(address)}`);

/** @param {Visit} visit */
const practice = ({ page }) => page.getByRole("button", { name: "Practice" }).click();

/** The value of `#d=` for a text. @param {Visit} visit @param {string} text */
async function pack({ page, url }, text) {
  await page.goto(url);
  return page.evaluate(async (text) => {
    const { loadAuthor } = await import(new URL("author-engine.js", document.baseURI).href);
    return (await loadAuthor()).packLink(text);
  }, text);
}

/** The page, served by its worker from now on. @param {Visit} visit */
async function settle({ page, url }) {
  await page.goto(url);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active?.state !== "activated") await new Promise((later) => setTimeout(later, 10));
  });
  await page.reload();
}

test("a deck of another site is introduced before its first card", () =>
  visit(async (visit) => {
    const { page } = visit;
    await answer(visit, ELSEWHERE, { body: DECK, headers: OPEN });
    await followTo(visit);
    const heading = page.getByRole("heading", { name: "Roadmaps" });
    await heading.waitFor();
    assert.ok(await heading.evaluate((node) => node === document.activeElement));
    for (const text of ["A deck from elsewhere.example", "3 cards in 2 topics", "What a roadmap says", "CC-BY-4.0", "All that elsewhere.example could see"])
      await page.getByText(text).waitFor();
    assert.match(await page.title(), /Roadmaps/);
    assert.equal(await page.locator("greenroom-deck").count(), 0);
    assert.deepEqual(await violations(page), []);
    await practice(visit);
    await page.getByRole("heading", { name: "What are the three horizons?" }).waitFor();
    assert.ok(await prompt(page).evaluate((node) => /** @type {ShadowRoot} */ (node.getRootNode()).activeElement === node));
    // Whoever has practiced it once is not introduced again.
    await page.reload();
    await prompt(page).waitFor();
  }));

test("a deck of this site opens at once, with what the link chooses", () =>
  visit(async (visit) => {
    const { page } = visit;
    await follow(visit, "deck=decks/behavioral.md&count=2&topic=disagreement");
    await prompt(page).waitFor();
    for (let card = 0; card < 2; card++) await rate(page, 4);
    await page.getByRole("heading", { name: "That is enough for today" }).waitFor();
    await follow(visit, "deck=decks/behavioral.md&mode=quick&count=0&seed=-1&topic=nowhere");
    await prompt(page).waitFor();
    for (const fault of ["mode=quick", "count=0", "seed=-1", "“nowhere”"]) await page.getByText(fault).waitFor();
    assert.ok(!(await overflows(page)));
  }));

test("what a link chooses is said before its first card", () =>
  visit(async (visit) => {
    const { page } = visit;
    await answer(visit, ELSEWHERE, { body: DECK, headers: OPEN });
    await follow(visit, `deck=${encodeURIComponent(ELSEWHERE)}&topic=Trade&mode=free&count=1&seed=7&x=1`);
    await page.getByText("Only the topic “Trade” is asked. Practice goes on when nothing is due. It stops after 1 rating. Everybody who has this link").waitFor();
    await follow(visit, `deck=${encodeURIComponent(ELSEWHERE)}&topic=selling&mode=choice`);
    await page.getByText("This deck has no topic “selling”; all of it is asked. Cards are asked as choices.").waitFor();
    await follow(visit, `deck=${encodeURIComponent(ELSEWHERE)}&topic=trade&count=1`);
    await page.getByText("Only the topic “Trade” is asked. It stops after 1 rating.").waitFor();
    await practice(visit);
    await page.getByRole("heading", { name: "What is a commitment?" }).waitFor();
    await rate(page, 4);
    await page.getByRole("heading", { name: "That is enough for today" }).waitFor();
  }));

for (const [name, address, reply, title, advice] of /** @type {const} */ ([
  ["a site that forbids reading", ELSEWHERE, { body: DECK, headers: { "access-control-allow-origin": "https://nobody.example" } }, "elsewhere.example does not let this page read the deck", "Access-Control-Allow-Origin"],
  ["an address with nothing", ELSEWHERE, { status: 404, body: "no", headers: OPEN }, "There is no deck at this address", "answered 404, not found"],
  ["a web page by its type", ELSEWHERE, { body: "Hello", headers: { ...OPEN, "content-type": "text/html" } }, "This is a web page, not a deck", "“Raw”"],
  ["a web page by its text", ELSEWHERE, { body: "\n<!DOCTYPE html><p>Hello", headers: OPEN }, "This is a web page, not a deck", "“Raw”"],
  ["a file that is too large", ELSEWHERE, { body: "x".repeat(5_000_001), headers: OPEN }, "This file is too large for a deck", "5 MB"],
  ["a site without https", "http://elsewhere.example/a.md", { body: DECK, headers: OPEN }, "Decks of other sites are read over https only", "http:"],
  ["a file without cards", ELSEWHERE, { body: "Just some text.", headers: OPEN }, "roadmaps", "This deck has no cards yet"],
]))
  test(`said plainly: ${name}`, () =>
    visit(
      async (visit) => {
        await answer(visit, address, reply);
        await followTo(visit, address);
        const heading = visit.page.getByRole("heading", { name: title });
        await heading.waitFor();
        assert.ok(await heading.evaluate((node) => node === document.activeElement));
        await visit.page.getByText(advice).first().waitFor();
        assert.deepEqual(await violations(visit.page), []);
        assert.equal(await visit.page.locator("greenroom-deck").count(), 0);
      },
      { allows: /404|CORS policy|ERR_FAILED/ },
    ));

test("a site that cannot be reached is told from one that forbids, and can be tried again", () =>
  visit(
    async (visit) => {
      let isDown = true;
      await visit.context.route(ELSEWHERE, (route) => (isDown ? route.abort("connectionrefused") : route.fulfill({ body: DECK, headers: OPEN })));
      await followTo(visit);
      await visit.page.getByRole("heading", { name: "elsewhere.example cannot be reached" }).waitFor();
      isDown = false;
      await visit.page.getByRole("link", { name: "Try again" }).click();
      await visit.page.getByRole("heading", { name: "Roadmaps" }).waitFor();
    },
    { allows: /ERR_CONNECTION_REFUSED/ },
  ));

for (const [page, raw] of [
  ["https://github.com/someone/decks/blob/main/pm/roadmaps.md", "https://raw.githubusercontent.com/someone/decks/main/pm/roadmaps.md"],
  ["https://gist.github.com/someone/0123abc", "https://gist.githubusercontent.com/someone/0123abc/raw"],
])
  test(`GitHub's page of a file leads to the file: ${page}`, () =>
    visit(async (visit) => {
      await answer(visit, String(raw), { body: DECK, headers: OPEN });
      await followTo(visit, page);
      await visit.page.getByRole("heading", { name: "This is a web page, not a deck" }).waitFor();
      await visit.page.getByRole("link", { name: "Open the raw file" }).click();
      await visit.page.getByRole("heading", { name: "Roadmaps" }).waitFor();
    }));

test("a deck inside a link is introduced, practiced and kept", () =>
  visit(async (visit) => {
    const { page } = visit;
    const payload = await pack(visit, DECK);
    await follow(visit, `d=${payload}`);
    await page.getByText("This deck came inside the link itself").waitFor();
    await page.getByText("no server was asked").waitFor();
    await practice(visit);
    await rate(page, 5);
    await page.getByRole("link", { name: "All decks" }).click();
    const list = page.locator("#kept");
    await list.getByRole("heading", { name: "Opened by link" }).waitFor();
    await list.getByText("Came inside a link").waitFor();
    assert.match((await list.textContent()) ?? "", /3 cards, 2 new/);
    assert.deepEqual(await violations(page), []);
    await list.getByRole("link", { name: "Practice Roadmaps" }).click();
    await page.getByText("2 new", { exact: true }).waitFor();
    // Back on the list the learner stands where they left it.
    await page.getByRole("link", { name: "All decks" }).click();
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Practice Roadmaps");
  }));

test("a link that is cut off, changed, or newer says so", () =>
  visit(async (visit) => {
    const { page } = visit;
    const payload = await pack(visit, DECK);
    const middle = payload.length >> 1;
    const changed = payload.slice(0, middle) + (payload[middle] === "A" ? "B" : "A") + payload.slice(middle + 1);
    for (const [text, says] of /** @type {[string, RegExp][]} */ ([
      [payload.slice(0, -20), /cut off/],
      [changed, /changed|cut off/],
      [`2${payload.slice(1)}`, /newer/],
      ["hello", /link/],
      [`1.${"A".repeat(70_000)}`, /65,536/],
    ])) {
      await follow(visit, `d=${text}`);
      await page.getByRole("heading", { name: "This link holds no deck that can be read" }).waitFor();
      assert.match((await page.locator(".message").textContent()) ?? "", says);
    }
  }));

test("a link without anything behind its name says so, and one that mail has encoded works", () =>
  visit(async (visit) => {
    const { page } = visit;
    for (const fragment of ["d=", "deck=", "d%3D"]) {
      await follow(visit, fragment);
      await page.getByRole("heading", { name: "This link holds no deck that can be read" }).waitFor();
      await page.getByText("There is nothing behind").waitFor();
    }
    const payload = await pack(visit, DECK);
    await answer(visit, ELSEWHERE, { body: DECK, headers: OPEN });
    for (const fragment of [`d%3D${payload}%26count%3D1`, `deck%3d${encodeURIComponent(ELSEWHERE)}%26count%3D1`]) {
      await follow(visit, fragment);
      await page.getByRole("heading", { name: "Roadmaps" }).waitFor();
      await page.getByText("It stops after 1 rating.").waitFor();
    }
  }));

test("decks without a title are never taken for versions of each other", () =>
  visit(async (visit) => {
    const { page, url } = visit;
    const payloads = [];
    for (const text of ["## One?\n\nYes.\n", "## Two?\n\nNo.\n", "---\ntitle: Deck\n---\n\n## Three?\n\nNo.\n", "---\ntitle: Deck\n---\n\n## Four?\n\nNo.\n"]) payloads.push(await pack(visit, text));
    for (const [index, payload] of payloads.entries()) {
      await follow(visit, `d=${payload}`);
      await page.getByRole("heading", { name: index < 2 ? "Untitled deck" : "Deck", exact: true }).waitFor();
      await practice(visit);
      await page.getByText("1 new", { exact: true }).waitFor();
      await page.getByRole("heading", { level: 1, name: index < 2 ? "Untitled deck" : "Deck", exact: true }).waitFor();
    }
    await page.goto(url);
    await page.getByRole("link", { name: "Practice Untitled deck" }).nth(1).waitFor();
  }));

test("an edited deck from a link goes on with its progress, if the learner says so", () =>
  visit(async (visit) => {
    const { page } = visit;
    const links = [];
    for (const text of [DECK, DECK.replace("The team.", "The team, and then sales."), DECK.replace("The team.", "Anybody.")]) links.push(`d=${await pack(visit, text)}`);
    const [first = "", second = "", third = ""] = links;
    await follow(visit, first);
    await practice(visit);
    await rate(page, 4);
    await page.getByText("2 new", { exact: true }).waitFor();
    await follow(visit, second);
    await page.getByRole("heading", { name: "You have a deck of this name already" }).waitFor();
    assert.deepEqual(await violations(page), []);
    await page.getByRole("button", { name: "Continue with my progress" }).click();
    await page.getByText("2 new", { exact: true }).waitFor();
    await follow(visit, third);
    await page.getByRole("button", { name: "Keep them apart" }).click();
    await page.getByText("3 new", { exact: true }).waitFor();
    await page.goto(visit.url);
    await page.getByRole("link", { name: "Practice Roadmaps" }).nth(1).waitFor();
    assert.equal(await page.getByRole("link", { name: "Practice Roadmaps" }).count(), 2);
  }));

test("decks of the same name from different places share no progress", () =>
  visit(async (visit) => {
    const { page } = visit;
    const other = "https://another.example/decks/roadmaps.md";
    const beside = "https://elsewhere.example/decks/other.md";
    for (const address of [ELSEWHERE, other, beside]) await answer(visit, address, { body: DECK, headers: OPEN });
    await visit.context.route(`${visit.url}decks/roadmaps.md`, (route) => route.fulfill({ body: DECK, contentType: "text/markdown" }));
    await followTo(visit);
    await practice(visit);
    await rate(page, 4);
    await page.getByText("2 new", { exact: true }).waitFor();
    for (const address of [other, beside]) {
      await followTo(visit, address);
      await practice(visit);
      await page.getByText("3 new", { exact: true }).waitFor();
    }
    await follow(visit, "deck=decks/roadmaps.md");
    await page.getByText("3 new", { exact: true }).waitFor();
    assert.equal(Object.keys(await stored(page)).length, 1);
  }));

test("a kept deck works without a network, also after a reload", () =>
  visit(
    async (visit) => {
      const { page, context, url } = visit;
      await settle(visit);
      await answer(visit, ELSEWHERE, { body: DECK, headers: OPEN });
      const payload = await pack(visit, DECK.replace("Roadmaps", "Inside"));
      await followTo(visit);
      await practice(visit);
      await rate(page, 4);
      await context.unroute(ELSEWHERE);
      await context.setOffline(true);
      await page.reload();
      await page.getByText("No connection. This is the copy kept on").waitFor();
      await page.getByText("2 new", { exact: true }).waitFor();
      await page.goto(url);
      await page.getByRole("link", { name: "Practice Roadmaps" }).waitFor();
      await follow(visit, `d=${payload}`);
      await page.getByRole("heading", { name: "Inside" }).waitFor();
      await practice(visit);
      await prompt(page).waitFor();
      await page.reload();
      await prompt(page).waitFor();
      // An address that was never practiced cannot be had now.
      await followTo(visit, "https://elsewhere.example/new.md");
      await page.getByRole("heading", { name: "There is no connection" }).waitFor();
    },
    { allows: /ERR_INTERNET_DISCONNECTED/ },
  ));

test("a newer version of the site keeps the decks opened by link, and serves none of them", () =>
  visit(async (visit) => {
    const { page, url } = visit;
    await answer(visit, ELSEWHERE, { body: DECK, headers: OPEN });
    await followTo(visit);
    await practice(visit);
    await prompt(page).waitFor();
    await settle(visit);
    const names = await page.evaluate(() => caches.keys());
    assert.ok(names.includes("greenroom:/practice/:decks"), names.join());
    const [kept = ""] = await page.evaluate(async () => (await (await caches.open("greenroom:/practice/:decks")).keys()).map((request) => request.url));
    assert.ok(kept.startsWith(`${url}kept-decks/`));
    assert.equal(await page.evaluate((address) => fetch(address).then(({ status }) => status), kept), 404);
  }, { allows: /404/ }));

test("the decks opened by link are each profile's own, and go with it", () =>
  visit(async (visit) => {
    const { page, url } = visit;
    await answer(visit, ELSEWHERE, { body: DECK, headers: OPEN });
    await page.goto(url);
    await page.evaluate(() => {
      localStorage.setItem("greenroom:profile:abc123", "Ada");
      localStorage.setItem("greenroom:profile", "abc123");
    });
    await page.reload();
    await followTo(visit);
    await practice(visit);
    await prompt(page).waitFor();
    await settle(visit);
    const kept = page.locator("#kept article");
    await page.goto(url);
    await kept.waitFor();
    await page.evaluate(() => localStorage.removeItem("greenroom:profile"));
    await page.reload();
    await page.getByText(/67 cards, all new/).waitFor();
    assert.equal(await kept.count(), 0);
    const names = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("greenroom@")));
    assert.deepEqual(await names(), ["greenroom@abc123:/practice/:decks"]);
    await page.goto(`${url}#progress`);
    await page.getByRole("button", { name: "Delete Ada" }).click();
    await page.getByText("Ada was deleted.").waitFor();
    assert.deepEqual(await names(), []);
  }));

test("a deck is removed, which can be undone, and its progress stays", () =>
  visit(async (visit) => {
    const { page, url } = visit;
    await answer(visit, ELSEWHERE, { body: DECK, headers: OPEN });
    await followTo(visit);
    await practice(visit);
    await rate(page, 4);
    await page.goto(url);
    const remove = page.getByRole("button", { name: "Remove Roadmaps" });
    await remove.click();
    await page.getByText("Your progress is kept").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("link", { name: "Practice Roadmaps" }).waitFor();
    await remove.click();
    await page.getByText("Your progress is kept").waitFor();
    await page.reload();
    await page.getByRole("link", { name: /^Practice Behavioral/ }).waitFor();
    assert.equal(await page.locator("#kept").isVisible(), false);
    await followTo(visit);
    await practice(visit);
    await page.getByText("2 new", { exact: true }).waitFor();
  }));

test("without the browser's caches a link works, and it is said that nothing is kept", () =>
  visit(async (visit) => {
    const { page } = visit;
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, "caches", {
        get() {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      });
    });
    await answer(visit, ELSEWHERE, { body: DECK, headers: OPEN });
    await followTo(visit);
    await practice(visit);
    await page.getByText("This browser keeps no decks").waitFor();
    await prompt(page).waitFor();
    await page.getByRole("link", { name: "All decks" }).click();
    await page.getByRole("link", { name: /^Practice Behavioral/ }).waitFor();
  }));

test("pictures of other sites are left out, and nothing else is fetched", () =>
  visit(async (visit) => {
    const { page, context } = visit;
    const requests = /** @type {string[]} */ ([]);
    context.on("request", (request) => requests.push(request.url()));
    const body = "![Beside](beside.png) About.\n\n## What is shown?\n\n![Beside](beside.png) ![Far](https://evil.example/p.gif) ![Small](data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=)\n";
    await answer(visit, ELSEWHERE, { body, headers: OPEN });
    await followTo(visit);
    await practice(visit);
    await page.getByRole("button", { name: "Show answer" }).click();
    await page.getByText("Picture: Beside").waitFor();
    assert.equal(await page.locator("greenroom-deck img").count(), 1);
    assert.deepEqual(requests.filter((request) => !request.startsWith(visit.url) && !request.startsWith("data:")), [ELSEWHERE]);
  }));

test("at most fifty decks are kept", () =>
  visit(async (visit) => {
    const { page, url } = visit;
    await answer(visit, "https://elsewhere.example/**", { body: DECK, headers: OPEN });
    await followTo(visit);
    await practice(visit);
    await prompt(page).waitFor();
    await page.evaluate(async () => {
      const cache = await caches.open("greenroom:/practice/:decks");
      for (let deck = 0; deck < 50; deck++) {
        const entry = { key: `k${deck}`, source: `s${deck}`, address: "", hashes: [], id: "x", title: "X", cards: 1, opened: deck };
        await cache.put(`kept-decks/k${deck}`, new Response("## X\n\nY", { headers: { "x-greenroom-deck": encodeURIComponent(JSON.stringify(entry)) } }));
      }
    });
    await followTo(visit, "https://elsewhere.example/another.md");
    await practice(visit);
    await prompt(page).waitFor();
    await page.goto(url);
    await page.getByRole("link", { name: "Practice X" }).first().waitFor();
    assert.equal(await page.locator("#kept article").count(), 50);
    assert.equal(await page.getByRole("link", { name: "Practice Roadmaps" }).count(), 2);
  }));
