// The npm package in Node: its example works as the README prints it, a whole course of study does, and all
// that it promises is there.

import assert from "node:assert/strict";
import { access, readFile } from "node:fs/promises";
import { test } from "node:test";
import { Session } from "../../pkg/node.js";

const DAY = 86_400_000;

for (const readme of ["README.md", "pkg/README.md"])
  test(`the example of ${readme} runs`, async () => {
    const text = await readFile(readme, "utf8");
    const [, example = ""] = text.match(/```js\n(import \{ Session \}[^]*?)```/) ?? [];
    assert.ok(example.includes("session.act"));
    const body = example.replace(/^import .*$/gm, "").replaceAll("console.log", "log");
    /** @type {unknown[]} */
    const logged = [];
    new Function("Session", "log", body)(Session, (/** @type {unknown} */ value) => logged.push(value));
    assert.equal(/** @type {any} */ (logged.at(-1)).kind, "rest");
  });

test("two weeks of study without a clock or a page", async () => {
  const deck = await readFile("www/decks/behavioral.md", "utf8");
  let now = Date.UTC(2026, 10, 21, 9);
  const moment = () => ({ now, offset: 60 });
  const session = new Session(deck, { seed: 1, store: "memory" }, moment());
  const readiness = [];
  for (let day = 0; day < 14; day++, now += DAY) {
    for (let card = 0; card < 12; card++) {
      const { screen } = session.view(moment());
      if (screen.kind === "checkpoint") session.act("continue", moment());
      if (screen.kind === "rest") break;
      session.act("reveal", moment());
      now += 30_000;
      session.act({ rate: 4 }, moment());
    }
    readiness.push(session.overview(moment()).standing.readiness);
  }
  const { standing, left } = session.overview(moment());
  assert.equal(standing.seen, 60);
  assert.equal(left.unseen, 0);
  assert.ok((readiness[0] ?? 1) < 0.25 && (readiness.at(-1) ?? 0) > 0.9, readiness.join());
  session.free();
});

test("has every file that it names", async () => {
  const { exports, files } = JSON.parse(await readFile("pkg/package.json", "utf8"));
  const named = Object.values(exports).flatMap((entry) => (typeof entry === "string" ? entry : Object.values(entry)));
  for (const file of [...named, ...files]) await access(`pkg/${file}`);
});
