// A passage of an answer: headline first, then the points, then what explains them.

/** @import {Block, Passage, Point, Points} from "../../pkg/greenroom.js" */

import { el } from "../dom.js";
import { blocks, inlines } from "../rich.js";

/** @param {Passage} passage @param {URL} base */
export function passageParts({ headline, points, notes }, base) {
  return [piece("lead", headline, base), drawPoints(points, base), piece("notes", notes, base)];
}

/** @param {string} name @param {Block[]} content @param {URL} base */
export function piece(name, content, base) {
  return content.length > 0 && el("div", { class: `${name} rich`, part: name }, ...blocks(content, base));
}

/** @param {Points} points @param {URL} base */
export function drawPoints({ ranked, items }, base) {
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
