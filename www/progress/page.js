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
 * @property {() => void} refresh Draws all parts anew.
 * @property {() => Promise<{ isKept: boolean, problem: string }>} keep Writes into the mirror what was changed, and draws all
 * parts anew. Whether a home has it, and what is to be said of one that has not, if any.
 * @property {(text: string) => void} say
 * @property {() => void} focus Takes the focus to the heading, when what had it is gone.
 */

/** So long the names of decks and the mirror may take, in milliseconds. */
const PATIENCE = 2500;

/** So long something is said. */
const SAID = 8000;

/**
 * @param {HTMLElement} place
 * @param {AbortSignal} signal
 * @param {string | undefined} brought The value of `#p=`.
 */
export async function showProgress(place, signal, brought) {
  wearStyles();
  const heading = el("h1", { tabindex: -1 }, title());
  place.replaceChildren(heading, el("p", { class: "intro", role: "status" }, words.opening));
  heading.focus();
  const engine = await startCarrier();
  const carrier = new engine.Carrier({ seed: randomSeed(), profile });
  const isThere = Promise.all([addTitles(carrier), hearMirror(carrier)]);
  // Whatever does not answer is not waited for: it is drawn when it comes.
  await Promise.race([isThere, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  if (signal.aborted) return carrier.free();
  const page = new ProgressPage(place, heading, engine, carrier, signal);
  page.show(brought);
  void isThere.then(() => page.refresh());
}

/** Where the mirror cannot be read the store has to do. @param {Carrier} carrier @param {string} prefix */
export async function hearMirror(carrier, prefix = PROGRESS_PREFIX) {
  const texts = await read(prefix).catch(() => []);
  try {
    carrier.hear(texts);
  } catch {
    // The learner has left meanwhile, and the carrier was given back.
  }
}

class ProgressPage {
  #place;
  #carrier;
  #signal;
  #heading;
  #lead = el("p", { class: "intro" });
  #status = el("p", { class: "said", role: "status" });
  #brought = el("div", {});
  #parts;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #silence;
  #isToRefresh = false;

  /** @param {HTMLElement} place @param {HTMLElement} heading @param {Engine} engine @param {Carrier} carrier @param {AbortSignal} signal */
  constructor(place, heading, engine, carrier, signal) {
    this.#place = place;
    this.#heading = heading;
    this.#carrier = carrier;
    this.#signal = signal;
    signal.addEventListener("abort", () => carrier.free());
    /** @type {Page} */
    const page = {
      engine,
      carrier,
      decks: () => this.#decks,
      refresh: () => this.refresh(),
      keep: () => this.#keep(),
      say: (text) => this.#say(text),
      focus: () => this.#heading.focus(),
    };
    this.page = page;
    this.#parts = [new BackupPart(page), new ElsewherePart(page), new DecksPart(page), new PeoplePart(page)];
    // Another tab may go on practicing, and restore thousands of ratings at once.
    addEventListener("storage", ({ key }) => (key === null || key.startsWith("gr1")) && this.#refreshSoon(), { signal });
  }

  /** @type {KeptDeck[]} */
  #decks = [];

  /** @param {string | undefined} brought */
  show(brought) {
    const isAway = document.activeElement !== this.#heading && document.activeElement !== document.body;
    this.#place.replaceChildren(this.#heading, this.#lead, this.#brought, ...this.#parts.map(({ node }) => node), this.#status);
    if (!isAway) this.#heading.focus();
    this.refresh();
    if (brought !== undefined) readLink(this.page, this.#brought, brought);
  }

  async #keep() {
    const [writes, refused] = this.#carrier.takeWrites();
    this.refresh();
    const isMirrored = await write(writes).then(() => true, () => false);
    await hearMirror(this.#carrier);
    this.refresh();
    return { isKept: isMirrored || !refused, problem: refused ? words.refused(refused, isMirrored) : "" };
  }

  /** @param {string} text */
  #say(text) {
    clearTimeout(this.#silence);
    this.#status.textContent = text;
    this.#silence = setTimeout(() => (this.#status.textContent = ""), SAID);
  }

  #refreshSoon() {
    if (this.#isToRefresh) return;
    this.#isToRefresh = true;
    setTimeout(() => {
      this.#isToRefresh = false;
      this.refresh();
    }, 50);
  }

  /** Draws all parts anew, unless the learner has left. */
  refresh() {
    if (this.#signal.aborted) return;
    this.#heading.textContent = title();
    sayWho();
    try {
      this.#decks = this.#carrier.decks().filter(({ ratings, unreadable, newer, reset }) => ratings > 0 || unreadable > 0 || newer > 0 || reset);
      this.#lead.textContent = words.lead(this.#decks);
    } catch {
      this.#decks = [];
      this.#lead.textContent = words.blocked;
    }
    for (const part of this.#parts) part.update();
  }
}

/** Beside the name of the site, as soon as there is more than one. */
function sayWho() {
  const who = document.querySelector(".who");
  if (!(who instanceof HTMLElement)) return;
  who.hidden = otherProfiles().length === 0;
  if (!who.hidden) who.textContent = nameOf(profile) || words.first;
}

function title() {
  if (otherProfiles().length === 0) return words.title;
  const name = nameOf(profile);
  return name || profile !== FIRST ? words.ofProfile(name) : words.title;
}
