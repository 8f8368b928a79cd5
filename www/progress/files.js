// Progress as a file: what it is called, and how it is saved.

/** @import {Carrier} from "../../pkg/carrier.js" */

import { save } from "../author/save.js";
import { moment, today } from "../clock.js";

/** Without an ending: `greenroom-progress-2026-11-21`. @param {string} what */
export function fileName(what) {
  return `greenroom-${what}-${today()}`;
}

/** A title as part of a file's name. @param {string} title @param {string} otherwise Where it has neither letters nor digits. */
export function slug(title, otherwise) {
  return title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || otherwise;
}

/** @param {Carrier} carrier @param {string} what @param {string[]} [decks] */
export function saveBackup(carrier, what, decks) {
  save(carrier.backup(moment(), decks), fileName(what), "json");
}
