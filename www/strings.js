// Every word the page says: a translation is a copy of this file and of those in `strings/`.

/** @import {Calibration, ComesBack, Left, NumberAnswer, Rating, CardScreen, Next, Saving, Rung, Task} from "../pkg/greenroom.js" */

import { answering } from "./strings/answering.js";
import { dayInFull, shortDay } from "./strings/days.js";
import { LOCALE, count, many, share } from "./strings/numbers.js";
import { planning } from "./strings/planning.js";

/** At most two places behind the point, or four digits that count, whichever says more. */
const PRECISION = /** @type {const} */ ({ maximumFractionDigits: 2, maximumSignificantDigits: 4, roundingPriority: "morePrecision" });
const amount = new Intl.NumberFormat(LOCALE, PRECISION);
const exact = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 9 });
const preciseShare = new Intl.NumberFormat(LOCALE, { ...PRECISION, style: "percent" });

export const words = {
  /* The widget */
  practice: /** @param {string} title */ (title) => `Practice: ${title}`,
  undo: "Undo",
  undoLast: "Undo the last rating",
  keys: "Keys",
  close: "Close",
  profileGone: "This profile was deleted. Reload the page to go on.",
  fault: "Practice stopped because of a fault. Your ratings are kept; reload the page to go on.",
  cannotOpen: "This deck cannot be opened here.",

  /* What is left today */
  left: /** @param {Left} left */ (left) => leftParts(left).join(", ") || "Nothing due",

  /* A card */
  whyAndTask: /** @param {CardScreen["why"]} why @param {Task} task */ (why, task) => [WHY[why], TASK[task]].filter(Boolean).join(" · "),
  missingTopic: /** @param {string} topic */ (topic) => `This deck has no topic “${topic}”; all of it is asked.`,
  showAnswer: "Show answer",
  check: "Check",
  showStep: /** @param {number} step */ (step) => `Show step ${count.format(step)}`,
  answer: "Answer",
  rung: /** @param {Rung["kind"]} kind */ (kind) => RUNG[kind],
  helpLeft: /** @param {number} left */ (left) => `${count.format(left)} left`,
  notes: "Notes",
  mnemonic: "Mnemonic",
  pitfalls: "Pitfalls",
  code: "Code",
  table: "Table",
  blank: /** @param {string | null} hint */ (hint) => (hint ? `blank, hint: ${hint}` : "blank"),
  gapWords: /** @param {string | null | undefined} text */ (text) => (text ? `The blank: ${text}` : ""),
  imageLeftOut: /** @param {string} alt */ (alt) => (alt ? `Picture: ${alt}` : "Picture left out"),

  /* A choice */
  pickOne: "Pick one",
  pickAll: "Pick all that are right",
  picked: /** @param {boolean} isPicked @param {string} option */ (isPicked, option) => `${isPicked ? "Picked" : "Dropped"}: ${option}`,
  allRight: "Right",
  partlyRight: "Partly right",
  notRight: "Not right",
  /** `isPicked` is null where nothing was. */
  verdict: /** @param {boolean} isRight @param {boolean | null} isPicked */ (isRight, isPicked) => verdict(isRight, isPicked),

  /* Answering, and what came of it: in a file of their own */
  ...answering,

  /* The interview plan, and what a session is for: likewise */
  ...planning,

  /* Steps and variants */
  step: /** @param {number} step */ (step) => `Step ${count.format(step)}`,
  minutes: /** @param {number} minutes */ (minutes) => `${count.format(minutes)} min`,
  thinkFirst: "Think it through first.",
  variants: "Variants",

  /* Typed answers */
  alsoAccepted: "Also accepted:",
  noNumber: "There is no such number",
  quantity: /** @param {number} value @param {string} unit */ (value, unit) => quantity(value, unit),
  isRounded: /** @param {number} value @param {string} unit */ (value, unit) => isRounded(unit === "%" ? value * 100 : value),
  tolerance: /** @param {NumberAnswer} number */ ({ tolerance, unit }) => toleranceInWords(tolerance, unit),
  ifYouGot: /** @param {string} number */ (number) => `If you got ${number}:`,

  /* The rating */
  howWell: "How well did you know this?",
  rating: /** @param {Rating} rating */ (rating) => RATING[rating],
  /** What a screen reader hears before the date on a rating. */
  beforeComesBack: /** @param {ComesBack} back */ (back) => beforeWhen(back),
  comesBack: /** @param {ComesBack} back */ (back) => when(back),
  rated: /** @param {Rating} rating @param {ComesBack | undefined} back */ (rating, back) =>
    back ? `Rated ${rating}. ${backInFull(back)}` : `Rated ${rating}.`,
  takenBack: "Rating taken back.",
  resetTakenBack: "The ratings are back.",
  startCardOver: "Start this card over",
  startOverMeans: "Its ratings stop counting, and it is new again. Undo brings them back.",
  startOver: "Start over",
  startedOver: "The card is new again. Undo brings its ratings back.",

  /* Where the learner stands */
  checkpoint: "Where you stand",
  checkpointLead: /** @param {number} reviewed */ (reviewed) => `${many(reviewed, "rating", "ratings")} in this sitting.`,
  mastery: "Mastery",
  masteryMeans: "What you said you know",
  readiness: "Readiness",
  percent: /** @param {number} part */ (part) => share.format(part),
  change: /** @param {number} before @param {number} now */ (before, now) => change(Math.round(now * 100) - Math.round(before * 100)),
  byTopic: "By topic",
  topic: "Topic",
  seen: "Seen",
  seenOf: /** @param {number} seen @param {number} cards */ (seen, cards) => `${count.format(seen)} of ${count.format(cards)}`,
  weakCards: "Points you keep leaving out",
  weakCard: /** @param {number} readiness */ (readiness) => `readiness ${share.format(readiness)}`,
  calibration: "How sure you are, and how right",
  calibrated: /** @param {Calibration} calibration */ (calibration) => calibrated(calibration),
  calibrationMeans: "A dot on the line is as right as you were sure; below it you were too sure. The larger the dot, the more answers.",
  calibrationTable: "The same as a table",
  calibrationPicture: /** @param {Calibration} calibration */ ({ answers }) => `How right ${count.format(answers)} answers were, by how sure you were`,
  sure: "Sure",
  answers: "Answers",
  right: "Right",
  count: /** @param {number} number */ (number) => count.format(number),
  goOn: "Continue",
  stopHere: "Stop here",

  /* Rest */
  next: /** @param {Next | null} next */ (next) => (next ? `${many(next.cards, "card comes", "cards come")} back ${dayInFull(next)}.` : ""),
  nothingWaits: "No card is waiting for a later day.",
  stillShaky: /** @param {number} cards */ (cards) => `${many(cards, "card is", "cards are")} still shaky.`,
  practiceFreely: "Practice freely",
  freelyMeans: "Free practice never puts a card off. One that you have forgotten comes back sooner.",
  keepGoing: "Go on practicing",
  memory: "How recall is predicted",
  memoryFailed: "It could not be loaded. Check the connection and press it again.",

  /* An empty deck */
  empty: "This deck has no cards yet",
  emptyAdvice: "A card is a second-level heading with its answer below it.",

  /* Saving */
  saved: "Saved",
  savedMeans: "All your ratings are stored in this browser, and stay even if it crashes now.",
  notSaved: /** @param {Exclude<Saving, { kind: "kept" }>} saving */ (saving) => (saving.kind === "memory" ? NOT_SAVED : SAVED_ONCE)[saving.why],
  saveBackup: "Save a backup",
  backupFailed: "The backup could not be saved. Check the connection and press it again.",
  unreadable: /** @param {number} lost @param {number} kept */ (lost, kept) =>
    `${many(lost, "stored rating", "stored ratings")} could not be read and will not count; ${kept === 1 ? "one other is" : `the other ${count.format(kept)} are`} here. What could not be read was set aside, unchanged.`,
  newer: /** @param {number} ratings */ (ratings) =>
    `${many(ratings, "stored rating was", "stored ratings were")} written by a newer version of this page, and will count there. Reload this page to get it.`,

  /* Faults in a deck, for its author */
  problems: /** @param {number} problems */ (problems) => `${many(problems, "problem", "problems")} in this deck`,
  problemsFailed: "They could not be loaded. Check the connection and open this again.",
  place: /** @param {number} line @param {number} column */ (line, column) => `Line ${line}:${column}`,

  /* Keys */
  keyList: /** @type {[string[], string][]} */ ([
    [["Space", "Enter"], "Show the answer, or its next step"],
    [["1", "2", "…", "9"], "Pick an option"],
    [["1", "2", "3", "4", "5"], "Rate, once the answer is shown"],
    [["A", "…", "Z"], "Begin to write, where there is a field"],
    [["Ctrl Enter"], "Check what you wrote; Enter checks a line"],
    [["Space", "Enter"], "Accept the suggested rating"],
    [["↑", "↓"], "From point to point; Tab leads to the first"],
    [["x"], "Tick a point, or take its tick away"],
    [["+"], "Open the next hint; h too where there is no field"],
    [["u"], "Take back the last rating"],
    [["?"], "Show this list"],
  ]),

  /* The page */
  greenroom: "Greenroom",
  titled: /** @param {string} title */ (title) => `${title} · Greenroom`,
  counts: /** @param {number} cards @param {Left} left */ (cards, left) => [many(cards, "card", "cards"), ...(left.unseen === cards ? ["all new"] : leftParts(left))].join(", "),
  nextDue: /** @param {Next} next */ (next) => `Next: ${many(next.cards, "card", "cards")} ${dayInFull(next)}`,
  moreAboutDeck: "About this deck, topic by topic",
  start: "Practice",
  startDeck: /** @param {string} title */ (title) => `Practice ${title}`,
  opening: "Opening the deck…",
  noDecks: "There are no decks here yet.",
  listFailed: "The list of decks could not be loaded. Check the connection and reload the page.",
  deckFailed: "This deck could not be opened.",
  unknownDeck: "There is no deck at this address",
  unknownDeckAdvice: /** @param {string} address */ (address) => `Nothing could be opened at “${address}”. The link may be cut off, or the deck has moved.`,
  deckUnreachable: "This deck could not be loaded",
  deckUnreachableAdvice: "Check the connection. A deck that you have opened before works without one.",
  tryAgain: "Try again",
  license: /** @param {string} name */ (name) => `License: ${name}`,
  allDecks: "All decks",
  yourProgress: "Your progress",
  progressFailed: "This page could not be loaded. Check the connection and reload it.",
  firstProfile: "First profile",
  updateReady: "A new version is ready.",
  update: "Update",

  /* Links and the author's page */
  badParameter: /** @param {string} name @param {string} found */ (name, found) => `The link says ${name}=${found}, which means nothing here; it is left out.`,
  linkFailed: "This link could not be opened",
};

/** @type {Record<Rating, string>} */
const RATING = { 1: "Not at all", 2: "Barely", 3: "Partly", 4: "Well", 5: "Perfectly" };

/** @type {Record<CardScreen["why"], string>} */
const WHY = { unseen: "New", due: "Due", gain: "Worth repeating", again: "Again", free: "Not due yet" };

/** What is wanted, where the prompt alone does not show it. @type {Record<Task, string>} */
const TASK = {
  recall: "",
  points: "Name the points",
  ranked: "In order",
  choice: "",
  short: "A few words",
  number: "A number",
  gap: "Fill the gap",
  stages: "Step by step",
};

/** @type {Record<Rung["kind"], string>} */
const RUNG = { hint: "Hint", mnemonic: "Mnemonic" };

/** @type {Record<(Saving & { kind: "memory" })["why"], string>} */
const NOT_SAVED = {
  chosen: "Ratings are not kept here. They are forgotten when the page closes.",
  blocked: "Ratings cannot be saved in this browser: its storage is blocked. Practice goes on; it is forgotten when the page closes.",
  full: "Ratings cannot be saved in this browser: its storage is full. Practice goes on; it is forgotten when the page closes.",
};

/** Where one of two homes is missing. @type {typeof NOT_SAVED} */
const SAVED_ONCE = {
  ...NOT_SAVED,
  blocked: "Your ratings are saved in this browser once instead of twice: part of its storage is blocked.",
  full: "Your ratings are saved in this browser once instead of twice: part of its storage is full.",
};

/** @param {Left} left */
function leftParts({ again, due, unseen }) {
  const parts = [];
  if (again) parts.push(`${count.format(again)} again`);
  if (due) parts.push(`${count.format(due)} due`);
  if (unseen) parts.push(`${count.format(unseen)} new`);
  return parts;
}

/** The two ends say most. @param {Calibration} calibration */
function calibrated({ levels, answers }) {
  const lines = [5, 1].flatMap((degree) => {
    const level = levels[degree - 1];
    return level && level.answers >= 5 ? [`When you say ${degree} you are right ${share.format(level.right)} (${many(level.answers, "answer", "answers")}).`] : [];
  });
  return lines.length > 0 ? lines.join(" ") : `From ${many(answers, "answer", "answers")}.`;
}

/**
 * When a card comes back, in as few letters as a rating has room for.
 * @param {ComesBack} back
 */
function when(back) {
  switch (back.kind) {
    case "soon":
      return "in a few cards";
    case "later":
      return "later today";
    case "atEnd":
      return "at the end";
    case "notBefore":
      return "no repeat needed";
    case "day":
      return back.moved ? shortDay(back) : `stays ${back.inDays > 1 ? "on " : ""}${shortDay(back)}`;
  }
}

/** @param {ComesBack} back */
function beforeWhen(back) {
  if (back.kind === "notBefore") return "";
  if (back.kind !== "day") return "Comes back ";
  if (!back.moved) return "";
  return back.inDays > 1 ? "Comes back on " : "Comes back ";
}

/** @param {ComesBack} back */
function backInFull(back) {
  if (back.kind === "notBefore") return "It need not come back before the interview.";
  if (back.kind !== "day") return `Comes back ${when(back)}.`;
  return back.moved ? `Comes back ${dayInFull(back)}.` : `Stays ${dayInFull(back)}.`;
}

/** @param {boolean} isRight @param {boolean | null} isPicked */
function verdict(isRight, isPicked) {
  if (isRight) return isPicked === null ? "Right" : isPicked ? "Right, picked" : "Right, but not picked";
  return isPicked ? "Wrong, but picked" : "Wrong";
}

/**
 * A number as people write it: `15%`, `$1,200`, `3 days`.
 * @param {number} value
 * @param {string} unit
 */
function quantity(value, unit) {
  if (unit === "%") return preciseShare.format(value);
  const digits = amount.format(Math.abs(value));
  const sign = value < 0 ? "−" : "";
  if (isCurrency(unit)) return sign + unit + digits;
  return `${sign}${digits} ${value === 1 && unit === "points" ? "point" : unit}`.trim();
}

/** @param {number} value */
function isRounded(value) {
  return amount.format(value) !== exact.format(value);
}

/** @param {NumberAnswer["tolerance"]} tolerance @param {string} unit The answer's. */
function toleranceInWords(tolerance, unit) {
  if (tolerance.kind === "exact" || (tolerance.kind === "within" && tolerance.by === 0)) return "";
  if (tolerance.kind === "orderOfMagnitude") return "The order of magnitude counts.";
  const within = quantity(tolerance.by, tolerance.unit || (isCurrency(unit) ? unit : ""));
  return tolerance.unit === "%" ? `Within ${within} of it is right.` : `Within ${within} is right.`;
}

/** @param {string} unit */
function isCurrency(unit) {
  return /^\p{Sc}$/u.test(unit);
}

/** @param {number} points */
function change(points) {
  if (points === 0) return "no change";
  return `${points > 0 ? "up" : "down"} ${many(Math.abs(points), "point", "points")}`;
}
