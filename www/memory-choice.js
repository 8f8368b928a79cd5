// What recall is predicted by, remembered in this browser for all decks: the published parameters or the learner's own,
// and how much the learner wants to recall.

/** @import {Session} from "../pkg/greenroom.js" */

import { moment } from "./clock.js";
import { Setting } from "./settings.js";

/**
 * Parameters fitted to the learner's reviews: when, to how many, and the log loss on those held back before and after.
 * @typedef {{ parameters: number[], at: number, reviews: number, before: number, after: number }} Fitted
 */

/**
 * `isOwn` says whether the fitted parameters are used; who goes back to the published ones keeps theirs.
 * @typedef {{ fitted: Fitted | null, isOwn: boolean, retention: number }} Choice
 */

/** @type {Choice} */
const PUBLISHED = { fitted: null, isOwn: false, retention: 0.9 };

/** @type {Setting<Choice>} */
const setting = new Setting("memory", PUBLISHED, ({ fitted, isOwn, retention }) => {
  const kept = isFitted(fitted) ? fitted : null;
  return { fitted: kept, isOwn: Boolean(isOwn) && kept !== null, retention: Number.isFinite(retention) ? retention : PUBLISHED.retention };
});

/** @param {any} fitted @returns {fitted is Fitted} */
function isFitted(fitted) {
  const numbers = fitted && [fitted.at, fitted.reviews, fitted.before, fitted.after, ...fitted.parameters];
  return Boolean(numbers?.every(Number.isFinite));
}

/**
 * What a deck's session predicts by. A change is remembered, and holds for the session from then on.
 * @param {Session} session
 */
export function memoryOf(session) {
  return {
    read: () => setting.read(),
    now: () => moment().now,
    /** @param {Partial<Choice>} change */
    choose(change) {
      const choice = { ...setting.read(), ...change };
      session.setMemory(asked(choice), moment());
      setting.write(choice);
    },
  };
}

/** Has a session that was just opened predict by what was chosen. @param {Session} session */
export function applyChoice(session) {
  const choice = setting.read();
  if (!choice.isOwn && choice.retention === PUBLISHED.retention) return;
  try {
    session.setMemory(asked(choice), moment());
  } catch {
    // Of another version or damaged: what is published is always good.
    setting.write({ ...choice, isOwn: false, retention: PUBLISHED.retention });
  }
}

/** @param {Choice} choice */
function asked({ fitted, isOwn, retention }) {
  return { parameters: isOwn && fitted ? fitted.parameters : undefined, retention };
}
