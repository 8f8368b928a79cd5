// How the learner likes to answer, remembered in this browser for all decks. It is a convenience: where the storage is
// blocked it lasts as long as the page.

/** @typedef {"write" | "aloud" | "think"} Manner */
/** @typedef {{ manner: Manner, asksSure: boolean }} Habit */

const KEY = "greenroom:answering";

/** @type {Habit} */
let habit = { manner: "write", asksSure: false };

/** @returns {Habit} */
export function readHabit() {
  try {
    const { manner, asksSure } = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    if (manner === "write" || manner === "aloud" || manner === "think") habit = { manner, asksSure: Boolean(asksSure) };
  } catch {
    // What was said last on this page holds.
  }
  return habit;
}

/** @param {Partial<Habit>} change */
export function changeHabit(change) {
  habit = { ...habit, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(habit));
  } catch {
    // It holds for this page.
  }
}
