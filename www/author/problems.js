// What is wrong with the text, each with a way to the place.

/** @import {Issue} from "../../pkg/reader.js" */

import { button, el } from "../greenroom.js";
import { words } from "./strings.js";

/** More at once help nobody, and take long to draw. */
const MOST = 100;

export class Problems {
  #heading = el("h2", { id: "problems-title", tabindex: -1 });
  #list = el("ul");
  #shown = "";
  /** @type {(line: number, column: number) => void} */
  #jump;

  /** @param {(line: number, column: number) => void} jump */
  constructor(jump) {
    this.#jump = jump;
    this.node = el("section", { class: "problems", "aria-labelledby": "problems-title", hidden: true }, this.#heading, this.#list);
  }

  /** Takes the reader to the list. */
  focus() {
    this.node.scrollIntoView({ block: "nearest" });
    this.#heading.focus();
  }

  /** @param {Issue[]} issues */
  draw(issues) {
    const shown = JSON.stringify(issues.slice(0, MOST)) + issues.length;
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.node.hidden = false;
    this.node.classList.toggle("none", issues.length === 0);
    this.#heading.textContent = issues.length > 0 ? words.problems(issues.length) : words.noProblems;
    const items = issues.slice(0, MOST).map((issue) => this.#item(issue));
    if (issues.length > MOST) items.push(el("li", { class: "more" }, words.moreProblems(issues.length - MOST)));
    this.#list.replaceChildren(...items);
  }

  /** @param {Issue} issue */
  #item({ line, column, found, advice }) {
    const what = el("span", { class: "what" }, el("span", { class: "found" }, found), ` ${advice}`);
    return el("li", {}, button({}, () => this.#jump(line, column), el("span", { class: "spot" }, words.place(line)), " ", what));
  }
}
