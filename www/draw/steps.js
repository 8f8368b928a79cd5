// An answer told in steps: those that are shown, and the one to think about now.

/** @import {CardScreen, Inline, Stage} from "../../pkg/greenroom.js" */

import { el, unseen } from "../dom.js";
import { inlines } from "../rich.js";
import { words } from "../strings.js";
import { passageParts } from "./passage.js";
import { said } from "./said.js";
import { drawVariants } from "./variants.js";

/**
 * @param {Stage} stage
 * @param {number} number
 * @param {URL} base
 * @param {{ points: Node[] | null, told: Node | null }} said Its points, ready to be ticked, and what was said before it.
 */
export function drawStep({ title, minutes, passage, variants }, number, base, { points, told }) {
  const heading = el("h3", { class: "step-heading", tabindex: -1 }, ...name(number, title, minutes, base));
  return el("section", { class: "step", part: "step" }, heading, told, ...passageParts(passage, base, points), drawVariants(variants, base));
}

/** @param {NonNullable<CardScreen["next"]>} next @param {URL} base */
export function drawNext({ number, title, minutes }, base) {
  return el(
    "div",
    { class: "box rung next", part: "box next" },
    el("p", { class: "step-heading" }, ...name(number, title, minutes, base)),
    el("p", { class: "soft" }, said(words.thinkFirst)),
  );
}

/** @param {number} number @param {Inline[]} title @param {number | null} minutes @param {URL} base */
function name(number, title, minutes, base) {
  return [
    el("span", { class: "label", lang: "en" }, words.step(number), title.length > 0 && unseen(": ")),
    ...inlines(title, base),
    minutes !== null && el("span", { class: "minutes" }, " · ", said(words.minutes(minutes))),
  ];
}
