// <greenroom-deck src="deck.md">: practice of one deck, anywhere on a page.
// What stands between the tags is shown until practice can begin, and stays
// when it cannot. Importing this file registers nothing.

/** @import {Action, View} from "../pkg/greenroom.js" */
/** @import {Mirror} from "./mirror.js" */
/** @import {Choices, OpenDeck} from "./open-deck.js" */

import { moment } from "./clock.js";
import { AbsentError } from "./absent-error.js";
import { el } from "./dom.js";
import { Drawing } from "./draw.js";
import { PLAN_CHANGED, PLAN_KEY, joinCompany, planFor } from "./plan.js";
import { PROFILE_KEY, PROGRESS_PREFIX } from "./profile.js";
import { words } from "./strings.js";
import { widgetStyles } from "./styles.js";

export class GreenroomDeckElement extends HTMLElement {
  static observedAttributes = ["src"];

  /**
   * How a deck is opened: `define` hands it in, so that this file needs no engine.
   * @type {(address: URL, choices?: Choices) => Promise<OpenDeck>}
   */
  static open = () => Promise.reject(new Error("the element was not defined with an engine"));

  /** How the deck at `src` is practiced, such as one topic of it; set it first. @type {Choices} */
  choices = {};

  /** @type {OpenDeck | null} */
  #deck = null;
  /** @type {View | null} */
  #view = null;
  /** @type {Drawing | null} */
  #drawing = null;
  /** Whether there is somebody to read answers. */
  #canRead = false;
  /** What other tabs have written and the session has not heard. @type {[key: string, text: string][]} */
  #news = [];
  /** Undoes what `connectedCallback` listens to. */
  #connection = new AbortController();
  /** Ends the opening of a deck that is no longer wanted. */
  #opening = new AbortController();
  /** The sentence shown where nothing else stands between the tags. @type {HTMLElement | null} */
  #sentence = null;
  #nearness = new IntersectionObserver((entries) => this.#nearnessChanged(entries), { rootMargin: "400px" });

  /**
   * Registers the element, once, with the way to open a deck.
   * @param {(address: URL, choices?: Choices) => Promise<OpenDeck>} open
   */
  static define(open, tag = "greenroom-deck", registry = customElements) {
    if (registry.get(tag)) return;
    this.open = open;
    registry.define(tag, this);
  }

  /** The deck's address, as it is written. */
  get src() {
    return this.getAttribute("src") ?? "";
  }

  set src(address) {
    this.setAttribute("src", address);
  }

  connectedCallback() {
    this.#connection = new AbortController();
    if (this.#deck) this.#resume();
    else this.#await();
  }

  disconnectedCallback() {
    this.#connection.abort();
    this.#nearness.disconnect();
  }

  /** @param {string} _name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(_name, before, after) {
    if (before === after && this.#deck) return;
    this.#close();
    if (this.isConnected) this.#await();
  }

  /** Opens the deck once the reader comes near. Without an address there is none. */
  #await() {
    this.#nearness.unobserve(this);
    if (this.src.trim()) this.#nearness.observe(this);
  }

  /** Practice of a deck that is open, in place of the one before. @param {OpenDeck} deck */
  practice(deck) {
    this.#close();
    this.#begin(deck);
  }

  /** Takes the focus to the prompt. */
  focus() {
    this.#drawing?.focus();
  }

  /** Every event but the keys, which the drawing hears. */
  handleEvent() {
    if (document.visibilityState === "visible") this.#refresh();
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #nearnessChanged(entries) {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    this.#nearness.disconnect();
    void this.#open();
  }

  async #open() {
    const opening = (this.#opening = new AbortController());
    try {
      const deck = await GreenroomDeckElement.open(new URL(this.src, document.baseURI), this.choices);
      if (opening.signal.aborted) deck.session.free();
      else this.#begin(deck);
    } catch (error) {
      if (!opening.signal.aborted) this.#fail(error);
    }
  }

  /** @param {OpenDeck} deck */
  #begin(deck) {
    const view = deck.isDraft ? deck.session.view(moment()) : deck.session.setPlan(planFor(deck), moment());
    this.#deck = deck;
    this.#drawing = new Drawing(
      { act: (action) => this.#act(action), saveBackup: () => void this.#saveBackup(deck), showPlan: deck.isDraft ? null : () => void this.#showPlan(), showMemory: () => this.#showMemory(deck), base: deck.address, language: view.deck.language },
      { count: deck.session.problems, list: deck.problems },
    );
    this.#show(view);
    this.#appear();
    if (this.isConnected) this.#listen();
    afterDrawing(() => {
      void this.#openMirror(deck);
      void this.#readAnswers(deck);
      void this.#joinCompany(deck);
    });
    this.#tell("ready", { id: view.deck.id, title: view.deck.title });
  }

  /** Swaps what stands between the tags for the widget, without a jump of the page below. */
  #appear() {
    this.#sentence?.remove();
    this.style.setProperty("min-block-size", `${this.offsetHeight}px`);
    const shadow = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = widgetStyles();
    shadow.replaceChildren(...(this.#drawing ? [this.#drawing.root] : []));
  }

  #resume() {
    this.#listen();
    this.#refresh();
  }

  /** Progress may change elsewhere: in another element, another tab, or by a new day. */
  #listen() {
    const { signal } = this.#connection;
    this.#deck?.changes.addEventListener(this.#key, (event) => this.#changedElsewhere(event), { signal });
    this.#deck?.changes.addEventListener(PLAN_CHANGED, (event) => this.#planChanged(event), { signal });
    addEventListener("storage", (event) => this.#stored(event), { signal });
    addEventListener("pageshow", this, { signal });
    document.addEventListener("visibilitychange", this, { signal });
  }

  /** @param {Event} event */
  #changedElsewhere(event) {
    if (event instanceof CustomEvent && event.detail !== this) this.#refresh();
  }

  /** What another tab takes away was packed, or all was cleared. @param {StorageEvent} event */
  #stored({ key, newValue }) {
    if (key === PLAN_KEY) this.#planChanged();
    else if (key === PROFILE_KEY && newValue === null) this.#leave();
    else if (key === null) this.#refresh();
    else if (newValue !== null && this.#deck && key.startsWith(this.#deck.session.prefix)) {
      // Many tabs may write at once: what has come is drawn together.
      if (this.#news.push([key, newValue]) === 1) setTimeout(() => this.#hear());
    }
  }

  /** Whoever practiced here was deleted: nothing may be written for them any more. */
  #leave() {
    this.#deck?.session.free();
    this.#deck = null;
    this.#drawing?.drawFault(words.profileGone);
  }

  #hear() {
    const news = this.#news.splice(0);
    if (news.length > 0) this.#attempt((deck) => this.#show(deck.session.hear(news, moment())));
  }

  /** @param {Event} [event] Whoever told of it may wait until all is in place. */
  #planChanged(event) {
    this.#attempt((deck) => {
      if (deck.isDraft) return;
      this.#show(deck.session.setPlan(planFor(deck), moment()));
      const joined = this.#joinCompany(deck);
      if (event instanceof CustomEvent && Array.isArray(event.detail)) event.detail.push(joined);
    });
  }

  /** The decks that share the plan, unless this one was closed meanwhile. @param {OpenDeck} deck */
  async #joinCompany(deck) {
    if (this.#deck !== deck || deck.isDraft) return;
    await joinCompany(deck, GreenroomDeckElement.open);
    if (this.#deck === deck) this.#attempt(() => this.#show(deck.session.view(moment())));
  }

  /** What it takes to plan is loaded when it is wanted. */
  async #showPlan() {
    const [deck, view] = [this.#deck, this.#view];
    if (!deck || !view) return;
    try {
      const { openPlan } = await import("./plan-dialog.js");
      if (this.#deck !== deck || !this.#drawing) return;
      const { session, source, id, address, changes } = deck;
      const planned = { source, id, title: view.deck.title, address: address.href };
      const changed = async () => {
        /** @type {Promise<void>[]} */
        const joined = [];
        changes.dispatchEvent(new CustomEvent(PLAN_CHANGED, { detail: joined }));
        await Promise.all(joined);
      };
      await openPlan({ session: () => session, decks: [planned], meant: [planned], changed }, this.#drawing.root);
    } catch (error) {
      this.#drawing?.sayOnce(words.planUnreachable);
      this.#tell("error", { message: String(error) });
    }
  }

  #refresh() {
    this.#attempt((deck) => {
      this.#show(deck.session.refresh(moment()));
      void this.#keep(deck, (mirror) => mirror.follow());
    });
  }

  /** @param {OpenDeck} deck */
  async #openMirror(deck) {
    const opened = this.#keep(deck, async (mirror) => {
      await mirror.tidy(false);
      await mirror.write();
    });
    // One that does not answer counts as none.
    await Promise.race([opened, new Promise((resolve) => setTimeout(resolve, 3000))]);
    if (this.#deck !== deck || !this.#drawing) return;
    this.#drawing.isMirrorTried = true;
    if (this.#view) this.#show(this.#view);
  }

  /** Does something with the mirror. Where there is none, or the deck is closed meanwhile, the store has everything. @param {OpenDeck} deck @param {(mirror: Mirror) => Promise<void>} step */
  async #keep(deck, step) {
    try {
      const mirror = await deck.mirror();
      if (!mirror || this.#deck !== deck) return;
      mirror.onview = (view) => this.#deck === deck && this.#show(view);
      await step(mirror);
    } catch {
      // The next step tries again.
    }
  }

  /** Loads what reads answers, unless the deck was closed meanwhile. Where it cannot be had the learner ticks. @param {OpenDeck} deck */
  async #readAnswers(deck) {
    if (this.#deck !== deck) return;
    const canRead = await deck.readAnswers().catch(() => false);
    if (this.#deck === deck) this.#canRead = canRead;
  }

  /** An answer waits for what reads it. @param {Action} action */
  #act(action) {
    const deck = this.#deck;
    const waits = deck && !this.#canRead && typeof action === "object" && "answer" in action;
    if (!waits) return this.#actNow(action);
    void this.#readAnswers(deck).then(() => {
      if (this.#deck === deck) this.#actNow(action);
    });
  }

  /** @param {Action} action */
  #actNow(action) {
    this.#attempt((deck) => {
      const before = this.#view ?? deck.session.view(moment());
      this.style.removeProperty("min-block-size");
      this.#show(deck.session.act(action, moment()));
      void this.#keep(deck, (mirror) => mirror.write());
      this.#hear();
      this.#drawing?.follow(action, before);
      if (!answered(before)) void this.#noteSeen(deck);
      deck.changes.dispatchEvent(new CustomEvent(this.#key, { detail: this }));
      if (typeof action === "object" && "rate" in action) this.#tell("rate", { rating: action.rate });
    });
  }

  /** @param {OpenDeck} deck */
  async #saveBackup(deck) {
    try {
      const { saveBackup } = await import("./mirror.js");
      this.#drawing?.sayOnce(await saveBackup(deck));
    } catch (error) {
      this.#drawing?.sayOnce(words.backupFailed);
      this.#tell("error", { message: String(error) });
    }
  }

  /** @param {OpenDeck} deck */
  async #showMemory(deck) {
    const { openMemoryDialog } = await import("./memory-panel.js");
    if (this.#deck === deck && this.#drawing) openMemoryDialog(this.#drawing.root, deck, () => this.#refresh());
  }

  /** Keeps what the card says whose answer is shown, and tells what changed since the last time. @param {OpenDeck} deck */
  async #noteSeen(deck) {
    const card = deck.session.seen();
    if (!card) return;
    const isShown = () => this.#deck === deck && answered(this.#view) === card.id;
    try {
      const { noteSeen } = await import("./seen.js");
      await noteSeen(card, `${PROGRESS_PREFIX}${this.#key}`, () => (isShown() ? this.shadowRoot : null));
    } catch {
      // Without it a change of the card goes untold.
    }
  }

  /** @param {(deck: OpenDeck) => void} step */
  #attempt(step) {
    if (!this.#deck) return;
    try {
      step(this.#deck);
    } catch (error) {
      this.#drawing?.drawFault();
      this.#tell("error", { message: String(error) });
    }
  }

  /** @param {View} view */
  #show(view) {
    const { kind } = view.screen;
    const isNewPause = (kind === "checkpoint" || kind === "rest") && view.reviewed > 0 && kind !== this.#view?.screen.kind;
    this.#view = view;
    this.#drawing?.draw(view);
    if (isNewPause) this.#tell("pause");
  }

  /** Two elements with this key practice the same deck. */
  get #key() {
    return `${this.#deck?.source} ${this.#view?.deck.id}`;
  }

  /** @param {unknown} error */
  #fail(error) {
    if (!this.#hasFallback) this.#showSentence();
    this.#showFallback();
    this.#tell("error", { message: String(error), isAbsent: error instanceof AbsentError });
  }

  get #hasFallback() {
    return this.childElementCount > 0 || this.textContent?.trim() !== "";
  }

  #showSentence() {
    this.#sentence = el("p", {}, words.cannotOpen);
    this.append(this.#sentence);
  }

  /** Forgets the deck; the next one is opened in its place. */
  #close() {
    this.#opening.abort();
    this.#connection.abort();
    this.#connection = new AbortController();
    if (this.#deck) void finish(this.#deck);
    this.#news = [];
    this.#deck = this.#view = this.#drawing = null;
    this.#canRead = false;
    this.#showFallback();
  }

  /** Shows what stands between the tags again, where the widget had taken its place. */
  #showFallback() {
    this.shadowRoot?.replaceChildren(el("slot"));
  }

  /** @param {"ready" | "rate" | "pause" | "error"} what @param {object} [detail] */
  #tell(what, detail = {}) {
    this.dispatchEvent(new CustomEvent(`greenroom:${what}`, { bubbles: true, composed: true, detail }));
  }
}

/** Ends a session once what was rated in it is in the mirror too. @param {OpenDeck} deck */
async function finish({ mirror, session }) {
  await mirror()
    .then((mirror) => mirror?.finish())
    .catch(() => {});
  session.free();
}

/** The card whose answer is shown in full. @param {View | null} view */
function answered(view) {
  return view?.screen.kind === "card" && view.screen.complete ? view.screen.card.id : null;
}

/** When the browser has drawn and has nothing better to do. @param {() => void} work */
function afterDrawing(work) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(work, { timeout: 2000 });
  else setTimeout(work, 200);
}
