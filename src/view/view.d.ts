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
  /** Whose progress it is: six letters and digits, or none for whoever was first. */
  profile?: string;
  /** Only the cards of this topic, by its id, its short name or its title. */
  topic?: string;
  /**
   * How cards are asked. "due" (the default): what is due, then what is new. "free": the same, and then on with cards
   * that are not due. "choice": what is due; a card of a grid as a choice between its answer and those of other topics.
   */
  mode?: "due" | "free" | "choice";
  /** The ratings after which the sitting stops; at least 1. */
  count?: number;
  /** The id of the card to begin with. */
  first?: string;
  /** What the numbers of calculations and the order of options are drawn from: a whole number from 0 to 2^53 - 1. */
  draw?: number;
};

/** What the learner says of the time until an interview. Days are counted from 1 January 1970. */
export type InterviewPlan = {
  /** The day of the interview. */
  interview: number;
  /** Minutes of practice on each day until then, from 1 to 1440. */
  minutes: number;
  /** Days of the week without practice, from 1 (Monday) to 7 (Sunday). */
  weekdaysOff?: number[];
  /** Single days without practice. */
  daysOff?: number[];
};

/** Who reads answers: an `Examiner` of the module `score`. What it is asked and says is a matter between the two. */
export type AnswerReader = { examine(asked: Uint8Array): Uint8Array };

/** What recall is predicted by. What is left out is what is published, at a retention of 0.9. */
export type MemoryChoice = {
  /** The 21 numbers of FSRS-6, such as `fit` of the module `memory` finds. */
  parameters?: ArrayLike<number>;
  /** The share of cards to be recalled when they come back, from 0.7 to 0.97. */
  retention?: number;
};

/** Reviews that parameters can be fitted to. */
export type ReviewHistory = {
  /** How many reviews test a prediction: those on a later day than the one before. */
  usable: number;
  /** How many of those it takes. */
  needed: number;
  /**
   * What `fit` takes. One card after the other: the number of its reviews in four bytes, and of each the day in four and
   * the rating in one, low bytes first.
   */
  bytes: Uint8Array;
};
/** Texts with the keys under which they are stored. */
export type Texts = (readonly [key: string, text: string])[];

/** What is to be put under keys of the mirror, in this order; undefined takes away what stands there. */
export type MirrorWrites = [key: string, text: string | undefined][];

/** How well did you know this? 1 is not at all, 5 is perfectly. */
export type Rating = 1 | 2 | 3 | 4 | 5;

/** What the learner does. An action that does not fit the screen changes nothing. */
export type Action =
  /** Begin to answer in writing: from now on the card stays, whatever other windows and the calendar do. */
  | "begin"
  /** Say before the answer is shown how sure one is of it. */
  | { sure: Rating }
  /** Show the answer, or the next step of it, to what was written: see `attempt` for where that can be compared. */
  | { answer: string }
  /** Show it after it was said aloud. */
  | "aloud"
  /** Show it without an answer. */
  | "reveal"
  /**
   * "I did say this", or "I did not": a key point of a step that is shown (step 0 where there are no steps), both
   * counted from 0.
   */
  | { tick: { step: number; point: number; said: boolean } }
  /** Whether a point that was asked on its own was known. */
  | { recalled: boolean }
  /** Pick an option of a choice before the answer is shown, or drop it again; counted from 0 as `options` lists them. */
  | { pick: number }
  /** Open the next rung of help: a hint or the mnemonic. */
  | "help"
  /** Rate the card whose answer is shown. */
  | { rate: Rating }
  /** Begin the card on the screen anew: what was rated of it counts no more. Nothing where it was never rated. */
  | { reset: "card" }
  /** Take back the newest rating, or reset. */
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
  /** The words a card asks for, in a prompt. `text` is empty until the answer is shown; `hint` may stand in its place. */
  | { kind: "gap"; text: string; hint: string | null }
  /** Only in a deck's own text; a prompt has the number that was drawn in its place. */
  | { kind: "input"; name: string }
  | { kind: "break" };

/** All that the page needs to draw. */
export type View = {
  deck: { id: string; title: string; language: string; cards: number };
  screen: CardScreen | DrillScreen | CheckpointScreen | RestScreen | EmptyScreen;
  /** What is left today. */
  left: Left;
  /** Ratings given since this session was opened. */
  reviewed: number;
  canUndo: boolean;
  saving: Saving;
  /** Whether the mirror holds all that is known: what it holds survives a browser that is killed. */
  durable: boolean;
  /** Stored ratings that could not be read. What was stored in their place was set aside. */
  unreadable: number;
  /** Where there are such: the ratings that could be read. */
  kept: number;
  /** Stored ratings that a later version wrote; they are left as they are, and do not count here. */
  newer: number;
  /** The topic that was asked for and is not in the deck: all of it is practised. */
  missingTopic: string | null;
  /** What today is for; null without a plan that holds, for a topic and in free practice. */
  plan: Plan | null;
};

/** What today is for, by the plan. Times are in seconds, with all decks that share it. */
export type Plan = {
  /** The day of the interview, in days since 1970. */
  interview: number;
  /** How far it is; 0 on the day itself. */
  inDays: number;
  /** Minutes on a day that is not off. */
  minutes: number;
  /** What was practiced today, and what is left. */
  used: number;
  left: number;
  dayOff: boolean;
  /** What the time that is left is for. */
  offer: Offer;
  /** The parts of that, by deck, this one first. */
  decks: { title: string; offer: Offer }[];
  /** The next day of practice after today, in days since 1970. */
  next: number | null;
};

/** What a session is for: "18 minutes: 9 to repeat, 4 new". */
export type Offer = {
  /** Expected seconds. */
  seconds: number;
  /** Cards to repeat, and cards never seen. */
  repeat: number;
  new: number;
  /** What it adds to recall on the day that counts, in cards, if none of them were asked again after it. */
  adds: number;
};

/** Why a card is worth asking now. Recall is from 0 to 1. */
export type Worth = {
  /** The day that counts, in days since 1970: that of the interview, or tomorrow. */
  on: number;
  /** Expected seconds. */
  seconds: number;
  recallNow: number;
  /** Recall on that day if it is not asked any more, and what is expected if it is asked once now. */
  recallWithout: number;
  recallWith: number;
};

/** What several numbers of minutes a day would come to. Recall is from 0 to 1, of all cards on the day of the interview. */
export type Forecast = {
  today: number;
  interview: number;
  cards: number;
  /** In the order of the minutes asked for. More minutes never predict less. */
  predictions: {
    minutes: number;
    recall: number;
    /** The same with practice for none of the days from today, for one … up to all. */
    curve: number[];
    /** By topic, or by deck where several share the plan. `title` is null for cards without a topic. */
    parts: { title: string | null; cards: number; recallIdle: number; recall: number; seconds: number }[];
    /** How many of the cards never seen there will be no time for. */
    leftOut: number;
  }[];
  /** What the cards ask that were never seen; the last of them are left out. */
  unseen: string[];
};

/** Days of practice, and cards that do not stay. */
export type Diary = {
  today: number;
  /** Reviews on each of the last 84 days, today last. */
  reviews: number[];
  /** Cards that come back on each of the next 28 days, today first with all that wait. */
  due: number[];
  /** Cards that are missed again and again, those that took most time first. Days are those after the first. */
  leeches: { id: string; prompt: string; missed: number; asked: number; seconds: number }[];
};

export type Left = {
  /** Cards that come back in this sitting: rated 1 or 2 today, or 3 once. */
  again: number;
  /** Cards whose day has come. */
  due: number;
  /** Cards never seen. */
  unseen: number;
};

/** Whether ratings reach the store, or its mirror alone; in memory they are gone when the page closes. */
export type Saving =
  | { kind: "kept" }
  | { kind: "mirrored"; why: "chosen" | "blocked" | "full" }
  | { kind: "memory"; why: "chosen" | "blocked" | "full" };

export type CardScreen = {
  kind: "card";
  card: { id: string; topic: string | null; task: Task; prompt: Inline[]; quote: Block[] };
  /** Why this card now: never seen, its day has come, by the plan nothing gains more, shaky a moment ago, or free practice. */
  why: "unseen" | "due" | "gain" | "again" | "free";
  /** What that is worth; null in free practice, where a pass moves nothing. */
  worth: Worth | null;
  /** The rungs opened so far, how many are left, and what the next one is. */
  help: { open: Rung[]; left: number; next: "hint" | "mnemonic" | null };
  /** What can be picked, in the order to show it; null where nothing is. */
  options: { several: boolean; items: ChoiceOption[] } | null;
  /**
   * How it, or its next step, can be answered in writing: "text" in the learner's own words, "line" in a few words or
   * as a number. Null where there is nothing to compare with.
   */
  attempt: "text" | "line" | null;
  /** How sure the learner was before the answer was shown. */
  sure: Rating | null;
  /** Null until revealed; with the steps that have been revealed so far. */
  answer: Answer | null;
  /** What was said before each step that is shown; one where there are no steps. */
  said: Said[];
  /** The step that "reveal" would show next, in an answer told in steps. */
  next: { number: number; title: Inline[]; minutes: number | null } | null;
  /** Whether all of the answer is shown, so that it can be rated. */
  complete: boolean;
  /** The rating that what was said suggests; null where nothing was compared or ticked. */
  suggested: Rating | null;
  /** The predicted recall of this card on the day that counts, from 0 to 1; null for one that was never rated. */
  readiness: number | null;
  /** The titles of its points that are left out again and again. */
  weak: Inline[][];
  /** What each rating would do: five entries, in order. */
  choices: { rating: Rating; comesBack: ComesBack }[];
};

/** What is done with a card: "points" may be told in any order, "gap" has a gap in its prompt. */
export type Task = "recall" | "points" | "ranked" | "choice" | "short" | "number" | "gap" | "stages";

export type ChoiceOption = {
  content: Block[];
  picked: boolean;
  /** Null until the answer is shown. */
  right: boolean | null;
  /** What is said about it once the answer is shown. */
  feedback: Block[];
};

/** What was said before the answer, or a step of it, was shown, and what came of it. */
export type Said = {
  /** "thought" is not at all. */
  how: "written" | "aloud" | "thought";
  /** What was written, in stretches; `points` are those whose words a stretch has, counted from 0. */
  text: { text: string; points: number[] }[];
  /** The key points of the step or the card, in order. */
  points: PointSaid[];
  /** Of an answer in a few words or a number; null for other tasks and where nothing was written. */
  typed: Typed | null;
  /** What the answer is, where it is not an answer. */
  remark: "keywordList" | "echo" | "padding" | null;
  /** The points that are worth adding next time, one or two. */
  add: number[];
  /** The pitfalls that the answer fell into. */
  pitfalls: Block[][];
};

/** What came of a key point. */
export type PointSaid = {
  /** What the engine found; "unscored" where nothing was written, or it does not read the language. */
  found: "unscored" | "missing" | "touched" | "found" | "contradicted";
  /** Whether it counts as said, the learner's tick before the engine's; null where neither says. */
  said: boolean | null;
  /** Where order counts: whether it was said in its place. */
  place: "right" | "wrong" | null;
};

/** What came of an answer that is compared as a whole. */
export type Typed =
  | {
      kind: "short";
      /** "otherTerm" is as near as a slip, but a term of its own. */
      verdict: "right" | "slip" | "swapped" | "initials" | "otherTerm" | "wrong";
      /** The accepted form that was meant, counted from 0. */
      form: number | null;
    }
  | {
      kind: "number";
      verdict: "right" | "near" | "mistake" | "offBy" | "wrongSign" | "wrongUnit" | "off" | "noNumber";
      /** Whether the answer says what it is counted in, where it is right or near. */
      unit: "named" | "missing" | null;
      /** Of "offBy": how many times, and on which side. */
      times: number | null;
      side: "tooMuch" | "tooLittle" | null;
      /** Of "mistake": what was done wrong, in the deck's words. */
      mistake: Inline[] | null;
    };

/** A key point that was left out again and again, asked on its own. */
export type DrillScreen = {
  kind: "drill";
  card: CardScreen["card"];
  /** The step that it belongs to. */
  step: Inline[] | null;
  /** What the point is called; null where that is what is asked. */
  title: Inline[] | null;
  /** Where the title is asked: the other points. */
  others: Inline[][];
  /** How often it was left out of late. */
  missed: number;
  /** The point, once it is shown. */
  answer: Point | null;
  /** What was said before, with this point as its only one; null until it is shown. */
  said: Said | null;
};

export type Rung = { kind: "hint" | "mnemonic"; content: Block[] };

export type Answer = {
  headline: Block[];
  points: Points;
  /** Accepted answers of a few words; empty for other tasks. */
  short: string[];
  /** Null for other tasks. */
  number: NumberAnswer | null;
  /** What the deck says after that. */
  notes: Block[];
  /** Parallel versions of the answer, such as one for each industry. */
  variants: Variant[];
  /** The steps revealed so far. What belongs to the whole (notes, pitfalls, sections) comes with the last. */
  stages: Stage[];
  mnemonic: Block[];
  pitfalls: Block[];
  /** Fold-out sections in the deck's order; a weak and a strong answer are compared. */
  sections: { kind: "plain" | "weak" | "strong"; title: Inline[]; content: Block[] }[];
};

export type Points = { ranked: boolean; items: Point[] };

/** An answer, or a part of one. */
export type Passage = { headline: Block[]; points: Points; notes: Block[] };

export type Variant = { title: Inline[]; passage: Passage };

/** A step of a long answer. `minutes` is what it should take. */
export type Stage = { title: Inline[]; minutes: number | null; passage: Passage; variants: Variant[] };

export type NumberAnswer = {
  /** The right number; null where the inputs drawn have none. 15 % is 0.15. */
  value: number | null;
  /** What it is counted in: a sign such as "$", "%", a word such as "days", or empty. */
  unit: string;
  /** How near an answer must come: `by` so much, or (unit "%") so large a part of it. */
  tolerance: { kind: "exact" } | { kind: "within"; by: number; unit: string } | { kind: "orderOfMagnitude" };
  /** The formula with the numbers that were drawn, where there is something to reckon. */
  worked: string | null;
  /** Mistakes that are often made, with the numbers they lead to. */
  mistakes: { said: Inline[]; value: number | null }[];
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
  /** By the plan, not any more before the interview. */
  | { kind: "notBefore" }
  /** On a later day: `day` is days since 1970. `moved` is false where free practice leaves the date as it was. */
  | { kind: "day"; day: number; inDays: number; moved: boolean };

/** After every tenth rating. */
export type CheckpointScreen = { kind: "checkpoint"; standings: Standings };

/** Nothing to ask now. */
export type RestScreen = {
  kind: "rest";
  /**
   * All that is worth doing today is done, the learner stopped, the minutes of the plan are used, it has none today, or
   * those that are left are worth more with another of its decks.
   */
  why: "done" | "stopped" | "minutesUsed" | "dayOff" | "elsewhere";
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
  /** What is predicted, from 0 to 1: the mean recall on the day of the interview, or tomorrow; unseen cards counting 0. */
  readiness: number;
};

export type Standings = {
  now: Standing;
  /** At the last checkpoint, or at the start of this sitting. */
  before: Standing;
  topics: TopicStanding[];
  /** The cards of which points are left out again and again, those with the most misses first; at most five. */
  weak: { id: string; prompt: string; readiness: number; points: Inline[][] }[];
  /** How sure the learner was, and how right; null until there is enough to say. */
  calibration: Calibration | null;
  /** What one more session is for, as far as it is in this deck. */
  session: Offer;
};

export type Calibration = {
  /** For each degree of sureness, from 1 to 5: how many answers, and how right they were in the mean, from 0 to 1. */
  levels: { answers: number; right: number }[];
  answers: number;
  /** The mean squared difference between how sure and how right, from 0 (always as sure as right) to 1. */
  brier: number;
};

/** `adds` is what one more session would add to the topic's readiness, from 0 to 1. */
export type TopicStanding = { title: string; standing: Standing; adds: number };

/** A card whose answer was seen: its names, former ones last, and what it says. */
export type SeenCard = { id: string; was: string[]; text: string };

/** A deck in a list of decks. */
export type Overview = {
  id: string;
  title: string;
  about: Block[];
  language: string;
  author: string | null;
  license: string | null;
  standing: Standing;
  left: Left;
  topics: TopicStanding[];
  next: Next | null;
  /** What one more session is for, as far as it is in this deck. */
  session: Offer;
  plan: Plan | null;
};
