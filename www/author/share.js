// Passing a deck on: a link with the deck in it or one to where it is, its QR code, a snippet for a page.

/** @typedef {import("../author-engine.js").AuthorEngine} Engine */

import { blocks, button, el, moment, openText, setText } from "../greenroom.js";
import { rawAddress } from "../links/raw-address.js";
import { copyButton, drawCode, takerOf } from "../passing-on.js";
import { words } from "./strings.js";

/** The cards that stand in the snippet for readers without scripts. */
const FALLBACK_CARDS = 3;

/** Titles that are none. */
const NO_TITLES = ["", "deck"];

const SITE = new URL("./", document.baseURI);

/**
 * @typedef {object} Shared
 * @property {string} text
 * @property {string} name
 * @property {Engine} engine
 * @property {() => void} download
 * @property {() => void} showProblems
 */

/**
 * The deck as a learner of the link gets it.
 * @typedef {object} Learned
 * @property {string} title
 * @property {number} problems
 * @property {string[]} topics
 * @property {[question: string, answer: string][]} cards The first ones.
 */

/** @param {Shared} shared */
export async function openShareDialog(shared) {
  // Within a link a deck has no file's name to be called by.
  const { session } = await openText(shared.text, new URL("about:blank"), { store: "memory", name: "" });
  const { title, topics, standing } = session.overview(moment());
  const { problems } = session;
  const cards = firstCards(session);
  session.free();
  const node = standing.cards > 0 ? new ShareDialog(shared, { title, problems, topics: topics.map(({ title }) => title), cards }).node : nothingToShare();
  document.body.append(node);
  node.addEventListener("close", () => node.remove());
  node.showModal();
}

function nothingToShare() {
  return shareDialog(el("p", {}, words.nothingToShare));
}

/** @param {...(Node | false)} content */
function shareDialog(...content) {
  const close = button({ class: "text-button close", "aria-label": words.close }, () => node.close(), "×");
  const head = el("div", { class: "dialog-head" }, el("h2", { id: "share-title", tabindex: -1, autofocus: true }, words.shareTitle), close);
  const node = el("dialog", { class: "share", "aria-labelledby": "share-title" }, head, ...content);
  return node;
}

class ShareDialog {
  #shared;
  #cards;
  #packed;
  #link = el("input", { class: "link-text", readonly: true, "aria-label": words.link });
  #length = el("p", { class: "length", role: "status" });
  #inside = el("p", { class: "soft" });
  #copy = copyButton(words.copyLink, () => this.#link, words);
  #file;
  #qr = el("div", { class: "qr" });
  #snippet = el("textarea", { class: "snippet", readonly: true, rows: 9, wrap: "off", "aria-label": words.snippet });
  #topic = el("select", { id: "share-topic" });
  #mode = el("select", { id: "share-mode" }, ...words.modes.map(([value, label]) => el("option", { value }, label)));
  #count = el("input", { id: "share-count", inputmode: "numeric", pattern: "[0-9]*", autocomplete: "off", "aria-describedby": "share-count-note" });
  #countNote = el("span", { id: "share-count-note", class: "soft" });
  #seed = el("input", { id: "share-seed", inputmode: "numeric", pattern: "[0-9]*", autocomplete: "off", "aria-describedby": "share-seed-note" });
  #seedNote = el("span", { id: "share-seed-note", class: "soft" });
  #address = el("input", { id: "share-address", type: "url", autocomplete: "off", spellcheck: "false", placeholder: "https://", "aria-describedby": "share-address-note" });
  #addressNote = el("span", { id: "share-address-note", class: "soft" });

  /** @param {Shared} shared @param {Learned} learned */
  constructor(shared, { title, problems, topics, cards }) {
    this.#shared = shared;
    this.#cards = cards;
    this.#packed = shared.engine.packLink(shared.text);
    this.#file = button({ class: "button" }, shared.download, words.getFile);
    this.#topic.append(el("option", { value: "" }, words.allTopics), ...topics.map((title) => el("option", {}, title)));
    const options = el(
      "details",
      { class: "options" },
      el("summary", {}, words.options),
      field(words.optionTopic, this.#topic),
      field(words.optionMode, this.#mode),
      field(words.optionCount, this.#count, this.#countNote),
      field(words.optionSeed, this.#seed, this.#seedNote),
      field(words.optionAddress, this.#address, this.#addressNote),
    );
    options.addEventListener("input", () => this.#draw());
    const showProblems = () => {
      this.node.close();
      shared.showProblems();
    };
    this.node = shareDialog(
      NO_TITLES.includes(title.trim().toLowerCase()) && el("p", { class: "advice" }, words.titleFirst),
      problems > 0 && el("p", {}, button({ class: "text-button" }, showProblems, words.problemsShared(problems))),
      el(
        "div",
        { class: "share-link" },
        el("div", { class: "share-words" }, this.#link, this.#length, el("div", { class: "ways" }, this.#copy, this.#file), this.#inside, options),
        this.#qr,
      ),
      el("h3", {}, words.embed),
      el("p", { class: "soft" }, words.embedNote),
      this.#snippet,
      el("div", { class: "ways" }, copyButton(words.copySnippet, () => this.#snippet, words, "button second")),
    );
    this.#draw();
  }

  #draw() {
    const address = this.#readAddress();
    const parameters = this.#parameters();
    const link = `${SITE.href}#${address ? `deck=${encodeURIComponent(address)}` : `d=${this.#packed}`}${parameters}`;
    const takes = takerOf(link);
    const isLink = takes !== "nothing";
    this.#link.value = isLink ? link : "";
    this.#link.hidden = this.#copy.hidden = !isLink;
    this.#file.hidden = takes !== "nothing" && takes !== "browsers";
    this.#file.classList.toggle("second", isLink);
    setText(this.#length, `${words.length(link.length)} ${words.takes[takes]}`);
    setText(this.#inside, address ? words.atHost : isLink ? words.inside : "");
    this.#qr.replaceChildren(...(isLink ? drawCode(this.#shared.engine.qrCode(link), words) : []));
    this.#snippet.value = snippet(address || `${this.#shared.name}.md`, this.#cards);
  }

  /** Where the file is, if that is an address that Greenroom can read. */
  #readAddress() {
    const written = this.#address.value.trim();
    const url = URL.canParse(written) ? new URL(written) : null;
    const isBad = written !== "" && url?.protocol !== "https:";
    const raw = url && !isBad ? rawAddress(url) : "";
    sayOf(this.#address, this.#addressNote, isBad, isBad ? words.badAddress : raw ? words.rawAddress(raw) : words.optionAddressNote);
    return isBad ? "" : raw || (url?.href ?? "");
  }

  #parameters() {
    const found = [
      ["topic", this.#topic.value],
      ["mode", this.#mode.value],
      ["count", whole(this.#count, this.#countNote, 1, words.badCount)],
      ["seed", whole(this.#seed, this.#seedNote, 0, words.badSeed)],
    ];
    return found.map(([name, value]) => (value ? `&${name}=${encodeURIComponent(value)}` : "")).join("");
  }
}

/** @param {string} label @param {HTMLElement} control @param {HTMLElement} [note] */
function field(label, control, note) {
  return el("p", { class: "field" }, el("label", { for: control.id }, label), control, note);
}

/** Says beside a field what is wrong with it, or else about it. @param {HTMLInputElement} control @param {HTMLElement} note @param {boolean} isBad @param {string} text */
function sayOf(control, note, isBad, text) {
  control.setAttribute("aria-invalid", String(isBad));
  setText(note, text);
}

/** The whole number in a field; empty where there is none. @param {HTMLInputElement} control @param {HTMLElement} note @param {number} least @param {string} advice */
function whole(control, note, least, advice) {
  const written = control.value.trim();
  const isWhole = /^\d+$/.test(written) && Number.isSafeInteger(Number(written)) && Number(written) >= least;
  sayOf(control, note, written !== "" && !isWhole, written === "" || isWhole ? "" : advice);
  return isWhole ? String(Number(written)) : "";
}

/**
 * The first cards, as plain words.
 * @param {import("../../pkg/greenroom.js").Session} session
 */
function firstCards(session) {
  const cards = /** @type {[string, string][]} */ ([]);
  const base = new URL("about:blank");
  let view = session.view(moment());
  while (cards.length < FALLBACK_CARDS && view.screen.kind === "card") {
    const question = wordsOf(blocks([{ kind: "paragraph", content: view.screen.card.prompt }], base));
    while (view.screen.kind === "card" && !view.screen.complete) view = session.act("reveal", moment());
    if (view.screen.kind !== "card") break;
    const { answer } = view.screen;
    const points = answer?.points.items.map(({ title }) => wordsOf(blocks([{ kind: "paragraph", content: title }], base))) ?? [];
    const said = wordsOf(blocks(answer?.headline ?? [], base)) || answer?.short[0] || points.join(", ");
    if (said) cards.push([question, said]);
    view = session.act({ rate: 5 }, moment());
  }
  return cards;
}

/** Without what only a screen reader is told. @param {HTMLElement[]} nodes Not in the page. */
function wordsOf(nodes) {
  for (const node of nodes) for (const unseen of node.querySelectorAll(".unseen")) unseen.remove();
  return nodes.map((node) => node.textContent?.trim()).join(" ").trim();
}

/** @param {string} address @param {[question: string, answer: string][]} cards */
function snippet(address, cards) {
  const fallback = cards.map(([question, answer]) => `  <details>\n    <summary>${escaped(question)}</summary>\n    <p>${escaped(answer)}</p>\n  </details>\n`);
  return `<script type="module" src="${new URL("greenroom.js", SITE).href}"></script>

<greenroom-deck src="${escaped(address)}">
${fallback.join("")}</greenroom-deck>
`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
