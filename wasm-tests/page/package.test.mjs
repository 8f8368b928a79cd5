// The npm package in Node: its example works as the README prints it, a whole course of study does, and all
// that it promises is there.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { Carrier, Session, checkDeck, compareTexts, compileDeck, packLink, qrCode, readBackup, readProgressLink, unpackLink } from "../../pkg/node.js";

const DAY = 86_400_000;

for (const readme of ["README.md", "pkg/README.md"])
  test(`the example of ${readme} runs`, async () => {
    const text = await readFile(readme, "utf8");
    const [, example = ""] = text.match(/```js\n(import \{ Session, [^]*?)```/) ?? [];
    assert.ok(example.includes("session.act"));
    const body = example.replace(/^import .*$/gm, "").replaceAll("console.log", "log");
    /** @type {unknown[]} */
    const logged = [];
    new Function("Session", "compileDeck", "checkDeck", "log", body)(Session, compileDeck, checkDeck, (/** @type {unknown} */ value) => logged.push(value));
    assert.equal(/** @type {any} */ (logged.at(-1)).kind, "rest");
  });

test("the course of study of pkg/README.md runs as it is printed", async () => {
  const blocks = (await readFile("pkg/README.md", "utf8")).match(/^```js\n[^]*?^```$/gm) ?? [];
  const [course = ""] = blocks.filter((block) => block.includes("setPlan"));
  const folder = await mkdtemp(join(tmpdir(), "greenroom-"));
  const file = join(folder, "course.mjs");
  const engine = JSON.stringify(pathToFileURL("pkg/node.js").href);
  await writeFile(file, course.replace(/^```.*$/gm, "").replace('"greenroom"', engine));
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  const days = stdout.match(/^day .*$/gm) ?? [];
  assert.deepEqual(days.map((line) => line.match(/, (\w+);/)?.[1]), [...Array(5).fill("minutesUsed"), "dayOff", "dayOff", ...Array(3).fill("minutesUsed")]);
  assert.match(days[0] ?? "", /^day 0: 10 min, minutesUsed; recall to expect at 5 min 0\.8\d, 10 min 0\.9\d, 20 min 0\.9\d$/);
  assert.match(stdout, /^what-is-term-0: recall on the day rises from 0 to 0\.7/);
  await rm(folder, { recursive: true });
});

test("two weeks of study without a clock or a page", async () => {
  const deck = await readFile("www/decks/behavioral.md", "utf8");
  let now = Date.UTC(2026, 10, 21, 9);
  const moment = () => ({ now, offset: 60 });
  const session = new Session(compileDeck(deck, "behavioral.md"), { seed: 1, store: "memory" }, moment());
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
  assert.equal(standing.seen, 67);
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
  const decks = ["www/examples/three-questions.md", ...readdirSync("www/decks").filter((name) => name.endsWith(".md")).map((name) => `www/decks/${name}`)];
  assert.ok(decks.length > 6);
  assert.deepEqual(greenroom("check", ...decks), { status: 0, stdout: "", stderr: "" });
  for (const [args, message] of /** @type {[string[], RegExp][]} */ ([
    [["check", "no-such-file.md"], /no-such-file\.md: cannot be read/],
    [["check"], /Which file\?/],
    [["chck", "a.md"], /There is no command "chck"/],
    [["check", "a.md", "--format", "xml"], /There is no format "xml"/],
    [["check", "a.md", "--colour"], /--colour/],
    [["link", "a.md", "b.md"], /One file/],
    [["link", "no-such-file.md"], /no-such-file\.md: cannot be read/],
    [["link", "a.md", "--base", "here"], /"here" is no address/],
    [["check", "a.md", "--base", "https://example.com"], /--base/],
    [[], /Which command\?/],
  ])) {
    const { status, stdout, stderr } = greenroom(...args);
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, message);
  }
  assert.match(greenroom("--help").stdout, /greenroom check FILE/);
});

test("import makes a deck of other formats, with a report", async () => {
  const folder = await mkdtemp(join(tmpdir(), "greenroom-"));
  const file = join(folder, "terms.csv");
  await writeFile(file, "question,answer\nWhat is churn?,Customers who leave\nNPS?\n");
  const text = greenroom("import", file);
  assert.equal(text.status, 1);
  assert.match(text.stdout, /^---\ntitle: terms\n---\n\n## What is churn\?\n\nCustomers who leave\n/);
  assert.equal(text.stderr, `${file}:3: card 2 has no answer: it is kept with its prompt alone\n${file}: 2 cards read from the format table, 1 place reported\n`);
  const { format, cards, skipped, deck } = JSON.parse(greenroom("import", file, "--format", "json").stdout);
  assert.deepEqual([format, cards, skipped[0].line], ["table", 2, 3]);
  assert.equal(deck, text.stdout);
  // A deck comes back from the table that it was exported to, formulas and all.
  const native = join(folder, "deck.md");
  await writeFile(native, "# T\n\n## -5 degrees?\n\n=cmd is no formula, and 'quoted' neither\n\n# U\n\n## Plain?\n\n- **One**: a\n- Two\n");
  for (const to of ["csv", "anki", "md"]) {
    const exported = greenroom("export", native, "--to", to);
    assert.equal(exported.status, 0, exported.stderr);
    await writeFile(file, exported.stdout);
    const back = JSON.parse(greenroom("import", file, "--format", "json").stdout);
    assert.deepEqual([back.cards, back.skipped], [2, []], to);
    assert.match(back.deck, /## -5 degrees\?/, to);
    assert.match(back.deck, /=cmd is no formula, and 'quoted' neither/, to);
    assert.match(back.deck, /One.*: a/, to);
  }
  await rm(folder, { recursive: true });
});

test("what is no deck is said, and nothing is printed in its place", async () => {
  const folder = await mkdtemp(join(tmpdir(), "greenroom-"));
  const file = join(folder, "file");
  for (const [bytes, message] of /** @type {[string | Buffer, RegExp][]} */ ([
    ["", /no card was found in it/],
    ["Just text.\n", /no card was found in it/],
    ["question,answer\na,b\n", /this looks like the format table/],
    [Buffer.from([0xff, 0xfe, 0x00]), /is no text in UTF-8/],
  ])) {
    await writeFile(file, bytes);
    for (const args of [["link", file], ["export", file, "--to", "csv"]]) {
      const { status, stdout, stderr } = greenroom(...args);
      assert.deepEqual([status, stdout], [2, ""], args.join(" "));
      assert.match(stderr, message);
    }
    assert.notEqual(greenroom("check", file).status, 0);
  }
  for (const args of [["export", "www/decks/behavioral.md"], ["export", "www/decks/behavioral.md", "--to", "pdf"], ["import"], ["check", "a", "b", "--former", "c"]])
    assert.equal(greenroom(...args).status, 2);
  await rm(folder, { recursive: true });
});

test("check names cards that would lose their history", async () => {
  const folder = await mkdtemp(join(tmpdir(), "greenroom-"));
  const [before, after] = [join(folder, "before.md"), join(folder, "after.md")];
  await writeFile(before, "## What is churn?\n\nCustomers who leave.\n");
  await writeFile(after, "## What does churn mean?\n\nCustomers who leave.\n");
  const { status, stdout } = greenroom("check", after, "--former", before);
  assert.equal(status, 1);
  assert.match(stdout, /after\.md:1:1: .*\{#what-does-churn-mean was=what-is-churn\}/);
  assert.equal(greenroom("check", after).status, 0);
  await rm(folder, { recursive: true });
});

test("link prints a link that opens, and how long it is", async () => {
  const file = "www/decks/behavioral.md";
  const folder = await mkdtemp(join(tmpdir(), "greenroom-"));
  const small = join(folder, "small.md");
  const deck = "## What is churn?\n\nCustomers who leave.\n";
  await writeFile(small, deck);
  const plain = greenroom("link", small);
  assert.equal(plain.status, 0);
  assert.match(plain.stdout, /^#d=1\.[-\w]+\n$/);
  assert.equal(plain.stderr, `${small}: ${plain.stdout.length - 1} characters\n`);
  const link = plain.stdout.trim().replace("#d=", "");
  assert.equal(unpackLink(link), deck);
  const based = greenroom("link", small, "--base", "https://example.com/practice/?a=b#old");
  assert.equal(based.stdout, `https://example.com/practice/?a=b#d=${link}\n`);
  const { length } = JSON.parse(greenroom("link", small, "--format", "json").stdout);
  assert.equal(length, plain.stdout.trim().length);
  // A large deck is what a file is for.
  assert.equal(greenroom("link", file).status, 0);
  await writeFile(small, `## Many?\n\n${"many cards\n".repeat(100_000)}`);
  const large = greenroom("link", small);
  assert.deepEqual([large.status, large.stdout], [1, ""]);
  assert.match(large.stderr, /holds more than 1 MB of text/);
  await rm(folder, { recursive: true });
});

test("grade scores answers line by line", async () => {
  const folder = await mkdtemp(join(tmpdir(), "greenroom-"));
  const file = join(folder, "answers.jsonl");
  const churn = { question: "What is churn?", reference: "Customers who leave within a month" };
  const paths = { question: "Why does the lamp stay dark?", references: ["the switch is not in a closed path", "the lamp hangs in an open path"] };
  const points = [{ title: "Clarify the goal", detail: "which business objective the tier serves" }, { title: "Guardrails", explanation: "a metric that would stop the rollout", synonyms: ["stop rule"] }];
  const rows = [
    { id: 1, ...churn, answer: "The customers who leave within one month." },
    { id: 2, ...churn, answer: "A color that the marketing team likes." },
    { id: 3, ...churn, answer: "Customers who do not leave within a month." },
    // One right answer is turned around by it, the other said: it is right.
    { id: "4", ...paths, answer: "It hangs in an open path, the switch is in a closed path." },
    { id: "5", ...paths, references: paths.references.toReversed(), answer: "It hangs in an open path, the switch is in a closed path." },
    { question: "How would you decide on a new tier?", points, answer: "I would write down a stop rule first." },
    { id: 7, ...churn, language: "zh", answer: "Customers who leave." },
  ];
  await writeFile(file, `${rows.map((row) => JSON.stringify(row)).join("\n")}\n\n`);
  const { status, stdout, stderr } = greenroom("grade", file);
  assert.deepEqual([status, stderr], [0, ""]);
  const printed = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(printed.map(({ id }) => id), [1, 2, 3, "4", "5", null, 7]);
  const found = printed.map(({ points }) => points.map(({ found }) => found).join());
  assert.deepEqual(found, ["found", "missing", "contradicted", "found", "found", "missing,found", "unscored"]);
  const scores = printed.map(({ score }) => score);
  assert.ok(scores[0] > 0.8 && scores[1] < 0.2 && scores[3] === scores[4], scores.join());
  assert.equal(scores[5], 0.5);
  // What cannot be read is said by its line, and the rest is scored.
  await writeFile(file, `{"answer": 1}\n${JSON.stringify(rows[0])}\nnot JSON\n{"answer": "yes"}\n{"answer": "yes", "points": [{}]}\n`);
  const faulty = greenroom("grade", file);
  assert.equal(faulty.status, 1);
  assert.equal(JSON.parse(faulty.stdout).id, 1);
  const said = [`${file}:1: has no \`answer\` that is a text`, `${file}:3: is no JSON object`, `${file}:4: has no \`reference\` that is a text, and no \`points\``, `${file}:5: has a point that is not { title, detail, also }`];
  assert.deepEqual(faulty.stderr.trimEnd().split("\n"), said);
  assert.equal(greenroom("grade", file, file).status, 2);
  await rm(folder, { recursive: true });
});

test("authors get their functions from the same package", () => {
  const deck = "# Terms\n\n## What is churn?\n\nCustomers who leave.\n\n## Bad?\n";
  const { title, topics, cards, issues } = checkDeck(deck, "deck.md");
  assert.deepEqual([title, topics, cards, issues.length], ["Terms", 0, 2, 1]);
  assert.equal(unpackLink(packLink(deck)), deck);
  assert.throws(() => unpackLink(packLink(deck).slice(0, 40)), new Error("the link is cut off: copy all of it, or ask for the deck as a file"));
  const code = qrCode("https://example.com");
  assert.equal(code?.size, 25);
  assert.equal(code?.isDense, false);
  assert.match(code?.path ?? "", /^M0 0h7v1h-7z/);
  assert.equal(qrCode("x".repeat(2_900))?.isDense, true);
  assert.equal(qrCode("x".repeat(3_000)), null);
});

test("the types of each module stand by themselves", async () => {
  for (const [file, own, other] of /** @type {[string, string, string][]} */ ([
    ["greenroom.d.ts", "export type View", "export type Issue"],
    ["reader.d.ts", "export type Issue", "export type View"],
    ["author.d.ts", "export type QrCode", "export type View"],
  ])) {
    const types = await readFile(`pkg/${file}`, "utf8");
    assert.ok(types.includes(own) && !types.includes(other), file);
  }
});

test("has every file that it names", async () => {
  const { exports, files, bin } = JSON.parse(await readFile("pkg/package.json", "utf8"));
  /** @param {string | object} entry @returns {string[]} */
  const targets = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry).flatMap(targets));
  for (const file of [...targets(exports), ...files, ...Object.values(bin)]) await access(`pkg/${file}`);
});

test("progress goes out and in from the same package", async () => {
  const carrier = new Carrier({ seed: 1, store: "memory" });
  assert.deepEqual(carrier.decks(), []);
  const incoming = readBackup(JSON.parse(await readFile("tests/golden/progress-1.json", "utf8")));
  const { decks, unreadable, newer } = carrier.preview(incoming);
  assert.deepEqual([decks.map(({ ratings, undos, resets }) => [ratings, undos, resets]), unreadable, newer], [[[4, 1, 2], [1, 0, 0]], 0, 0]);
  assert.throws(() => readBackup({ format: "greenroom progress", version: 2, decks: [] }), /version 2 of its format/);
  assert.throws(() => readBackup(7), /no backup of Greenroom/);
  const payload = (await readFile("tests/golden/progress-1.link", "utf8")).trim();
  assert.equal(carrier.preview(readProgressLink(payload)).decks.length, 2);
  assert.throws(() => readProgressLink("1.AA"), /cut off/);
  assert.throws(() => new Carrier({ seed: 1, profile: "no:good" }), /six letters and digits/);
  assert.deepEqual(compareTexts("a b", "a c"), [{ kind: "same", text: "a " }, { kind: "removed", text: "b" }, { kind: "added", text: "c" }]);
  assert.equal(compareTexts("a ".repeat(2_001), "b ".repeat(2_001)), null);
});
