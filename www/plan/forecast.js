// What so many minutes a day come to: a figure, a picture, the parts, and what is left out.

/** @import {Forecast} from "../../pkg/memory.js" */

import { el } from "../dom.js";
import { bar } from "../draw/standing.js";
import { svg } from "../svg.js";
import { words } from "./strings.js";

/** @typedef {Forecast["predictions"][number]} Prediction */

const WIDTH = 420;
const HEIGHT = 190;
/** The room for words around the curves. */
const ROOM = { left: 38, right: 64, top: 12, bottom: 24 };

export class ForecastDrawing {
  #content = el("div");
  /** @type {Forecast | null} */
  #forecast = null;
  #isListOpen = false;

  constructor() {
    this.node = el("section", { class: "forecast", part: "forecast" }, el("h3", { class: "label" }, words.forecast), this.#content);
  }

  /** @param {Forecast | null} forecast @param {number} minutes */
  update(forecast, minutes) {
    this.#forecast = forecast;
    this.node.hidden = forecast === null;
    this.choose(minutes);
  }

  /** Shows what these minutes come to. @param {number} minutes */
  choose(minutes) {
    const { predictions = [] } = this.#forecast ?? {};
    const chosen = predictions.find((prediction) => prediction.minutes === minutes);
    if (this.#forecast && chosen) this.#content.replaceChildren(...this.#draw(this.#forecast, chosen));
  }

  /** @param {Forecast} forecast @param {Prediction} chosen */
  #draw({ predictions, interview, today, unseen }, chosen) {
    const place = predictions.indexOf(chosen);
    const others = [predictions[place - 1], predictions[place + 1]].filter((other) => other !== undefined);
    const lead = el(
      "p",
      { class: "lead" },
      el("strong", { class: "large" }, words.recalled(chosen.recall)),
      ` ${words.lead(chosen.minutes, interview)}`,
    );
    return [
      lead,
      el("p", { class: "soft" }, words.compared(others)),
      ...(chosen.leftOut > 0 ? this.#leftOut(chosen, unseen) : []),
      picture(predictions, chosen, today, interview),
      drawParts(chosen),
      el("p", { class: "soft" }, words.honest),
      el("details", { class: "fold" }, el("summary", {}, words.asTable), table(predictions)),
    ];
  }

  /** @param {Prediction} chosen @param {string[]} unseen */
  #leftOut({ leftOut }, unseen) {
    const prompts = unseen.slice(-leftOut).map((prompt) => el("li", {}, prompt));
    const list = el("details", { class: "fold", open: this.#isListOpen }, el("summary", {}, words.showLeftOut), el("ul", {}, ...prompts));
    list.addEventListener("toggle", () => (this.#isListOpen = list.open));
    return [el("p", { class: "impossible" }, words.impossible(leftOut)), list];
  }
}

/**
 * A curve for each number of minutes, the chosen one drawn strong.
 * @param {Prediction[]} predictions @param {Prediction} chosen @param {number} today @param {number} interview
 */
function picture(predictions, chosen, today, interview) {
  const days = Math.max(1, chosen.curve.length - 1);
  const x = (/** @type {number} */ day) => ROOM.left + (day / days) * (WIDTH - ROOM.left - ROOM.right);
  const y = (/** @type {number} */ recall) => ROOM.top + (1 - recall) * (HEIGHT - ROOM.top - ROOM.bottom);
  const path = (/** @type {Prediction} */ { curve }) => `M${curve.map((recall, day) => `${round(x(day))} ${round(y(recall))}`).join("L")}`;
  const area = `${path(chosen)}L${round(x(days))} ${y(0)}L${x(0)} ${y(0)}Z`;
  const others = predictions.filter((prediction) => prediction !== chosen);
  return svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "plot curves", role: "img", "aria-labelledby": "curves-title curves-desc" },
    svg("title", { id: "curves-title" }, words.picture(interview)),
    svg("desc", { id: "curves-desc" }, words.described(chosen, chosen.curve[0] ?? 0)),
    ...[0, 0.5, 1].flatMap((recall) => [
      svg("line", { x1: x(0), y1: y(recall), x2: x(days), y2: y(recall), class: "rule" }),
      svg("text", { x: ROOM.left - 6, y: y(recall) + 4, class: "y" }, words.recalled(recall)),
    ]),
    svg("path", { d: area, class: "area" }),
    ...others.map((other) => svg("path", { d: path(other), class: "other" })),
    svg("path", { d: path(chosen), class: "chosen" }),
    svg("circle", { cx: x(days), cy: y(chosen.recall), r: 4, class: "end" }),
    ...labels(chosen, others, y).map(([text, at, kind]) => svg("text", { x: x(days) + 9, y: at + 4, class: kind }, text)),
    svg("text", { x: x(0), y: HEIGHT - 6, class: "start" }, words.today),
    svg("text", { x: x(days), y: HEIGHT - 6, class: "x" }, words.day(Math.max(interview, today + 1))),
  );
}

/**
 * What stands at the ends of the curves: the chosen one, and others where there is room.
 * @param {Prediction} chosen @param {Prediction[]} others @param {(recall: number) => number} y
 * @returns {[string, number, string][]}
 */
function labels(chosen, others, y) {
  /** @type {[string, number, string][]} */
  const labels = [[words.recalled(chosen.recall), y(chosen.recall), "end-label"]];
  for (const { minutes, recall } of others) {
    const at = y(recall);
    if (labels.every(([, taken]) => Math.abs(taken - at) > 13)) labels.push([`${words.count(minutes)} min`, at, "other-label"]);
  }
  return labels;
}

/** @param {Prediction} chosen */
function drawParts({ parts }) {
  const rows = parts.map((part) =>
    el(
      "li",
      {},
      el("p", { class: "measure-line" }, el("span", {}, part.title ?? words.other), el("span", { class: "soft" }, words.part(part))),
      bar(part.recallIdle, undefined, part.recall - part.recallIdle),
    ),
  );
  return el("section", {}, el("h3", { class: "label" }, words.byPart), el("ul", { class: "parts" }, ...rows));
}

/** @param {Prediction[]} predictions */
function table(predictions) {
  const rows = predictions.map(({ minutes, recall, leftOut }) =>
    el("tr", {}, el("th", { scope: "row" }, words.count(minutes)), el("td", {}, words.recalled(recall)), el("td", {}, words.count(leftOut))),
  );
  const head = words.tableHead.map((title) => el("th", { scope: "col" }, title));
  return el("table", { class: "topics" }, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...rows));
}

/** @param {number} length */
function round(length) {
  return Math.round(length * 10) / 10;
}
