// What a session is for, and the interview that it leads to.

/** @import {Offer, Plan, RestScreen, Worth} from "../../pkg/greenroom.js" */

import { dayInFull, fullDate, plainDate } from "./days.js";
import { count, many, share } from "./numbers.js";

export const planning = {
  plan: "Interview plan",
  planUnreachable: "The plan could not be loaded. Check the connection and try again.",
  /** What today is for, as short as the line above a card. */
  planLeft: /** @param {Plan} plan */ (plan) => planLeft(plan),
  interviewIn: /** @param {Plan} plan */ (plan) => interviewIn(plan),

  /** Why this card now. */
  worth: /** @param {Worth} worth */ (worth) => reason(worth),

  readinessMeans: /** @param {Plan | null} plan */ (plan) =>
    plan ? `What you would recall on ${plainDate(plan.interview)} without more practice` : "What you would likely recall tomorrow",

  session: /** @param {Offer} offer @param {number} cards */ (offer, cards) => session(offer, cards),
  sessionShort: /** @param {Offer} offer */ (offer) => (offer.repeat + offer.new > 0 ? `${minutes(offer.seconds)}: ${parts(offer)}` : ""),
  adds: /** @param {number} adds From 0 to 1. */ (adds) => `+${count.format(Math.round(adds * 100))}`,
  addsMeans: "With one more session",

  /* Above the list of decks */
  noInterview: "An interview coming up? Then practice can be chosen so that you recall most on that day.",
  setDate: "Set the date",
  changePlan: "Plan and forecast",
  beginPractice: "Begin",
  todayIs: /** @param {Plan} plan */ (plan) => todayIs(plan),

  restTitle: /** @param {RestScreen["why"]} why @param {Plan | null} plan */ (why, plan) => (why === "done" && plan ? "Nothing more to gain today" : REST[why]),
  minutesUsed: /** @param {Plan} plan */ (plan) => `You practiced ${minutes(plan.used)} of ${count.format(plan.minutes)}.`,
  nextPractice: /** @param {Plan} plan */ (plan) => nextPractice(plan),
  elsewhere: /** @param {Plan} plan */ ({ decks }) => `What is left of today's minutes gains more elsewhere. ${elsewhere(decks.slice(1))}`,
};

/** @type {Record<RestScreen["why"], string>} */
const REST = {
  done: "Nothing is due",
  stopped: "That is enough for today",
  minutesUsed: "Today's minutes are used",
  dayOff: "Today is a day off",
  elsewhere: "Enough of this deck for today",
};

/** @param {number} seconds */
export function minutes(seconds) {
  return `${count.format(Math.max(1, Math.round(seconds / 60)))} min`;
}

/** @param {Offer} offer */
function parts(offer) {
  return [offer.repeat > 0 && `${count.format(offer.repeat)} to repeat`, offer.new > 0 && `${count.format(offer.new)} new`].filter(Boolean).join(", ");
}

/** @param {Plan} plan */
function planLeft({ dayOff, left, offer }) {
  if (dayOff) return "Day off";
  if (left === 0) return "Minutes used";
  return offer.repeat + offer.new > 0 ? `${minutes(offer.seconds)}: ${parts(offer)}` : "Nothing more to gain";
}

/** @param {Plan} plan */
function todayIs(plan) {
  if (plan.dayOff) return `Today is a day off. ${nextPractice(plan)}`;
  if (plan.left === 0) return `You practiced ${minutes(plan.used)} today, which is all that you planned. ${nextPractice(plan)}`;
  if (plan.offer.repeat + plan.offer.new === 0) return `Nothing more to gain today. ${nextPractice(plan)}`;
  return `Today: ${minutes(plan.offer.seconds)}, ${parts(plan.offer)}.`;
}

/** @param {Plan} plan */
function interviewIn({ interview, inDays }) {
  if (inDays === 0) return "Your interview is today.";
  if (inDays === 1) return "Your interview is tomorrow: a last pass of what is shakiest.";
  return `Your interview is on ${fullDate(interview)}, in ${many(inDays, "day", "days")}.`;
}

/** @param {Worth} worth */
function reason({ on, recallNow, recallWithout, recallWith }) {
  const day = plainDate(on);
  if (recallNow === 0) return `You have not seen this one. After it, you would recall it on ${day} with ${share.format(recallWith)}.`;
  return `Recall now: ${share.format(recallNow)}. On ${day} it would be ${share.format(recallWithout)}, and ${share.format(recallWith)} if you repeat it now.`;
}

/** @param {Offer} offer @param {number} cards */
function session(offer, cards) {
  if (offer.repeat + offer.new === 0) return "";
  const adds = Math.round((offer.adds / Math.max(1, cards)) * 100);
  const gain = adds > 0 ? ` It would add ${many(adds, "point", "points")} of readiness.` : "";
  return `One more session: about ${minutes(offer.seconds)}, ${parts(offer)}.${gain}`;
}

/** @param {Plan} plan */
function nextPractice({ interview, inDays, next }) {
  if (next === null) return "";
  const today = interview - inDays;
  return `The next practice is ${dayInFull({ day: next, inDays: next - today })}.`;
}

/** @param {Plan["decks"]} decks */
function elsewhere(decks) {
  const worth = decks.filter(({ offer }) => offer.repeat + offer.new > 0);
  return worth.map(({ title, offer }) => `${title}: ${minutes(offer.seconds)}, ${parts(offer)}.`).join(" ");
}
