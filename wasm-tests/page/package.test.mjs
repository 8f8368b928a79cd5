// The npm package in Node: its example works as the README prints it, a whole course of study does, and all
// that it promises is there.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

/** What the command prints and how it ends. @param {...string} args */
function greenroom(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["pkg/cli.js", ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

test("check prints the problems of a deck, for people and for programs", async () => {
  const folder = await mkdtemp(join(tmpdir(), "greenroom-"));
  const file = join(folder, "faulty.md");
  await writeFile(file, "# T\n\n## Good?\n\nYes.\n\n## Bad?\n\n# U\n\n## Also good?\n\n<b>Yes</b>.\n");
  const lines = [`${file}:7:1: card without an answer: write the answer below the heading`, `${file}:13:1: HTML \`<b>\``, `${file}:13:7: HTML \`</b>\``];
  const { status, stdout } = greenroom("check", "www/decks/behavioral.md", file);
  assert.equal(status, 1);
  const printed = stdout.trimEnd().split("\n");
  assert.equal(printed.length, 3);
  lines.forEach((line, index) => assert.ok(printed[index]?.startsWith(line), printed[index]));
  const { title, topics, cards, issues } = JSON.parse(greenroom("check", file, "--format", "json").stdout);
  assert.deepEqual([title, topics, cards], ["T", 2, 3]);
  assert.deepEqual(issues[0], { line: 7, column: 1, found: "card without an answer", advice: "write the answer below the heading" });
  await rm(folder, { recursive: true });
});

test("check ends with 0 for sound decks and with 2 for wrong use", () => {
  assert.deepEqual(greenroom("check", "www/decks/behavioral.md"), { status: 0, stdout: "", stderr: "" });
  for (const [args, message] of /** @type {[string[], RegExp][]} */ ([
    [["check", "no-such-file.md"], /no-such-file\.md: cannot be read/],
    [["check"], /Which files\?/],
    [["chck", "a.md"], /There is no command "chck"/],
    [["check", "a.md", "--format", "xml"], /There is no format "xml"/],
    [["check", "a.md", "--colour"], /--colour/],
    [[], /Which command\?/],
  ])) {
    const { status, stdout, stderr } = greenroom(...args);
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, message);
  }
  assert.match(greenroom("--help").stdout, /greenroom check FILE/);
});

test("has every file that it names", async () => {
  const { exports, files, bin } = JSON.parse(await readFile("pkg/package.json", "utf8"));
  const named = Object.values(exports).flatMap((entry) => (typeof entry === "string" ? entry : Object.values(entry)));
  for (const file of [...named, ...files, ...Object.values(bin)]) await access(`pkg/${file}`);
});
