// Faults in a deck's text: for its author, out of the learner's way.

/** @import {Issue} from "../../pkg/greenroom.js" */

import { el } from "../dom.js";
import { words } from "../strings.js";

/** @param {Issue[]} issues */
export function drawIssues(issues) {
  if (issues.length === 0) return null;
  const items = issues.map(({ line, column, found, advice }) =>
    el("li", {}, el("span", { class: "spot" }, `${words.place(line, column)} `), el("code", {}, found), ` ${advice}`),
  );
  return el("details", { class: "issues", part: "issues" }, el("summary", {}, words.problems(issues.length)), el("ul", {}, ...items));
}
