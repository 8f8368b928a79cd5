// The list of decks: what is in each, how far the learner is, one button.

/** @import {Overview} from "../pkg/greenroom.js" */
/** @import {Mirror} from "./mirror.js" */
/** @import {OpenDeck} from "./open-deck.js" */

import { blocks, drawMeasures, drawTopics, el, fileName, moment, openDeck, planFor, words } from "./greenroom.js";
import { PlanCard } from "./plan-card.js";

const FOLDER = "decks/";
/** What of a deck can have the focus, links in its description apart. */
const CONTROLS = [".go a", "summary"];

export class DeckList {
  #place;
  #plan;
  /** @type {Promise<Entry[]> | null} */
  #entries = null;

  /** @param {HTMLElement} place @param {HTMLElement} plan Where the interview is shown. */
  constructor(place, plan) {
    this.#place = place;
    this.#plan = new PlanCard(plan, () => this.show());
  }

  /** Shows the decks; those shown before are brought up to date. */
  async show() {
    if (this.#entries) for (const entry of await this.#entries) entry.refresh();
    else await this.#load();
    const entries = (await this.#entries) ?? [];
    await Promise.all(entries.map((entry) => entry.opened));
    this.#plan.show(entries.flatMap((entry) => entry.deck ?? []));
  }

  async #load() {
    this.#entries = readIndex().then((names) => names.map((name) => new Entry(FOLDER + name)));
    try {
      const entries = await this.#entries;
      if (entries.length > 0) this.#place.replaceChildren(...entries.map((entry) => entry.node));
      else this.#say(words.noDecks);
    } catch {
      this.#entries = null;
      this.#say(words.listFailed);
    }
  }

  /** @param {string} text */
  #say(text) {
    this.#place.replaceChildren(el("p", { class: "message" }, text));
  }
}

/** @returns {Promise<string[]>} The names of the decks in the folder. */
async function readIndex() {
  const response = await fetch(`${FOLDER}index.json`);
  if (!response.ok) throw new Error(`the list answered ${response.status}`);
  const names = await response.json();
  return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
}

/** One deck of the list. */
class Entry {
  /** @type {OpenDeck | null} */
  deck = null;
  #address;

  /** @param {string} address */
  constructor(address) {
    this.#address = address;
    this.node = el("article", { class: "deck loading" }, el("h2", {}, fileName(this.#url)));
    /** Ends when it was opened, or could not be. */
    this.opened = this.#open();
  }

  refresh() {
    const { deck } = this;
    if (!deck) return;
    deck.session.refresh(moment());
    this.#draw(deck);
    void this.#keep(deck, (mirror) => mirror.follow());
  }

  get #url() {
    return new URL(this.#address, document.baseURI);
  }

  async #open() {
    try {
      const deck = (this.deck = await openDeck(this.#url));
      this.#draw(deck);
      void this.#keep(deck, (mirror) => mirror.sync());
    } catch {
      this.node.append(el("p", {}, words.deckFailed));
    }
    this.node.classList.remove("loading");
  }

  /** What the store has lost may be in its mirror. @param {OpenDeck} deck @param {(mirror: Mirror) => Promise<void>} step */
  async #keep(deck, step) {
    const mirror = await deck.mirror().catch(() => null);
    if (!mirror) return;
    mirror.onview = () => this.#draw(deck);
    await step(mirror).catch(() => {});
  }

  /** @param {OpenDeck} deck */
  #draw(deck) {
    const { session, address } = deck;
    session.leaveCompany();
    session.setPlan(planFor(deck), moment());
    const overview = session.overview(moment());
    const isOpen = this.node.querySelector("details")?.open ?? false;
    const focused = CONTROLS.find((selector) => this.node.querySelector(selector) === document.activeElement);
    this.node.replaceChildren(
      el("h2", { lang: overview.language }, overview.title),
      el("p", { class: "counts" }, words.counts(overview.standing.cards, overview.left)),
      el("p", { class: "short", lang: overview.language }, firstSentence(overview, address)),
      ...(overview.standing.seen > 0 ? [drawMeasures(overview.standing, overview.plan, undefined, overview.session)] : []),
      this.#go(overview),
      more(overview, address, isOpen),
    );
    const control = focused && this.node.querySelector(focused);
    if (control instanceof HTMLElement) control.focus({ preventScroll: true });
  }

  /** @param {Overview} overview */
  #go({ title, next }) {
    const href = `#deck=${encodeURIComponent(this.#address).replaceAll("%2F", "/")}`;
    const link = el("a", { class: "button", href, "aria-label": words.startDeck(title) }, words.start);
    return el("div", { class: "go" }, link, next && el("p", { class: "next" }, words.nextDue(next)));
  }
}

/** @param {Overview} overview @param {URL} address */
function firstSentence({ about }, address) {
  const text = el("div", {}, ...blocks(about.slice(0, 1), address)).textContent ?? "";
  const [first] = new Intl.Segmenter(undefined, { granularity: "sentence" }).segment(text);
  return first?.segment.trim();
}

/** @param {Overview} overview @param {URL} address @param {boolean} open */
function more({ about, topics, language, license }, address, open) {
  const text = el("div", { class: "about rich", lang: language }, ...blocks(about, address));
  const notice = license && el("p", { class: "license" }, words.license(license));
  return el("details", { open }, el("summary", {}, words.moreAboutDeck), text, drawTopics(topics, language), notice);
}
