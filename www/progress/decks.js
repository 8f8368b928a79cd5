// Deck by deck: what was rated, a backup of it, starting over, and that undone.

/** @import {KeptDeck} from "../../pkg/carrier.js" */
/** @import {Page} from "./page.js" */

import { button, el, moment } from "../greenroom.js";
import { saveBackup, slug } from "./files.js";
import { small } from "./small.js";
import { words } from "./strings.js";

export class DecksPart {
  #page;
  #list = el("ul", { class: "rows" });
  #all = el("div", { class: "all" });
  /** What “Start over with all decks” can be undone by: names of records by deck. @type {[deck: string, record: string][]} */
  #resets = [];
  #isBusy = false;
  /** What is drawn. */
  #drawn = "";

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
    this.node = el("section", { class: "part", "aria-labelledby": "decks-title" }, el("h2", { id: "decks-title" }, words.decks), this.#list, this.#all);
  }

  update() {
    const decks = this.#page.decks();
    const drawn = JSON.stringify([decks, this.#resets]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.node.hidden = decks.length === 0;
    const focused = document.activeElement?.closest("[data-deck]");
    // The same button of the same deck, or what stands in its place now.
    const [deck, place] = [focused?.getAttribute("data-deck"), [...(focused?.querySelectorAll("button") ?? [])].findIndex((button) => button === document.activeElement)];
    this.#list.replaceChildren(...decks.map((deck) => this.#row(deck)));
    this.#drawAll(decks);
    const row = [...this.#list.children].find((row) => deck && row.getAttribute("data-deck") === deck);
    row?.querySelectorAll("button")[place]?.focus();
  }

  /** @param {KeptDeck} deck */
  #row(deck) {
    const { reset, unreadable, newer } = deck;
    const title = deck.title ?? words.unknownDeck;
    const act = reset
      ? small(words.undo, words.undoNamed(title), () => void this.#takeBack(reset.records.map((record) => [deck.deck, record])))
      : small(words.reset, words.resetNamed(title), () => void this.#reset([deck]), "text-button quiet");
    const out = small(words.exportDeck, words.exportNamed(title), () => {
      saveBackup(this.#page.carrier, slug(title, "deck"), [deck.deck]);
      this.#page.say(words.saved);
    });
    return el(
      "li",
      { class: "row", "data-deck": deck.deck },
      el(
        "div",
        { class: "row-words" },
        el("h3", {}, title),
        el("p", { class: "soft" }, reset ? words.wasReset(reset.at) : words.figures(deck)),
        unreadable > 0 && el("p", { class: "soft" }, words.unreadable(unreadable)),
        newer > 0 && el("p", { class: "soft" }, words.newerHere(newer)),
        deck.title === null && el("p", { class: "soft" }, words.ofKey(deck.deck)),
      ),
      el("div", { class: "row-ways" }, out, act),
    );
  }

  /** @param {KeptDeck[]} decks */
  #drawAll(decks) {
    const open = decks.filter(({ reset }) => !reset);
    const undo = this.#resets.length > 0 && button({ class: "text-button", "aria-describedby": "all-reset" }, () => void this.#takeBack(this.#resets), words.undo);
    const reset = open.length > 1 && button({ class: "text-button quiet" }, () => void this.#resetAll(open), words.resetAll);
    this.#all.hidden = !undo && !reset;
    this.#all.replaceChildren(...(undo ? [el("p", { id: "all-reset" }, words.allReset(this.#resets.length)), undo] : reset ? [reset, el("p", { class: "soft" }, words.resetAllMeans)] : []));
  }

  /** @param {KeptDeck[]} decks @returns {Promise<[deck: string, record: string][]>} What undoes it. */
  async #reset(decks) {
    if (this.#isBusy) return this.#resets;
    const now = moment();
    this.#resets = [];
    const resets = decks.map(({ deck }) => /** @type {[string, string]} */ ([deck, this.#page.carrier.reset(deck, now)]));
    const isKept = await this.#keep("");
    return isKept ? resets : [];
  }

  /** @param {KeptDeck[]} decks */
  async #resetAll(decks) {
    this.#resets = await this.#reset(decks);
    this.#drawAll(this.#page.decks());
    this.#all.querySelector("button")?.focus();
  }

  /** @param {[deck: string, record: string][]} resets */
  async #takeBack(resets) {
    if (this.#isBusy) return;
    this.#resets = [];
    for (const [deck, record] of resets) this.#page.carrier.takeBack(deck, record, moment());
    await this.#keep(words.undone);
    if (document.activeElement === document.body) this.#all.querySelector("button")?.focus();
  }

  /** What is pressed meanwhile does not count. @param {string} said If nothing is to be said of the homes. @returns {Promise<boolean>} Whether it is kept. */
  async #keep(said) {
    this.#isBusy = true;
    try {
      const { isKept, problem } = await this.#page.keep();
      this.#page.say(problem || said);
      return isKept;
    } finally {
      this.#isBusy = false;
    }
  }
}
