// node bench-score.mjs <folder>: how well answers are scored, on graded answers that lie elsewhere, beside simpler
// scorers and a reference; how long a point takes; how large what reads answers is.
//
// A file counts if its lines have an `answer` and a `score`. Nothing of it is kept.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { grade } from "../../pkg/grade.js";
import { Corpus, Rubric } from "../../pkg/node.js";
import { Rarity, jaccard } from "./baselines.mjs";
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

/** By the way that `greenroom grade` goes. @param {Row[]} rows */
function ours(rows) {
  /** @type {Map<string, number>} */
  const scores = new Map();
  const lines = rows.map(({ id, dataset, question, references, answer }) => JSON.stringify({ id, dataset, question, references, answer }));
  grade(lines.join("\n"), (line) => {
    const { id, score } = JSON.parse(line);
    scores.set(id, score);
  }, (line, why) => console.error(`line ${line} ${why}`));
  return scores;
}

/** The reference in Python, where it and what it needs are there; else what it once said. @param {string} file */
function reference(file) {
  const script = join(folder, "reference_scorer.py");
  const kept = join(folder, `reference-predictions-${basename(file)}`);
  let lines = "";
  try {
    if (existsSync(script)) lines = execFileSync("python3", [script, join(folder, file)], { encoding: "utf8", maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "ignore"] });
  } catch {
    lines = "";
  }
  if (!lines && existsSync(kept)) lines = readFileSync(kept, "utf8");
  if (!lines) return null;
  return new Map(lines.split("\n").filter(Boolean).map((line) => JSON.parse(line)).map(({ id, score }) => [id, score]));
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
  const module = readFileSync(new URL("../../pkg/score_bg.wasm", import.meta.url));
  const brotli = brotliCompressSync(module, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  console.log(`What reads answers: ${module.length} bytes, ${brotli} in brotli, with its share of the deck model`);
}

/** @param {string[]} cells */
function print([name = "", ...cells]) {
  console.log(name.padEnd(16) + cells.map((cell) => cell.padStart(13)).join(""));
}

/** The rows of each set. @param {Row[]} rows */
function grouped(rows) {
  /** @type {Map<string, Row[]>} */
  const sets = new Map();
  for (const row of rows) sets.set(row.dataset, [...(sets.get(row.dataset) ?? []), row]);
  return sets;
}
