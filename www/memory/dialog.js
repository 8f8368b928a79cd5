// The panel in a dialog of its own.

/** @import {OpenDeck} from "../open-deck.js" */

import { button, el } from "../dom.js";
import { drawMemory } from "./panel.js";
import { words } from "./strings.js";

/** Names for what refers to each other. */
let dialogs = 0;

/**
 * Opens it in `place`, and calls `closed` when it is closed after something was changed, or something changes after that.
 * @param {HTMLElement} place
 * @param {OpenDeck} deck
 * @param {() => void} closed
 */
export function openMemoryDialog(place, deck, closed) {
  const name = `memory-${dialogs++}`;
  let isChanged = false;
  const panel = drawMemory(deck, () => (dialog.open ? (isChanged = true) : closed()));
  const close = button({ class: "secondary", part: "button" }, () => dialog.close(), words.close);
  const heading = el("h2", { id: name, tabindex: -1, autofocus: true }, words.title);
  const dialog = el("dialog", { "aria-labelledby": name, part: "dialog", closedby: "any" }, heading, panel, close);
  // A key in here is no rating.
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (isChanged) closed();
  });
  place.append(dialog);
  dialog.showModal();
}
