// A backup where the browser refuses to keep what is rated: with all that is known, on whatever page the deck is.

/** @import {OpenDeck} from "../open-deck.js" */

import { save } from "../author/save.js";
import { startCarrier } from "../carrier-engine.js";
import { moment, today } from "../clock.js";
import { PROGRESS_PREFIX, profile } from "../profile.js";
import { read } from "./database.js";
import { words } from "./strings.js";

/** Saves it as a file, and returns what to say then. @param {OpenDeck} deck */
export async function saveBackup({ mirror, compiled, source }) {
  const { Carrier } = await startCarrier();
  // It writes no record, so that it needs no name of its own.
  const carrier = new Carrier({ seed: 0, profile });
  try {
    const [mirrored, unwritten] = await Promise.all([read(PROGRESS_PREFIX).catch(() => []), mirror().then((mirror) => mirror?.unwritten ?? [])]);
    const texts = [...mirrored, ...unwritten];
    carrier.hear(texts);
    if (texts.length === 0 && isBlocked()) return words.nothingYet;
    carrier.addDeck(compiled, source);
    save(carrier.backup(moment()), words.backupFile(today()), "json");
    return words.backupSaved;
  } finally {
    carrier.free();
  }
}

/** Whether there is no store to be read. */
function isBlocked() {
  try {
    return !localStorage;
  } catch {
    return true;
  }
}
