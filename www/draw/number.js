// Answers of a few words, and answers that are numbers.

/** @import {Answer, Block, NumberAnswer} from "../../pkg/greenroom.js" */

import { el } from "../dom.js";
import { inlines } from "../rich.js";
import { words } from "../strings.js";
import { said } from "./said.js";

/** @param {Answer["short"]} accepted */
export function drawShort([first, ...others]) {
  if (!first) return null;
  const also = others.length > 0 && el("p", { class: "soft" }, said(words.alsoAccepted), " ", others.join(", "));
  return el("div", { class: "typed", part: "typed" }, el("p", { class: "result" }, first), also);
}

/** @param {NumberAnswer | null} number */
export function drawNumber(number) {
  if (!number) return null;
  const { value, unit, worked } = number;
  const result = value === null ? words.noNumber : words.quantity(value, unit);
  const tolerance = value !== null && words.tolerance(number);
  return el(
    "div",
    { class: "typed", part: "typed" },
    el("p", { class: "result" }, said(result)),
    worked && el("p", { class: "worked", part: "worked" }, said(reckoned(worked) + (value === null ? "" : ` ${words.isRounded(value, unit) ? "≈" : "="} ${result}`))),
    tolerance && el("p", { class: "soft" }, said(tolerance)),
  );
}

/** Mistakes, each with the number that gives it away. @param {NumberAnswer | null} number @param {URL} base */
export function drawMistakes(number, base) {
  if (!number?.mistakes.length) return null;
  const { value: right, unit } = number;
  const items = number.mistakes.map(({ said: mistake, value }) => {
    // Some inputs forgive a mistake: then its number says nothing.
    const isTelling = value !== null && (right === null || words.quantity(value, unit) !== words.quantity(right, unit));
    return el("li", {}, isTelling && el("strong", {}, said(words.ifYouGot(words.quantity(value, unit))), " "), ...inlines(mistake, base));
  });
  return el("ul", { class: "mistakes" }, ...items);
}

/** The pitfalls that are not mistakes with a number: those have been told. @param {Block[]} pitfalls @returns {Block[]} */
export function otherPitfalls(pitfalls) {
  const isOther = (/** @type {Block[]} */ content) => !isMistake(content);
  return pitfalls
    .map((block) => (block.kind === "list" ? { ...block, items: block.items.filter((item) => isOther(item.content)) } : block))
    .filter((block) => (block.kind === "list" ? block.items.length > 0 : isOther([block])));
}

/** @param {Block[]} content */
function isMistake([first]) {
  const last = first?.kind === "paragraph" && first.content.at(-1);
  return last && last.kind === "code" && last.text.startsWith("= ");
}

/** A formula as it is written by hand. @param {string} formula */
function reckoned(formula) {
  return formula
    .replace(/ *\* */g, " × ")
    .replace(/ *\/ *(?!\p{L})| +\/ +/gu, " ÷ ")
    .replace(/ - /g, " − ")
    .replace(/ *\^ *(\d+)(?![\d.%])/g, (_, digits) => [...digits].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(digit)]).join(""));
}
