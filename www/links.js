// Decks opened by link: shown before they are practiced, kept, and listed. Loaded only where there is one.

export { showLinked } from "./links/linked.js";
export { showKept } from "./links/kept-list.js";
