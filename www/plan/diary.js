// The days of practice as a calendar, and the cards that do not stay.

/** @import {Diary} from "../../pkg/memory.js" */

import { el } from "../dom.js";
import { svg } from "../svg.js";
import { words } from "./strings.js";

/** A square of the calendar and the way to the next. */
const SIDE = 13;
const STEP = 16;
/** The counts from which a square is darker. */
const LEVELS = [1, 10, 25, 50];

/** One day: how many reviews, how many cards come back; null where it is not that day yet, or no more. @typedef {{ day: number, reviews: number | null, due: number | null }} Cell */

/** @param {Diary} diary */
export function drawDiary(diary) {
  const isBlank = [...diary.reviews, ...diary.due].every((count) => count === 0);
  return [!isBlank && drawDays(diary), diary.leeches.length > 0 && drawLeeches(diary.leeches)];
}

/** @param {Diary} diary */
function drawDays(diary) {
  const { reviews, due } = diary;
  const sum = (/** @type {number[]} */ counts) => counts.reduce((sum, count) => sum + count, 0);
  const lead = words.daysSaid(sum(reviews), reviews.filter((count) => count > 0).length, sum(due));
  const weeks = inWeeks(cells(diary));
  return el(
    "section",
    { class: "days", part: "days" },
    el("h3", { class: "label" }, words.days),
    el("p", {}, lead),
    picture(weeks, diary.today, lead),
    el("details", { class: "fold" }, el("summary", {}, words.asTable), table(weeks)),
  );
}

/** @param {Diary} diary @returns {Cell[]} */
function cells({ today, reviews, due }) {
  const past = reviews.map((count, place) => ({ day: today - reviews.length + 1 + place, reviews: count, due: null }));
  const coming = due.map((count, place) => ({ day: today + place, reviews: null, due: count }));
  const [now] = coming.splice(0, 1);
  const last = past.pop();
  return [...past, ...(last && now ? [{ ...last, due: now.due }] : []), ...coming];
}

/** By weeks that begin on Monday. @param {Cell[]} cells @returns {Cell[][]} */
function inWeeks(cells) {
  /** @type {Cell[][]} */
  const weeks = [];
  for (const cell of cells) {
    if (weeks.length === 0 || weekday(cell.day) === 0) weeks.push([]);
    weeks.at(-1)?.push(cell);
  }
  return weeks;
}

/** Monday is 0; 1 January 1970 was a Thursday. @param {number} day */
function weekday(day) {
  return (((day + 3) % 7) + 7) % 7;
}

/** @param {Cell[][]} weeks @param {number} today @param {string} description */
function picture(weeks, today, description) {
  const squares = weeks.flatMap((week, column) =>
    week.map((cell) => {
      const { day, reviews, due } = cell;
      const isPast = day < today || (day === today && (reviews ?? 0) > 0);
      const level = LEVELS.filter((least) => ((isPast ? reviews : due) ?? 0) >= least).length;
      const name = `${isPast ? "past" : "coming"} level-${level}${day === today ? " now" : ""}`;
      return svg("rect", { x: column * STEP + 1.5, y: weekday(day) * STEP + 1.5, width: SIDE, height: SIDE, rx: 3, class: name });
    }),
  );
  return svg(
    "svg",
    { viewBox: `0 0 ${weeks.length * STEP + 2} ${7 * STEP + 2}`, class: "plot squares", role: "img", "aria-labelledby": "days-title days-desc" },
    svg("title", { id: "days-title" }, words.daysPicture),
    svg("desc", { id: "days-desc" }, description),
    ...squares,
  );
}

/** @param {Cell[][]} weeks */
function table(weeks) {
  const sum = (/** @type {(number | null)[]} */ counts) => counts.reduce((/** @type {number} */ sum, count) => sum + (count ?? 0), 0);
  const rows = weeks.map((week) => {
    const [first] = week;
    const counts = [sum(week.map((cell) => cell.reviews)), sum(week.map((cell) => cell.due))];
    return el("tr", {}, el("th", { scope: "row" }, words.week(first?.day ?? 0)), ...counts.map((count) => el("td", {}, words.count(count))));
  });
  const head = words.weekHead.map((title) => el("th", { scope: "col" }, title));
  return el("table", { class: "topics" }, el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...rows));
}

/** @param {Diary["leeches"]} leeches */
function drawLeeches(leeches) {
  const items = leeches.map((leech) => el("li", {}, leech.prompt, el("span", { class: "soft" }, ` – ${words.leech(leech)}`)));
  return el(
    "section",
    { class: "leeches", part: "leeches" },
    el("h3", { class: "label" }, words.leeches),
    el("ul", { class: "rich" }, ...items),
    el("p", { class: "soft" }, words.leechAdvice),
  );
}
