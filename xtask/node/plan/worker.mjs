// One of several threads: what it is sent names a row, a truth and a schedule; it answers with the result.

import { parentPort } from "node:worker_threads";
import { TRUTHS } from "./learner.mjs";
import { ROWS } from "./rows.mjs";
import { SCHEDULES } from "./schedules.mjs";

parentPort?.on("message", (/** @type {import("./threads.mjs").Task} */ { row, truth, schedule }) => {
  parentPort?.postMessage(SCHEDULES[schedule].run(ROWS[row], TRUTHS[truth]));
});
