// The words of the author's page.

const LOCALE = navigator.languages.find((language) => /^en\b/i.test(language)) ?? "en-GB";
const count = new Intl.NumberFormat(LOCALE);

/** @type {Record<string, string>} */
const FORMATS = {
  brainscape: "a page copied from Brainscape",
  anki: "an Anki text export",
  table: "a table of questions and answers",
  hashcards: "a hashcards file",
  obsidian: "Obsidian flashcards",
};

export const words = {
  titled: /** @param {string} title */ (title) => `${title} · Write a deck · Greenroom`,
  loading: "Starting…",
  failed: "The checks could not be started. Reload the page; what you have written is kept.",

  /* The text */
  write: "Write",
  try: "Try",
  textLabel: "The text of the deck",
  placeholder: "Write here, or paste or drop a deck: Markdown, Brainscape, Anki, a table, hashcards or Obsidian cards.",
  tryTitle: "As learners see it",
  tryNote: "ratings are not kept",
  tryHere: "Show card at cursor",
  notFound: "There is no card at the cursor yet.",
  counts: /** @param {number} cards @param {number} topics @param {number} problems */ (cards, topics, problems) =>
    `${many(cards, "card", "cards")}${topics > 1 ? ` in ${count.format(topics)} topics` : ""}${problems > 0 ? `, ${many(problems, "problem", "problems")}` : ""}`,

  /* Problems */
  noProblems: "No problems",
  problems: /** @param {number} problems */ (problems) => many(problems, "problem", "problems"),
  place: /** @param {number} line */ (line) => `Line ${count.format(line)}`,
  skippedAt: /** @param {number} line @param {string} why */ (line, why) => `Line ${count.format(line)}: ${why}`,
  moreProblems: /** @param {number} problems */ (problems) => `and ${count.format(problems)} more`,
  compared: /** @param {string} file */ (file) => `Compared with ${file} as it was opened, to find cards that would lose their history.`,
  stopComparing: "Stop comparing",

  /* The tools */
  tools: "Deck",
  open: "Open",
  openLabel: "Open a file: Markdown, or an export of another program",
  download: "Download",
  downloadMd: "Markdown (.md)",
  downloadAnki: "Anki text (.txt)",
  downloadCsv: "Table (.csv)",
  share: "Share",
  help: "How to write",
  empty: "New",
  isExample: "This is an example with a card of nearly every kind.",
  startEmpty: "Start with an empty deck",

  /* What was replaced */
  undo: "Undo",
  redo: "Redo",
  close: "Close",
  emptied: "The deck is empty now.",
  undone: "The former text is back.",
  opened: /** @param {string} file */ (file) => `${file} was opened.`,
  imported: /** @param {string} what @param {string} format @param {number} cards */ (what, format, cards) =>
    `${what} was read as ${FORMATS[format] ?? format}: ${many(cards, "card", "cards")}.`,
  pasted: "What you pasted",
  skipped: /** @param {number} lines */ (lines) => `${many(lines, "place", "places")} to look at`,
  looksLike: /** @param {string} format @param {number} cards */ (format, cards) =>
    `What you pasted looks like ${FORMATS[format] ?? format} (${many(cards, "card", "cards")}).`,
  changedSince: "The text has changed since; paste it again to convert it.",
  convert: "Convert this paste",
  drop: "Drop the file to open it",
  tooLarge: /** @param {string} file */ (file) => `${file} is too large for a deck: more than 5 MB.`,
  notText: /** @param {string} file */ (file) => `${file} is no text file. From Anki, export “Notes in Plain Text”; from a spreadsheet, a CSV file.`,
  notRead: /** @param {string} file */ (file) => `${file} could not be read.`,

  /* The draft */
  blocked: "The draft cannot be kept in this browser: its storage is blocked. Download the deck before you close the page.",
  full: "The draft cannot be kept in this browser: its storage is full. Download the deck before you close the page.",
  otherTab: "Another tab has a newer draft. Yours is not kept until you choose.",
  takeOther: "Take the other one",
  keepMine: "Keep this one",
  followed: "This is the draft from another tab now.",

  /* Sharing */
  shareTitle: "Share this deck",
  nothingToShare: "There is nothing to share yet: the deck has no cards.",
  titleFirst: "Give the deck a title first: learners see it, and their progress is filed under it.",
  problemsShared: /** @param {number} problems */ (problems) => `${many(problems, "problem", "problems")}: learners will see ${problems === 1 ? "it" : "them"}`,
  link: "Link",
  copyLink: "Copy link",
  copied: "Copied",
  copyByHand: "Press Ctrl+C to copy",
  length: /** @param {number} characters */ (characters) => `${count.format(characters)} characters.`,
  takes: {
    chats: "Chats, mail and all the others take it.",
    mail: "Mail and most apps take it; some chats cut it off.",
    browsers: "Browsers take it, but mail and apps may cut it off. A file is safer.",
    nothing: "That is too long for a link. Pass the deck on as a file, or put it on a host.",
  },
  inside: "The deck is in the link itself: whoever has the link has the deck. No server gets to see it; browsers keep it in their history.",
  atHost: "The link names where the deck is. Whoever opens it fetches it from there.",
  getFile: "Download the file",
  qr: "QR code of the link",
  qrDense: "A dense code: some phones will not read it from a screen.",
  qrNone: "The link is too long for a QR code.",
  options: "Options of the link",
  optionTopic: "Only the topic",
  allTopics: "all",
  optionMode: "Ask",
  modes: /** @type {[string, string][]} */ ([
    ["", "what is due, then new cards"],
    ["free", "go on when nothing is due"],
    ["choice", "cards of grids as a choice"],
  ]),
  optionCount: "Stop after so many ratings",
  optionSeed: "Seed, so that all get the same numbers",
  optionAddress: "Address of the .md file, if it is on a host",
  optionAddressNote: "The link is short then, and follows your edits. The host must send Access-Control-Allow-Origin: *, as GitHub’s raw files do.",
  badAddress: "That is no https address; the deck goes into the link instead.",
  rawAddress: /** @param {string} raw */ (raw) => `That is GitHub’s page about the file. The link leads to the file itself: ${raw}`,
  badCount: "That is no whole number from 1 on; the link goes without it.",
  badSeed: "That is no whole number; the link goes without it.",
  embed: "In a page of your own",
  embedNote: "Put the file beside your page. What stands inside the tag is for readers without scripts.",
  copySnippet: "Copy the snippet",
  snippet: "Snippet",

  /* How to write */
  helpTitle: "How a deck is written",
  helpNote: "A deck is plain Markdown. Anything that cannot be used is listed below the text, with its line.",
  helpRows: /** @type {[string, string][]} */ ([
    ["---\ntitle: Pricing\nid: pricing\n---", "at the very top: the deck’s title, and a name that lasts when you change it"],
    ["# Pricing", "a topic"],
    ["## What is churn?", "a card: the question; what follows is its answer"],
    ["> Tell me about a launch.", "right below it: what the interviewer says"],
    ["- **Reach**: who is affected", "a point of the answer; with 1. in order"],
    ["  - also: audience", "below a point: other words for it"],
    ["- [x] right   - [ ] wrong", "a choice; after -- what is said about it"],
    ["= activation | activation rate", "an answer of a few words"],
    ["= 144M ± 5%", "a number"],
    ["{seats: 10..90 step 5}", "in a question: a number that is drawn anew each time"],
    ["= seats * 12 ± 1%", "its answer: a formula"],
    ["The {{north star}} metric", "in a question: a gap"],
    ["### Hint", "help before the answer; ### Mnemonic is too"],
    ["### Pitfalls", "mistakes, shown with the answer"],
    ["### Step 1: Clarify (2 min)", "a step of a long answer"],
    ["### Variant: Mobile app", "one of several versions of an answer, as tabs"],
    ["### Strong answer", "with ### Weak answer: compared side by side"],
    ["facets:\n  Purpose: What is the {topic} for?", "in the lines at the top: a question for each topic; its answer stands below ## Purpose"],
    ["{#name}", "after a heading: a name that lasts when you reword it"],
  ]),
};

/** @param {number} number @param {string} one @param {string} other */
function many(number, one, other) {
  return `${count.format(number)} ${number === 1 ? one : other}`;
}
