// The full page: the fragment says which deck, none says the list.

import { DeckList } from "./deck-list.js";
import { DeckPage } from "./deck-page.js";
import { button, pageStyles, words } from "./greenroom.js";
import { registerServiceWorker } from "./register-sw.js";

/** @param {string} selector */
const find = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

const list = new DeckList(find("#decks"));
const page = new DeckPage(find("#practice"), (title) => (document.title = words.titled(title)));

/** The list's scroll position and the link followed last, for the way back. */
let left = { scroll: 0, href: "" };

function route() {
  const deck = new URLSearchParams(location.hash.slice(1)).get("deck") ?? "";
  arrange(deck !== "");
  if (deck) page.show(deck);
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
  await list.show();
  if (isReturn) comeBack();
}

/** Back on the list, the learner stands where they left it. */
function comeBack() {
  const link = [...document.querySelectorAll("#decks a")].find((link) => link.getAttribute("href") === left.href);
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
route();
registerServiceWorker(offerUpdate);
