// The service worker: the site without a network, at a path of its own, and the change to a newer version.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const { GREENROOM_SITE = "target/site", CHROMIUM = "/usr/bin/chromium" } = process.env;

/** @type {string} */ let folder;
/** @type {Awaited<ReturnType<typeof serve>>} */ let server;
/** @type {import("playwright-core").Browser} */ let browser;
/** @type {import("playwright-core").Page} */ let page;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "greenroom-"));
  await cp(GREENROOM_SITE, folder, { recursive: true });
  server = await serve(folder, { prefix: "/practice/" });
  browser = await chromium.launch({ executablePath: CHROMIUM });
  page = await (await browser.newContext()).newPage();
});

afterEach(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true });
});

test("works without a server after the first visit", async () => {
  await visit();
  await server.close();
  for (const address of ["", "?source=mail", "index.html", "examples/blog.html?x=1"]) {
    await page.goto(server.url + address);
    assert.ok(await page.locator("h1").first().isVisible(), address);
    assert.ok(await page.evaluate(() => customElements.whenDefined("greenroom-deck").then(Boolean)), address);
  }
});

test("keeps every file of the site", async () => {
  await visit();
  await server.close();
  for (const address of ["greenroom_bg.wasm", "reader_bg.wasm", "author_bg.wasm", "decks/behavioral.deck", "decks/index.json", "manifest.webmanifest", "icons/icon-512.png"])
    assert.ok(await answers(address), address);
  assert.ok(!(await answers("no-such-file")));
});

test("works on hosts that shorten addresses", async () => {
  await server.close();
  server = await serve(folder, { prefix: "/practice/", shortens: true });
  await visit();
  await server.close();
  for (const address of ["", "index.html", "examples/blog.html"]) {
    await page.goto(server.url + address);
    assert.ok(await page.locator("h1").first().isVisible(), address);
  }
});

test("a newer version waits until it is asked for, then every tab has it", async () => {
  await visit();
  const other = await page.context().newPage();
  await other.goto(server.url);
  await publish("Second");
  await page.reload();
  const update = page.locator(".update button");
  await update.waitFor();
  assert.equal(await version(), null);
  assert.equal((await caches()).length, 2);
  await Promise.all([page.waitForEvent("load"), other.waitForEvent("load"), update.click()]);
  for (const tab of [page, other]) await tab.waitForFunction(() => document.documentElement.dataset.version === "Second");
  assert.equal((await caches()).length, 1);
});

test("a version with a wrong or a missing file is never used", async () => {
  await visit();
  const before = await caches();
  await publish("Broken");
  await writeFile(join(folder, "app.css"), "body { color: red }");
  await updateFails();
  await publish("Incomplete");
  await rm(join(folder, "manifest.webmanifest"));
  await updateFails();
  assert.deepEqual(await caches(), before);
  await server.close();
  await page.reload();
  assert.equal(await version(), null);
});

test("leaves the caches of its neighbours alone", async () => {
  await page.goto(`${server.origin}/nothing-here`);
  await page.evaluate(async () => {
    for (const name of ["other", "greenroom:/:1", "greenroom:/practice/:1"]) await caches.open(name);
  });
  await visit();
  const names = await caches();
  assert.ok(names.includes("other") && names.includes("greenroom:/:1"), names.join());
  assert.ok(!names.includes("greenroom:/practice/:1"), names.join());
});

/** Opens the page, and again once the worker serves it. */
async function visit() {
  await page.goto(server.url);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active?.state !== "activated") await new Promise((later) => setTimeout(later, 10));
  });
  await page.reload();
  assert.ok(await page.evaluate(() => navigator.serviceWorker.controller !== null));
}

/** What `publish` wrote into the page; null for the version built. */
function version() {
  return page.locator("html").getAttribute("data-version");
}

/** @param {string} address */
function answers(address) {
  return page.evaluate((url) => fetch(url).then(({ ok }) => ok, () => false), server.url + address);
}

function caches() {
  return page.evaluate(() => globalThis.caches.keys());
}

/**
 * Puts another version on the server, as a build would.
 * @param {string} version
 */
async function publish(version) {
  const html = (await readFile(join(GREENROOM_SITE, "index.html"), "utf8")).replace("<html", `<html data-version="${version}"`);
  const worker = await readFile(join(GREENROOM_SITE, "sw.js"), "utf8");
  const digest = createHash("sha256").update(html).digest("base64");
  const lines = worker.replace(/VERSION = ".*"/, `VERSION = "${version}"`);
  await cp(GREENROOM_SITE, folder, { recursive: true });
  await writeFile(join(folder, "index.html"), html);
  await writeFile(join(folder, "sw.js"), lines.replace(/\["\.\/", ".*"\]/, `["./", "sha256-${digest}"]`));
}

/** Looks for a newer version, finds one, and sees its installation fail. */
async function updateFails() {
  const end = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const found = new Promise((found) => registration.addEventListener("updatefound", () => found(registration.installing), { once: true }));
    await registration.update().catch(() => {});
    const worker = /** @type {ServiceWorker} */ (await found);
    while (worker.state === "installing") await new Promise((later) => setTimeout(later, 10));
    return worker.state;
  });
  assert.equal(end, "redundant");
}
