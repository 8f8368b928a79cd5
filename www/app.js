// The full page: the fragment says which deck, none says the list.

import { DeckList } from "./deck-list.js";
import { DeckPage } from "./deck-page.js";
import { PLAN_KEY, PROGRESS_PREFIX, SETTING_PREFIX, button, el, nameOf, onSwitch, otherProfiles, pageStyles, profile, words } from "./greenroom.js";
import { readLink, readable } from "./link.js";
import { registerServiceWorker } from "./register-sw.js";

/** @param {string} selector */
const find = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

const list = new DeckList(find("#decks"), find("#interview"));
const page = new DeckPage(find("#practice"), (title) => (document.title = words.titled(title)));

/** Where the browser keeps the decks opened by link, of each profile. */
const KEPT_DECKS = `${SETTING_PREFIX}${new URL("./", document.baseURI).pathname}:decks`;

/** The list's scroll position and the link followed last, for the way back. */
let left = { scroll: 0, href: "" };

/** Ends what the page of progress shows. */
let progress = new AbortController();

function route() {
  const link = readLink(location.hash);
  const match = readable(location.hash).match(/^#(?:progress$|p=(.*))/s);
  const isProgress = match !== null;
  arrange(link !== null, isProgress);
  progress.abort();
  if (isProgress) void showProgress(match[1]);
  else if (link) page.show(link);
  else void showList();
}

/** @param {boolean} isDeck @param {boolean} isProgress */
function arrange(isDeck, isProgress) {
  const isList = !isDeck && !isProgress;
  if (!isList && !find("#list").hidden) left = { scroll: scrollY, href: location.hash };
  for (const selector of ["#list", "#foot", ".privacy"]) find(selector).hidden = !isList;
  find(".back").hidden = isList;
  find("#practice").hidden = !isDeck;
  find("#kept-progress").hidden = !isProgress;
  if (!isList) scrollTo(0, 0);
}

/** Where the learner looks after what was rated: loaded only then. @param {string | undefined} brought What a link brings. */
async function showProgress(brought) {
  const place = find("#kept-progress");
  page.clear();
  progress = new AbortController();
  const { signal } = progress;
  document.title = words.titled(words.yourProgress);
  try {
    const { showProgress } = await import("./progress.js");
    await showProgress(place, signal, brought);
  } catch (error) {
    console.error(error);
    if (!signal.aborted) place.replaceChildren(el("p", { class: "message" }, words.progressFailed));
  }
}

async function showList() {
  const isReturn = find("#practice").childElementCount + find("#kept-progress").childElementCount > 0;
  page.clear();
  find("#kept-progress").replaceChildren();
  document.title = words.greenroom;
  await Promise.all([list.show(), showKept()]);
  if (isReturn) comeBack();
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let showing;

/** Brings the list up to date, where it is shown: once for all that comes up at a time. */
function showAgain() {
  clearTimeout(showing);
  showing = setTimeout(() => !find("#list").hidden && void list.show(), 200);
}

/** The decks opened by link, where there are any: only then is it loaded how they are drawn. */
async function showKept() {
  try {
    if (!(await caches.has(KEPT_DECKS))) return;
    const { showKept } = await import("./links.js");
    await showKept(find("#kept"));
  } catch {
    // Without the browser's caches none are kept.
  }
}

/** Back on the list, the learner stands where they left it. */
function comeBack() {
  const link = [...document.querySelectorAll("#list a, #foot a")].find((link) => link.getAttribute("href") === left.href);
  const target = link instanceof HTMLElement ? link : find("#list h1");
  target.focus({ preventScroll: true });
  scrollTo(0, left.scroll);
}

/** @param {() => void} apply */
function offerUpdate(apply) {
  find(".update").replaceChildren(`${words.updateReady} `, button({}, apply, words.update));
}

/** Says whose progress this is, where there is more than one to choose from. */
function showProfile() {
  const who = find(".who");
  const isShared = otherProfiles().length > 0;
  who.hidden = !isShared;
  if (isShared) who.textContent = nameOf(profile) || words.firstProfile;
}

onSwitch(() => location.reload());
showProfile();
document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...pageStyles()];
addEventListener("hashchange", route);
// Another tab made another plan, or goes on practicing; and this one may have been left for a day.
addEventListener("storage", ({ key }) => (key === PLAN_KEY || key?.startsWith(PROGRESS_PREFIX)) && showAgain());
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && showAgain());
route();
registerServiceWorker(offerUpdate);
