// Decks that mean harm, in a real browser: nothing runs, nothing hangs, nothing is fetched.

import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "./visit.mjs";

const HURT = "window.hurt=1";

/** What a title, a quote, an answer, a point, a section and the deck's own words are made of. @param {string} evil */
const everywhere = (evil) => `---
title: ${evil.split("\n")[0]}
---

${evil}

# ${evil.split("\n")[0]}

## ${evil.split("\n")[0]} asks

> ${evil.replaceAll("\n", "\n> ")}

${evil}

- **${evil.split("\n")[0]}**: detail
  - also: ${evil.split("\n")[0]}

### Hint
${evil}

### Pitfalls
${evil}

### ${evil.split("\n")[0]}
${evil}
`;

/** @type {Record<string, string>} */
const EVIL = {
  script: everywhere(`<script>${HURT}</script>`),
  "script in a fence's info": everywhere(`\`\`\`<script>${HURT}</script>\n<script>${HURT}</script>\n\`\`\``),
  handler: everywhere(`<img src=x onerror="${HURT}"> <svg onload="${HURT}"> <body onload="${HURT}"> <details ontoggle="${HURT}" open>`),
  "html in parts": everywhere(`<scr<script>ipt>${HURT}</scr</script>ipt> <<img src=x onerror=${HURT}>`),
  "javascript address": everywhere(`[a](javascript:${HURT}) [b](java\\tscript:${HURT}) [c](&#106;avascript:${HURT}) [d](JaVaScRiPt&colon;${HURT}) <javascript:${HURT}>`),
  "javascript reference": `${everywhere("[a][evil] [evil] ![p][evil]")}\n[evil]: javascript:${HURT} "t"\n`,
  "data address": everywhere(`[a](data:text/html,<script>${HURT}</script>) [b](data:text/html;base64,PHNjcmlwdD4=) [c](vbscript:x) [d](blob:https://evil.example/x)`),
  picture: everywhere("![a](https://evil.example/a.png) ![b](//evil.example/b.png) ![c](\\\\evil.example\\c.png) ![d](/\\evil.example/d.png)"),
  "picture with handler": everywhere(`![a" onerror="${HURT}](x.png" onerror="${HURT}) ![b](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)`),
  svg: everywhere(`<svg><script>${HURT}</script><use href="https://evil.example/x.svg#a"/></svg>`),
  frame: everywhere(`<iframe srcdoc="<script>parent.hurt=1</script>"></iframe><object data="https://evil.example/x"></object><embed src="https://evil.example/y">`),
  style: everywhere(`<style>@import "https://evil.example/x.css"; * { display: none }</style><link rel=stylesheet href=https://evil.example/y.css>`),
  "meta and base": everywhere(`<meta http-equiv=refresh content="0;url=https://evil.example/"><base href="https://evil.example/">`),
  entities: everywhere(`&lt;script&gt;${HURT}&lt;/script&gt; &#60;img src=x onerror=${HURT}&#62; &NotAnEntity; &#0; &#xD800; &#1114112; ${"&amp;".repeat(2000)}`),
  "names of objects": everywhere("__proto__ constructor toString hasOwnProperty").replace("title:", "id: __proto__\ntitle:"),
  "right to left overrides": everywhere("\u202Etxt.exe\u2066 \u200F zero\u200Bwidth \uFEFF \u0000 \u0008"),
  "gaps and inputs": everywhere(`{{<img src=x onerror=${HURT}>::<b>}} {a: 1..2} {{${"{{".repeat(500)}`),
  "a formula": `## Evil {x: 1..2} sum?\n\n= ${"(".repeat(5000)}x\n\n## Powers of {x: 9..9}?\n\n= x^x^x^x^x^x\n\n### Pitfalls\n- a: \`= 1/0\`\n`,
  "nested lists": `## Deep?\n\n### More\n\n${Array.from({ length: 10_000 }, (_, depth) => `${" ".repeat(Math.min(depth * 2, 400))}- x`).join("\n")}\n`,
  "nested lists on one line": `## Deep?\n\n### More\n\n${"- ".repeat(10_000)}x\n`,
  "nested quotes": `## Deep?\n\n${">".repeat(10_000)} x\n`,
  "nested emphasis": `## Deep?\n\n${"*a _b ".repeat(5_000)}x${"_ *".repeat(5_000)}\n`,
  "brackets": `## Deep?\n\n${"[".repeat(20_000)}x${"](y)".repeat(20_000)}\n`,
  "a megabyte in a line": `## ${"word ".repeat(1000)}?\n\n${"x".repeat(1_000_000)}\n`,
  "a megabyte of backticks": `## Ticks?\n\n${Array.from({ length: 1_000 }, (_, length) => "`".repeat(length)).join(" ")}\n`,
  "a wide table": `## Wide?\n\n|${"a|".repeat(2_000)}\n|${"-|".repeat(2_000)}\n${`|${"x|".repeat(2_000)}\n`.repeat(20)}`,
  "many references": `## References?\n\n${"[a] ".repeat(2_000)}\n\n${Array.from({ length: 2_000 }, (_, number) => `[a${number}]: https://e.example/${"y".repeat(50)}`).join("\n")}\n`,
  "many faults": `## Faults?\n\n${"[a](x) <b> ".repeat(20_000)}\n`,
};

for (const [name, deck] of Object.entries(EVIL))
  test(name, () =>
    visit(
      async ({ page, context, url }) => {
        const requests = /** @type {string[]} */ ([]);
        context.on("request", (request) => requests.push(request.url()));
        page.on("dialog", () => assert.fail("a dialog was opened"));
        await page.goto(`${url}#deck=decks/evil.md`);
        await page.getByRole("button", { name: /^(Show answer|Show step 1)$/ }).click({ timeout: 20_000 });
        await page.getByText("How well did you know this?").waitFor();
        for (const summary of await page.locator("greenroom-deck summary").all()) await summary.click();
        // Whoever can press something presses everything that leads out of the deck.
        const links = await page.locator("greenroom-deck a").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
        assert.deepEqual(links.filter((href) => !/^(https?:|mailto:|#)/i.test(href)), []);
        const tags = await page.locator("greenroom-deck").evaluate((deck) =>
          [...(deck.shadowRoot?.querySelectorAll("script, iframe, object, embed, svg, style, link, meta, base, img, form") ?? [])].map((node) => node.localName),
        );
        assert.deepEqual(tags, []);
        const handlers = await page.locator("greenroom-deck").evaluate((deck) =>
          [...(deck.shadowRoot?.querySelectorAll("*") ?? [])].flatMap((node) => node.getAttributeNames()).filter((name) => name.startsWith("on") || name === "style"),
        );
        assert.deepEqual(handlers, []);
        assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).hurt), undefined);
        assert.deepEqual(requests.filter((request) => !request.startsWith(url)), []);
        // The page still answers.
        await page.keyboard.press("4");
        await page.getByRole("heading", { name: /Nothing is due|asks|Powers/ }).first().waitFor();
      },
      { files: { "decks/evil.md": deck } },
    ));
