/** A moment as the page read it: the core reads no clock. */
export type Moment = {
  /** Milliseconds since 1970, as `Date.now()` gives them. */
  now: number;
  /** Minutes east of UTC, the negated `getTimezoneOffset()` of that moment. */
  offset: number;
};

export type SessionOptions = {
  /** Where the deck came from, such as the origin of its address; progress is filed under it and the deck's id. */
  source?: string;
  /** The deck's title when its text has none: the file's name. */
  name?: string;
  /** Any whole number from 0 to 2^53 - 1, drawn at random: it names this writer in the store. */
  seed: number;
  /** Where progress is kept; "local" (the default) is `localStorage`, "memory" forgets. */
  store?: "local" | "memory";
};

/** How well did you know this? 1 is not at all, 5 is perfectly. */
export type Rating = 1 | 2 | 3 | 4 | 5;

/** What the learner does. An action that does not fit the screen changes nothing. */
export type Action =
  /** Show the answer. */
  | "reveal"
  /** Open the next rung of help: a hint or the mnemonic. */
  | "help"
  /** Rate the card whose answer is shown. */
  | { rate: Rating }
  /** Take back the newest rating. */
  | "undo"
  /** Go on after a checkpoint. */
  | "continue"
  /** End the sitting at a checkpoint. */
  | "stop"
  /** Practise freely although nothing is due, or go on after a stop. */
  | "keepGoing";

/** A block of rich text. Nothing in it can run, and nothing loads but what `image` names. */
export type Block =
  | { kind: "paragraph"; content: Inline[] }
  | { kind: "heading"; content: Inline[] }
  /** `start` is null for bullets. */
  | { kind: "list"; start: number | null; items: ListItem[] }
  | { kind: "quote"; content: Block[] }
  | { kind: "code"; text: string }
  | { kind: "table"; head: Inline[][]; rows: Inline[][][] }
  | { kind: "rule" };

/** `checked` is null but in a task list. */
export type ListItem = { checked: boolean | null; content: Block[] };

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "emphasis"; content: Inline[] }
  | { kind: "strong"; content: Inline[] }
  | { kind: "strikethrough"; content: Inline[] }
  | { kind: "code"; text: string }
  /** `href` is http:, https:, mailto: or begins with `#`. */
  | { kind: "link"; href: string; content: Inline[] }
  /** `src` is a path beside the deck or a `data:image/` of a raster format. */
  | { kind: "image"; src: string; alt: string }
  | { kind: "break" };

/** All that the page needs to draw. */
export type View = {
  deck: { id: string; title: string; language: string; cards: number };
  screen: CardScreen | CheckpointScreen | RestScreen | EmptyScreen;
  /** What is left today. */
  left: Left;
  /** Ratings given since this session was opened. */
  reviewed: number;
  canUndo: boolean;
  saving: Saving;
  /** Stored ratings that could not be read; they are left as they are. */
  unreadable: number;
};

export type Left = {
  /** Cards that come back in this sitting: rated 1 or 2 today, or 3 once. */
  again: number;
  /** Cards whose day has come. */
  due: number;
  /** Cards never seen. */
  unseen: number;
};

/** Whether ratings reach the store; in memory they are gone when the page closes. */
export type Saving =
  | { kind: "kept" }
  | { kind: "memory"; why: "chosen" | "blocked" | "full" };

export type CardScreen = {
  kind: "card";
  card: { id: string; topic: string | null; prompt: Inline[]; quote: Block[] };
  /** Why this card now: never seen, its day has come, shaky a moment ago, or free practice. */
  why: "unseen" | "due" | "again" | "free";
  /** The rungs opened so far, how many are left, and what the next one is. */
  help: { open: Rung[]; left: number; next: "hint" | "mnemonic" | null };
  /** Null until revealed. */
  answer: Answer | null;
  /** What each rating would do: five entries, in order. */
  choices: { rating: Rating; comesBack: ComesBack }[];
};

export type Rung = { kind: "hint" | "mnemonic"; content: Block[] };

export type Answer = {
  headline: Block[];
  points: { ranked: boolean; items: Point[] };
  /** What the deck says after the points. */
  notes: Block[];
  mnemonic: Block[];
  pitfalls: Block[];
  /** Fold-out sections in the deck's order; a weak and a strong answer are compared. */
  sections: { kind: "plain" | "weak" | "strong"; title: Inline[]; content: Block[] }[];
};

export type Point = { title: Inline[]; detail: Block[] };

/** When a card comes back. Days count from today in the learner's calendar. */
export type ComesBack =
  /** After a few other cards. */
  | { kind: "soon" }
  /** Later in this sitting. */
  | { kind: "later" }
  /** Once more at the end of this sitting. */
  | { kind: "atEnd" }
  /** On a later day: `day` is days since 1970. `moved` is false where free practice leaves the date as it was. */
  | { kind: "day"; day: number; inDays: number; moved: boolean };

/** After every tenth rating. */
export type CheckpointScreen = { kind: "checkpoint"; standings: Standings };

/** Nothing to ask now: all done for today, or stopped by the learner. */
export type RestScreen = {
  kind: "rest";
  stopped: boolean;
  /** When the next cards come, if any are waiting. */
  next: Next | null;
  standings: Standings;
};

export type Next = { day: number; inDays: number; cards: number };

/** The deck has no card. */
export type EmptyScreen = { kind: "empty" };

/** Where the learner stands with some cards. */
export type Standing = {
  cards: number;
  /** How many of them were ever rated. */
  seen: number;
  /** What was said, from 0 to 1: the mean of (rating - 1) / 4, unseen cards counting 0. */
  mastery: number;
  /** What is predicted, from 0 to 1: the mean recall if asked tomorrow, unseen cards counting 0. */
  readiness: number;
};

export type Standings = {
  now: Standing;
  /** At the last checkpoint, or at the start of this sitting. */
  before: Standing;
  topics: TopicStanding[];
};

export type TopicStanding = { title: string; standing: Standing };

/** A deck in a list of decks. */
export type Overview = {
  id: string;
  title: string;
  about: Block[];
  language: string;
  license: string | null;
  standing: Standing;
  left: Left;
  topics: TopicStanding[];
  next: Next | null;
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
