// Fits the memory model to a history: in a worker where one may start, else on the page, part by part.

/** @import {Fit} from "../../pkg/memory.js" */
/** @import {TrustedTypes} from "../register-sw.js" */

import { startMemory } from "../memory-engine.js";

/** @param {Uint8Array} history @returns {Promise<Fit>} */
export async function runFit(history) {
  const worker = startWorker();
  if (!worker) return fitHere(history);
  try {
    return await fitThere(worker, history);
  } catch (error) {
    // It could not be loaded as a worker: whether it can be here will show.
    if (error instanceof Event) return await fitHere(history);
    throw error;
  } finally {
    worker.terminate();
  }
}

/** None where the page is of another origin than this script, or forbids workers. */
function startWorker() {
  try {
    return new Worker(workerAddress(), { type: "module" });
  } catch {
    return null;
  }
}

/** Pages that take no text for the address of a script take it from a policy, whose name is allowed once. */
function workerAddress() {
  const address = new URL("memory-worker.js", import.meta.url);
  const { trustedTypes } = /** @type {{ trustedTypes?: TrustedTypes }} */ (globalThis);
  return (trusted ??= trustedTypes?.createPolicy("greenroom-memory", { createScriptURL: () => address.href }).createScriptURL("") ?? address);
}

/** @type {URL | undefined} */
let trusted;

/** @param {Worker} worker @param {Uint8Array} history @returns {Promise<Fit>} */
function fitThere(worker, history) {
  return new Promise((resolve, reject) => {
    worker.onerror = reject;
    worker.onmessage = ({ data }) => ("fit" in data ? resolve(data.fit) : reject(new Error(data.error)));
    worker.postMessage(history);
  });
}

/** The page draws and answers between the parts. @param {Uint8Array} history */
async function fitHere(history) {
  const { Fitting } = await startMemory();
  const fitting = new Fitting(history);
  try {
    for (;;) {
      await pause();
      const fit = fitting.step();
      if (fit) return fit;
    }
  } finally {
    fitting.free();
  }
}

/** @returns {Promise<void>} */
function pause() {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve(), { timeout: 1000 });
    else setTimeout(resolve, 50);
  });
}
