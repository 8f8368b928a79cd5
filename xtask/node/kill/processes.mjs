// Browsers as processes that can be killed.

import { spawn } from "node:child_process";

/**
 * Starts a browser, and finds in what it says where it listens.
 * @param {string} program @param {string[]} flags @param {RegExp} listening
 */
export function startBrowser(program, flags, listening) {
  // A group of processes of its own, so that none outlives the browser.
  const browser = spawn(program, flags, { stdio: ["ignore", "ignore", "pipe"], detached: true });
  let isRunning = true;
  const ended = new Promise((resolve) => browser.once("exit", resolve)).then(() => (isRunning = false));
  const kill = async () => {
    if (browser.pid && isRunning) process.kill(-browser.pid, "SIGKILL");
    await ended;
  };
  /** @type {Promise<string>} */
  const address = new Promise((resolve, reject) => {
    let said = "";
    browser.once("error", reject);
    browser.stderr.on("data", (chunk) => {
      const [, found] = (said += chunk).match(listening) ?? [];
      if (found) resolve(found);
    });
    browser.stderr.on("end", () => reject(new Error(`the browser did not start: ${said}`)));
  });
  return { address, kill, isRunning: () => isRunning };
}
