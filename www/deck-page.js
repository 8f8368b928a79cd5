// One deck, at the address that the page's fragment names.

import { GreenroomDeckElement, button, el, words } from "./greenroom.js";

export class DeckPage {
  #place;
  /** @type {(title: string) => void} */
  #titled;

  /**
   * @param {HTMLElement} place
   * @param {(title: string) => void} titled Told the title once it is known.
   */
  constructor(place, titled) {
    this.#place = place;
    this.#titled = titled;
  }

  /** @param {string} address As it is written in the fragment. */
  show(address) {
    const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : null;
    if (!url?.protocol.startsWith("http")) this.#say(words.unknownDeck, words.unknownDeckAdvice(address));
    else if (url.origin !== location.origin) this.#say(words.foreignDeck, words.foreignDeckAdvice(url.host));
    else this.#practice(url, address);
  }

  /** Takes the deck off the page. */
  clear() {
    this.#place.replaceChildren();
  }

  /** @param {URL} url @param {string} address */
  #practice(url, address) {
    const heading = el("h1");
    const element = new GreenroomDeckElement();
    element.src = url.href;
    element.append(el("p", { class: "opening" }, words.opening));
    element.addEventListener("greenroom:ready", (event) => {
      this.#opened(event, heading);
      // Here the deck is all there is: the keys work at once.
      element.focus();
    });
    element.addEventListener("greenroom:error", (event) => {
      const { isAbsent } = /** @type {CustomEvent<{ isAbsent?: boolean }>} */ (event).detail;
      if (heading.textContent) return;
      if (isAbsent) this.#say(words.unknownDeck, words.unknownDeckAdvice(address));
      else this.#say(words.deckUnreachable, words.deckUnreachableAdvice, () => this.show(address));
    });
    this.#place.replaceChildren(heading, element);
  }

  /** @param {Event} event @param {HTMLElement} heading */
  #opened(event, heading) {
    const { title } = /** @type {CustomEvent<{ title: string }>} */ (event).detail;
    heading.textContent = title;
    this.#titled(title);
  }

  /** @param {string} title @param {string} advice @param {() => void} [retry] */
  #say(title, advice, retry) {
    const heading = el("h1", { tabindex: -1 }, title);
    const way = retry ? button({ class: "button" }, retry, words.tryAgain) : el("a", { class: "button", href: "#" }, words.allDecks);
    this.#place.replaceChildren(el("div", { class: "message" }, heading, el("p", {}, advice), way));
    this.#titled(title);
    heading.focus();
  }
}
