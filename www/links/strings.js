// The words about decks opened by link; who opens none does not load them.

const count = new Intl.NumberFormat("en");
const day = new Intl.DateTimeFormat(navigator.languages.find((language) => /^en\b/i.test(language)) ?? "en-GB", { day: "numeric", month: "long" });

export const words = {
  /* Where a deck is from */
  fromSite: /** @param {string} host */ (host) => `A deck from ${host}`,
  fromLink: "This deck came inside the link itself",
  listedFromSite: /** @param {string} host */ (host) => `From ${host}`,
  listedFromLink: "Came inside a link",

  /* Before the first card */
  size: /** @param {number} cards @param {number} topics */ (cards, topics) =>
    topics > 1 ? `${many(cards, "card", "cards")} in ${many(topics, "topic", "topics")}` : many(cards, "card", "cards"),
  author: /** @param {string} name */ (name) => `By ${name}`,
  untitled: "Untitled deck",
  onlyTopic: /** @param {string} topic */ (topic) => `Only the topic “${topic}” is asked.`,
  mode: { due: "", free: "Practice goes on when nothing is due.", choice: "Cards are asked as choices." },
  stopsAfter: /** @param {number} ratings */ (ratings) => `It stops after ${many(ratings, "rating", "ratings")}.`,
  sameNumbers: "Everybody who has this link gets the same numbers.",
  problems: /** @param {number} problems */ (problems) =>
    `${many(problems, "problem was", "problems were")} found in its text. The rest works; the list is below the cards.`,
  privateSite: /** @param {string} host */ (host) => `Nothing leaves this browser. All that ${host} could see is that the deck was fetched.`,
  privateLink: "Nothing leaves this browser, and no server was asked for the deck.",
  practice: "Practice",

  /* Another version of a kept deck */
  sameDeck: "You have a deck of this name already",
  sameDeckAdvice: /** @param {Date} opened */ (opened) =>
    `This looks like another version of the one you opened by link on ${day.format(opened)}. If you trust that it is by the same author, go on with your progress; if not, keep them apart.`,
  continueProgress: "Continue with my progress",
  keepApart: "Keep them apart",

  /* Said above the cards */
  keptCopy: /** @param {string} why @param {Date} opened */ (why, opened) => `${why} This is the copy kept on ${day.format(opened)}.`,
  offline: "No connection.",
  gone: "The deck cannot be read at its address any more.",
  notKept: "This browser keeps no decks for this page. To come back, open the link again.",

  /* The list */
  listTitle: "Opened by link",
  remove: "Remove",
  removeDeck: /** @param {string} title */ (title) => `Remove ${title}`,
  removed: /** @param {string} title */ (title) => `“${title}” was removed. Your progress is kept: open its link again to go on.`,
  undo: "Undo",
  unreadable: "This deck could not be opened.",

  /* What can go wrong */
  noKept: "This deck is no longer kept here",
  noKeptAdvice: "Open the link again that it came with. Your progress is still there.",
  badLink: "This link holds no deck that can be read",
  nothingInside: "There is nothing behind its “=”: it was probably cut off. Ask for it once more, or for the file.",
  sentence: /** @param {string} message */ (message) => message.charAt(0).toUpperCase() + message.slice(1) + (/[.!?]$/.test(message) ? "" : "."),
  forbidden: /** @param {string} host */ (host) => `${host} does not let this page read the deck`,
  forbiddenWhy: "A site decides which other pages may read its files. For this deck it would have to send the header",
  forbiddenHeader: "Access-Control-Allow-Origin: *",
  forbiddenElse: "It may also be that there is nothing at this address.",
  forbiddenAdvice: "You can still practice it: open the address, save the file, and drop it on the author’s page.",
  unreachable: /** @param {string} host */ (host) => `${host} cannot be reached`,
  unreachableAdvice: "Check the connection and the address. A deck that you have practiced before works without a connection.",
  offlineTitle: "There is no connection",
  absent: "There is no deck at this address",
  answered: /** @param {string} host @param {number} status */ (host, status) =>
    `${host} answered ${status}${status === 404 || status === 410 ? ", not found" : ""}. The link may be cut off, or the deck has moved.`,
  webPage: "This is a web page, not a deck",
  webPageAdvice: "The address must lead to the Markdown text itself.",
  gitHub: "On GitHub that is where the button “Raw” leads to.",
  tooLarge: "This file is too large for a deck",
  tooLargeAdvice: "A deck has at most 5 MB.",
  insecure: "Decks of other sites are read over https only",
  insecureAdvice: "This address begins with http:, so anybody on the way could change the deck.",
  openRaw: "Open the raw file",
  openSecure: "Try it with https",
  openAddress: "Open the address",
  authorPage: "Author’s page",
  tryAgain: "Try again",
  allDecks: "All decks",
};

/** @param {number} number @param {string} one @param {string} other */
function many(number, one, other) {
  return `${count.format(number)} ${number === 1 ? one : other}`;
}
