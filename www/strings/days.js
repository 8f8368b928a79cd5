// Days as the learner's English writes them. They are counted from 1970, and formatted as UTC: a date has no time zone.

import { LOCALE } from "./numbers.js";

const DAY = 86_400_000;

const weekday = dates({ weekday: "short" });
const weekdayInFull = dates({ weekday: "long" });
const date = dates({ day: "numeric", month: "short" });
const dateAndYear = dates({ day: "numeric", month: "short", year: "numeric" });
const longDate = dates({ weekday: "short", day: "numeric", month: "short" });

/** @param {{ day: number, inDays: number }} day */
export function shortDay({ day, inDays }) {
  if (inDays <= 0) return "today";
  if (inDays === 1) return "tomorrow";
  return inDays < 7 ? weekday.format(day * DAY) : onDate(day, inDays);
}

/** @param {{ day: number, inDays: number }} day */
export function dayInFull({ day, inDays }) {
  if (inDays <= 0) return "today";
  if (inDays === 1) return "tomorrow";
  return `on ${inDays < 7 ? weekdayInFull.format(day * DAY) : onDate(day, inDays)}`;
}

/** `Thu, Dec 10`. @param {number} day */
export function fullDate(day) {
  return longDate.format(day * DAY);
}

/** `Dec 10`. @param {number} day */
export function plainDate(day) {
  return date.format(day * DAY);
}

/** @param {number} day @param {number} inDays */
function onDate(day, inDays) {
  return (inDays < 300 ? date : dateAndYear).format(day * DAY);
}

/** @param {Intl.DateTimeFormatOptions} options */
export function dates(options) {
  return new Intl.DateTimeFormat(LOCALE, { ...options, timeZone: "UTC" });
}
