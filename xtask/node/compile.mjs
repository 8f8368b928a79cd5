// Compiles the decks of the site, so that a first visit needs nothing that reads Markdown, and lists them for the page,
// those that are learned soonest first: node compile.mjs <site>

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkDeck, compileDeck } from "../../pkg/node.js";

const folder = join(process.argv[2], "decks");
/** @type {[name: string, cards: number][]} */
const decks = [];
for (const name of readdirSync(folder).filter((name) => name.endsWith(".md"))) {
  const title = name.replace(/\.md$/, "");
  const text = readFileSync(join(folder, name), "utf8");
  writeFileSync(join(folder, `${title}.deck`), compileDeck(text, title));
  decks.push([name, checkDeck(text, title).places.length]);
}
decks.sort(([one, cards], [other, others]) => cards - others || (one < other ? -1 : 1));
writeFileSync(join(folder, "index.json"), `${JSON.stringify(decks.map(([name]) => name))}\n`);
