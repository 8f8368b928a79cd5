// A backup where the browser refuses to keep what is rated: with all that is known, on whatever page the deck is.

/** @import {OpenDeck} from "../open-deck.js" */

import { startCarrier } from "../carrier-engine.js";
import { PROGRESS_PREFIX, profile } from "../profile.js";
import { saveBackup as saveFile } from "../progress/files.js";
import { read } from "./database.js";
import { words } from "./strings.js";

/** Saves it as a file, and returns what to say then. @param {OpenDeck} deck */
export async function saveBackup({ mirror, compiled, source }) {
  const { Carrier } = await startCarrier();
  // It writes no record, so that it needs no name of its own.
  const carrier = new Carrier({ seed: 0, profile });
  try {
    const [mirrored, unwritten] = await Promise.all([read(PROGRESS_PREFIX).catch(() => []), mirror().then((mirror) => mirror?.unwritten ?? [])]);
    carrier.hear([...mirrored, ...unwritten]);
    carrier.addDeck(compiled, source);
    saveFile(carrier, "progress");
    return words.backupSaved;
  } catch (error) {
    // The store cannot be read, and nothing is known beside it.
    if (error instanceof Error && error.message === "blocked") return words.nothingYet;
    throw error;
  } finally {
    carrier.free();
  }
}
