// Fits the memory model away from the page, so that the page never waits: takes a history, answers with the fit.

import { startMemory } from "./memory-engine.js";

addEventListener("message", async ({ data }) => {
  try {
    const { fit } = await startMemory();
    postMessage({ fit: fit(data) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
});
