// The words about how recall is predicted; who does not ask does not load them.

import { LOCALE, count, many, share } from "../strings/numbers.js";

const date = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "long", year: "numeric" });
const precise = new Intl.NumberFormat(LOCALE, { style: "percent", maximumSignificantDigits: 2 });

export const words = {
  title: "How recall is predicted",
  close: "Close",
  average: "When a card comes back follows from how people remember on average.",
  own: /** @param {number} reviews @param {number} at */ (reviews, at) =>
    `When a card comes back follows from how you remember: it was fitted to ${many(reviews, "review", "reviews")} of yours on ${date.format(at)}.`,
  better: /** @param {number} part */ (part) =>
    `Reviews that were held back, so that the fit did not know them, were predicted ${precise.format(part)} better than by the average.`,
  tooFew: /** @param {number} missing */ (missing) =>
    `${many(missing, "more review", "more reviews")} on a later day, and it can be fitted to how you remember.`,
  fit: /** @param {number} reviews */ (reviews) => `Fit to my ${many(reviews, "review", "reviews")}`,
  fitAgain: /** @param {number} reviews */ (reviews) => `Fit again, to ${many(reviews, "review", "reviews")}`,
  fitting: /** @param {number} reviews */ (reviews) => `Fitting to ${many(reviews, "review", "reviews")}…`,
  done: "Done. The days on which cards come back have been reckoned anew.",
  noBetter: /** @param {number} heldOut */ (heldOut) =>
    `Nothing was changed: of your reviews, ${count.format(heldOut)} were held back, and a fit to the others predicts them no better than the average does. With more reviews it may.`,
  failed: "It could not be fitted, and nothing was changed. Check the connection and try again.",
  goBack: "Go back to the average",
  wentBack: "Cards come back by the average again. Your fit is kept.",
  goForward: /** @param {number} at */ (at) => `Use my fit of ${date.format(at)} again`,
  allDecks: "Your reviews of all decks in this browser count. They stay in it.",
  retention: "A card comes back when you would likely recall it in",
  retentionChoice: /** @param {number} retention */ (retention) => `${share.format(retention)} of cases`,
  retentionMeans: "More means more reviews.",
};
