// The page “Your progress”: its parts, and what they share.

/** @import {Carrier, KeptDeck} from "../../pkg/carrier.js" */

import { FIRST, PROGRESS_PREFIX, el, nameOf, otherProfiles, profile, randomSeed } from "../greenroom.js";
import { startCarrier } from "../carrier-engine.js";
import { read, write } from "../mirror.js";
import { BackupPart } from "./backup.js";
import { DecksPart } from "./decks.js";
import { ElsewherePart } from "./elsewhere.js";
import { readLink } from "./incoming.js";
import { PeoplePart } from "./people.js";
import { words } from "./strings.js";
import { wearStyles } from "./styles.js";
import { addTitles } from "./titles.js";

/** @typedef {typeof import("../../pkg/carrier.js")} Engine */

/**
 * What the parts share.
 * @typedef {object} Page
 * @property {Engine} engine
 * @property {Carrier} carrier
 * @property {() => KeptDeck[]} decks
 * @property {() => Promise<string>} keep Writes into the mirror what was changed, draws all parts anew, and returns what
 * is to be said of what could not be kept, if anything.
 * @property {(text: string) => void} say
 */

/**
 * @param {HTMLElement} place
 * @param {AbortSignal} signal
 * @param {string | undefined} brought The value of `#p=`.
 */
export async function showProgress(place, signal, brought) {
  wearStyles();
  const engine = await startCarrier();
  const carrier = new engine.Carrier({ seed: randomSeed(), profile });
  signal.addEventListener("abort", () => carrier.free());
  await Promise.all([addTitles(carrier), hearMirror(carrier)]);
  if (!signal.aborted) new ProgressPage(place, engine, carrier, signal).show(brought);
}

/** Where the mirror cannot be read the store has to do. @param {Carrier} carrier @param {string} prefix */
export async function hearMirror(carrier, prefix = PROGRESS_PREFIX) {
  carrier.hear(await read(prefix).catch(() => []));
}

class ProgressPage {
  #place;
  #carrier;
  #heading = el("h1", { tabindex: -1 }, title());
  #lead = el("p", { class: "intro" });
  #status = el("p", { class: "said", role: "status" });
  #brought = el("div", {});
  #parts;

  /** @param {HTMLElement} place @param {Engine} engine @param {Carrier} carrier @param {AbortSignal} signal */
  constructor(place, engine, carrier, signal) {
    this.#place = place;
    this.#carrier = carrier;
    /** @type {Page} */
    const page = {
      engine,
      carrier,
      decks: () => this.#decks,
      keep: () => this.#keep(),
      say: (text) => (this.#status.textContent = text),
    };
    this.page = page;
    this.#parts = [new BackupPart(page), new ElsewherePart(page), new DecksPart(page), new PeoplePart(page)];
    // Another tab may go on practicing.
    addEventListener("storage", ({ key }) => key?.startsWith("gr1") && this.#refresh(), { signal });
  }

  /** @type {KeptDeck[]} */
  #decks = [];

  /** @param {string | undefined} brought */
  show(brought) {
    this.#place.replaceChildren(this.#heading, this.#lead, this.#brought, ...this.#parts.map(({ node }) => node), this.#status);
    this.#refresh();
    this.#heading.focus();
    if (brought !== undefined) readLink(this.page, this.#brought, brought);
  }

  async #keep() {
    const [writes, refused] = this.#carrier.takeWrites();
    const isMirrored = await write(writes).then(() => true, () => false);
    await hearMirror(this.#carrier);
    this.#refresh();
    return refused ? words.refused(refused, isMirrored) : "";
  }

  #refresh() {
    try {
      this.#decks = this.#carrier.decks().filter(({ ratings, unreadable, reset }) => ratings > 0 || unreadable > 0 || reset);
      this.#lead.textContent = words.lead(this.#decks);
    } catch {
      this.#decks = [];
      this.#lead.textContent = words.blocked;
    }
    for (const part of this.#parts) part.update();
  }
}

function title() {
  if (otherProfiles().length === 0) return words.title;
  const name = nameOf(profile);
  return name || profile !== FIRST ? words.ofProfile(name) : words.title;
}
