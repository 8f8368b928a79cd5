// The interview plan, its forecast, and the days of practice: loaded when somebody wants to see them.

export { openPlan } from "./plan/dialog.js";
