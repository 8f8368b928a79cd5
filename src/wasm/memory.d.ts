/** Parameters fitted to reviews, and how well such a fit predicts reviews that it was not made from. */
export type Fit = {
  /** The 21 numbers of FSRS-6, from all reviews. */
  parameters: number[];
  /** The reviews that could be used. */
  reviews: number;
  /** How many of them were held back, and then predicted. */
  heldOut: number;
  /** How well the published parameters predict those. */
  before: Accuracy;
  /** How well fitted ones do. */
  after: Accuracy;
  /** Whether that is better by more than chance; only then are the parameters worth using. */
  better: boolean;
};

/** How far predictions were from what happened; the less the better. */
export type Accuracy = {
  /** The mean negative logarithm of what was predicted for what happened. */
  logLoss: number;
  /** The root mean square difference between predicted and actual recall over reviews that are alike, from 0 to 1. */
  rmse: number;
};

export type SchedulerOptions = {
  /** The 21 numbers of FSRS-6; the published ones if left out. */
  parameters?: ArrayLike<number>;
  /** The share of cards to be recalled when they come back, from 0.7 to 0.97; 0.9 if left out. */
  retention?: number;
};

/** What is remembered of a card: recall falls to 90 % in `stability` days; it is as hard as `difficulty`, from 1 to 10. */
export type Memory = { stability: number; difficulty: number };

/** A memory after a rating, and the whole days until recall has fallen to the retention. */
export type Next = Memory & { interval: number };

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
