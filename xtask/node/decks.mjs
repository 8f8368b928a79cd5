// Prints how many cards of each kind each deck has.

import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Session, checkDeck, checkRubrics, compileDeck } from "../../pkg/node.js";

const KINDS = /** @type {const} */ (["points", "ranked", "stages", "choice", "short", "number", "gap", "recall"]);
const folder = new URL("../../www/decks/", import.meta.url);
const now = { now: Date.UTC(2026, 0, 1), offset: 0 };

/** @param {string} name */
function counts(name) {
  const text = readFileSync(new URL(name, folder), "utf8");
  const deck = compileDeck(text, name);
  const { topics, places, issues } = checkDeck(text, name);
  /** @type {Record<string, number>} */
  const kinds = {};
  for (const { id } of places) {
    const session = new Session(deck, { seed: 1, store: "memory", first: id }, now);
    const { screen } = session.view(now);
    if (screen.kind === "card") kinds[screen.card.task] = (kinds[screen.card.task] ?? 0) + 1;
    session.free();
  }
  return { name, topics, cards: places.length, kinds, problems: issues.length + checkRubrics(deck).length };
}

const row = (/** @type {(string | number)[]} */ [name = "", ...cells]) => console.log(String(name).padEnd(16) + cells.map((cell) => String(cell).padStart(9)).join(""));
const decks = readdirSync(fileURLToPath(folder)).filter((name) => name.endsWith(".md")).map(counts);
row(["deck", "topics", "cards", ...KINDS, "problems"]);
for (const { name, topics, cards, kinds, problems } of decks) row([name, topics, cards, ...KINDS.map((kind) => kinds[kind] ?? 0), problems]);
const sum = (/** @type {number[]} */ numbers) => numbers.reduce((sum, number) => sum + number, 0);
row(["all", sum(decks.map((deck) => deck.topics)), sum(decks.map((deck) => deck.cards)), ...KINDS.map((kind) => sum(decks.map(({ kinds }) => kinds[kind] ?? 0))), sum(decks.map((deck) => deck.problems))]);
