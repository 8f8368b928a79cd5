// The answer of a card. It grows where it is told in steps: what stands there stays.

/** @import {Action, Answer, CardScreen, Points, Said} from "../../pkg/greenroom.js" */

import { el, present, setText } from "../dom.js";
import { blocks, inlines } from "../rich.js";
import { words } from "../strings.js";
import { drawMistakes, drawNumber, drawShort, otherPitfalls } from "./number.js";
import { TickedPoints, drawPoints, piece } from "./passage.js";
import { drawStep } from "./steps.js";
import { drawTold } from "./told.js";
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
  #act;
  #shownSteps = 0;
  #isComplete = false;
  /** The points that can be ticked, by step. @type {TickedPoints[]} */
  #ticked = [];
  /** How many points were found, in words, by step. @type {HTMLElement[]} */
  #counts = [];
  #weak = el("p", { class: "soft weak", part: "weak", hidden: true, lang: "en" });

  /** @param {Above} above @param {(action: Action) => void} act @param {URL} base */
  constructor(above, act, base) {
    this.#above = above;
    this.#act = act;
    this.#base = base;
  }

  /** What was said of the answer shown last, as it is drawn: nothing where nothing was written. @type {HTMLElement | null} */
  told = null;

  /** Adds what has come since, and shows what was ticked. @param {CardScreen & { answer: Answer }} screen */
  update({ answer, said, suggested, complete: isComplete, weak, readiness }) {
    const steps = answer.stages.slice(this.#shownSteps);
    const first = this.#shownSteps;
    const parts = present([
      ...steps.map((stage, index) => {
        const step = first + index;
        const told = { told: this.#told(said[step], [], step), points: this.#tickable(stage.passage.points, step, said[step]) };
        return drawStep(stage, step + 1, this.#base, told);
      }),
      ...(isComplete && !this.#isComplete ? this.#closing(answer) : []),
    ]);
    if (!this.node.hasChildNodes()) parts.unshift(...this.#opening(answer, said[0], parts.length > 0 && steps.length === 0));
    for (const [step, points] of this.#ticked.entries()) if (said[step]) points?.update(said[step]);
    for (const [step, count] of this.#counts.entries()) if (said[step]) setText(count, words.foundSoFar(said[step], isComplete && suggested === null));
    this.#weak.hidden = weak.length === 0;
    this.#weak.replaceChildren(...words.weakPoints(weak.map((title) => el("strong", {}, ...inlines(title, this.#base))), readiness));
    const fresh = new DocumentFragment();
    fresh.append(...parts);
    this.heading = fresh.querySelector("h3[tabindex]") ?? this.heading;
    this.node.append(fresh);
    this.node.hidden = !this.node.hasChildNodes();
    this.#shownSteps = answer.stages.length;
    this.#isComplete = isComplete;
  }

  /** @param {Said | undefined} said @param {Answer["short"]} forms @param {number} step */
  #told(said, forms, step) {
    const told = said ? drawTold(said, forms, this.#base) : null;
    this.told = told;
    const count = told?.querySelector(".found-count");
    if (count instanceof HTMLElement) this.#counts[step] = count;
    return told;
  }

  /** Points that can be ticked, where it is known what was said. @param {Points} points @param {number} step @param {Said | undefined} said */
  #tickable(points, step, said) {
    if (!said || points.items.length === 0) return null;
    const ticked = (this.#ticked[step] = new TickedPoints(points, step, this.#act, this.#base));
    return ticked.nodes;
  }

  /** @param {Answer} answer @param {Said | undefined} said @param {boolean} hasRest Whether more follows under the same heading. */
  #opening(answer, said, hasRest) {
    const isWhole = answer.stages.length === 0;
    const told = isWhole ? this.#told(said, answer.short, 0) : null;
    const ticked = isWhole ? this.#tickable(answer.points, 0, said) : null;
    const parts = present([
      !this.#above.headline && piece("lead", answer.headline, this.#base),
      drawShort(answer.short),
      drawNumber(answer.number),
      ...(ticked ? [...ticked, this.#weak] : [drawPoints(answer.points, this.#base)]),
      answer.stages.length === 0 && piece("notes", answer.notes, this.#base),
      drawVariants(answer.variants, this.#base),
    ]);
    if (this.#above.options) return parts;
    if (parts.length === 0 && !hasRest) return present([told]);
    return present([told, el("h3", { class: "label answer-label", tabindex: -1, lang: "en" }, words.answer), ...parts]);
  }

  /** @param {Answer} answer */
  #closing({ stages, notes, mnemonic, pitfalls, number, sections }) {
    const mistakes = drawMistakes(number, this.#base);
    const parts = present([
      stages.length > 0 && this.#weak,
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
