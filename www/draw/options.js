// The options of a choice: something to pick from, and later what was right about it.

/** @import {Action, CardScreen, ChoiceOption} from "../../pkg/greenroom.js" */

import { el } from "../dom.js";
import { blocks } from "../rich.js";
import { words } from "../strings.js";

/** @typedef {NonNullable<CardScreen["options"]>} Options */

/** @param {Options} options @param {(action: Action) => void} act @param {URL} base */
export function drawOptions({ several, items }, act, base) {
  const rows = items.map(({ content }, index) => {
    const input = el("input", { type: several ? "checkbox" : "radio", name: "option", "aria-keyshortcuts": index < 9 && index + 1 });
    input.addEventListener("change", () => act({ pick: index }));
    return el("label", { class: "option", part: "option", "data-key": index < 9 && index + 1 }, input, el("div", { class: "rich" }, ...blocks(content, base)));
  });
  const legend = el("legend", { class: "label", lang: "en" }, several ? words.pickAll : words.pickOne);
  return el("fieldset", { class: "options", part: "options" }, legend, ...rows);
}

/** Each option in its place, with what can be said of it now. @param {Options} options @param {URL} base */
export function drawVerdicts({ items }, base) {
  const isAnyPicked = items.some((item) => item.picked);
  const said = isAnyPicked ? outcome(items) : words.answer;
  const heading = el("h3", { class: `label answer-label${said === words.notRight ? " missed" : ""}`, tabindex: -1, lang: "en" }, said);
  const rows = items.map(({ content, right, picked, feedback }) => {
    const verdict = el("p", { class: "label", lang: "en" }, words.verdict(Boolean(right), isAnyPicked ? picked : null));
    const kind = `${right ? "right" : "wrong"}${picked ? " picked" : ""}`;
    return el(
      "li",
      { class: `option ${kind}`, part: `option ${kind}` },
      el("span", { class: "sign", "aria-hidden": "true" }),
      el("div", { class: "rich" }, ...blocks(content, base), verdict, ...blocks(feedback, base)),
    );
  });
  return el("section", { class: "options", part: "options" }, heading, el("ul", { role: "list" }, ...rows));
}

/** @param {ChoiceOption[]} items */
function outcome(items) {
  if (items.every((item) => item.picked === item.right)) return words.allRight;
  return items.some((item) => item.picked && item.right) ? words.partlyRight : words.notRight;
}
