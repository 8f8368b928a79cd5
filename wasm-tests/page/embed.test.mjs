// The element in somebody else's page: an article with two decks, strict policies, no scripts, no storage.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openDeck, overflows, prompt, rate, stored, visit } from "./visit.mjs";

test("two elements in an article share one module", () =>
  visit(async ({ url, page, context }) => {
    const requests = /** @type {string[]} */ ([]);
    context.on("request", (request) => requests.push(request.url()));
    await page.goto(`${url}examples/blog.html`);
    const elements = page.locator("greenroom-deck");
    const count = await elements.count();
    assert.ok(count >= 2);
    for (let index = 0; index < count; index++) {
      await elements.nth(index).scrollIntoViewIfNeeded();
      await elements.nth(index).getByRole("button", { name: "Show answer" }).waitFor();
    }
    // The deck that comes as text needs what reads it; what reads answers and keeps progress comes behind the first card.
    await page.waitForLoadState("networkidle");
    const modules = requests.filter((request) => request.endsWith(".wasm")).map((request) => request.split("/").at(-1));
    assert.deepEqual(modules.sort(), ["greenroom_bg.wasm", "keeper_bg.wasm", "reader_bg.wasm", "score_bg.wasm"]);
    assert.equal(requests.filter((request) => request.endsWith("greenroom.js")).length, 1);
    // Each has its own deck and its own progress.
    await elements.nth(1).getByRole("button", { name: "Show answer" }).click();
    await elements.nth(1).getByRole("button", { name: /^4/ }).click();
    assert.equal(Object.keys(await stored(page)).length, 1);
    assert.ok(await elements.nth(0).getByRole("button", { name: "Show answer" }).isVisible());
  }));

test("two elements with the same deck agree", () => {
  const html = `<!doctype html><html lang="en"><title>Twice</title><script type="module" src="greenroom.js"></script>
    <greenroom-deck src="decks/behavioral.md"></greenroom-deck><greenroom-deck src="decks/behavioral.md"></greenroom-deck>`;
  return visit(
    async ({ url, page }) => {
      await page.goto(`${url}twice.html`);
      const [first, second] = [page.locator("greenroom-deck").nth(0), page.locator("greenroom-deck").nth(1)];
      await second.getByText("67 new").waitFor();
      await first.getByRole("button", { name: "Show answer" }).click();
      await first.getByRole("button", { name: /^5/ }).click();
      await second.getByText("66 new").waitFor();
      assert.equal(await second.getByRole("heading", { level: 2 }).textContent(), await first.getByRole("heading", { level: 2 }).textContent());
    },
    { files: { "twice.html": html } },
  );
});

test("it survives being moved in the page, and takes another deck", () =>
  visit(
    async ({ url, page }) => {
      await page.goto(`${url}move.html`);
      await page.getByText("67 new").waitFor();
      await page.evaluate(() => document.querySelector("main")?.append(document.querySelector("greenroom-deck") ?? ""));
      await page.getByRole("button", { name: "Show answer" }).click();
      await page.getByRole("button", { name: /^4/ }).click();
      await page.getByText("66 new").waitFor();
      await page.evaluate(() => document.querySelector("greenroom-deck")?.setAttribute("src", "decks/other.md"));
      await page.getByRole("heading", { name: "Other?" }).waitFor();
    },
    {
      files: {
        "move.html": `<!doctype html><html lang="en"><title>Move</title><script type="module" src="greenroom.js"></script>
          <greenroom-deck src="decks/behavioral.md"></greenroom-deck><main></main>`,
        "decks/other.md": "## Other?\n\nYes.\n",
      },
    },
  ));

test("it has a width wherever it stands, and stays within it", () => {
  const places = ["display: flex", "display: grid; grid-template-columns: auto", "float: left", "position: absolute", "width: 250px", "display: inline-block"];
  const code = "x".repeat(200);
  return visit(
    async ({ url, page }) => {
      await page.goto(`${url}places.html`);
      for (let place = 0; place < places.length; place++) {
        const element = page.locator("greenroom-deck").nth(place);
        await element.scrollIntoViewIfNeeded();
        await element.getByRole("button", { name: "Show answer" }).click();
        assert.ok(((await element.boundingBox())?.width ?? 0) >= 240, places[place]);
      }
      assert.ok(!(await overflows(page)));
    },
    {
      context: { viewport: { width: 360, height: 640 } },
      files: {
        "places.html": `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Places</title>
          <script type="module" src="greenroom.js"></script><style>body { margin: 8px } section { position: relative; height: 2000px }</style>
          ${places.map((style) => `<section><div style="${style}"><greenroom-deck src="decks/long.md"></greenroom-deck></div></section>`).join("")}`,
        "decks/long.md": `## Long?\n\nYes.\n\n### Weak answer\n\n\`${code}\`\n\n### Strong answer\n\n| ${code} | b |\n|---|---|\n| c | d |\n\n### ${code}\n\nMore.\n`,
      },
    },
  );
});

test("an address that comes late is opened, and one that failed can be tried again", () => {
  let isDown = true;
  return visit(
    async ({ url, page, context }) => {
      await context.route(`${url}decks/flaky.md`, (route) =>
        isDown ? route.abort() : route.fulfill({ body: "## Flaky?\n\nYes.\n", contentType: "text/markdown" }),
      );
      await page.goto(`${url}late.html`);
      const setAddress = () => page.evaluate(() => document.querySelector("greenroom-deck")?.setAttribute("src", "decks/flaky.md"));
      await setAddress();
      await page.getByText("This deck cannot be opened here.").waitFor();
      isDown = false;
      await setAddress();
      await page.getByRole("heading", { name: "Flaky?" }).waitFor();
      // On the full page the same is said, with a way to try again.
      isDown = true;
      await page.goto(`${url}#deck=decks/flaky.md`);
      await page.getByRole("heading", { name: "This deck could not be loaded" }).waitFor();
      isDown = false;
      await page.getByRole("button", { name: "Try again" }).click();
      await page.getByRole("heading", { name: "Flaky?" }).waitFor();
    },
    {
      files: { "late.html": `<!doctype html><html lang="en"><title>Late</title><script type="module" src="greenroom.js"></script><greenroom-deck></greenroom-deck>` },
      allows: /ERR_FAILED/,
    },
  );
});

test("a store that another tab clears is filled again", () =>
  visit(async (visit) => {
    await openDeck(visit);
    for (let card = 0; card < 3; card++) await rate(visit.page, 4);
    const before = await stored(visit.page);
    const other = await visit.addPage();
    await other.goto(`${visit.url}manifest.webmanifest`);
    await other.evaluate(() => localStorage.clear());
    await visit.page.waitForFunction(() => localStorage.length === 3);
    assert.deepEqual(await stored(visit.page), before);
  }, { allows: /404/ }));

test("the direction of a deck is its own, whatever the page's is", () =>
  visit(
    async ({ url, page }) => {
      await page.goto(`${url}direction.html`);
      await page.getByRole("heading", { level: 2 }).nth(1).waitFor();
      const directions = await page.getByRole("heading", { level: 2 }).evaluateAll((headings) => headings.map((heading) => getComputedStyle(heading).direction));
      assert.deepEqual(directions, ["ltr", "rtl"]);
      const show = page.getByRole("button", { name: "Show answer" }).first();
      assert.equal(await show.evaluate((button) => getComputedStyle(button).direction), "ltr");
    },
    {
      files: {
        "direction.html": `<!doctype html><html lang="he" dir="rtl"><title>Direction</title><script type="module" src="greenroom.js"></script>
          <greenroom-deck src="decks/behavioral.md"></greenroom-deck><greenroom-deck src="decks/hebrew.md"></greenroom-deck>`,
        "decks/hebrew.md": "---\ntitle: חפיסה\nlanguage: he\n---\n## מה זה?\n\nתשובה.\n",
      },
    },
  ));

test("without scripts the reader sees what stands inside the tag", () =>
  visit(
    async ({ url, page }) => {
      await page.goto(`${url}examples/blog.html`);
      assert.ok(await page.locator("greenroom-deck details").first().isVisible());
    },
    { context: { javaScriptEnabled: false } },
  ));

for (const [name, policy, shown] of [
  ["forbids WebAssembly", "script-src 'self'", false],
  ["forbids fetching", "script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'", false],
  ["allows just what is needed", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; require-trusted-types-for 'script'", true],
])
  test(`where a policy ${name}`, () =>
    visit(
      async ({ url, page }) => {
        await page.goto(`${url}strict.html`);
        if (shown) return await page.getByRole("button", { name: "Show answer" }).waitFor();
        await page.locator("html[data-error]").waitFor({ state: "attached" });
        assert.ok(await page.getByText("What is churn?").isVisible());
        assert.equal(await page.getByRole("button", { name: "Show answer" }).count(), 0);
      },
      {
        headers: { "content-security-policy": String(policy) },
        files: {
          "strict.html": `<!doctype html><html lang="en"><title>Strict</title><script type="module" src="greenroom.js"></script>
            <script type="module" src="listen.js"></script>
            <greenroom-deck src="decks/behavioral.md"><details open><summary>What is churn?</summary>Leaving.</details></greenroom-deck>`,
          "listen.js": `addEventListener("greenroom:error", () => (document.documentElement.dataset.error = "1"));`,
        },
        allows: /Content Security Policy|Refused|violates|WebAssembly|Failed to (load|fetch)|MIME/,
      },
    ));

test("blocked storage is said, and practice goes on", () =>
  visit(async (visit) => {
    const { page } = visit;
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, "localStorage", {
        get() {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      });
    });
    await openDeck(visit);
    await page.getByText("its storage is blocked").waitFor();
    const first = await prompt(page).textContent();
    await rate(page, 4);
    assert.notEqual(await prompt(page).textContent(), first);
    await page.getByText("66 new").waitFor();
    await page.keyboard.press("u");
    assert.equal(await prompt(page).textContent(), first);
  }));

test("full storage is said, and what was rated is written when there is room", () =>
  visit(async (visit) => {
    const { page } = visit;
    await openDeck(visit);
    await page.evaluate(() => {
      let filler = "";
      for (let size = 5 * 2 ** 20; size >= 1; size = Math.floor(size / 2))
        try {
          localStorage.setItem("filler", filler + "x".repeat(size));
          filler += "x".repeat(size);
        } catch {}
    });
    await rate(page, 4);
    await page.getByText("its storage is full").waitFor();
    await page.evaluate(() => localStorage.removeItem("filler"));
    await rate(page, 4);
    await page.getByText("its storage is full").waitFor({ state: "hidden" });
    assert.equal(Object.keys(await stored(page)).length, 2);
  }));
