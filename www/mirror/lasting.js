// Asks the browser not to clear what is stored, after the first sitting and once; where it promises nothing, says what helps.

import { el } from "../dom.js";
import { Setting } from "../settings.js";
import { words } from "./strings.js";

const wasAsked = new Setting("asked-to-keep", false, (stored) => (typeof stored === "boolean" ? stored : null));

/** What to tell the learner, if anything. @returns {Promise<HTMLElement | null>} */
export async function askToKeep() {
  if (wasAsked.read()) return null;
  wasAsked.write(true);
  const isPromised = await navigator.storage?.persist?.().catch(() => false);
  if (isPromised || matchMedia("(display-mode: standalone)").matches) return null;
  // All browsers of an Apple phone have the engine that clears what was not used for seven days.
  return el("p", { class: "note", role: "status" }, `${words.mayBeCleared(navigator.vendor.startsWith("Apple"))} `, el("a", { href: "#progress" }, words.toBackup));
}
