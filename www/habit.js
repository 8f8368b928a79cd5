// How the learner likes to answer. It is a convenience: where the storage is blocked it lasts as long as the page.

import { Setting } from "./settings.js";

/** @typedef {"write" | "aloud" | "think"} Manner */
/** @typedef {{ manner: Manner, asksSure: boolean }} Habit */

/** @type {Setting<Habit>} */
const habit = new Setting("answering", { manner: "write", asksSure: false }, ({ manner, asksSure }) =>
  manner === "write" || manner === "aloud" || manner === "think" ? { manner, asksSure: Boolean(asksSure) } : null,
);

export const readHabit = () => habit.read();

/** @param {Partial<Habit>} change */
export function changeHabit(change) {
  habit.write({ ...habit.read(), ...change });
}
