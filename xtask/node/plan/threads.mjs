// Tasks that are shared out among threads.

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/** @typedef {import("./schedules.mjs").Result} Result */
/** The places of a row, a truth and a schedule. @typedef {{ row: number, truth: number, schedule: number }} Task */

/**
 * Begins tasks in their order, in as many threads as there are processors.
 * @param {Task[]} tasks @returns {Promise<Result>[]} In the same order.
 */
export function inThreads(tasks) {
  /** @type {{ task: Task, resolve: (result: Result) => void, reject: (error: unknown) => void }[]} */
  const waiting = [];
  const results = tasks.map((task) => new Promise((resolve, reject) => waiting.push({ task, resolve, reject })));
  for (let thread = 0; thread < Math.min(availableParallelism(), tasks.length); thread++) {
    const worker = new Worker(new URL("./worker.mjs", import.meta.url));
    let current = waiting.shift();
    worker.postMessage(current?.task);
    worker.on("message", (result) => {
      current?.resolve(result);
      current = waiting.shift();
      if (current) worker.postMessage(current.task);
      else worker.terminate();
    });
    worker.on("error", (error) => current?.reject(error));
  }
  return results;
}
