// One deck: the one that the page's fragment asks for.

/** @import {Link} from "./link.js" */
/** @import {OpenDeck} from "./open-deck.js" */

import { GreenroomDeckElement, button, el, words } from "./greenroom.js";

/** What the folder of the page holds is the site's own: it is no stranger's, and the service worker keeps it. */
const SITE = new URL("./", document.baseURI).href;

export class DeckPage {
  #place;
  /** @type {(title: string) => void} */
  #titled;
  /** Ends what was shown before. */
  #showing = new AbortController();

  /**
   * @param {HTMLElement} place
   * @param {(title: string) => void} titled Told the title once it is known.
   */
  constructor(place, titled) {
    this.#place = place;
    this.#titled = titled;
  }

  /** @param {Link} link */
  show(link) {
    this.clear();
    const { address } = link;
    const url = URL.canParse(address, SITE) ? new URL(address, SITE) : null;
    if (address && !url?.protocol.startsWith("http")) this.#say(words.unknownDeck, words.unknownDeckAdvice(address));
    else if (address && url?.href.startsWith(SITE)) this.#practice(url, link);
    else void this.#introduce(link, address ? url : null, this.#showing.signal);
  }

  /** Takes the deck off the page. */
  clear() {
    this.#showing.abort();
    this.#showing = new AbortController();
    this.#place.replaceChildren();
  }

  /** @param {URL} url @param {Link} link */
  #practice(url, link) {
    const element = new GreenroomDeckElement();
    element.choices = link.choices;
    element.src = url.href;
    element.append(el("p", { class: "opening" }, words.opening));
    const heading = this.#arrange(element, link.faults);
    element.addEventListener("greenroom:error", (event) => {
      const { isAbsent } = /** @type {CustomEvent<{ isAbsent?: boolean }>} */ (event).detail;
      if (heading.textContent) return;
      if (isAbsent) this.#say(words.unknownDeck, words.unknownDeckAdvice(link.address));
      else this.#say(words.deckUnreachable, words.deckUnreachableAdvice, () => this.show(link));
    });
  }

  /**
   * A deck from elsewhere is a stranger's: what it takes to show who it is comes when it is needed.
   * @param {Link} link
   * @param {URL | null} url
   * @param {AbortSignal} signal
   */
  async #introduce(link, url, signal) {
    this.#place.replaceChildren(el("p", { class: "opening" }, words.opening));
    try {
      const { showLinked } = await import("./links.js");
      if (signal.aborted) return;
      await showLinked(link, url, {
        place: this.#place,
        titled: this.#titled,
        signal,
        practice: (deck, notes, untitled) => this.#practiceOpen(deck, notes, untitled),
      });
    } catch (error) {
      console.error(error);
      if (!signal.aborted) this.#say(words.linkFailed, words.deckUnreachableAdvice, () => this.show(link));
    }
  }

  /** @param {OpenDeck} deck @param {string[]} notes @param {string} untitled */
  #practiceOpen(deck, notes, untitled) {
    const element = new GreenroomDeckElement();
    this.#arrange(element, notes, untitled);
    element.practice(deck);
  }

  /**
   * @param {GreenroomDeckElement} element
   * @param {string[]} notes What is said above it.
   * @param {string} [untitled] What a deck without a title is called.
   */
  #arrange(element, notes, untitled = "") {
    const heading = el("h1");
    element.addEventListener("greenroom:ready", (event) => {
      this.#opened(event, heading, untitled);
      // Here the deck is all there is: the keys work at once.
      element.focus();
    });
    element.addEventListener("greenroom:pause", () => void this.#askToKeep(element));
    const note = notes.length > 0 && el("p", { class: "note", role: "status" }, notes.join(" "));
    this.#place.replaceChildren(heading, ...(note ? [note] : []), element);
    return heading;
  }

  /** @param {GreenroomDeckElement} element */
  async #askToKeep(element) {
    const { askToKeep } = await import("./mirror.js");
    const advice = await askToKeep();
    if (advice && element.isConnected) element.after(advice);
  }

  /** @param {Event} event @param {HTMLElement} heading @param {string} untitled */
  #opened(event, heading, untitled) {
    const { detail } = /** @type {CustomEvent<{ title: string }>} */ (event);
    const title = detail.title.trim() || untitled;
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
