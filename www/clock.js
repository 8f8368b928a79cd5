// The only reader of the clock: everything else is told what time it is.

/** @import {Moment} from "../pkg/greenroom.js" */

/**
 * This moment, as the engine wants it.
 * @returns {Moment}
 */
export function moment() {
  const date = new Date();
  return { now: date.getTime(), offset: -date.getTimezoneOffset() };
}

/** The date on the wall: `2026-11-21`. */
export function today() {
  const { now, offset } = moment();
  return new Date(now + offset * 60_000).toISOString().slice(0, 10);
}
