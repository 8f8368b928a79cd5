// Faults in a deck's text: for its author, out of the learner's way, and loaded when they are asked for.

/** @import {Issue} from "../../pkg/reader.js" */

import { el } from "../dom.js";
import { words } from "../strings.js";

/** How many there are, and what lists them. @typedef {{ count: number, list: () => Promise<Issue[]> }} Problems */

/** @param {Problems} problems */
export function drawIssues({ count, list }) {
  if (count === 0) return null;
  const place = el("ul");
  const node = el("details", { class: "issues", part: "issues" }, el("summary", {}, words.problems(count)), place);
  const show = () => list().then((issues) => place.replaceChildren(...issues.map(item)), () => place.replaceChildren(el("li", {}, words.problemsFailed)));
  node.addEventListener("toggle", show, { once: true });
  return node;
}

/** @param {Issue} issue */
function item({ line, column, found, advice }) {
  return el("li", {}, el("span", { class: "spot" }, `${words.place(line, column)} `), el("code", {}, found), ` ${advice}`);
}
