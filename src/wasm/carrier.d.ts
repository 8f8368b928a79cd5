export type CarrierOptions = {
  /** Any whole number from 0 to 2^53 - 1, drawn at random: it names this writer in the store. */
  seed: number;
  /** Where progress is kept: "local" (the default) is `localStorage`. */
  store?: "local" | "memory";
  /** Whose progress it is: six letters and digits, or none for whoever was first. */
  profile?: string;
};

/** Texts with the keys under which they are stored. */
export type Texts = (readonly [key: string, text: string])[];

/**
 * What is to be put under keys of the mirror, and what the store refused: where it did, the mirror alone has it.
 */
export type CarrierWrites = [writes: [key: string, text: string | undefined][], refused?: "full" | "blocked"];

/** What is held of a deck. */
export type KeptDeck = {
  /** Its key in the store. */
  deck: string;
  /** Null where the deck was not added. */
  title: string | null;
  /** Ratings that count, and points asked on their own. */
  ratings: number;
  cards: number;
  /** When the last of them was given, in milliseconds since 1970. */
  last: number | null;
  /** Records that cannot be read; they stay as they are. */
  unreadable: number;
  /** Records that a newer version of Greenroom wrote; they stay as they are, and are not in a backup of this one. */
  newer: number;
  /** The resets of the whole deck after which nothing was rated: what to take back, and when the last one was. */
  reset: { records: string[]; at: number } | null;
};

/** What restoring would add. */
export type Preview = { decks: PreviewDeck[]; unreadable: number; newer: number };

export type PreviewDeck = {
  deck: string;
  title: string | null;
  ratings: number;
  /** Ratings that would be taken back. */
  undos: number;
  /** Resets that would be taken back. */
  reverts: number;
  /** Cards, or the whole deck, that would be begun anew. */
  resets: number;
  /** Records that are here already. */
  known: number;
};

/** A stretch of the words of two texts, and which of them has it. */
export type Change = { kind: "same" | "removed" | "added"; text: string };

/** A QR code without its quiet zone, which is four modules wide on each side. */
export type PictureOfLink = { size: number; path: string; isDense: boolean };
