// The words around an answer: how it is given, what came of it, points asked on their own.

/** @import {PointSaid, Rating, Said, Typed} from "../../pkg/greenroom.js" */
/** @import {Manner} from "../habit.js" */

import { count, many, share } from "./numbers.js";

export const answering = {
  /* Answering */
  manners: "How you answer",
  manner: /** @param {Manner} manner */ (manner) => MANNER[manner],
  mannerMeans: /** @param {Manner} manner */ (manner) => MANNER_MEANS[manner],
  yourAnswer: "Your answer",
  answerHere: "Answer in your own words",
  answerShortly: "Your answer",
  saidAloud: "I said it aloud",
  dictate: "Dictate",
  stopDictating: "Stop dictating",
  dictateMeans: "Speech is written down on this device; it is not sent anywhere",
  asksSure: "Ask how sure I am",
  howSure: "How sure are you?",
  sureMeans: /** @param {Rating} degree */ (degree) => SURE[degree],

  /* What came of an answer */
  foundSoFar: /** @param {Said} said @param {boolean} waits Whether no rating is suggested before something is ticked. */ (said, waits) => foundSoFar(said, waits),
  finding: /** @param {PointSaid} point */ (point) => finding(point),
  didSay: "I did say this",
  didSayOf: /** @param {string} point */ (point) => `I did say this: ${point}`,
  didNotSay: "I did not",
  didNotSayOf: /** @param {string} point */ (point) => `I did not say this: ${point}`,
  ticked: /** @param {boolean} said */ (said) => (said ? "Counted as said." : "Counted as not said."),
  outcome: /** @param {Said} said @param {Rating | null} suggested */ (said, suggested) => outcome(said, suggested),
  typed: /** @param {Typed} typed @param {boolean} isToFollow Whether the right words come behind. */ (typed, isToFollow) => typedInWords(typed, isToFollow),
  remark: /** @param {NonNullable<Said["remark"]>} remark */ (remark) => REMARK[remark],
  worthAdding: /** @param {number} points */ (points) => (points === 1 ? "Worth adding next time" : "Two points worth adding next time"),
  fellInto: "A pitfall that your answer comes close to",
  suggested: /** @param {Rating} rating */ (rating) => `Suggested: ${rating}`,
  weakPoints: /** @param {Node[]} titles @param {number | null} readiness */ (titles, readiness) => weakPoints(titles, readiness),

  /* A point asked on its own */
  drill: /** @param {Node[] | null} point */ (point) => (point ? ["You keep leaving out ", ...point, ": what goes there?"] : ["You keep leaving out one point of this answer: which?"]),
  drillWhy: /** @param {number} missed */ (missed) => (missed > 0 ? `Left out ${count.format(missed)} times of late` : "Left out before"),
  otherPoints: "The others are",
  recalled: "I had it",
  notRecalled: "Not yet",
  recalledSaid: /** @param {boolean} recalled */ (recalled) => (recalled ? "Counted as said." : "It will be asked again."),
};

/** @type {Record<Rating, string>} */
const SURE = { 1: "Guessing", 2: "Hardly", 3: "Half", 4: "Fairly", 5: "Certain" };

/** @type {Record<Manner, string>} */
const MANNER = { write: "Write", aloud: "Say aloud", think: "Just think" };

/** @type {Record<Manner, string>} */
const MANNER_MEANS = {
  write: "",
  aloud: "Say the answer, then tick the points that you said.",
  think: "Think of the answer, then look.",
};

/** @type {Record<NonNullable<Said["remark"]>, string>} */
const REMARK = {
  keywordList: "These are key words in a row. An interviewer hears sentences: try to say it as you would there.",
  echo: "This says the question again. What would you answer?",
  padding: "This would fit any question. Name what is particular to this one.",
};

/** @param {Said} said @param {boolean} waits */
function foundSoFar({ points }, waits) {
  if (points.every(({ found }) => found === "unscored")) return "This answer could not be read here: tick what you said.";
  const isTicked = points.some(({ found, said }) => said !== (found === "touched" ? null : found === "found"));
  if (isTicked) return `${count.format(points.filter(({ said }) => said).length)} of ${many(points.length, "point", "points")} said.`;
  const touched = points.filter(({ found }) => found === "touched").length;
  const found = `Found ${count.format(points.filter(({ found }) => found === "found").length)} of ${many(points.length, "point", "points")}`;
  const misplaced = points.filter(({ place }) => place === "wrong").length;
  const all = `${found}${touched > 0 ? `, touched ${count.format(touched)}` : ""}${misplaced > 0 ? `, ${count.format(misplaced)} out of order` : ""}.`;
  const isAll = points.every((point) => point.found === "found");
  return isAll ? all : `${all} Words are read here, not meaning: if you said more, tick it${waits ? ", and a rating is suggested" : ""}.`;
}

/** @param {Said} said @param {Rating | null} suggested */
function outcome({ points, typed, how }, suggested) {
  const suggestion = suggested ? ` Suggested rating: ${suggested}.` : "";
  if (typed) return suggestion.trim();
  if (points.length === 0 || how === "thought") return suggestion.trim();
  const said = points.filter((point) => point.said).length;
  const turned = points.filter((point) => point.found === "contradicted" && !point.said).length;
  const opposite = turned > 0 ? ` The opposite of ${many(turned, "point", "points")}.` : "";
  return `${count.format(said)} of ${many(points.length, "point", "points")} said.${opposite}${suggestion}`;
}

/** @param {PointSaid} point */
function finding({ found, said, place }) {
  const order = place === "wrong" ? ", out of order" : "";
  switch (found) {
    case "found":
      return (said ? "Found" : "Found, but you did not say it") + order;
    case "touched":
      return (said === null ? "Touched: check yourself" : said ? "You said it" : "Not said") + order;
    case "missing":
      return said ? "You said it, in other words" : "Not found";
    case "contradicted":
      return said ? "You said it" : "You said the opposite";
    case "unscored":
      return said === null ? "Did you say this?" : said ? "Said" : "Not said";
  }
}

/** @param {Typed} typed @param {boolean} isToFollow */
function typedInWords(typed, isToFollow) {
  if (typed.kind === "short") return `${SHORT[typed.verdict]}${isToFollow ? ":" : "."}`;
  const unit = typed.unit === "missing" ? " Say the unit too." : "";
  switch (typed.verdict) {
    case "right":
      return `Right.${unit}`;
    case "near":
      return `Close, but not near enough.${unit}`;
    case "mistake":
      return "A common mistake leads there:";
    case "offBy":
      return `${count.format(typed.times ?? 1)} times too ${typed.side === "tooMuch" ? "much" : "little"}.${typed.times === 12 ? " Months and years?" : ""}`;
    case "wrongSign":
      return "The other sign.";
    case "wrongUnit":
      return "Another unit than the one that is asked for.";
    case "off":
      return "Not right.";
    case "noNumber":
      return "There is no number in it.";
  }
}

/** @type {Record<(Typed & { kind: "short" })["verdict"], string>} */
const SHORT = {
  right: "Right",
  slip: "Right, but for the spelling",
  swapped: "Right, in another order",
  initials: "Right, by its initials",
  otherTerm: "That is another term",
  wrong: "Not right",
};

/** @param {Node[]} titles @param {number | null} readiness */
function weakPoints(titles, readiness) {
  const list = titles.flatMap((title, index) => [index === 0 ? "" : index === titles.length - 1 ? " and " : ", ", title]);
  const known = readiness === null ? "" : ` Readiness of this card: ${share.format(readiness)}.`;
  return titles.length > 0 ? ["You keep leaving out ", ...list, `.${known}`] : [];
}
