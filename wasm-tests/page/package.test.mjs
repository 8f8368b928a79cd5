// The npm package as Node sees it: its entry, and that all it promises is there.

import assert from "node:assert/strict";
import { access, readFile } from "node:fs/promises";
import { test } from "node:test";
import init, { Session } from "../../pkg/node.js";

const DECK = "# Capitals\n\n## Of France?\n\nParis\n";
const NOW = { now: Date.UTC(2026, 0, 5, 12), offset: 0 };

test("practises a deck without a browser", async () => {
  await init();
  const session = new Session(DECK, { seed: 1, store: "memory" }, NOW);
  assert.equal(session.view(NOW).deck.title, "Capitals");
  const { screen } = session.act("reveal", NOW);
  assert.ok(screen.kind === "card" && screen.answer !== null);
});

test("has every file that it names", async () => {
  const { exports, files } = JSON.parse(await readFile(new URL("../../pkg/package.json", import.meta.url), "utf8"));
  const named = Object.values(exports).flatMap((entry) => (typeof entry === "string" ? entry : Object.values(entry)));
  for (const file of [...named, ...files]) await access(new URL(`../../pkg/${file}`, import.meta.url));
});
