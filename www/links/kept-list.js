// The decks opened by link, on the start page below the site's own.

/** @import {Overview} from "../../pkg/greenroom.js" */
/** @import {Entry} from "./kept.js" */

import { button, drawMeasures, el, moment, openText, words as pageWords } from "../greenroom.js";
import { forget, keep, keptDecks, keptText } from "./kept.js";
import { NOWHERE } from "./linked.js";
import { words } from "./strings.js";

/** Draws them anew. @param {HTMLElement} place */
export async function showKept(place) {
  const entries = await keptDecks();
  const nodes = await Promise.all(entries.map(drawEntry));
  place.replaceChildren(...(nodes.length > 0 ? [el("h2", {}, words.listTitle), el("div", { class: "decks" }, ...nodes)] : []));
  place.hidden = nodes.length === 0;
}

/** @param {Entry} entry */
async function drawEntry(entry) {
  const text = await keptText(entry);
  const overview = text === null ? null : await overviewOf(text, entry);
  const node = el("article", { class: "deck" });
  node.replaceChildren(...content(entry, overview, () => void remove(entry, text ?? "", node, overview)));
  return node;
}

/** @param {string} text @param {Entry} entry @returns {Promise<Overview>} */
async function overviewOf(text, { source, title }) {
  const { session } = await openText(text, NOWHERE, { source, name: title });
  try {
    return session.overview(moment());
  } finally {
    session.free();
  }
}

/** @param {Entry} entry @param {Overview | null} overview @param {() => void} remove */
function content({ key, address, title: known, cards }, overview, remove) {
  const title = known.trim() || words.untitled;
  const href = address ? `#deck=${encodeURIComponent(address)}` : `#kept=${key}`;
  const from = address ? words.listedFromSite(new URL(address).host) : words.listedFromLink;
  const left = overview ? pageWords.counts(overview.standing.cards, overview.left) : words.size(cards, 0);
  return [
    el("h3", { lang: overview?.language }, title),
    el("p", { class: "counts" }, left),
    el("p", { class: "counts" }, from),
    ...(overview && overview.standing.seen > 0 ? [drawMeasures(overview.standing, overview.plan, undefined, overview.session)] : []),
    el(
      "div",
      { class: "go" },
      el("a", { class: "button", href, "aria-label": pageWords.startDeck(title) }, pageWords.start),
      button({ class: "text-button", "aria-label": words.removeDeck(title) }, remove, words.remove),
    ),
  ];
}

/** Its progress stays. @param {Entry} entry @param {string} text @param {HTMLElement} node @param {Overview | null} overview */
async function remove(entry, text, node, overview) {
  await forget(entry);
  const undo = button({ class: "text-button" }, () => void restore(), words.undo);
  const restore = async () => {
    await keep(entry, text);
    node.classList.remove("removed");
    node.replaceChildren(...content(entry, overview, () => void remove(entry, text, node, overview)));
    node.querySelector("a")?.focus();
  };
  node.classList.add("removed");
  node.replaceChildren(el("p", { role: "status" }, words.removed(entry.title.trim() || words.untitled)), undo);
  undo.focus();
}
