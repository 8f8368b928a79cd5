/** A deck that was made of a text in another format. */
export type Import = {
  format: "native" | "brainscape" | "anki" | "table" | "hashcards" | "obsidian";
  /** The deck in the native format. */
  deck: string;
  cards: number;
  /** What was left out or changed, and why; lines are counted from 1. */
  skipped: { line: number; why: string }[];
};

/** A QR code without its quiet zone, which is four modules wide on each side. */
export type QrCode = {
  /** The modules on each side. */
  size: number;
  /** The dark modules as the path of an SVG whose unit is a module. */
  path: string;
  /** Whether there are more modules than a phone reads at once. */
  isDense: boolean;
};
