// How sure the learner was, and how right: a picture, and the same figures as a table.

/** @import {Calibration} from "../../pkg/greenroom.js" */

import { el } from "../dom.js";
import { words } from "../strings.js";
import { svg } from "../svg.js";

/** The side of the square that the picture is drawn in, and the room around it for words. */
const SIDE = 200;
const ROOM = 34;

/** Names for what refers to each other. */
let pictures = 0;

/** @param {Calibration} calibration */
export function drawCalibration(calibration) {
  return el(
    "section",
    { class: "calibration", part: "calibration" },
    el("h3", { class: "label" }, words.calibration),
    el("p", {}, words.calibrated(calibration)),
    picture(calibration),
    el("p", { class: "soft" }, words.calibrationMeans),
    el("details", { class: "fold" }, el("summary", {}, words.calibrationTable), table(calibration)),
  );
}

/** @param {Calibration} calibration */
function picture(calibration) {
  const name = `calibration-${pictures++}`;
  const most = Math.max(1, ...calibration.levels.map((level) => level.answers));
  const dots = calibration.levels.flatMap((level, index) => {
    if (level.answers === 0) return [];
    const [x, y] = place(index / 4, level.right);
    return [svg("circle", { cx: x, cy: y, r: 4 + 8 * Math.sqrt(level.answers / most), class: "dot" })];
  });
  const [from, to] = [place(0, 0), place(1, 1)];
  return svg(
    "svg",
    { viewBox: `0 0 ${SIDE + ROOM * 2} ${SIDE + ROOM * 1.6}`, class: "plot", role: "img", "aria-labelledby": `${name}-title ${name}-desc` },
    svg("title", { id: `${name}-title` }, words.calibrationPicture(calibration)),
    svg("desc", { id: `${name}-desc` }, words.calibrated(calibration)),
    svg("rect", { x: ROOM, y: ROOM / 2, width: SIDE, height: SIDE, class: "frame" }),
    svg("line", { x1: from[0], y1: from[1], x2: to[0], y2: to[1], class: "ideal" }),
    ...dots,
    ...[0, 0.5, 1].map((right) => svg("text", { x: ROOM - 5, y: place(0, right)[1] + 4, class: "y" }, words.percent(right))),
    ...calibration.levels.map((_, index) => svg("text", { x: place(index / 4, 0)[0], y: SIDE + ROOM, class: "x" }, words.count(index + 1))),
    svg("text", { x: ROOM + SIDE / 2, y: SIDE + ROOM * 1.5, class: "x" }, words.howSure),
  );
}

/** @param {number} sure @param {number} right Both from 0 to 1. @returns {[number, number]} */
function place(sure, right) {
  return [ROOM + 14 + sure * (SIDE - 28), ROOM / 2 + 14 + (1 - right) * (SIDE - 28)];
}

/** @param {Calibration} calibration */
function table({ levels }) {
  const head = [words.sure, words.answers, words.right].map((title) => el("th", { scope: "col" }, title));
  const rows = levels.map(({ answers, right }, index) =>
    el("tr", {}, el("th", { scope: "row" }, words.count(index + 1)), el("td", {}, words.count(answers)), el("td", {}, answers > 0 ? words.percent(right) : "–")),
  );
  return el("table", { class: "topics" }, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...rows));
}
