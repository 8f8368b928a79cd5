// The schedules that compete for the learner's minutes.

import { Confidence } from "./confidence.mjs";
import { study } from "./course.mjs";
import { Due } from "./due.mjs";
import { Greedy } from "./greedy.mjs";
import { mean } from "./mean.mjs";
import { Planned, Practice } from "./sessions.mjs";

/** @typedef {import("./rows.mjs").Row} Row @typedef {import("./learner.mjs").Truth} Truth */

/**
 * True recall on the day of the interview, learner by learner; minutes used on a day, in the mean; what was predicted on the
 * first day, and the setting that turned out to be best, where there is such a thing.
 * @typedef {{ recalls: number[], minutes: number, predicted?: number, setting?: string }} Result
 */

const SEEDS = 20;
const RETENTIONS = [0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98];
/** New cards a day, as so many times what would just show all of them. */
const SPEEDS = [0.7, 1, 1.3, 1.7, 2.2, 3, Infinity];

/** Ours comes last. @type {{ name: string, run: (row: Row, truth: Truth) => Result }[]} */
export const SCHEDULES = [
  { name: "due dates at 0.90", run: (row, truth) => results(row, truth, () => new Due(row, 0.9, Infinity)) },
  { name: "due dates, tuned in hindsight", run: tuned },
  { name: "confidence", run: (row, truth) => results(row, truth, (seed) => new Confidence(row, seed)) },
  { name: "greedy", run: (row, truth) => results(row, truth, () => new Greedy(row)) },
  { name: "a session without a plan", run: (row, truth) => results(row, truth, (seed) => new Practice(row, seed)) },
  { name: "a session with the plan", run: (row, truth) => results(row, truth, (seed) => new Planned(row, seed)) },
];

/** @param {Row} row @param {Truth} truth @param {(seed: number) => import("./course.mjs").Schedule} make @returns {Result} */
function results(row, truth, make) {
  const found = Array.from({ length: SEEDS }, (_, seed) => study(row, truth, seed, make(seed)));
  return { recalls: found.map(({ recall }) => recall), minutes: mean(found.map(({ minutes }) => minutes)), predicted: found[0]?.predicted };
}

/** The best of a grid of settings, which nobody can know before. @param {Row} row @param {Truth} truth @returns {Result} */
function tuned(row, truth) {
  /** @type {Result} */
  let best = { recalls: [0], minutes: 0 };
  for (const retention of RETENTIONS) {
    for (const speed of SPEEDS) {
      const newADay = Math.ceil((row.cards / row.days) * speed);
      const found = results(row, truth, () => new Due(row, retention, newADay));
      if (mean(found.recalls) > mean(best.recalls)) best = { ...found, setting: `${retention}, ${Number.isFinite(newADay) ? newADay : "all"} new a day` };
    }
  }
  return best;
}
