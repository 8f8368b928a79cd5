// What the dialog of the interview plan says. With www/strings.js these are the words of the page.

import { dates, fullDate, plainDate } from "../strings/days.js";
import { LOCALE, count, many, share } from "../strings/numbers.js";

const DAY = 86_400_000;
/** 5 January 1970 was a Monday. */
const MONDAY = 4;
const weekday = dates({ weekday: "short" });
const duration = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 1 });

export const words = {
  heading: "Your interview",
  close: "Close",
  when: "When is it?",
  inWeeks: /** @param {number} weeks */ (weeks) => `In ${many(weeks, "week", "weeks")}`,
  noDate: "No date",
  withoutDate: "Without a date each card comes back when you are about to forget it. With one, practice is chosen so that most is recalled on that day.",
  minutesADay: "Minutes a day",
  minutes: /** @param {number} minutes */ (minutes) => many(minutes, "minute", "minutes"),
  daysOff: "Days off",
  weekdaysOff: "Days of the week without practice",
  /** Monday first. */
  weekdays: Array.from({ length: 7 }, (_, place) => weekday.format((MONDAY + place) * DAY)),
  singleDay: "A single day without practice",
  date: /** @param {number} day */ (day) => fullDate(day),
  noDayOff: /** @param {number} day */ (day) => `Practice on ${fullDate(day)} after all`,
  decks: "Decks for this interview",

  forecast: "What it comes to",
  recalled: /** @param {number} recall */ (recall) => share.format(recall),
  lead: /** @param {number} minutes @param {number} day */ (minutes, day) => `recalled on ${fullDate(day)}, at ${many(minutes, "minute", "minutes")} a day`,
  compared: /** @param {{ minutes: number, recall: number }[]} others */ (others) =>
    others.map(({ minutes, recall }) => `At ${count.format(minutes)}: ${share.format(recall)}.`).join(" "),
  impossible: /** @param {number} leftOut */ (leftOut) => `There is no time for ${many(leftOut, "new card", "new cards")}.`,
  showLeftOut: "What is left out",
  picture: /** @param {number} day */ (day) => `Predicted recall on ${fullDate(day)}, if practice stopped earlier`,
  described: /** @param {{ minutes: number, recall: number }} chosen @param {number} idle */ ({ minutes, recall }, idle) =>
    `It rises from ${share.format(idle)} without any more practice to ${share.format(recall)} with ${many(minutes, "minute", "minutes")} every day until then.`,
  today: "today",
  day: /** @param {number} day */ (day) => plainDate(day),
  asTable: "The same as a table",
  tableHead: ["Minutes a day", "Recalled", "Left out"],
  count: /** @param {number} number */ (number) => count.format(number),
  byPart: "Where the minutes go",
  other: "Other cards",
  part: /** @param {{ recallIdle: number, recall: number, seconds: number }} part */ ({ recallIdle, recall, seconds }) =>
    `${share.format(recallIdle)} now, ${share.format(recall)} then · ${time(seconds)}`,
  honest: "A forecast knows what can be expected if you keep to the plan. Days that you miss cost more than they seem.",

  days: "Your days",
  daysSaid: /** @param {number} reviews @param {number} days @param {number} due */ (reviews, days, due) =>
    `${many(reviews, "review", "reviews")} on ${many(days, "day", "days")} in the last twelve weeks. ${many(due, "card comes", "cards come")} back in the next four.`,
  daysPicture: "Reviews on past days, and cards that come back on coming ones",
  week: /** @param {number} day */ (day) => `Week of ${plainDate(day)}`,
  weekHead: ["Week", "Reviews", "Cards that come back"],
  leeches: "Cards that do not stay",
  leech: /** @param {{ missed: number, asked: number, seconds: number }} leech */ ({ missed, asked, seconds }) =>
    `missed on ${count.format(missed)} of ${many(asked, "day", "days")}, ${time(seconds)} so far`,
  leechAdvice:
    "Asking them more often will not help. Learn them in another way: say the answer aloud in your own words, find a picture or a story for it, or split it into smaller cards.",
};

/** @param {number} seconds */
function time(seconds) {
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${count.format(minutes)} min` : `${duration.format(minutes / 60)} h`;
}
