/** What is wrong with a deck, and what is in it. */
export type Check = {
  title: string;
  topics: number;
  cards: number;
  /** Each card with the line of its heading, counted from 1. */
  places: { id: string; line: number }[];
  issues: Issue[];
};

/** A fault in a deck's text. The rest of the deck works. */
export type Issue = {
  /** Counted from 1. */
  line: number;
  /** Counted from 1, in characters. */
  column: number;
  /** What stands there. */
  found: string;
  /** What to do about it. */
  advice: string;
};
