// Compiles the decks of the site, so that a first visit needs nothing that reads Markdown: node compile.mjs <site>

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileDeck } from "../../pkg/node.js";

const folder = join(process.argv[2], "decks");
for (const name of readdirSync(folder).filter((name) => name.endsWith(".md"))) {
  const title = name.replace(/\.md$/, "");
  writeFileSync(join(folder, `${title}.deck`), compileDeck(readFileSync(join(folder, name), "utf8"), title));
}
