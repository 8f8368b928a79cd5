// Where the learner answers before the answer is shown: in writing, aloud, or in thought.

/** @import {Action, CardScreen, Rating} from "../../pkg/greenroom.js" */
/** @import {Manner} from "../habit.js" */

import { canDictate, dictation } from "../dictation.js";
import { button, el, present, setText } from "../dom.js";
import { changeHabit, readHabit } from "../habit.js";
import { words } from "../strings.js";

/** @typedef {NonNullable<CardScreen["attempt"]>} Kind */
/** @typedef {(action: Action) => void} Act */

/** @type {Manner[]} */
const MANNERS = ["write", "aloud", "think"];
/** @type {Rating[]} */
const DEGREES = [1, 2, 3, 4, 5];

/** Names for what refers to each other. */
let attempts = 0;

export class Attempt {
  /**
   * The place to answer; empty where there is nothing to compare with.
   *
   *     attempt
   *       manners           write, aloud, think: one is chosen
   *       field             only to write
   *       sure              only for those who asked for it
   */
  node = el("div", { class: "attempt", part: "attempt", hidden: true });
  #act;
  #language;
  #changed;
  #name = `attempt-${attempts++}`;
  #hasBegun = false;
  /** @type {Kind | null} */
  #kind = null;
  /** @type {HTMLTextAreaElement | HTMLInputElement | null} */
  #field = null;
  #place = el("div", { class: "field-place" });
  #sure = el("div", { class: "sure-place" });

  /**
   * @param {{ act: Act, language: string }} surroundings
   * @param {() => void} changed Called when what the main button does has changed.
   */
  constructor({ act, language }, changed) {
    this.#act = act;
    this.#language = language;
    this.#changed = changed;
  }

  /** @param {Kind | null} kind @param {Rating | null} sure Whether and how sure the learner has said to be. @param {boolean} isOpen Whether it can be answered now. */
  update(kind, sure, isOpen, canBeSure = isOpen) {
    this.node.hidden = !isOpen || (!kind && !canBeSure);
    if (!isOpen) kind = null;
    if (kind !== this.#kind || !this.node.hasChildNodes()) this.#draw(kind);
    this.#drawSure(isOpen && canBeSure ? sure : undefined);
  }

  /** What showing the answer is now. @returns {Action} */
  get reveal() {
    const text = this.text;
    if (text) return { answer: text };
    return this.#kind === "text" && readHabit().manner === "aloud" ? "aloud" : "reveal";
  }

  /** What was written so far. */
  get text() {
    return this.#field?.value.trim() ?? "";
  }

  /** Whether the learner is writing. */
  get hasFocus() {
    return Boolean(this.#field?.matches(":focus"));
  }

  get canWrite() {
    return !this.node.hidden && this.#field !== null;
  }

  /** Goes to the field, if there is one. A digit begins a number, but no text: it may be meant as a rating. @param {string} key */
  begin(key) {
    if (!this.node.hidden && (this.#kind === "line" || /\p{L}/u.test(key))) this.#field?.focus();
  }

  /** Empties it for the next step. */
  clear() {
    if (this.#field) this.#field.value = "";
    this.#grow();
  }

  /** @param {Kind | null} kind */
  #draw(kind) {
    this.#kind = kind;
    this.#field = null;
    const manners = kind === "text" && this.#drawManners();
    const asks = this.#drawAsks();
    this.node.replaceChildren(...present([manners, this.#place, asks, this.#sure]));
    this.#drawField();
  }

  #drawManners() {
    const { manner } = readHabit();
    const options = MANNERS.map((name) => {
      const input = el("input", { type: "radio", name: `${this.#name}-manner`, value: name });
      input.checked = name === manner;
      input.addEventListener("change", () => this.#choose(name));
      return el("label", { class: "manner" }, input, el("span", {}, words.manner(name)));
    });
    return el("fieldset", { class: "manners", part: "manners", lang: "en" }, el("legend", { class: "unseen" }, words.manners), ...options);
  }

  /** @param {Manner} manner */
  #choose(manner) {
    changeHabit({ manner });
    this.#drawField();
    this.#changed();
  }

  #drawField() {
    const { manner } = readHabit();
    const text = this.#field?.value ?? "";
    if (!this.#kind || (this.#kind === "text" && manner !== "write")) {
      this.#field = null;
      const hint = this.#kind && el("p", { class: "soft" }, words.mannerMeans(manner));
      this.#place.replaceChildren(...present([hint]));
      return;
    }
    const names = { class: "field", part: "field", "aria-label": words.yourAnswer, lang: this.#language, dir: "auto", spellcheck: this.#kind === "text" ? "true" : "false" };
    this.#field = this.#kind === "text"
      ? el("textarea", { ...names, rows: 3, placeholder: words.answerHere })
      : el("input", { ...names, type: "text", placeholder: words.answerShortly, autocomplete: "off", enterkeyhint: "go" });
    this.#field.value = text;
    this.#field.addEventListener("input", () => this.#typed());
    this.#field.addEventListener("keydown", (event) => this.#pressed(/** @type {KeyboardEvent} */ (event)));
    this.#place.replaceChildren(el("div", { class: "field-row" }, this.#field));
    if (this.#kind === "text") void this.#offerDictation(this.#field);
  }

  #typed() {
    if (!this.#hasBegun && this.text) {
      this.#hasBegun = true;
      this.#act("begin");
    }
    this.#grow();
    this.#changed();
  }

  /** As high as what is written, where the browser does not do that by itself. */
  #grow() {
    const field = this.#field;
    if (!(field instanceof HTMLTextAreaElement) || CSS.supports("field-sizing", "content")) return;
    field.style.setProperty("block-size", "auto");
    field.style.setProperty("block-size", `${Math.min(field.scrollHeight + 2, 400)}px`);
  }

  /** Enter sends a line; a text is sent with Control or Command. @param {KeyboardEvent} event */
  #pressed(event) {
    // The page around listens for keys of its own.
    event.stopPropagation();
    if (event.key !== "Enter" || event.isComposing || event.altKey || event.shiftKey) return;
    if (this.#kind === "text" && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.#act(this.reveal);
  }

  /** @param {HTMLTextAreaElement | HTMLInputElement} field */
  async #offerDictation(field) {
    if (!(await canDictate(this.#language)) || field !== this.#field) return;
    let isOn = false;
    const hear = (/** @type {string} */ text) => {
      field.value = `${field.value.trimEnd()} ${text}`.trimStart();
      this.#typed();
    };
    const show = (/** @type {boolean} */ on) => {
      isOn = on;
      toggle.setAttribute("aria-pressed", String(on));
      setText(toggle, on ? words.stopDictating : words.dictate);
    };
    const recorder = dictation(this.#language, hear, () => show(false));
    const toggle = button({ class: "quiet dictate", part: "button dictate", title: words.dictateMeans }, () => {
      show(!isOn);
      if (isOn) recorder.start();
      else recorder.stop();
    });
    show(false);
    field.after(toggle);
  }

  /** The box that turns the question on how sure one is on and off. */
  #drawAsks() {
    const input = el("input", { type: "checkbox" });
    input.checked = readHabit().asksSure;
    input.addEventListener("change", () => {
      changeHabit({ asksSure: input.checked });
      this.#drawSure(null);
    });
    return el("label", { class: "asks-sure", part: "asks-sure", lang: "en" }, input, el("span", {}, words.asksSure));
  }

  /** @param {Rating | null | undefined} sure Undefined where it is not asked. */
  #drawSure(sure) {
    if (sure === undefined || !readHabit().asksSure) {
      this.#sure.replaceChildren();
      return;
    }
    if (!this.#sure.hasChildNodes()) this.#sure.append(this.#drawDegrees());
    for (const input of this.#sure.querySelectorAll("input")) input.checked = Number(input.value) === sure;
  }

  #drawDegrees() {
    const degrees = DEGREES.map((degree) => {
      const input = el("input", { type: "radio", name: `${this.#name}-sure`, value: degree });
      input.addEventListener("change", () => this.#act({ sure: degree }));
      return el("label", { class: "degree" }, input, el("span", {}, String(degree), el("span", { class: "unseen" }, ` ${words.sureMeans(degree)}`)));
    });
    const legend = el("legend", {}, words.howSure);
    const ends = el("p", { class: "ends", "aria-hidden": "true" }, el("span", {}, words.sureMeans(1)), el("span", {}, words.sureMeans(5)));
    return el("fieldset", { class: "sure", part: "sure", lang: "en" }, legend, el("div", { class: "degrees" }, ...degrees), ends);
  }
}
