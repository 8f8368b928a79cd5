// Passing a link on: what takes one of its length, copying it, its QR code.

import { button, el, setText } from "./greenroom.js";

/** Up to so many characters, what a link passes through takes it. */
const LIMITS = /** @type {const} */ ([
  [1_800, "chats"],
  [8_000, "mail"],
  [32_000, "browsers"],
]);

/** The light border that a QR code needs, in modules. */
const QUIET = 4;

/** A QR code is so many pixels wide at most, if its modules can have three of them then, or four. */
const CODE_WIDTH = 300;

/** A wider one may have to scroll on a phone, with the keys too. */
const NARROW = 260;

/** A QR code, or null where the link is too long for one. @typedef {{ size: number, path: string, isDense: boolean } | null} Code */

/** @param {string} link */
export function takerOf(link) {
  const [, taker = /** @type {const} */ ("nothing")] = LIMITS.find(([limit]) => link.length <= limit) ?? [];
  return taker;
}

/**
 * @param {string} label
 * @param {() => HTMLInputElement | HTMLTextAreaElement} from
 * @param {{ copied: string, copyByHand: string }} words
 * @param {string} [looks]
 */
export function copyButton(label, from, words, looks = "button") {
  const node = button({ class: looks }, () => void copy(), label);
  const copy = async () => {
    const control = from();
    let said = words.copied;
    try {
      await navigator.clipboard.writeText(control.value);
    } catch {
      control.focus();
      control.select();
      said = words.copyByHand;
    }
    setText(node, said);
    setTimeout(() => setText(node, label), 2_500);
  };
  return node;
}

/** @param {Code} code @param {{ qr: string, qrDense: string, qrNone: string }} words */
export function drawCode(code, words) {
  if (!code) return [el("p", { class: "soft" }, words.qrNone)];
  const side = code.size + 2 * QUIET;
  // Modules of whole pixels: between two pixels their edges would be gray.
  const width = side * ([4, 3].find((pixels) => side * pixels <= CODE_WIDTH) ?? 2);
  const svg = shape("svg", { width, height: width, viewBox: `${-QUIET} ${-QUIET} ${side} ${side}`, role: "img", "aria-label": words.qr, "shape-rendering": "crispEdges" });
  svg.append(shape("rect", { x: -QUIET, y: -QUIET, width: side, height: side, fill: "#fff" }), shape("path", { d: code.path, fill: "#000" }));
  return [el("div", { class: code.isDense ? "code dense" : "code", tabindex: width > NARROW ? 0 : null }, svg), ...(code.isDense ? [el("p", { class: "soft" }, words.qrDense)] : [])];
}

/** @param {string} name @param {Record<string, string | number>} attributes */
function shape(name, attributes) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [attribute, value] of Object.entries(attributes)) node.setAttribute(attribute, String(value));
  return node;
}
