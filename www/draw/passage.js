// A passage of an answer: headline first, then the points, then what explains them.

/** @import {Action, Block, Passage, Point, Points, PointSaid, Said} from "../../pkg/greenroom.js" */

import { button, el, present, setText } from "../dom.js";
import { blocks, inlines } from "../rich.js";
import { words } from "../strings.js";

/** @param {Passage} passage @param {URL} base @param {Node[] | null} [points] Its points, where they are drawn already. */
export function passageParts({ headline, points: plain, notes }, base, points) {
  return [piece("lead", headline, base), ...(points ?? [drawPoints(plain, base)]), piece("notes", notes, base)];
}

/** @param {string} name @param {Block[]} content @param {URL} base */
export function piece(name, content, base) {
  return content.length > 0 && el("div", { class: `${name} rich`, part: name }, ...blocks(content, base));
}

/** @param {Points} points @param {URL} base */
export function drawPoints({ ranked, items }, base) {
  if (items.length === 0) return null;
  const nodes = items.map((item) => el("li", { class: "point", part: "point" }, ...pointParts(item, base)));
  return el(ranked ? "ol" : "ul", { class: "points", part: "points", role: "list" }, ...nodes);
}

/** @param {Point} point @param {URL} base */
function pointParts({ title, detail }, base) {
  return present([
    title.length > 0 && el("p", { class: "point-title" }, ...inlines(title, base)),
    detail.length > 0 && el("div", { class: "point-detail rich" }, ...blocks(detail, base)),
  ]);
}

/** Points that can be ticked: what was found of each, and what the learner says about that. */
export class TickedPoints {
  #base;
  /** @type {TickedPoint[]} */
  #points;
  #coach = el("div", { class: "box coach", part: "box coach", hidden: true });
  #items;

  /**
   * @param {Points} points
   * @param {number} step
   * @param {(action: Action) => void} act
   * @param {URL} base
   */
  constructor({ ranked, items }, step, act, base) {
    this.#base = base;
    this.#items = items;
    this.#points = items.map((item, index) => new TickedPoint(item, (said) => act({ tick: { step, point: index, said } }), base));
    const nodes = this.#points.map(({ node }) => node);
    const list = el(ranked ? "ol" : "ul", { class: "points ticked", part: "points", role: "list" }, ...nodes);
    list.addEventListener("keydown", (event) => this.#pressed(/** @type {KeyboardEvent} */ (event)));
    this.nodes = [list, this.#coach];
  }

  /** @param {Said} said */
  update(said) {
    for (const [index, point] of this.#points.entries()) {
      const state = said.points[index];
      if (state) point.update(state);
    }
    this.#updateCoach(said.add);
  }

  /** What is worth adding next time, in the deck's words. @param {number[]} add */
  #updateCoach(add) {
    this.#coach.hidden = add.length === 0;
    const lines = add.map((index) => {
      const { title, detail } = this.#items[index] ?? { title: [], detail: [] };
      return el("li", {}, el("strong", {}, ...inlines(title, this.#base)), ...firstLine(detail, this.#base));
    });
    this.#coach.replaceChildren(el("h3", { class: "label", lang: "en" }, words.worthAdding(add.length)), el("ul", { role: "list" }, ...lines));
  }

  /** The arrows walk the points, and x ticks. @param {KeyboardEvent} event */
  #pressed(event) {
    const at = this.#points.findIndex(({ node }) => node.matches(":focus-within"));
    const point = this.#points[at];
    if (!point || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "x") point.toggle();
    else if (event.key === "ArrowDown") this.#points[at + 1]?.focus();
    else if (event.key === "ArrowUp") this.#points[at - 1]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}

/** @param {Block[]} detail @param {URL} base @returns {(Node | string)[]} */
function firstLine([first], base) {
  return first?.kind === "paragraph" ? [": ", ...inlines(first.content, base)] : [];
}

class TickedPoint {
  #mark = el("span", { class: "mark", "aria-hidden": "true" });
  #finding = el("span", { class: "finding" });
  #did;
  #didNot;
  /** @type {PointSaid | null} */
  #state = null;
  #tick;

  /** @param {Point} point @param {(said: boolean) => void} tick @param {URL} base */
  constructor(point, tick, base) {
    this.#tick = tick;
    const name = el("span", {}, ...inlines(point.title, base)).textContent;
    this.#did = button({ class: "quiet tick", part: "button tick", "aria-label": words.didSayOf(name), "aria-keyshortcuts": "x" }, () => tick(true), words.didSay);
    this.#didNot = button({ class: "quiet tick", part: "button tick", "aria-label": words.didNotSayOf(name), "aria-keyshortcuts": "x" }, () => tick(false), words.didNotSay);
    const state = el("p", { class: "state", lang: "en" }, this.#finding, el("span", { class: "ticks" }, this.#did, this.#didNot));
    this.node = el("li", { class: "point", part: "point" }, this.#mark, ...pointParts(point, base), state);
  }

  /** @param {PointSaid} state */
  update(state) {
    if (JSON.stringify(state) === JSON.stringify(this.#state)) return;
    const hadFocus = this.#did.matches(":focus") || this.#didNot.matches(":focus");
    this.#state = state;
    this.node.dataset.said = String(state.said);
    this.node.dataset.found = state.found;
    setText(this.#finding, words.finding(state));
    this.#did.hidden = state.said === true;
    this.#didNot.hidden = state.said === false || (state.said === null && state.found === "unscored");
    if (hadFocus) this.focus();
  }

  focus() {
    (this.#did.hidden ? this.#didNot : this.#did).focus();
  }

  toggle() {
    this.#tick(this.#state?.said !== true);
  }
}
