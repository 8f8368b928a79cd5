/** A key point of an answer. One without a title is a reference answer: what an answer is compared with as a whole. */
export type KeyPoint = {
  /** The point in a few words. */
  title?: string;
  /** What more there is to say, in a sentence. */
  detail?: string;
  /** Other words and phrases for it. */
  also?: string[];
};

/** What an answer says of key points. */
export type Assessment = {
  /**
   * Of a single reference answer how much of it is said, from 0 to 1; of key points the mean of 1 for each that is
   * found and 0.5 for each that is touched.
   */
  score: number;
  points: { found: "unscored" | "missing" | "touched" | "found" | "contradicted"; score: number }[];
  /** What the answer is, where it is not an answer. */
  remark: "keywordList" | "echo" | "padding" | null;
};

/** What would make answers to a card be scored wrong. */
export type RubricFault = { card: string; found: string; advice: string };
