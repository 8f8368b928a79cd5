/** A moment as the page read it: the core reads no clock. */
export type Moment = {
  /** Milliseconds since 1970, as `Date.now()` gives them. */
  now: number;
  /** Minutes east of UTC, the negated `getTimezoneOffset()` of that moment. */
  offset: number;
};

/** Texts with the keys under which they are stored. */
export type Texts = (readonly [key: string, text: string])[];

/** What is to be put under keys of the mirror, in this order; undefined takes away what stands there. */
export type MirrorWrites = [key: string, text: string | undefined][];

/** What of the mirror is news for a session that has read the store, and what is to be written into the mirror. */
export type Synced = [news: Texts, writes: MirrorWrites];
