// The author's page: a deck's text on one side, its cards on the other.

/** @import {Issue} from "../pkg/reader.js" */

import { readFile } from "./author/files.js";
import { DraftStore } from "./author/draft.js";
import { Editor } from "./author/editor.js";
import { EXAMPLE } from "./author/example.js";
import { openHelp } from "./author/help.js";
import { Notices } from "./author/notices.js";
import { Preview } from "./author/preview.js";
import { Problems } from "./author/problems.js";
import { checkRubricsLater } from "./author/rubrics.js";
import { save } from "./author/save.js";
import { openShareDialog } from "./author/share.js";
import { words } from "./author/strings.js";
import { drawTabs } from "./author/tabs.js";
import { drawTools } from "./author/tools.js";
import { loadAuthor } from "./author-engine.js";
import { button, el, pageStyles, setText, words as pageWords } from "./greenroom.js";
import { registerServiceWorker } from "./register-sw.js";

/** @typedef {import("./author/draft.js").Draft} Draft */

/** Typing is checked after a pause of so many milliseconds; of a large deck after a longer one. */
const PAUSE = 150;
const LONGEST_PAUSE = 1_500;

const NO_NAME = "deck";

/** @param {string} selector */
const find = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

const narrow = matchMedia("(max-width: 56rem)");
const notices = new Notices(find("#notices"));
const editor = new Editor(typed);
const preview = new Preview();
const problems = new Problems((line, column) => {
  choose(0);
  editor.jump(line, column);
});
const drafts = new DraftStore({ saved: (why) => (why ? notices.show("draft", words[why], [], null, true) : notices.hide("draft")), changed: draftChanged });
const compared = el("p", { class: "compared soft", hidden: true });

let name = NO_NAME;
let title = "";
/** The ids of its cards. @type {string[]} */
let cards = [];
let isExample = false;
let former = drafts.loadFormer();
/** What checking took last, in milliseconds; the cards beside it take about as long again. */
let cost = 0;
let timer = 0;
let shown = find("#write");
/** @type {Map<HTMLElement, number>} */
const scrolls = new Map();

/* What is done with the text */

/** The author has typed. */
function typed() {
  isExample = false;
  // To undo would take away what is written now.
  notices.settle("replaced");
  changed();
}

function changed() {
  drafts.save(draft());
  if (!isExample) notices.hide("example");
  clearTimeout(timer);
  timer = window.setTimeout(() => void check(), Math.min(LONGEST_PAUSE, Math.max(PAUSE, cost * 5)));
}

/** @returns {Draft} */
function draft() {
  return { text: editor.text, name, isExample };
}

/**
 * Puts another text in place of all of it, which can be undone.
 * @param {Draft} next
 * @param {string} says
 * @param {HTMLElement | null} [more]
 * @param {number} [cursor]
 */
function replace(next, says, more = null, cursor = 0) {
  const before = { ...draft(), former };
  put(next, cursor);
  const undo = () => {
    const after = { ...draft(), former };
    setFormer(before.former);
    put(before);
    const redo = () => {
      setFormer(after.former);
      replace(after, says, more);
    };
    notices.show("replaced", words.undone, [[words.redo, redo]]);
  };
  notices.show("replaced", says, before.text ? [[words.undo, undo]] : [], more);
  notices.hide("paste");
}

/** @param {Draft} next @param {number} [cursor] */
function put(next, cursor) {
  ({ name, isExample } = next);
  editor.show(next.text, cursor);
  if (isExample) sayExample();
  changed();
  void check();
}

/** @param {typeof former} next */
function setFormer(next) {
  former = next;
  drafts.saveFormer(former);
}

function sayExample() {
  notices.show("example", words.isExample, [[words.startEmpty, startEmpty]]);
}

function startEmpty() {
  setFormer(null);
  replace({ text: "", name: NO_NAME, isExample: false }, words.emptied);
  choose(0);
  editor.area.focus();
}

/* Checking */

async function check() {
  clearTimeout(timer);
  const { text } = editor;
  try {
    const { checkDeck } = await loadAuthor();
    if (text !== editor.text) return;
    const start = performance.now();
    const found = checkDeck(text, name, former?.text);
    ({ title } = found);
    cards = found.places.map(({ id }) => id);
    document.title = words.titled(title);
    showIssues(found, found.issues);
    checkRubricsLater({ text, name, places: found.places, line: editor.line }, (more) => {
      if (text === editor.text && more.length > 0) showIssues(found, [...found.issues, ...more]);
    });
    cost = performance.now() - start;
    if (isShown(find("#try"))) await preview.show(text, name, cards);
  } catch (error) {
    console.error(error);
    notices.show("engine", words.failed);
  }
  drawCompared();
}

/** @param {{ cards: number, topics: number }} found @param {Issue[]} issues */
function showIssues({ cards, topics }, issues) {
  const sorted = issues.toSorted((one, other) => one.line - other.line);
  setText(find("#counts"), words.counts(cards, topics, sorted.length));
  problems.draw(sorted);
  editor.mark(sorted.map(({ line }) => line));
}

function drawCompared() {
  compared.hidden = !former;
  if (!former || compared.dataset.file === former.file) return;
  compared.dataset.file = former.file;
  const stop = button({ class: "text-button" }, () => void (setFormer(null), check()), words.stopComparing);
  compared.replaceChildren(`${words.compared(former.file)} `, stop);
}

/** On a phone each pane has a place of its own to come back to. @param {HTMLElement} pane */
function paneShown(pane) {
  if (!narrow.matches || shown === pane) return;
  scrolls.set(shown, scrollY);
  shown = pane;
  if (pane.id === "try") void preview.show(editor.text, name, cards);
  const top = find("#tabs").offsetTop;
  scrollTo(0, scrolls.get(pane) ?? Math.min(scrollY, top));
  if (pane.id === "try") scrollTo(0, top);
}

/** @param {HTMLElement} pane */
function isShown(pane) {
  return pane.offsetParent !== null;
}

async function tryHere() {
  const { text, line } = editor;
  const { places } = (await loadAuthor()).checkDeck(text, name);
  const card = places.findLast((card) => card.line <= line);
  if (!card) return notices.show("try", words.notFound);
  notices.hide("try");
  await preview.show(text, name, places.map(({ id }) => id), card.id);
  choose(1);
  preview.node.focus();
}

/* From files and pastes */

/** @param {File} file */
async function open(file) {
  const { text, problem } = await readFile(file);
  if (problem) return notices.show("file", problem);
  notices.hide("file");
  const stem = file.name.replace(/\.[^.]*$/, "") || NO_NAME;
  const read = (await loadAuthor()).importDeck(text, stem);
  const isNative = read.format === "native";
  setFormer(isNative ? { text, file: file.name } : null);
  replace(
    { text: isNative ? text : read.deck, name: stem, isExample: false },
    isNative ? words.opened(file.name) : words.imported(file.name, read.format, read.cards),
    report(read.skipped),
  );
  choose(0);
}

/** @param {{ line: number, why: string }[]} skipped */
function report(skipped) {
  if (skipped.length === 0) return null;
  const items = skipped.slice(0, 200).map(({ line, why }) => el("li", {}, words.skippedAt(line, why)));
  if (skipped.length > 200) items.push(el("li", {}, words.moreProblems(skipped.length - 200)));
  return el("details", { open: skipped.length < 6 }, el("summary", {}, words.skipped(skipped.length)), el("ul", {}, ...items));
}

/** @param {ClipboardEvent} event */
async function paste(event) {
  const [file] = event.clipboardData?.files ?? [];
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (file && !text) {
    event.preventDefault();
    return open(file);
  }
  const isEmpty = editor.text.trim() === "";
  const { selectionStart: start } = editor.area;
  // A word or a line is what it is.
  if (!text.trim().includes("\n") && !isEmpty) return;
  const { importDeck } = await loadAuthor();
  const { format, deck, cards, skipped } = importDeck(text, NO_NAME);
  if (format === "native" || cards === 0) return;
  const says = words.imported(words.pasted, format, cards);
  const pasted = { ...draft() };
  // The text area has it by now, with the line ends of its own.
  const length = text.replace(/\r\n?/g, "\n").length;
  if (isEmpty) return replace({ text: deck, name, isExample: false }, says, report(skipped));
  notices.show("paste", words.looksLike(format, cards), [
    [
      words.convert,
      () => {
        if (editor.text !== pasted.text) return notices.show("paste", words.changedSince);
        const cardsOnly = deck.replace(/^---\n[^]*?\n---\n+/, "");
        const whole = pasted.text.slice(0, start) + cardsOnly + pasted.text.slice(start + length);
        replace({ text: whole, name, isExample: false }, says, report(skipped), start + cardsOnly.length);
        editor.area.focus({ preventScroll: true });
      },
    ],
  ]);
}

/* The draft */

/** @param {import("./author/draft.js").Stored} other @param {boolean} isTouched */
function draftChanged(other, isTouched) {
  const take = () => {
    drafts.takeOther(other);
    ({ name, isExample } = other);
    editor.show(other.text);
    former = drafts.loadFormer();
    void check();
  };
  if (!isTouched) {
    take();
    return notices.show("tab", words.followed);
  }
  notices.show("tab", words.otherTab, [[words.takeOther, take], [words.keepMine, () => drafts.keepMine(draft())]], null, true);
}

/* Saving */

/** @param {"md" | "anki" | "csv"} to */
async function download(to) {
  const { text } = editor;
  const content = to === "md" ? text : (await loadAuthor()).exportDeck(text, name, to);
  save(content, fileName(), to);
}

/** After the file that was opened, else after the title. */
function fileName() {
  const slug = title.normalize("NFKD").replace(/[^\p{Letter}\p{Number}]+/gu, "-").replace(/^-+|-+$/g, "").toLowerCase();
  return name === NO_NAME ? slug.slice(0, 60) || NO_NAME : name;
}

async function share() {
  // The last words may not have been checked yet.
  await check();
  const showProblems = () => {
    choose(0);
    problems.focus();
  };
  await openShareDialog({ text: editor.text, name: fileName(), engine: await loadAuthor(), download: () => void download("md"), showProblems });
}

/* The page */

document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...pageStyles()];
drawTools(find("#tools"), { open: (file) => void open(file), download: (to) => void download(to), share: () => void share(), startEmpty });
find("#help").append(button({ class: "text-button" }, openHelp, words.help));
find("#write").append(editor.node, problems.node, compared);
find("#try").append(
  el("div", { class: "try-head" }, el("h2", {}, words.tryTitle, el("span", { class: "soft" }, ` · ${words.tryNote}`)), button({ class: "text-button" }, () => void tryHere(), words.tryHere)),
  preview.node,
);
const choose = drawTabs(
  find("#tabs"),
  [
    { label: words.write, pane: find("#write") },
    { label: words.try, pane: find("#try") },
  ],
  paneShown,
);

function arrange() {
  for (const [id, label] of [["#write", words.textLabel], ["#try", words.tryTitle]]) {
    const pane = find(String(id));
    if (narrow.matches) {
      pane.setAttribute("role", "tabpanel");
      pane.setAttribute("aria-labelledby", `${pane.id}-tab`);
      pane.removeAttribute("aria-label");
    } else {
      pane.removeAttribute("role");
      pane.removeAttribute("aria-labelledby");
      pane.setAttribute("aria-label", String(label));
    }
  }
}

narrow.addEventListener("change", () => {
  arrange();
  void check();
});
editor.area.addEventListener("paste", (event) => void paste(event));
addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  event.preventDefault();
  void download("md");
});

addEventListener("dragover", (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  document.body.classList.add("dropping");
});
addEventListener("dragleave", ({ relatedTarget }) => relatedTarget === null && document.body.classList.remove("dropping"));
addEventListener("drop", (event) => {
  document.body.classList.remove("dropping");
  const [file] = event.dataTransfer?.files ?? [];
  if (!file) return;
  event.preventDefault();
  void open(file);
});

const stored = drafts.load();
({ name, isExample } = stored ?? { name: NO_NAME, isExample: true });
editor.show(stored?.text ?? EXAMPLE);
if (isExample) sayExample();
arrange();
void check();
registerServiceWorker((apply) => {
  const press = () => {
    drafts.flush();
    apply();
  };
  find(".update").replaceChildren(`${pageWords.updateReady} `, button({}, press, pageWords.update));
});
