// The words about progress out and in; who never looks after theirs does not load them.

/** @import {KeptDeck, Preview, PreviewDeck} from "../../pkg/carrier.js" */

import { LOCALE, count, many } from "../strings/numbers.js";

const day = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "long" });
const dayAndYear = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "long", year: "numeric" });

export const words = {
  title: "Your progress",
  opening: "Opening…",
  lead: /** @param {KeptDeck[]} decks */ (decks) => {
    const ratings = sum(decks, ({ ratings }) => ratings);
    if (ratings === 0 && decks.some(({ reset }) => reset)) return "Everything was started over. Nothing has been rated since.";
    return ratings === 0 ? "Nothing has been rated here yet." : `${many(ratings, "rating", "ratings")} of ${many(decks.filter(({ ratings }) => ratings > 0).length, "deck", "decks")}, kept in this browser and nowhere else.`;
  },
  ofProfile: /** @param {string} name */ (name) => `Progress of ${name}`,
  blocked: "The storage of this browser is blocked: there is no progress to look after. Allow this site to keep data, and reload the page.",
  /* What was added and not kept, or once instead of twice. */
  refused: /** @param {"full" | "blocked"} why @param {boolean} isMirrored */ (why, isMirrored) => (isMirrored ? KEPT_ONCE : REFUSED)[why],

  /* Backup */
  backup: "Backup",
  backupMeans: "A browser may delete what a site keeps. A backup is one readable file with all that you rated, and never what you wrote. Restoring it adds what is missing and replaces nothing.",
  download: "Download a backup",
  choose: "Restore from a file",
  table: "Table for a spreadsheet",
  lastBackup: /** @param {Date} date */ (date) => `Last backup: ${dayAndYear.format(date)}.`,
  saved: "The backup was saved as a file.",
  tableSaved: "The table was saved as a file.",
  noJson: /** @param {string} name */ (name) => `“${name}” is no backup: it cannot be read as JSON. Choose the file that “Download a backup” saved.`,
  tooLarge: /** @param {string} name */ (name) => `“${name}” is larger than any backup.`,
  notRead: /** @param {string} name */ (name) => `“${name}” could not be read. Choose it once more.`,

  /* What comes in */
  inBackup: "This backup",
  inLink: "This link",
  adds: /** @param {string} what @param {Preview} preview */ (what, { decks }) => {
    const { ratings, undos, reverts, resets } = added(decks);
    const touched = decks.filter((deck) => isNews(deck)).length;
    if (touched === 0) return "Nothing is missing here";
    const parts = [
      ratings > 0 && `adds ${many(ratings, "rating", "ratings")} to ${many(touched, "deck", "decks")}`,
      undos > 0 && `takes back ${many(undos, "rating", "ratings")}`,
      resets > 0 && `starts over ${many(resets, "time", "times")}`,
      reverts > 0 && `takes back ${many(reverts, "start", "starts")} over`,
    ];
    return `${what} ${listed(parts.filter((part) => part !== false))}`;
  },
  known: /** @param {Preview} preview */ ({ decks }) => {
    const known = sum(decks, (deck) => deck.known);
    return known > 0 ? `${count.format(known)} ${known === 1 ? "record is" : "records are"} here already.` : "";
  },
  unreadable: /** @param {number} records */ (records) => (records > 0 ? `${many(records, "record", "records")} cannot be read and ${records === 1 ? "is" : "are"} left out.` : ""),
  newerHere: /** @param {number} records */ (records) => `${many(records, "record is", "records are")} of a newer version and in no backup of this one: reload the page to get it.`,
  newer: /** @param {number} records */ (records) => (records > 0 ? `${many(records, "record is", "records are")} of a newer version: reload the page to get it, and restore once more.` : ""),
  ofDeck: /** @param {PreviewDeck} deck */ ({ ratings, undos, reverts, resets }) =>
    [
      ratings > 0 && many(ratings, "rating", "ratings"),
      undos > 0 && `${count.format(undos)} taken back`,
      resets > 0 && `${many(resets, "start", "starts")} over`,
      reverts > 0 && `${many(reverts, "start", "starts")} over taken back`,
    ]
      .filter((part) => part !== false)
      .join(", ") || "nothing new",
  trust: "Take in only what is your own: it will count as yours.",
  add: "Add it",
  leave: "Leave it",
  close: "Close",
  added: /** @param {number} records */ (records) => `${many(records, "record was", "records were")} added. Your progress is up to date.`,
  badLink: "This link brings no progress that can be read",
  sentence: /** @param {string} message */ (message) => message.charAt(0).toUpperCase() + message.slice(1) + (/[.!?]$/.test(message) ? "" : "."),

  /* On another device */
  elsewhere: "On another device",
  elsewhereMeans: "A link or a code can carry your ratings to another browser. Nothing is sent to a server: they are inside the link.",
  whichDecks: "Decks to take along",
  makeLink: "Make a link",
  link: "Link with your progress",
  copy: "Copy the link",
  copied: "Copied",
  copyByHand: "Press Ctrl+C to copy",
  share: "Share",
  shareFile: "Share the backup",
  shareTitle: "Greenroom progress",
  length: /** @param {number} characters */ (characters) => `${many(characters, "character", "characters")}.`,
  takes: {
    chats: "It works in chats and mail.",
    mail: "Mail and most apps take it; some chats cut it off.",
    browsers: "Browsers open it; many apps cut it off. A backup is safer.",
    nothing: "That is too much for a link. Take a backup along, and restore it there.",
  },
  history: "Whoever has the link has your ratings; it stays in the history of both browsers.",
  qr: "QR code of the link",
  qrDense: "A dense code: some phones will not read it from a screen. Fewer decks make it lighter.",
  qrNone: "The link is too long for a QR code. Fewer decks make it shorter.",
  noDeckChosen: "Choose at least one deck.",

  /* Deck by deck */
  decks: "Deck by deck",
  unknownDeck: "A deck that is not on this page",
  ofKey: /** @param {string} key */ (key) => `Key ${key}`,
  figures: /** @param {KeptDeck} deck */ ({ ratings, cards, last }) =>
    `${many(ratings, "rating", "ratings")} of ${many(cards, "card", "cards")}${last === null ? "" : `, last on ${day.format(last)}`}`,
  exportDeck: "Backup",
  exportNamed: /** @param {string} title */ (title) => `Backup of ${title}`,
  reset: "Start over",
  resetNamed: /** @param {string} title */ (title) => `Start over with ${title}`,
  wasReset: /** @param {number} at */ (at) => `Started over on ${day.format(at)}. Nothing rated since.`,
  undo: "Undo",
  undoNamed: /** @param {string} title */ (title) => `Undo starting over with ${title}`,
  resetAll: "Start over with all decks",
  resetAllMeans: "All cards are new again. Nothing is deleted, so that it can be undone.",
  allReset: /** @param {number} decks */ (decks) => `${many(decks, "deck was", "decks were")} started over.`,
  undone: "It is all back.",

  /* Several people */
  people: "Several people",
  peopleMeans: "Does somebody else practice in this browser? A profile keeps their progress and settings apart from yours. It is no lock: whoever uses the browser can switch.",
  addProfile: "Add a profile",
  name: "Name",
  create: "Add",
  cancel: "Cancel",
  first: "First profile",
  inUse: "in use",
  switchTo: "Switch",
  switchNamed: /** @param {string} name */ (name) => `Switch to ${name}`,
  rename: "Rename",
  renameNamed: /** @param {string} name */ (name) => `Rename ${name}`,
  keepName: "Keep this name",
  remove: "Delete",
  removeNamed: /** @param {string} name */ (name) => `Delete ${name}`,
  removeAsk: /** @param {string} name @param {number} ratings */ (name, ratings) => `${name} has ${ratings > 0 ? many(ratings, "rating", "ratings") : "practiced, though nothing of it counts now"}. Deleting cannot be undone; a backup can be restored.`,
  removeFor: /** @param {number} ratings */ (ratings) => (ratings > 0 ? `Delete ${many(ratings, "rating", "ratings")}` : "Delete all of it"),
  removed: /** @param {string} name */ (name) => `${name} was deleted.`,
  needsName: "Write a name first.",
  noRoomForName: "This browser's storage takes nothing: it is full or blocked. Make room, and try again.",
  sameName: "There is somebody of this name already.",
};

const REFUSED = {
  full: "The storage of this browser is full. What had room is kept. Make room and try once more: nothing is added twice.",
  blocked: "The storage of this browser is blocked: nothing was kept. Allow this site to keep data, and reload the page.",
};

const KEPT_ONCE = {
  full: "It is kept, once instead of twice: part of this browser's storage is full. A backup is the safest second place.",
  blocked: "It is kept, once instead of twice: part of this browser's storage is blocked. A backup is the safest second place.",
};

/** @template Item @param {Item[]} items @param {(item: Item) => number} of */
function sum(items, of) {
  return items.reduce((total, item) => total + of(item), 0);
}

/** Whether anything of a deck is new here. @param {PreviewDeck} deck */
export function isNews({ ratings, undos, reverts, resets }) {
  return ratings + undos + reverts + resets > 0;
}

/** @param {PreviewDeck[]} decks */
function added(decks) {
  const of = (/** @type {"ratings" | "undos" | "reverts" | "resets"} */ kind) => sum(decks, (deck) => deck[kind]);
  return { ratings: of("ratings"), undos: of("undos"), reverts: of("reverts"), resets: of("resets") };
}

/** @param {string[]} parts */
function listed(parts) {
  return new Intl.ListFormat("en").format(parts);
}
