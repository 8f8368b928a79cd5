// Rich text of a deck -> DOM. A deck is untrusted: nothing here runs, and
// nothing loads but pictures from where the deck itself came from.

/** @import {Block, Inline, ListItem} from "../pkg/greenroom.js" */

import { el, unseen } from "./dom.js";
import { words } from "./strings.js";

/**
 * @param {Block[]} content
 * @param {URL} base The deck's address.
 * @returns {HTMLElement[]}
 */
export function blocks(content, base) {
  return content.map((block) => blockNode(block, base));
}

/**
 * @param {Inline[]} content
 * @param {URL} base The deck's address.
 * @returns {(Node | string)[]}
 */
export function inlines(content, base) {
  return content.map((inline) => inlineNode(inline, base));
}

/** @param {Block} block @param {URL} base */
function blockNode(block, base) {
  switch (block.kind) {
    case "paragraph":
      return el("p", {}, ...inlines(block.content, base));
    case "heading":
      return el("h4", {}, ...inlines(block.content, base));
    case "list":
      return listNode(block.start, block.items, base);
    case "quote":
      return el("blockquote", {}, ...blocks(block.content, base));
    case "code":
      return el("pre", { tabindex: 0, role: "group", "aria-label": words.code }, el("code", {}, block.text));
    case "table":
      return tableNode(block.head, block.rows, base);
    case "rule":
      return el("hr");
  }
}

/** @param {number | null} start @param {ListItem[]} items @param {URL} base */
function listNode(start, items, base) {
  const nodes = items.map((item) => itemNode(item, base));
  return start === null ? el("ul", {}, ...nodes) : el("ol", { start }, ...nodes);
}

/** @param {ListItem} item @param {URL} base */
function itemNode({ checked, content }, base) {
  if (checked === null) return el("li", {}, ...blocks(content, base));
  return el("li", { class: "task" }, checked ? "☑ " : "☐ ", ...blocks(content, base));
}

/** @param {Inline[][]} head @param {Inline[][][]} rows @param {URL} base */
function tableNode(head, rows, base) {
  const titles = head.map((cell) => el("th", { scope: "col" }, ...inlines(cell, base)));
  const lines = rows.map((row) => el("tr", {}, ...row.map((cell) => el("td", {}, ...inlines(cell, base)))));
  const table = el("table", {}, el("thead", {}, el("tr", {}, ...titles)), el("tbody", {}, ...lines));
  return el("div", { class: "wide", tabindex: 0, role: "group", "aria-label": words.table }, table);
}

/** @param {Inline} inline @param {URL} base */
function inlineNode(inline, base) {
  switch (inline.kind) {
    case "text":
      return inline.text;
    case "emphasis":
      return el("em", {}, ...inlines(inline.content, base));
    case "strong":
      return el("strong", {}, ...inlines(inline.content, base));
    case "strikethrough":
      return el("s", {}, ...inlines(inline.content, base));
    case "code":
      return el("code", {}, inline.text);
    case "link":
      return linkNode(inline.href, inlines(inline.content, base));
    case "image":
      return imageNode(inline.src, inline.alt, base);
    case "gap":
      return gapNode(inline.text, inline.hint);
    case "input":
      return el("code", {}, inline.name);
    case "break":
      return el("br");
  }
}

/**
 * Words that are asked for: a blank, and later the words.
 * @param {string} text
 * @param {string | null} hint
 */
function gapNode(text, hint) {
  if (text) return el("strong", { class: "filled" }, text);
  const blank = unseen(words.blank(hint));
  blank.lang = "en";
  return el("span", { class: "gap" }, blank, el("span", { "aria-hidden": "true" }, hint ?? "…"));
}

/**
 * A link out, with its host where the words do not name it. A card is no page:
 * a link within it has nowhere to go and stays text.
 * @param {string} href
 * @param {(Node | string)[]} content
 */
function linkNode(href, content) {
  if (!/^(https?|mailto):/i.test(href)) return el("span", {}, ...content);
  const link = el("a", { href, target: "_blank", rel: "noopener noreferrer nofollow" }, ...content);
  const host = link.hostname.replace(/^www\./, "");
  if (!host || link.textContent?.includes(host)) return link;
  return el("span", {}, link, el("small", { class: "host" }, ` (${host})`));
}

/** @param {string} src @param {string} alt @param {URL} base */
function imageNode(src, alt, base) {
  const address = URL.canParse(src, base) ? new URL(src, base) : null;
  const isOwn = address?.protocol === "data:" || address?.origin === base.origin;
  if (!address || !isOwn) return el("em", {}, words.imageLeftOut(alt));
  return el("img", { src: address.href, alt, loading: "lazy", decoding: "async", referrerpolicy: "no-referrer" });
}
