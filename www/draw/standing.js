// Where the learner stands: two bars with their numbers, and the topics as a table.

/** @import {Standing, TopicStanding} from "../../pkg/greenroom.js" */

import { el, present } from "../dom.js";
import { words } from "../strings.js";

/**
 * Mastery and readiness, with the change since before where there is a before.
 * @param {Standing} now
 * @param {Standing} [before]
 */
export function drawMeasures(now, before) {
  return el(
    "div",
    { class: "measures", part: "measures" },
    measure(words.mastery, words.masteryMeans, now.mastery, before?.mastery),
    measure(words.readiness, words.readinessMeans, now.readiness, before?.readiness),
  );
}

/** @param {string} name @param {string} meaning @param {number} now @param {number} [before] */
function measure(name, meaning, now, before) {
  const figure = el("strong", { class: "figure" }, words.percent(now));
  const change = before === undefined ? [] : [", ", el("span", { class: "change" }, words.change(before, now))];
  return el(
    "div",
    { class: "measure" },
    el("p", { class: "measure-line" }, el("span", { class: "measure-name" }, `${name} `), el("span", {}, figure, ...change)),
    bar(now, before),
    el("p", { class: "measure-means" }, meaning),
  );
}

/**
 * A bar is for the eye only: the numbers beside it say the same.
 * @param {number} now
 * @param {number} [before]
 */
function bar(now, before) {
  const fill = el("span", { class: "fill" });
  const mark = before ? el("span", { class: "before" }) : null;
  const node = el("span", { class: "bar", "aria-hidden": "true" }, ...present([fill, mark]));
  node.style.setProperty("--now", String(now));
  node.style.setProperty("--before", String(before ?? 0));
  return node;
}

/**
 * @param {TopicStanding[]} topics
 * @param {string} language The deck's, for the titles.
 */
export function drawTopics(topics, language) {
  const head = [words.topic, words.seen, words.mastery, words.readiness].map((title) => el("th", { scope: "col" }, title));
  return el(
    "table",
    { class: "topics", part: "topics" },
    el("thead", {}, el("tr", {}, ...head)),
    el("tbody", {}, ...topics.map((topic) => topicRow(topic, language))),
  );
}

/** @param {TopicStanding} topic @param {string} language */
function topicRow({ title, standing }, language) {
  const { cards, seen, mastery, readiness } = standing;
  return el(
    "tr",
    {},
    el("th", { scope: "row", lang: language }, title),
    el("td", {}, words.seenOf(seen, cards)),
    el("td", {}, words.percent(mastery), bar(mastery)),
    el("td", {}, words.percent(readiness), bar(readiness)),
  );
}
