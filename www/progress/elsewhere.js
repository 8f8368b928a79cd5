// Going on with another device: a link with the ratings in it, its code, or the backup where a link would be too long.

/** @import {Page} from "./page.js" */

import { button, el, moment } from "../greenroom.js";
import { copyButton, drawCode, takerOf } from "../passing-on.js";
import { fileName } from "./files.js";
import { words } from "./strings.js";

const SITE = new URL("./", document.baseURI).href;

export class ElsewherePart {
  #page;
  #choice = el("fieldset", { class: "choice" });
  #result = el("div", { class: "carried", role: "group", "aria-label": words.link });
  #make;
  /** The decks that can be chosen, as they are drawn. */
  #drawn = "";

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
    this.#make = button({ class: "button second" }, () => this.#draw(), words.makeLink);
    this.#choice.addEventListener("change", () => this.#result.childElementCount > 0 && this.#draw());
    this.node = el(
      "section",
      { class: "part", "aria-labelledby": "elsewhere-title" },
      el("h2", { id: "elsewhere-title" }, words.elsewhere),
      el("p", { class: "means" }, words.elsewhereMeans),
      this.#choice,
      el("div", { class: "ways" }, this.#make),
      this.#result,
    );
  }

  update() {
    const decks = this.#page.decks();
    this.node.hidden = decks.length === 0;
    const drawn = decks.map(({ deck, title }) => `${deck} ${title}`).join("\n");
    if (drawn !== this.#drawn) {
      const left = new Set([...this.#choice.querySelectorAll("input")].filter(({ checked }) => !checked).map(({ value }) => value));
      const boxes = decks.map(({ deck, title }) => el("label", {}, el("input", { type: "checkbox", value: deck, checked: !left.has(deck) }), title ?? words.unknownDeck));
      this.#choice.replaceChildren(el("legend", {}, words.whichDecks), ...boxes);
      this.#choice.hidden = decks.length < 2;
      this.#drawn = drawn;
    }
    if (this.#result.childElementCount > 0) this.#draw();
  }

  get #chosen() {
    return [...this.#choice.querySelectorAll("input")].filter(({ checked }) => checked).map(({ value }) => value);
  }

  #draw() {
    const { engine, carrier } = this.#page;
    const chosen = this.#chosen;
    if (chosen.length === 0) return this.#result.replaceChildren(el("p", { class: "soft" }, words.noDeckChosen));
    const link = `${SITE}#p=${carrier.link(chosen)}`;
    const taker = takerOf(link);
    const isLink = taker !== "nothing";
    const field = el("input", { class: "link-text", readonly: true, value: link, "aria-label": words.link });
    const ways = [
      isLink && copyButton(words.copy, () => field, words),
      isLink && "share" in navigator && button({ class: "button second" }, () => void share({ title: words.shareTitle, url: link }), words.share),
      (taker === "nothing" || taker === "browsers") && shareFile(carrier.backup(moment(), chosen)),
    ];
    const focused = [...this.#result.querySelectorAll("input, button")].findIndex((control) => control === document.activeElement);
    this.#result.replaceChildren(
      el(
        "div",
        { class: "carried-words" },
        isLink && field,
        el("p", { role: "status" }, `${words.length(link.length)} ${words.takes[taker]}`),
        isLink && el("p", { class: "soft" }, words.history),
        el("div", { class: "ways" }, ...ways),
      ),
      ...(isLink ? [el("div", { class: "qr" }, ...drawCode(engine.pictureOfLink(link), words))] : []),
    );
    const control = this.#result.querySelectorAll("input, button")[focused];
    if (control instanceof HTMLElement) control.focus();
  }
}

/** A way to hand the backup on, where the device has one. @param {string} text */
function shareFile(text) {
  const file = new File([text], `${fileName("progress")}.json`, { type: "application/json" });
  const data = { files: [file], title: words.shareTitle };
  return navigator.canShare?.(data) && button({ class: "button second" }, () => void share(data), words.shareFile);
}

/** @param {ShareData} data */
async function share(data) {
  try {
    await navigator.share(data);
  } catch {
    // Whoever thinks better of it has said so.
  }
}
