// Prints how long links are: ours beside those of two packages that pages use for the like.

import lzString from "lz-string";
import { deflateRaw } from "pako";
import { packLink } from "../../pkg/node.js";
import { shortDeck } from "./cards.mjs";

/** @type {Record<string, (text: string) => string>} */
const COLUMNS = {
  cards: (text) => String(text.match(/^## /gm)?.length),
  text: (text) => text,
  "our payload": packLink,
  pako: (text) => Buffer.from(deflateRaw(text, { level: 9 })).toString("base64url"),
  "lz-string": (text) => lzString.compressToEncodedURIComponent(text),
};

const row = (/** @type {(string | number)[]} */ cells) => console.log(cells.map((cell) => String(cell).padStart(14)).join(""));

row(Object.keys(COLUMNS));
for (const n of [10, 20, 50, 100, 200]) {
  const text = shortDeck(n);
  row(Object.entries(COLUMNS).map(([name, column]) => (name === "cards" ? column(text) : column(text).length)));
}
