// node bench-plan.mjs [ROW]: what simulated learners recall on the day of the interview, schedule by schedule at equal
// minutes. ROW chooses the rows whose name has it; `time` measures how long a plan takes. It judges nothing.
//
// The package is driven through what it exports and nothing else: anybody can write such a simulator. True memory is
// kept apart from every schedule; what they see are ratings and times.

import { TRUTHS } from "./plan/learner.mjs";
import { ROWS } from "./plan/rows.mjs";
import { SCHEDULES } from "./plan/schedules.mjs";
import { body, head, summary } from "./plan/table.mjs";
import { inThreads } from "./plan/threads.mjs";
import { time } from "./plan/time.mjs";

const [, , wanted = ""] = process.argv;
if (wanted === "time") time();
else await compare();

async function compare() {
  const rows = ROWS.map((_, row) => row).filter((row) => ROWS[row].name.includes(wanted));
  if (rows.length === 0) {
    console.error(`There is no row "${wanted}". There are:\n${ROWS.map(({ name }) => `  ${name}`).join("\n")}\n  time`);
    process.exit(1);
  }
  const all = TRUTHS.flatMap((_, truth) => rows.map((row) => SCHEDULES.map((_, schedule) => ({ row, truth, schedule }))));
  const results = inThreads(all.flat());
  /** @type {import("./plan/schedules.mjs").Result[][]} */
  const found = [];
  for (const tasks of all) {
    const [{ row, truth }] = tasks;
    if (row === rows[0]) console.log(head(TRUTHS[truth].label));
    const ofRow = await Promise.all(results.splice(0, tasks.length));
    console.log(body(ROWS[row].name, ofRow));
    found.push(ofRow);
  }
  console.log(`\n${summary(found)}`);
}
