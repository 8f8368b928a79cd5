// What the decks are called that progress may be of: those of the site, and those that were opened by link.

/** @import {Carrier} from "../../pkg/carrier.js" */
/** @import {OpenDeck} from "../open-deck.js" */

import { openDeck, openText } from "../greenroom.js";
import { keptDecks, keptText } from "../links/kept.js";
import { NOWHERE } from "../links/linked.js";

/** Tells the carrier what decks there are, each as soon as it is there. One that cannot be had is called by its key. @param {Carrier} carrier */
export async function addTitles(carrier) {
  const decks = [...(await siteDecks()), ...(await decksByLink())];
  await Promise.allSettled(
    decks.map(async (opening) => {
      const found = await opening;
      if (!found) return;
      found.session.free();
      carrier.addDeck(found.compiled, found.source);
    }),
  );
}

/** @returns {Promise<Promise<OpenDeck>[]>} */
async function siteDecks() {
  try {
    const names = /** @type {unknown} */ (await (await fetch("decks/index.json")).json());
    return Array.isArray(names) ? names.map((name) => openDeck(new URL(`decks/${name}`, document.baseURI), { store: "memory" })) : [];
  } catch {
    return [];
  }
}

async function decksByLink() {
  return (await keptDecks()).map(async (entry) => {
    const text = await keptText(entry);
    return text === null ? null : openText(text, NOWHERE, { source: entry.source, name: entry.title, store: "memory" });
  });
}
