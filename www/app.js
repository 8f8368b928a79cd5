// The full page: the fragment says which deck, none says the list.

import { DeckList } from "./deck-list.js";
import { DeckPage } from "./deck-page.js";
import { PLAN_KEY, button, pageStyles, words } from "./greenroom.js";
import { readLink } from "./link.js";
import { registerServiceWorker } from "./register-sw.js";

/** @param {string} selector */
const find = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

const list = new DeckList(find("#decks"), find("#interview"));
const page = new DeckPage(find("#practice"), (title) => (document.title = words.titled(title)));

/** Where the browser keeps the decks opened by link. */
const KEPT_DECKS = `greenroom:${new URL("./", document.baseURI).pathname}:decks`;

/** The list's scroll position and the link followed last, for the way back. */
let left = { scroll: 0, href: "" };

function route() {
  const link = readLink(location.hash);
  arrange(link !== null);
  if (link) page.show(link);
  else void showList();
}

/** @param {boolean} isDeck */
function arrange(isDeck) {
  if (isDeck && !find("#list").hidden) left = { scroll: scrollY, href: location.hash };
  for (const selector of ["#list", "#foot", ".privacy"]) find(selector).hidden = isDeck;
  for (const selector of ["#practice", ".back"]) find(selector).hidden = !isDeck;
  if (isDeck) scrollTo(0, 0);
}

async function showList() {
  const isReturn = find("#practice").childElementCount > 0;
  page.clear();
  document.title = words.greenroom;
  await Promise.all([list.show(), showKept()]);
  if (isReturn) comeBack();
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
  const link = [...document.querySelectorAll("#list a")].find((link) => link.getAttribute("href") === left.href);
  const target = link instanceof HTMLElement ? link : find("#list h1");
  target.focus({ preventScroll: true });
  scrollTo(0, left.scroll);
}

/** @param {() => void} apply */
function offerUpdate(apply) {
  find(".update").replaceChildren(`${words.updateReady} `, button({}, apply, words.update));
}

document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...pageStyles()];
addEventListener("hashchange", route);
// Another tab made another plan.
addEventListener("storage", ({ key }) => key === PLAN_KEY && !find("#list").hidden && void list.show());
route();
registerServiceWorker(offerUpdate);
