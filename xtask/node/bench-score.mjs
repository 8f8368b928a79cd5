// node bench-score.mjs <folder> <module of practice and scoring>: how well answers are scored, on graded answers that lie elsewhere, beside simpler
// scorers and a reference; how they stand up to answers that are none; how long a point takes; how large what reads answers is.
//
// A file counts if its lines have an `answer` and a `score`. Nothing of it is kept.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { grade } from "../../pkg/grade.js";
import { Corpus, Rubric } from "../../pkg/node.js";
import { Rarity, jaccard } from "./baselines.mjs";
import { shares, trialsOf } from "./robustness.mjs";
import { auc, pearson } from "./statistics.mjs";

/** @typedef {import("./baselines.mjs").Row} Row */

/** The sets that the mean is taken over: those in English. */
const MEAN_OF = ["texas", "scientsbank", "beetle", "saf_en", "argkp"];
/** From this grade on an answer is good. */
const GOOD = 0.75;

const folder = process.argv[2] ?? "";
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".jsonl")) : [];
let isAny = false;
for (const file of files) {
  const rows = readRows(join(folder, file));
  if (rows.length === 0) continue;
  isAny = true;
  report(file, rows);
  reportRobustness(rows);
}
if (!isAny) {
  console.error(`There is no file with graded answers in "${folder}": name a folder with --data.`);
  process.exit(1);
}
speed();
size();

/** @param {string} path @returns {Row[]} */
function readRows(path) {
  const rows = readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
  const isGraded = (/** @type {any} */ row) => typeof row.answer === "string" && typeof row.score === "number" && typeof row.reference === "string";
  return rows.filter(isGraded).map((row) => ({ ...row, references: row.references ?? [row.reference] }));
}

/** @param {string} file @param {Row[]} rows */
function report(file, rows) {
  const sets = grouped(rows);
  const rarities = new Map([...sets].map(([set, of]) => [set, new Rarity([...new Set(of.flatMap(({ references }) => references))])]));
  /** @type {[string, Map<string, number> | null][]} */
  const scorers = [
    ["words in common", byId(rows, jaccard)],
    ["tf-idf cosine", byId(rows, (row) => rarities.get(row.dataset)?.cosine(row) ?? 0)],
    ["BM25", byId(rows, (row) => rarities.get(row.dataset)?.bm25(row) ?? 0)],
    ["reference", reference(file)],
    ["ours", ours(rows)],
  ];
  console.log(`${file}: ${rows.length} answers; Pearson's r / AUC`);
  const names = [...sets.keys()].sort();
  print(["", ...names, "mean of 5"]);
  for (const [name, scores] of scorers) {
    if (!scores) continue;
    const figures = names.map((set) => {
      const of = sets.get(set) ?? [];
      const values = of.map(({ id }) => scores.get(id) ?? 0);
      return { set, r: pearson(values, of.map(({ score }) => score)), auc: auc(values, of.map(({ score }) => score >= GOOD)) };
    });
    const counted = figures.filter(({ set }) => MEAN_OF.includes(set));
    const mean = (/** @type {"r" | "auc"} */ what) => counted.reduce((sum, figure) => sum + figure[what], 0) / counted.length;
    const cell = (/** @type {number} */ r, /** @type {number} */ auc) => `${r.toFixed(3)}/${auc.toFixed(3)}`;
    print([name, ...figures.map(({ r, auc }) => cell(r, auc)), counted.length === MEAN_OF.length ? cell(mean("r"), mean("auc")) : ""]);
  }
  console.log();
}

/** @param {Row[]} rows @param {(row: Row) => number} score */
function byId(rows, score) {
  return new Map(rows.map((row) => [row.id, score(row)]));
}

/**
 * What is found, and found or touched, in answers made from the graded ones: of the reference, then of ours.
 * @param {Row[]} all
 */
function reportRobustness(all) {
  const rows = all.filter(({ dataset }) => MEAN_OF.includes(dataset));
  const trials = [...grouped(rows).values()].flatMap(trialsOf);
  const made = trials.map(({ row }) => row);
  const said = [byReference(made), new Map([...graded(made)].map(([id, { found }]) => [id, found]))];
  if (!said[0]) return;
  const names = [...grouped(rows).keys()].sort();
  const of = names.map((set) => said.map((by) => shares(trials.filter(({ row }) => row.dataset === set), /** @type {Map<string, any>} */ (by))));
  console.log("Share found/found or touched, of the reference and of ours; ! where ours is worse by more than 0.02");
  print(["", ...names], 24);
  for (const kind of new Set(trials.map(({ kind }) => kind)))
    print([kind, ...of.map((both) => {
      const [theirs, ours] = both.map((by) => by.get(kind) ?? { isGood: true, found: NaN, touched: NaN });
      const sign = theirs?.isGood ? 1 : -1;
      const isWorse = (/** @type {"found" | "touched"} */ what) => sign * ((theirs?.[what] ?? 0) - (ours?.[what] ?? 0)) > 0.02;
      const cell = [theirs, ours].map((share) => `${share?.found.toFixed(2)}/${share?.touched.toFixed(2)}`).join(" ");
      return cell + (isWorse("found") || isWorse("touched") ? "!" : " ");
    })], 24);
  console.log();
}

/** By the way that `greenroom grade` goes. @param {Row[]} rows */
function ours(rows) {
  return new Map([...graded(rows)].map(([id, { score }]) => [id, score]));
}

/** @param {Row[]} rows */
function graded(rows) {
  /** @type {Map<string, { score: number, found: string }>} */
  const all = new Map();
  const lines = rows.map(({ id, dataset, question, references, answer }) => JSON.stringify({ id, dataset, question, references, answer }));
  grade(lines.join("\n"), (line) => {
    const { id, score, points } = JSON.parse(line);
    all.set(id, { score, found: points[0].found });
  }, (line, why) => console.error(`line ${line} ${why}`));
  return all;
}

/** What the reference in Python says of rows, where it and what it needs are there. @param {string} path @returns {any[]} */
function referenceLines(path) {
  const script = join(folder, "reference_scorer.py");
  if (!existsSync(script)) return [];
  try {
    const lines = execFileSync("python3", [script, path], { encoding: "utf8", maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "ignore"] });
    return lines.split("\n").filter(Boolean).map((line) => JSON.parse(line));
  } catch {
    return [];
  }
}

/** The reference's word on answers that were made. @param {Row[]} rows @returns {Map<string, string> | null} */
function byReference(rows) {
  const place = mkdtempSync(join(tmpdir(), "greenroom-"));
  try {
    const path = join(place, "made.jsonl");
    writeFileSync(path, rows.map((row) => JSON.stringify(row)).join("\n"));
    const lines = referenceLines(path);
    const names = { covered: "found", partial: "touched", missing: "missing" };
    return lines.length > 0 ? new Map(lines.map(({ id, status }) => [id, names[status]])) : null;
  } finally {
    rmSync(place, { recursive: true });
  }
}

/** The reference's scores; where it cannot be run, those that it once gave. @param {string} file @returns {Map<string, number> | null} */
function reference(file) {
  const kept = join(folder, `reference-predictions-${basename(file)}`);
  let lines = referenceLines(join(folder, file));
  if (lines.length === 0 && existsSync(kept)) lines = readFileSync(kept, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
  return lines.length > 0 ? new Map(lines.map(({ id, score }) => [id, score])) : null;
}

/** How long it takes to look for seven points in an answer of 150 words. */
function speed() {
  const point = (/** @type {number} */ n) => ({
    title: `Guardrail metric ${n}`,
    detail: "a figure besides the goal that would stop the rollout at once if it got worse for some group of users",
    also: ["stop rule", "tripwire"],
  });
  const points = Array.from({ length: 7 }, (_, n) => point(n));
  const words = "we would look at activation and at the people who come back and set a rule that stops it if customers get hurt".split(" ");
  const answer = Array.from({ length: 150 }, (_, n) => words[(n * 7) % words.length]).join(" ");
  const corpus = new Corpus("en", points.map(({ title, detail }) => `${title}. ${detail}`));
  const times = (/** @type {() => void} */ work, /** @type {number} */ n) => {
    const all = Array.from({ length: n }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    });
    return all.sort((one, other) => one - other)[n >> 1] ?? NaN;
  };
  const compile = times(() => new Rubric(corpus, "What do you measure in a launch?", points).free(), 50);
  const rubric = new Rubric(corpus, "What do you measure in a launch?", points);
  const assess = times(() => rubric.assess(answer), 200);
  const micro = (/** @type {number} */ milliseconds) => `${Math.round((milliseconds * 1000) / points.length)} µs a point`;
  console.log(`An answer of 150 words against 7 points: ${assess.toFixed(2)} ms, ${micro(assess)}`);
  console.log(`Compiling 7 points: ${compile.toFixed(2)} ms, ${micro(compile)}`);
}

function size() {
  const brotli = (/** @type {string | URL} */ path) => brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const ofPackage = (/** @type {string} */ name) => brotli(new URL(`../../pkg/${name}`, import.meta.url));
  console.log(`The module that reads answers: ${ofPackage("score_bg.wasm")} bytes in brotli, with an allocator and glue of its own`);
  const joined = process.argv[3];
  if (!joined) return;
  const [both, practice] = [brotli(joined), ofPackage("greenroom_bg.wasm")];
  console.log(`Practice and scoring in one: ${both}, practice alone: ${practice}, so scoring adds: ${both - practice}`);
}

/** @param {string[]} cells @param {number} [width] */
function print([name = "", ...cells], width = 13) {
  console.log(name.padEnd(19) + cells.map((cell) => cell.padStart(width)).join(""));
}

/** The rows of each set. @param {Row[]} rows */
function grouped(rows) {
  /** @type {Map<string, Row[]>} */
  const sets = new Map();
  for (const row of rows) sets.set(row.dataset, [...(sets.get(row.dataset) ?? []), row]);
  return sets;
}
