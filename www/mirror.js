// What keeps progress from being lost beside the store itself. Loaded behind the first card.

export { Mirror } from "./mirror/mirror.js";
export { saveBackup } from "./mirror/backup.js";
export { clear, read, write } from "./mirror/database.js";
export { askToKeep } from "./mirror/lasting.js";
