// The answer of a card. It grows where it is told in steps: what stands there stays.

/** @import {Answer} from "../../pkg/greenroom.js" */

import { el, present } from "../dom.js";
import { blocks, inlines } from "../rich.js";
import { words } from "../strings.js";
import { drawMistakes, drawNumber, drawShort, otherPitfalls } from "./number.js";
import { drawPoints, piece } from "./passage.js";
import { drawStep } from "./steps.js";
import { drawVariants } from "./variants.js";

/**
 * What an answer leaves out because it stands above already.
 * @typedef {{ options: boolean, headline: boolean, mnemonic: boolean }} Above
 */

export class AnswerDrawing {
  node = el("section", { class: "answer", part: "answer", hidden: true });
  /** Where what came last begins. @type {HTMLElement | null} */
  heading = null;
  #base;
  #above;
  #chosen = { variant: "" };
  #shownSteps = 0;
  #isComplete = false;

  /** @param {Above} above @param {URL} base */
  constructor(above, base) {
    this.#above = above;
    this.#base = base;
  }

  /** Adds what has come since. @param {Answer} answer @param {boolean} isComplete */
  update(answer, isComplete) {
    const steps = answer.stages.slice(this.#shownSteps);
    const first = this.#shownSteps + 1;
    const parts = present([
      ...steps.map((stage, index) => drawStep(stage, first + index, this.#chosen, this.#base)),
      ...(isComplete && !this.#isComplete ? this.#closing(answer) : []),
    ]);
    if (!this.node.hasChildNodes()) parts.unshift(...this.#opening(answer, parts.length > 0 && steps.length === 0));
    const fresh = new DocumentFragment();
    fresh.append(...parts);
    this.heading = fresh.querySelector("h3[tabindex]") ?? this.heading;
    this.node.append(fresh);
    this.node.hidden = !this.node.hasChildNodes();
    this.#shownSteps = answer.stages.length;
    this.#isComplete = isComplete;
  }

  /** @param {Answer} answer @param {boolean} hasRest Whether more follows under the same heading. */
  #opening(answer, hasRest) {
    const parts = present([
      !this.#above.headline && piece("lead", answer.headline, this.#base),
      drawShort(answer.short),
      drawNumber(answer.number),
      drawPoints(answer.points, this.#base),
      answer.stages.length === 0 && piece("notes", answer.notes, this.#base),
      drawVariants(answer.variants, this.#chosen, this.#base),
    ]);
    if (this.#above.options || (parts.length === 0 && !hasRest)) return parts;
    return [el("h3", { class: "label answer-label", tabindex: -1, lang: "en" }, words.answer), ...parts];
  }

  /** @param {Answer} answer */
  #closing({ stages, notes, mnemonic, pitfalls, number, sections }) {
    const mistakes = drawMistakes(number, this.#base);
    const parts = present([
      stages.length > 0 && piece("notes", notes, this.#base),
      !this.#above.mnemonic && box("mnemonic", words.mnemonic, blocks(mnemonic, this.#base)),
      box("pitfalls", words.pitfalls, present([mistakes, ...blocks(mistakes ? otherPitfalls(pitfalls) : pitfalls, this.#base)])),
      comparison(sections, this.#base),
      ...foldOuts(sections, this.#base),
    ]);
    // What belongs to the whole is no part of the last step.
    return stages.length > 0 && parts.length > 0 ? [el("hr"), ...parts] : parts;
  }
}

/** @param {string} name @param {string} title @param {(Node | string)[]} content */
function box(name, title, content) {
  if (content.length === 0) return null;
  const heading = el("h3", { class: "label", lang: "en" }, title);
  return el("section", { class: `box ${name} rich`, part: `box ${name}` }, heading, ...content);
}

/** A weak and a strong answer, side by side where there is room. @param {Answer["sections"]} sections @param {URL} base */
function comparison(sections, base) {
  const compared = sections.filter((section) => section.kind !== "plain");
  if (compared.length === 0) return null;
  const sides = compared.map(({ kind, title, content }) =>
    el("section", { class: `side ${kind} rich`, part: `side ${kind}` }, el("h3", { class: "label" }, ...inlines(title, base)), ...blocks(content, base)),
  );
  return el("div", { class: "comparison" }, ...sides);
}

/** @param {Answer["sections"]} sections @param {URL} base */
function foldOuts(sections, base) {
  return sections
    .filter((section) => section.kind === "plain")
    .map(({ title, content }) =>
      el("details", { class: "fold", part: "fold" }, el("summary", {}, ...inlines(title, base)), el("div", { class: "rich" }, ...blocks(content, base))),
    );
}
