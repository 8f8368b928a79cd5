// The answer of a card: headline first, then the points, then what explains them.

/** @import {Answer, Block, Point} from "../../pkg/greenroom.js" */

import { el } from "../dom.js";
import { blocks, inlines } from "../rich.js";
import { words } from "../strings.js";

/**
 * @param {Answer} answer
 * @param {boolean} helped Whether the mnemonic stands above already, opened as help.
 * @param {URL} base
 */
export function drawAnswer(answer, helped, base) {
  return el(
    "section",
    { class: "answer", part: "answer" },
    el("h3", { class: "label answer-label", tabindex: -1, lang: "en" }, words.answer),
    piece("lead", answer.headline, base),
    points(answer.points, base),
    piece("notes", answer.notes, base),
    !helped && box("mnemonic", words.mnemonic, answer.mnemonic, base),
    box("pitfalls", words.pitfalls, answer.pitfalls, base),
    comparison(answer.sections, base),
    ...foldOuts(answer.sections, base),
  );
}

/** @param {string} name @param {Block[]} content @param {URL} base */
function piece(name, content, base) {
  return content.length > 0 && el("div", { class: `${name} rich`, part: name }, ...blocks(content, base));
}

/** @param {string} name @param {string} title @param {Block[]} content @param {URL} base */
function box(name, title, content, base) {
  if (content.length === 0) return null;
  const heading = el("h3", { class: "label", lang: "en" }, title);
  return el("section", { class: `box ${name} rich`, part: `box ${name}` }, heading, ...blocks(content, base));
}

/** @param {Answer["points"]} points @param {URL} base */
function points({ ranked, items }, base) {
  if (items.length === 0) return null;
  const nodes = items.map((item) => pointNode(item, base));
  return el(ranked ? "ol" : "ul", { class: "points", part: "points", role: "list" }, ...nodes);
}

/** @param {Point} point @param {URL} base */
function pointNode({ title, detail }, base) {
  return el(
    "li",
    { class: "point", part: "point" },
    title.length > 0 && el("p", { class: "point-title" }, ...inlines(title, base)),
    detail.length > 0 && el("div", { class: "point-detail rich" }, ...blocks(detail, base)),
  );
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
