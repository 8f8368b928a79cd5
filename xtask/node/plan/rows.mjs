// The conditions under which schedules are compared.

/**
 * So many cards, and so many days until the interview with so many minutes each, but for days of the week that are off
 * (from 1, Monday, to 7; the first day is a Monday) and days that are missed without notice (counted from 0).
 * @typedef {{ name: string, cards: number, days: number, minutes: number, weekdaysOff: number[], missed: number[] }} Row
 */

/** @param {number} cards @param {number} days @param {number} minutes @param {Partial<Row>} [more] @returns {Row} */
function row(cards, days, minutes, more) {
  return { name: `${cards} cards, ${days} days, ${minutes} min`, cards, days, minutes, weekdaysOff: [], missed: [], ...more };
}

export const ROWS = [
  row(100, 14, 15),
  row(400, 21, 30),
  row(200, 14, 30),
  row(50, 3, 20),
  row(1000, 60, 30),
  row(200, 21, 20, { name: "200 cards, 21 days, 20 min, two days off a week", weekdaysOff: [3, 4] }),
  row(200, 21, 20, { name: "200 cards, 21 days, 20 min, a week missed", missed: [7, 8, 9, 10, 11, 12, 13] }),
  // Far too little time, and more than enough.
  row(400, 7, 15),
  row(67, 14, 20),
];

/** Whether there is practice on a day. @param {Row} row @param {number} day */
export function isPracticed({ weekdaysOff, missed }, day) {
  return !weekdaysOff.includes((day % 7) + 1) && !missed.includes(day);
}
