// What the learner said, once the answer is shown: their own words with what matched, and what there is to say of them.

/** @import {Answer, Said, Typed} from "../../pkg/greenroom.js" */

import { el, present } from "../dom.js";
import { blocks, inlines } from "../rich.js";
import { words } from "../strings.js";

/**
 * @param {Said} said
 * @param {Answer["short"]} forms The accepted forms of a short answer.
 * @param {URL} base
 */
export function drawTold(said, forms, base) {
  const isWritten = said.text.some(({ text }) => text.trim() !== "");
  if (!isWritten) return null;
  const runs = said.text.map(({ text, points }) => (points.length > 0 ? el("mark", { class: isTurned(said, points) ? "turned" : null }, text) : text));
  const parts = [
    el("h3", { class: "label told-label", tabindex: -1, lang: "en" }, words.yourAnswer),
    el("p", { class: "told-text", dir: "auto" }, ...runs),
    said.typed && el("p", { class: `verdict ${rank(said.typed)}`, part: "verdict" }, ...typedWords(said.typed, forms, base)),
    said.remark && el("p", { class: "remark", part: "remark", lang: "en" }, words.remark(said.remark)),
    said.points.length > 0 && el("p", { class: "soft found-count", lang: "en" }, words.foundSoFar(said, false)),
    ...said.pitfalls.map((pitfall) => el("div", { class: "fell rich" }, el("p", { class: "label", lang: "en" }, words.fellInto), ...blocks(pitfall, base))),
  ];
  return el("section", { class: "told", part: "told" }, ...present(parts));
}

/** Whether words say the opposite of all points that they are marked for. @param {Said} said @param {number[]} points */
function isTurned(said, points) {
  return points.every((point) => said.points[point]?.found === "contradicted");
}

/** @param {Typed} typed */
function rank({ verdict }) {
  if (verdict === "right") return "right";
  return verdict === "slip" || verdict === "swapped" || verdict === "initials" || verdict === "near" ? "near" : "wrong";
}

/** @param {Typed} typed @param {Answer["short"]} forms @param {URL} base @returns {(Node | string)[]} */
function typedWords(typed, forms, base) {
  const form = typed.kind === "short" && typed.form !== null && typed.verdict !== "right" ? (forms[typed.form] ?? "") : "";
  const said = el("span", { lang: "en" }, words.typed(typed, form !== ""));
  if (form) return [said, " ", el("strong", {}, form)];
  if (typed.kind === "short") return [said];
  return typed.mistake ? [said, " ", ...inlines(typed.mistake, base)] : [said];
}
