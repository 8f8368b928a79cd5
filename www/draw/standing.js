// Where the learner stands: two bars with their numbers, and the topics as a table.

/** @import {Offer, Plan, Standing, TopicStanding} from "../../pkg/greenroom.js" */

import { el, present } from "../dom.js";
import { words } from "../strings.js";

/**
 * Mastery and readiness, with the change since before where there is a before, and what one more session would add.
 * @param {Standing} now
 * @param {Plan | null} plan
 * @param {Standing} [before]
 * @param {Offer} [session]
 */
export function drawMeasures(now, plan, before, session) {
  return el(
    "div",
    { class: "measures", part: "measures" },
    measure(words.mastery, words.masteryMeans, now.mastery, before?.mastery),
    measure(words.readiness, words.readinessMeans(plan), now.readiness, before?.readiness, session && session.adds / Math.max(1, now.cards)),
  );
}

/** @param {string} name @param {string} meaning @param {number} now @param {number} [before] @param {number} [adds] */
function measure(name, meaning, now, before, adds) {
  const figure = el("strong", { class: "figure" }, words.percent(now));
  const change = before === undefined ? [] : [", ", el("span", { class: "change" }, words.change(before, now))];
  return el(
    "div",
    { class: "measure" },
    el("p", { class: "measure-line" }, el("span", { class: "measure-name" }, `${name} `), el("span", {}, figure, ...change)),
    bar(now, before, adds),
    el("p", { class: "measure-means" }, meaning),
  );
}

/**
 * A bar is for the eye only: the numbers beside it say the same.
 * @param {number} now
 * @param {number} [before]
 * @param {number} [adds]
 */
export function bar(now, before, adds = 0) {
  const fill = el("span", { class: "fill" });
  const mark = before ? el("span", { class: "before" }) : null;
  const more = adds > 0.005 ? el("span", { class: "adds" }) : null;
  const node = el("span", { class: "bar", "aria-hidden": "true" }, ...present([more, fill, mark]));
  node.style.setProperty("--then", String(Math.min(1, now + adds)));
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
function topicRow({ title, standing, adds }, language) {
  const { cards, seen, mastery, readiness } = standing;
  return el(
    "tr",
    {},
    el("th", { scope: "row", lang: language }, title),
    el("td", {}, words.seenOf(seen, cards)),
    el("td", {}, words.percent(mastery), bar(mastery)),
    el("td", {}, words.percent(readiness), adds > 0.005 && el("span", { class: "soft", title: words.addsMeans }, ` ${words.adds(adds)}`), bar(readiness, undefined, adds)),
  );
}
