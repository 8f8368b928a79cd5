// The table that is printed: recall on the day of the interview, row by row.

import { mean, spread } from "./mean.mjs";
import { SCHEDULES } from "./schedules.mjs";

/** @typedef {import("./schedules.mjs").Result} Result */

/** @param {string} label What the table is about. */
export function head(label) {
  const names = [label, ...SCHEDULES.map(({ name }) => name), "the plan is ahead by", "its minutes a day", "it predicted", "tuned to"];
  return `\n${line(names)}\n${line(names.map(() => "---"))}`;
}

/** @param {string} name @param {Result[]} results In the order of the schedules. */
export function body(name, results) {
  const cells = results.map(({ recalls }) => `${mean(recalls).toFixed(4)} ± ${spread(recalls).toFixed(4)}`);
  const { ahead, error } = lead(results);
  const { minutes, predicted } = results[results.length - 1];
  const setting = results.find(({ setting }) => setting)?.setting ?? "";
  return line([name, ...cells, `${ahead < 0 ? "-" : "+"}${Math.abs(ahead).toFixed(4)} ± ${error.toFixed(4)}`, minutes.toFixed(1), predicted?.toFixed(4) ?? "", setting]);
}

/**
 * By how much the last of them is ahead of the best other, with the standard error of that, and the spread of that other.
 * The same seed is the same luck, so that differences are told apart by pairs.
 * @param {Result[]} results
 */
export function lead(results) {
  const { recalls } = results[results.length - 1];
  const best = results.slice(0, -1).reduce((best, other) => (mean(other.recalls) > mean(best.recalls) ? other : best));
  const pairs = recalls.map((recall, seed) => recall - best.recalls[seed]);
  return { ahead: mean(pairs), error: spread(pairs) / Math.sqrt(pairs.length), spread: spread(best.recalls) };
}

/** How often the plan is first. @param {Result[][]} rows */
export function summary(rows) {
  const leads = rows.map(lead);
  const clearly = leads.filter(({ ahead, error }) => ahead > 2 * error).length;
  const within = leads.filter(({ ahead, spread }) => ahead > -spread).length;
  return `Of ${rows.length} rows the plan is ahead of all others by more than two standard errors in ${clearly}; it is first, or within the spread of the first, in ${within}.`;
}

/** @param {string[]} cells */
function line(cells) {
  return `| ${cells.join(" | ")} |`;
}
