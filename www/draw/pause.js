// The screens between cards: a checkpoint, rest, a deck without cards.

/** @import {Action, CheckpointScreen, EmptyScreen, Plan, RestScreen, Standings, View} from "../../pkg/greenroom.js" */
/** @import {Surroundings} from "../draw.js" */

import { button, el, setText } from "../dom.js";
import { words } from "../strings.js";
import { inlines } from "../rich.js";
import { drawCalibration } from "./calibration.js";
import { drawMeasures, drawTopics } from "./standing.js";

/** @typedef {{ node: HTMLElement, heading: HTMLElement }} Pause */

/**
 * @param {View} view
 * @param {CheckpointScreen | RestScreen | EmptyScreen} screen
 * @param {Surroundings} surroundings
 * @returns {Pause}
 */
export function drawPause(view, screen, surroundings) {
  switch (screen.kind) {
    case "checkpoint":
      return checkpoint(view, screen, surroundings);
    case "rest":
      return rest(view, screen, surroundings);
    case "empty":
      return pause(words.empty, [el("p", {}, words.emptyAdvice)], []);
  }
}

/** @param {View} view @param {CheckpointScreen} screen @param {Surroundings} surroundings */
function checkpoint(view, screen, { act, language, base }) {
  const content = [el("p", { class: "pause-lead" }, words.checkpointLead(view.reviewed)), ...drawStandings(view, screen.standings, language, base)];
  return pause(words.checkpoint, content, [
    actionButton("secondary", words.stopHere, "stop", act),
    actionButton("primary", words.goOn, "continue", act),
  ]);
}

/** @param {View} view @param {RestScreen} screen @param {Surroundings} surroundings */
function rest(view, screen, { act, showPlan, showMemory, language, base }) {
  const isAnyLeft = view.plan ? screen.why !== "done" : view.left.again + view.left.due + view.left.unseen > 0;
  const content = [
    el("p", { class: "pause-lead" }, view.plan ? planLead(view.plan, screen.why) : restLead(view, screen)),
    !isAnyLeft && el("p", { class: "soft" }, words.freelyMeans),
    ...drawStandings(view, screen.standings, language, base),
    showPlan && drawMemoryLink(showMemory),
  ];
  return pause(words.restTitle(screen.why, view.plan), content, [
    actionButton("secondary", isAnyLeft ? words.keepGoing : words.practiceFreely, "keepGoing", act),
    ...(showPlan ? [button({ class: "secondary", part: "button secondary" }, showPlan, words.plan)] : []),
  ]);
}

/** @param {Plan} plan @param {RestScreen["why"]} why */
function planLead(plan, why) {
  const lead = why === "minutesUsed" ? words.minutesUsed(plan) : why === "elsewhere" ? words.elsewhere(plan) : "";
  return [lead, words.interviewIn(plan), words.nextPractice(plan)].filter(Boolean).join(" ");
}

/** @param {Surroundings["showMemory"]} showMemory */
function drawMemoryLink(showMemory) {
  const failed = el("span", { class: "soft", role: "status" });
  const show = () => showMemory().then(() => setText(failed, ""), () => setText(failed, words.memoryFailed));
  return el("p", { class: "memory-link" }, button({ class: "quiet", part: "button" }, () => void show(), words.memory), failed);
}

/** What waits, the nearest first. @param {View} view @param {RestScreen} screen */
function restLead({ left }, { next }) {
  const isAnyLeft = left.due + left.unseen > 0;
  const shaky = left.again > 0 && words.stillShaky(left.again);
  return [shaky, next ? words.next(next) : !shaky && !isAnyLeft && words.nothingWaits].filter(Boolean).join(" ");
}

/** @param {View} view @param {Standings} standings @param {string} language @param {URL} base */
function drawStandings({ plan }, { now, before, topics, weak, calibration, session }, language, base) {
  const byTopic = topics.length > 1 && el("section", {}, el("h3", { class: "label" }, words.byTopic), drawTopics(topics, language));
  const more = words.session(session, now.cards);
  return [drawMeasures(now, plan, before, session), more && el("p", { class: "soft more" }, more), byTopic, weak.length > 0 && drawWeak(weak, language, base), calibration && drawCalibration(calibration)];
}

/** The cards of which points are left out again and again. @param {Standings["weak"]} weak @param {string} language @param {URL} base */
function drawWeak(weak, language, base) {
  const cards = weak.map(({ prompt, readiness, points }) => {
    const titles = points.flatMap((title, index) => [index > 0 ? ", " : "", el("strong", {}, ...inlines(title, base))]);
    return el("li", {}, el("span", { lang: language }, prompt, " – ", ...titles), el("span", { class: "soft" }, ` (${words.weakCard(readiness)})`));
  });
  return el("section", { class: "weak-cards", part: "weak" }, el("h3", { class: "label" }, words.weakCards), el("ul", { class: "rich" }, ...cards));
}

/**
 * @param {string} title
 * @param {import("../dom.js").Child[]} content
 * @param {HTMLElement[]} buttons
 * @returns {Pause}
 */
function pause(title, content, buttons) {
  const heading = el("h2", { class: "prompt", part: "prompt", tabindex: -1 }, title);
  const card = el("article", { class: "card pause", part: "card pause" }, heading, ...content);
  const actions = buttons.length > 0 && el("div", { class: "actions", part: "actions" }, ...buttons);
  return { node: el("div", { class: "screen" }, card, actions), heading };
}

/** @param {"primary" | "secondary"} rank @param {string} label @param {Action} action @param {(action: Action) => void} act */
function actionButton(rank, label, action, act) {
  return button({ class: rank, part: `button ${rank}` }, () => act(action), label);
}
