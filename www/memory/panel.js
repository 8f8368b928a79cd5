// How recall is predicted now, a fit to the learner's reviews, and the way back.

/** @import {Fit} from "../../pkg/memory.js" */
/** @import {ReviewHistory} from "../../pkg/greenroom.js" */
/** @import {OpenDeck} from "../open-deck.js" */

import { button, el, present, setText } from "../dom.js";
import { runFit } from "./run.js";
import { words } from "./strings.js";

/** What is offered of the retentions that the model takes. */
const RETENTIONS = [0.75, 0.8, 0.85, 0.9, 0.95];

/**
 * @param {OpenDeck} deck
 * @param {() => void} changed Called when cards come back on other days than before.
 */
export function drawMemory(deck, changed) {
  return new MemoryPanel(deck, changed).node;
}

class MemoryPanel {
  #deck;
  #changed;
  /** @type {ReviewHistory} */
  #history;
  #facts = el("div");
  #status = el("p", { role: "status", tabindex: -1 });
  #actions = el("div", { class: "memory-actions" });

  /** @param {OpenDeck} deck @param {() => void} changed */
  constructor(deck, changed) {
    this.#deck = deck;
    this.#changed = changed;
    this.#history = deck.session.history();
    this.node = el("section", { class: "memory", part: "memory" }, this.#facts, this.#status, this.#actions, this.#drawRetention());
    this.#update();
  }

  #update() {
    const { fitted, isOwn } = this.#deck.memory.read();
    const facts = isOwn && fitted ? [words.own(fitted.reviews, fitted.at), words.better(1 - fitted.after / fitted.before)] : [words.average];
    const { usable, needed } = this.#history;
    const missing = needed - usable;
    this.#facts.replaceChildren(
      ...facts.map((fact) => el("p", {}, fact)),
      el("p", { class: "soft" }, missing > 0 ? words.tooFew(missing) : words.allDecks),
    );
    const hasNew = usable > (fitted?.reviews ?? 0);
    const label = fitted ? words.fitAgain(usable) : words.fit(usable);
    this.#actions.replaceChildren(
      ...present([
        missing <= 0 && hasNew && this.#action("primary", label, () => void this.#fit()),
        isOwn && this.#action("secondary", words.goBack, () => this.#choose({ isOwn: false }, words.wentBack)),
        !isOwn && fitted && this.#action("secondary", words.goForward(fitted.at), () => this.#choose({ isOwn: true }, words.done)),
      ]),
    );
  }

  async #fit() {
    setText(this.#status, words.fitting(this.#history.usable));
    this.#holdFocus();
    this.#actions.replaceChildren(el("progress", { "aria-label": words.fitting(this.#history.usable) }));
    try {
      this.#accept(await runFit(this.#history.bytes));
    } catch (error) {
      console.error(error);
      setText(this.#status, words.failed);
    }
    this.#update();
  }

  /** @param {Fit} fit */
  #accept({ parameters, reviews, heldOut, before, after, better }) {
    if (!better) return setText(this.#status, words.noBetter(heldOut));
    const fitted = { parameters, reviews, at: this.#deck.memory.now(), before: before.logLoss, after: after.logLoss };
    this.#choose({ fitted, isOwn: true }, words.done);
  }

  /** @param {Parameters<OpenDeck["memory"]["choose"]>[0]} change @param {string} said */
  #choose(change, said) {
    this.#deck.memory.choose(change);
    setText(this.#status, said);
    this.#holdFocus();
    this.#update();
    this.#changed();
  }

  /** What was pressed goes away: the focus stays beside it. */
  #holdFocus() {
    if (this.#actions.matches(":focus-within")) this.#status.focus({ preventScroll: true });
  }

  #drawRetention() {
    const { retention } = this.#deck.memory.read();
    const retentions = [...new Set([...RETENTIONS, retention])].sort();
    const options = retentions.map((value) => el("option", { value, selected: value === retention }, words.retentionChoice(value)));
    const select = el("select", {}, ...options);
    select.addEventListener("change", () => this.#choose({ retention: Number(select.value) }, words.done));
    return el("p", {}, el("label", {}, `${words.retention} `, select), el("span", { class: "soft" }, ` ${words.retentionMeans}`));
  }

  /** @param {string} rank @param {string} label @param {() => void} press */
  #action(rank, label, press) {
    return button({ class: rank, part: `button ${rank}` }, press, label);
  }
}
