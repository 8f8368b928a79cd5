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
