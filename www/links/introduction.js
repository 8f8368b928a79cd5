// Who a deck is, before its first card; and why there is none.

/** @import {Overview} from "../../pkg/greenroom.js" */
/** @import {Choices, Link} from "../link.js" */
/** @import {Entry} from "./kept.js" */
/** @import {Page} from "./linked.js" */
/** @import {Obstacle} from "./read.js" */

import { blocks, button, el, words as pageWords } from "../greenroom.js";
import { words } from "./strings.js";

/**
 * @typedef {object} Introduced
 * @property {Overview} overview
 * @property {number} problems
 * @property {Link} link
 * @property {string} host Where it is; empty for one that came inside the link.
 * @property {string | null} topic The title of the topic that the link asks for; null where the deck has none such.
 * @property {Entry | undefined} alike A kept deck that this may be another version of.
 */

/**
 * @param {Introduced} introduced
 * @param {Page} page
 * @param {(entry: Entry | undefined) => Promise<void>} practice
 */
export function drawIntroduction({ overview, problems, link, host, topic, alike }, { place, titled }, practice) {
  const { about, language, license, author, standing, topics } = overview;
  const title = overview.title.trim() || words.untitled;
  const heading = el("h1", { tabindex: -1, lang: language }, title);
  const isEmpty = standing.cards === 0;
  const choices = inWords(link.choices, topic);
  const credits = [author && words.author(author), license && pageWords.license(license)].filter(Boolean).join(" · ");
  const facts = [
    ...link.faults,
    choices,
    problems > 0 && words.problems(problems),
    isEmpty ? `${pageWords.empty}. ${pageWords.emptyAdvice}` : host ? words.privateSite(host) : words.privateLink,
  ];
  place.replaceChildren(
    el(
      "div",
      { class: "introduction" },
      el("p", { class: "origin" }, host ? words.fromSite(host) : words.fromLink),
      heading,
      el("p", { class: "counts" }, words.size(standing.cards, topics.length)),
      about.length > 0 && el("div", { class: "about rich", lang: language }, ...blocks(about, new URL("about:blank"))),
      credits && el("p", { class: "credits" }, credits),
      el("div", { class: "facts" }, ...facts.filter((fact) => typeof fact === "string" && fact !== "").map((fact) => el("p", {}, fact))),
      isEmpty ? el("a", { class: "button", href: "#" }, words.allDecks) : alike ? choice(alike, practice) : go(words.practice, () => practice(undefined)),
    ),
  );
  titled(title);
  heading.focus();
}

/** @param {Entry} alike @param {(entry: Entry | undefined) => Promise<void>} practice */
function choice(alike, practice) {
  return el(
    "div",
    { class: "alike" },
    el("h2", {}, words.sameDeck),
    el("p", {}, words.sameDeckAdvice(new Date(alike.opened))),
    el("div", { class: "ways" }, go(words.continueProgress, () => practice(alike)), go(words.keepApart, () => practice(undefined), "button second")),
  );
}

/** @param {string} label @param {() => Promise<void>} press @param {string} [looks] */
function go(label, press, looks = "button") {
  return button({ class: looks }, () => void press(), label);
}

/** What a link chooses, in sentences. @param {Choices} choices @param {string | null} title The topic's. */
function inWords({ topic, mode = "due", count, draw }, title) {
  const asked = topic && (title === null ? pageWords.missingTopic(topic) : words.onlyTopic(title));
  return [asked, words.mode[mode], count && words.stopsAfter(count), draw !== undefined && words.sameNumbers].filter(Boolean).join(" ");
}

/** @param {Obstacle} obstacle @param {Page} page */
export function drawObstacle({ title, text, ways }, { place, titled }) {
  const heading = el("h1", { tabindex: -1 }, title);
  const paragraphs = text.map((part) => el("p", {}, typeof part === "string" ? part : el("code", {}, part.code)));
  const links = [...ways, { label: words.allDecks, href: "#" }].map(({ label, href }, index) => way(label, href, index === 0));
  place.replaceChildren(el("div", { class: "message" }, heading, ...paragraphs, el("div", { class: "ways" }, ...links)));
  titled(title);
  heading.focus();
}

/** @param {string} label @param {string} href @param {boolean} isFirst */
function way(label, href, isFirst) {
  const isOut = /^https?:/.test(href);
  const link = el("a", { class: isFirst ? "button" : "button second", href, ...(isOut && { target: "_blank", rel: "noopener noreferrer" }) }, label);
  // The way to where the page is already is the way to try again.
  if (href === location.hash) link.addEventListener("click", () => dispatchEvent(new Event("hashchange")));
  return link;
}
