// The text area, with a number for each line of the text however often it wraps.

import { el } from "../greenroom.js";
import { words } from "./strings.js";

/**
 * Behind the text area lies a copy of the text, line by line and invisible but for the numbers. Both are as tall as the
 * text, and what is around them scrolls: so the numbers stand where the lines do, without any measuring.
 */
export class Editor {
  #area = el("textarea", { id: "text", "aria-label": words.textLabel, placeholder: words.placeholder, spellcheck: "true", autocapitalize: "sentences", autocomplete: "off", wrap: "soft" });
  #copy = el("div", { class: "lines", "aria-hidden": "true" });
  /** @type {string[]} */
  #lines = [];
  /** @type {HTMLElement[]} */
  #nodes = [];
  /** @type {HTMLElement[]} */
  #marked = [];
  #height = 0;

  /** @param {(text: string) => void} changed Told of what the author types. */
  constructor(changed) {
    this.node = el("div", { class: "editor" }, this.#copy, this.#area);
    this.#area.addEventListener("input", () => {
      this.#draw();
      changed(this.text);
    });
    new ResizeObserver(() => this.#resized()).observe(this.node);
  }

  get text() {
    return this.#area.value;
  }

  /** Another text, with the cursor at a place of it. @param {string} text @param {number} [cursor] */
  show(text, cursor = 0) {
    this.#area.value = text;
    this.#draw();
    this.#area.setSelectionRange(cursor, cursor);
    this.node.scrollTop = 0;
    if (cursor > 0) this.#nodes[text.slice(0, cursor).split("\n").length - 1]?.scrollIntoView({ block: "center" });
  }

  get area() {
    return this.#area;
  }

  /** Selects what follows a place, and shows it. Both are counted from 1, columns in characters. @param {number} line @param {number} column */
  jump(line, column) {
    const before = this.#lines.slice(0, line - 1).reduce((length, text) => length + text.length + 1, 0);
    const text = this.#lines[line - 1] ?? "";
    const within = [...text].slice(0, column - 1).join("").length;
    this.#area.focus({ preventScroll: true });
    this.#area.setSelectionRange(before + within, before + text.length);
    this.#nodes[line - 1]?.scrollIntoView({ block: "center" });
  }

  /** The line of the cursor, counted from 1. */
  get line() {
    return this.text.slice(0, this.#area.selectionStart).split("\n").length;
  }

  /** Marks the lines with problems. @param {Iterable<number>} lines */
  mark(lines) {
    for (const node of this.#marked) node.classList.remove("faulty");
    this.#marked = [...new Set(lines)].flatMap((line) => this.#nodes[line - 1] ?? []);
    for (const node of this.#marked) node.classList.add("faulty");
  }

  /** When the list of problems grows, what the author looks at stays in view. */
  #resized() {
    const { clientHeight } = this.node;
    if (this.node.contains(document.activeElement)) this.node.scrollTop += Math.max(0, this.#height - clientHeight);
    this.#height = clientHeight;
  }

  /** Only the lines that differ are drawn anew. */
  #draw() {
    const before = this.#lines;
    const lines = this.text.split("\n");
    const shorter = Math.min(before.length, lines.length);
    let start = 0;
    while (start < shorter && before[start] === lines[start]) start++;
    let end = 0;
    while (end < shorter - start && before[before.length - 1 - end] === lines[lines.length - 1 - end]) end++;
    const fresh = lines.slice(start, lines.length - end).map((line) => el("div", {}, line));
    const old = this.#nodes.splice(start, before.length - end - start, ...fresh);
    const anchor = this.#nodes[start + fresh.length] ?? null;
    for (const node of old) node.remove();
    const pieces = document.createDocumentFragment();
    pieces.append(...fresh.slice(0, MOST_ARGUMENTS));
    for (let from = MOST_ARGUMENTS; from < fresh.length; from += MOST_ARGUMENTS) pieces.append(...fresh.slice(from, from + MOST_ARGUMENTS));
    this.#copy.insertBefore(pieces, anchor);
    this.#lines = lines;
    this.node.style.setProperty("--digits", String(String(lines.length).length));
  }
}

const MOST_ARGUMENTS = 10_000;
