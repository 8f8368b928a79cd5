// Firefox to be killed, as Mozilla builds it: it is driven by WebDriver BiDi, a W3C protocol of JSON over a socket.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { startBrowser } from "./processes.mjs";

/** @import {Killable} from "../kill.mjs" */

const { FIREFOX = "/usr/bin/firefox-esr" } = process.env;

/** After a crash it would ask what to do, and open what was open. */
const PREFERENCES = { "toolkit.startup.max_resumed_crashes": -1, "browser.sessionstore.resume_from_crash": false, "browser.shell.checkDefaultBrowser": false, "datareporting.policy.dataSubmissionEnabled": false };

/** On a profile of its own. `script` runs before the page's. @param {string} profile @param {string} script @returns {Promise<Killable>} */
export async function startFirefox(profile, script) {
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${value});\n`);
  writeFileSync(join(profile, "user.js"), lines.join(""));
  const { address, kill, isRunning } = startBrowser(FIREFOX, ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile", profile], /WebDriver BiDi listening on (ws:\S+)/);
  try {
    const send = await connect(`${await address}/session`);
    await send("session.new", { capabilities: {} });
    const { contexts } = await send("browsingContext.getTree", { maxDepth: 0 });
    const { context } = contexts[0];
    await send("script.addPreloadScript", { functionDeclaration: `() => { ${script} }` });
    const evaluate = async (/** @type {Function} */ work, /** @type {unknown} */ given) => {
      // As JSON, for the protocol has a notation of its own for values.
      const expression = `Promise.resolve((${work})(${JSON.stringify(given) ?? ""})).then((result) => JSON.stringify(result) ?? "null")`;
      const { type, result, exceptionDetails } = await send("script.evaluate", { expression, target: { context }, awaitPromise: true });
      if (type === "exception") throw new Error(exceptionDetails.text);
      return JSON.parse(result.value);
    };
    return { open: async (url) => void (await send("browsingContext.navigate", { context, url, wait: "complete" })), evaluate, kill, isRunning };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** @param {string} address @returns {Promise<(method: string, params: object) => Promise<any>>} */
async function connect(address) {
  const socket = new WebSocket(address);
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  let last = 0;
  socket.onmessage = ({ data }) => {
    const { id, type, result, error, message } = JSON.parse(String(data));
    const asked = waiting.get(id);
    waiting.delete(id);
    if (type === "error") asked?.reject(new Error(`${error}: ${message}`));
    else asked?.resolve(result);
  };
  socket.onclose = () => waiting.forEach(({ reject }) => reject(new Error("the browser was killed")));
  await new Promise((resolve, reject) => Object.assign(socket, { onopen: resolve, onerror: reject }));
  return (method, params) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
}
