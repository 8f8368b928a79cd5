// A course of study: days with so many minutes each, until the interview.

import { Learner } from "./learner.mjs";
import { isPracticed } from "./rows.mjs";

/** @typedef {import("../../../pkg/node.js").Rating} Rating */

/**
 * What chooses the cards. It is told when a day of practice begins and what came of each card, at which moment.
 * @typedef {{
 *   begin(day: Day): void,
 *   next(): number | null,
 *   rated(card: number, rating: Rating, day: Day): void,
 *   free(): void,
 *   predicted?: number,
 * }} Schedule
 */

/** A day of practice, counted from 0, and the moment it has come to. @typedef {{ day: number, now: number }} Day */

/** @typedef {import("./rows.mjs").Row} Row */

/** The first day, in days since 1970: a Monday. */
export const FIRST_DAY = 20_822;
const MILLIS_A_DAY = 86_400_000;

/** Nine o'clock on a day. @param {number} day */
export function morningOf(day) {
  return (FIRST_DAY + day) * MILLIS_A_DAY + 9 * 3_600_000;
}

/**
 * Studies until the interview; returns true recall on that day, what the schedule predicted on the first, and the minutes
 * that it used on a day of practice, in the mean.
 * @param {Row} row @param {import("./learner.mjs").Truth} truth @param {number} seed
 * @param {Schedule} schedule
 */
export function study(row, truth, seed, schedule) {
  const learner = new Learner(row.cards, truth, seed);
  const days = Array.from({ length: row.days }, (_, day) => day).filter((day) => isPracticed(row, day));
  const seconds = days.reduce((sum, day) => sum + practice(row.minutes * 60, day, learner, schedule), 0);
  const recall = learner.recall(row.days);
  const { predicted } = schedule;
  schedule.free();
  learner.free();
  return { recall, predicted, minutes: seconds / days.length / 60 };
}

/**
 * Practices for so many seconds of a day; a card that is begun is finished. Returns the seconds used.
 * @param {number} seconds @param {number} day @param {Learner} learner @param {Schedule} schedule
 */
export function practice(seconds, day, learner, schedule) {
  const morning = morningOf(day);
  let used = 0;
  schedule.begin({ day, now: morning });
  while (used < seconds) {
    const card = schedule.next();
    if (card === null) break;
    const asked = learner.ask(card, day);
    used += asked.seconds;
    schedule.rated(card, asked.rating, { day, now: morning + 1000 * used });
  }
  return used;
}
