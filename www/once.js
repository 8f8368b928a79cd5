/**
 * Starts something with the first call, and answers every later one with the same; a start that failed is tried again.
 * @template Started
 * @param {() => Promise<Started>} start
 */
export function once(start) {
  /** @type {Promise<Started> | undefined} */
  let started;
  return () =>
    (started ??= start().catch((error) => {
      started = undefined;
      throw error;
    }));
}
