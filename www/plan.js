// The interview that the learner practices for: one plan for this browser, shared by the decks that are in it.

/** @import {InterviewPlan} from "../pkg/greenroom.js" */
/** @import {OpenDeck} from "./open-deck.js" */

import { Setting } from "./settings.js";

/** A deck of the plan: where it is, and what its progress is filed under. @typedef {{ source: string, id: string, title: string, address: string }} PlannedDeck */

/**
 * What the learner says of it. Dates are written `2026-12-10`; without one for the interview there is no plan.
 * @typedef {{ interview: string, minutes: number, weekdaysOff: number[], daysOff: string[], decks: PlannedDeck[] }} PlanChoice
 */

/** @type {Setting<PlanChoice>} */
const setting = new Setting("plan", { interview: "", minutes: 20, weekdaysOff: [], daysOff: [], decks: [] }, checked);

/** The key that it is stored under: other tabs hear of changes. */
export const PLAN_KEY = setting.key;

/** What tells the elements of this page of a change. */
export const PLAN_CHANGED = "plan";

const DAY = 86_400_000;

export const readPlan = () => setting.read();

/** @param {Partial<PlanChoice>} change */
export function changePlan(change) {
  setting.write({ ...setting.read(), ...change });
}

/** Whether a deck is one of the plan. @param {PlannedDeck} planned @param {{ source: string, id: string }} deck */
export function isDeck(planned, { source, id }) {
  return planned.source === source && planned.id === id;
}

/** The plan as the engine wants it; null where there is none, or the deck is not in it. @param {{ source: string, id: string }} deck @returns {InterviewPlan | null} */
export function planFor(deck) {
  const { interview, minutes, weekdaysOff, daysOff, decks } = setting.read();
  if (!interview || !decks.some((planned) => isDeck(planned, deck))) return null;
  return { interview: dayOf(interview), minutes, weekdaysOff, daysOff: daysOff.map(dayOf) };
}

/**
 * Opens the decks that share the plan with one, so that its session knows what they need. One that cannot be opened
 * here goes without.
 * @param {OpenDeck} deck
 * @param {(address: URL, choices: { source: string }) => Promise<OpenDeck>} open
 */
export async function joinCompany(deck, open) {
  const others = planFor(deck) ? setting.read().decks.filter((planned) => planned.address && !isDeck(planned, deck)) : [];
  /** @type {OpenDeck[]} */
  const opened = [];
  for (const { source, address } of others) {
    try {
      opened.push(await open(new URL(address), { source }));
    } catch {
      // Its minutes are planned without it.
    }
  }
  // At once, so that nobody sees a plan that lacks some.
  keepCompany(deck, opened);
  for (const { session } of opened) session.free();
}

/** Has a deck share its plan with others, and with no more. @param {OpenDeck} deck @param {OpenDeck[]} others */
export function keepCompany({ session }, others) {
  session.leaveCompany();
  for (const other of others) session.accompany(other.session);
}

/** Days since 1970 of a date. @param {string} date */
export function dayOf(date) {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
}

/** The date of a day. @param {number} day */
export function dateOf(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** @param {any} stored @returns {PlanChoice | null} */
function checked({ interview, minutes, weekdaysOff, daysOff, decks }) {
  const isPlan = (interview === "" || isDate(interview)) && Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440;
  if (!isPlan || ![weekdaysOff, daysOff, decks].every(Array.isArray)) return null;
  return {
    interview,
    minutes,
    weekdaysOff: weekdaysOff.filter((/** @type {unknown} */ day) => [1, 2, 3, 4, 5, 6, 7].includes(Number(day))),
    daysOff: daysOff.filter(isDate),
    decks: decks.filter((/** @type {any} */ deck) => ["source", "id", "title", "address"].every((name) => typeof deck?.[name] === "string")),
  };
}

/** @param {unknown} text */
function isDate(text) {
  return typeof text === "string" && /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(dayOf(text));
}
