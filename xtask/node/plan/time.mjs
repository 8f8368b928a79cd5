// How long a plan takes the package: a forecast, the first view of a day, a rating.

import { forecast } from "../../../pkg/node.js";
import { morningOf, practice } from "./course.mjs";
import { Learner, TRUTHS } from "./learner.mjs";
import { Planned, moment } from "./sessions.mjs";

/** Days that are practiced, and those of the whole plan. */
const [PRACTICED, DAYS] = [10, 40];
const BUDGETS = [10, 20, 30, 45, 60];

/** Prints the times. */
export function time() {
  for (const { cards, minutes } of [{ cards: 400, minutes: 30 }, { cards: 10_000, minutes: 240 }]) {
    const session = studied(cards, minutes);
    const seen = session.overview(moment(morningOf(PRACTICED - 1))).standing.seen;
    // Each day is opened anew.
    const opened = median((nth) => session.view(moment(morningOf(PRACTICED + nth))));
    const now = morningOf(PRACTICED + ROUNDS);
    session.view(moment(now));
    const foreseen = median(() => forecast(session.prospects(moment(now)) ?? new Uint8Array(), Uint32Array.from(BUDGETS)));
    const rated = median(() => {
      session.act("reveal", moment(now));
      session.act({ rate: 4 }, moment(now));
      session.act("continue", moment(now));
    });
    console.log(`${cards} cards, ${seen} of them seen, ${DAYS - PRACTICED} days to go; milliseconds, the median of ${ROUNDS}`);
    console.log(`  a forecast for ${BUDGETS.length} numbers of minutes${foreseen}`);
    console.log(`  the first view of a day             ${opened}`);
    console.log(`  an answer shown, a rating, the next ${rated}`);
    session.free();
  }
}

const ROUNDS = 9;

/** A session with a plan after some days of practice. @param {number} cards @param {number} minutes */
function studied(cards, minutes) {
  const row = { name: "", cards, days: DAYS, minutes, weekdaysOff: [], missed: [] };
  const [learner, planned] = [new Learner(cards, TRUTHS[0], 1), new Planned(row, 1)];
  for (let day = 0; day < PRACTICED; day++) practice(60 * minutes, day, learner, planned);
  learner.free();
  return planned.session;
}

/** In milliseconds. @param {(nth: number) => void} work */
function median(work) {
  const times = Array.from({ length: ROUNDS }, (_, nth) => {
    const start = performance.now();
    work(nth);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[(ROUNDS - 1) / 2].toFixed(1).padStart(8);
}
