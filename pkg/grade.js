// `npx greenroom grade FILE.jsonl`: answers to be scored, one JSON object a line.

import { Corpus, Rubric } from "./node.js";

/** @typedef {import("./grader.js").KeyPoint} KeyPoint */
/** @typedef {ReturnType<Rubric["assess"]>} Assessment */
/** @typedef {{ id: unknown, group: string, language?: string, question: string, points: KeyPoint[], isCard: boolean, answer: string }} Row */

/**
 * Scores the rows of a text and hands each result to `tell` as a line; `complain` hears of lines that say nothing.
 * Returns whether all lines could be read.
 * @param {string} text
 * @param {(line: string) => void} tell
 * @param {(line: number, why: string) => void} complain
 */
export function grade(text, tell, complain) {
  /** @type {Row[]} */
  const rows = [];
  let isWhole = true;
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    try {
      rows.push(readRow(JSON.parse(line)));
    } catch (error) {
      isWhole = false;
      complain(index + 1, error instanceof SyntaxError ? "is no JSON object" : error.message);
    }
  }
  const corpora = corporaOf(rows);
  /** @type {Map<string, Rubric>} */
  const rubrics = new Map();
  for (const row of rows) {
    const corpus = corpora.get(row);
    // A card is looked for point by point; of several references the one that fits best counts, and one that is contradicted
    // only where all are: two right answers may well be opposites in their words.
    const texts = row.isCard ? [row.points] : row.points.map((point) => [point]);
    const found = texts.map((points) => {
      const key = JSON.stringify([row.group, row.language, row.question, points]);
      const rubric = rubrics.get(key) ?? new Rubric(corpus, row.question, points);
      rubrics.set(key, rubric);
      return rubric.assess(row.answer);
    });
    const rank = (/** @type {Assessment} */ { points: [first], score }) => (first?.found === "contradicted" ? score - 1 : score);
    const best = found.reduce((best, other) => (rank(other) > rank(best) ? other : best));
    tell(JSON.stringify({ id: row.id, score: rounded(best.score), points: best.points.map(({ found, score }) => ({ found, score: rounded(score) })), remark: best.remark }));
  }
  return isWhole;
}

/** @param {number} number */
function rounded(number) {
  return Math.round(number * 1e5) / 1e5;
}

/**
 * A row as it may be written: `reference` or `references` for plain texts; `points` (or `key_points`) with `title`,
 * `detail` (or `explanation`) and `also` (or `synonyms`) for a card.
 * @param {any} row
 * @returns {Row}
 */
function readRow(row) {
  const { id = null, question = "", answer, reference, references = reference === undefined ? undefined : [reference], points, key_points = points, language, dataset, deck = dataset } = row ?? {};
  if (typeof answer !== "string") throw new Error("has no `answer` that is a text");
  if (typeof question !== "string") throw new Error("has a `question` that is no text");
  const isTexts = (/** @type {unknown} */ texts) => Array.isArray(texts) && texts.length > 0 && texts.every((text) => typeof text === "string");
  const isCard = Array.isArray(key_points) && key_points.length > 0;
  if (!isCard && !isTexts(references)) throw new Error("has no `reference` that is a text, and no `points`");
  const read = isCard ? key_points.map(readPoint) : references.map((/** @type {string} */ detail) => ({ detail }));
  return { id, group: typeof deck === "string" ? deck : "", language: typeof language === "string" ? language : undefined, question, points: read, isCard, answer };
}

/** @param {any} point @returns {KeyPoint} */
function readPoint(point) {
  const { title = "", explanation = "", detail = explanation, synonyms = [], also = synonyms } = typeof point === "string" ? { title: point } : (point ?? {});
  const isWhole = typeof title === "string" && typeof detail === "string" && Array.isArray(also) && also.every((word) => typeof word === "string");
  if (!isWhole || (title + detail).trim() === "") throw new Error("has a point that is not { title, detail, also }");
  return { title, detail, also };
}

/**
 * What rows are read together: those of one deck and one language. Where no deck is named each question says what language
 * it is in.
 * @param {Row[]} rows
 * @returns {Map<Row, Corpus>}
 */
function corporaOf(rows) {
  /** @type {Map<string, Set<string>>} */
  const texts = new Map();
  const add = (/** @type {string} */ key, /** @type {string[]} */ more) => {
    const of = texts.get(key) ?? new Set();
    for (const text of more) of.add(text);
    texts.set(key, of);
  };
  const place = ({ group, question }) => JSON.stringify(group ? [group] : ["", question]);
  for (const row of rows) if (row.language === undefined) add(place(row), [row.question, ...row.points.map(textOf)]);
  const guesses = new Map([...texts].map(([key, of]) => [key, new Corpus("", [...of]).language]));
  const together = (/** @type {Row} */ row) => JSON.stringify([row.group, row.language ?? guesses.get(place(row))]);
  texts.clear();
  for (const row of rows) add(together(row), row.points.map(textOf));
  const corpora = new Map([...texts].map(([key, of]) => [key, new Corpus(JSON.parse(key)[1], [...of])]));
  return new Map(rows.map((row) => [row, corpora.get(together(row))]));
}

/** @param {KeyPoint} point */
function textOf({ title, detail }) {
  return [title, detail].filter(Boolean).join(". ");
}
