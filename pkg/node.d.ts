export * from "./greenroom.js";
export type { Check, Issue } from "./reader.js";
export { checkDeck, compileDeck, unpackLink } from "./reader.js";
export type { Import, QrCode } from "./author.js";
export type { Assessment, KeyPoint, RubricFault } from "./score.js";
export { Corpus, Examiner, Rubric, checkRubrics } from "./score.js";
export { exportDeck, importDeck, packLink, qrCode } from "./author.js";
export { default } from "./greenroom.js";
