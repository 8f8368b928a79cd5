// Cards of the repository's decks, as material for measurements: the same at every run.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const DECKS = fileURLToPath(new URL("../../www/decks/", import.meta.url));

/** @typedef {{ prompt: string, body: string }} Card */

/** @returns {Card[]} The cards of all decks, by name and place, without the names they are known by. */
function cards() {
  const names = readdirSync(DECKS).filter((name) => name.endsWith(".md")).sort();
  return names.flatMap((name) => {
    const [, ...parts] = readFileSync(DECKS + name, "utf8").split(/^## /m);
    return parts.map((part) => {
      const [, prompt = "", body = ""] = part.match(/^(.*?)(?: \{#.*\})?\n([^]*?)(?=^# |$(?![^]))/m) ?? [];
      return { prompt, body: body.trim() };
    });
  });
}

/** A deck of short cards: each asks for a key point, and answers in a line. @param {number} n */
export function shortDeck(n) {
  const points = cards().flatMap(({ prompt, body }) => {
    const lines = [...body.matchAll(/^(?:- |\d+\. )\*\*(.+?)\*\*: (.+)$/gm)];
    return lines.map(([, title, detail], index) => ({ prompt: index === 0 ? prompt : `${title}?`, detail }));
  });
  return points.slice(0, n).map(({ prompt, detail }) => `## ${prompt}\n\n${detail}\n`).join("\n");
}

/** A deck of long cards, with all that a card can have. @param {number} n @param {number} size Of a card, in characters. */
export function longDeck(n, size) {
  const all = cards();
  let text = "";
  for (let card = 0; card < n; card++) {
    if (card % 20 === 0) text += `# Topic ${card / 20 + 1}\n\n`;
    text += `## Case ${card + 1}: ${all[card % all.length].prompt}\n\n`;
    const end = text.length + size;
    for (let other = card; text.length < end; other++) {
      const { prompt, body } = all[other % all.length];
      text += other === card ? `${body}\n\n` : `### ${prompt}\n\n${body.replace(/^### .*\n+/gm, "")}\n\n`;
    }
  }
  return text;
}
