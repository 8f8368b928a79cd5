// The list of keys, in a dialog: focus goes back to where it came from.

import { button, el } from "../dom.js";
import { words } from "../strings.js";

export function drawKeysDialog() {
  const heading = el("h2", { id: "keys" }, words.keys);
  const close = button({ class: "secondary", part: "button" }, () => dialog.close(), words.close);
  const dialog = el("dialog", { "aria-labelledby": "keys", part: "dialog", closedby: "any" }, heading, keyList(), close);
  // The focus goes to the button at its end, and a small screen would begin there.
  dialog.addEventListener("toggle", () => dialog.scrollTo(0, 0));
  return dialog;
}

function keyList() {
  return el("dl", {}, ...words.keyList.map(([keys, does]) => el("div", {}, el("dt", {}, ...keyCaps(keys)), el("dd", {}, does))));
}

/** @param {string[]} keys */
function keyCaps(keys) {
  return keys.flatMap((key) => [el("kbd", {}, key), " "]);
}
