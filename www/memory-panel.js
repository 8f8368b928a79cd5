// What recall is predicted by, and how to change that. Loaded when somebody asks for it.

export { drawMemory } from "./memory/panel.js";
export { openMemoryDialog } from "./memory/dialog.js";
