// Where learners look after their progress: out, in, on another device, for several people. Loaded only there.

export { showProgress } from "./progress/page.js";
