// One rung of the ladder of help.

/** @import {Rung} from "../../pkg/greenroom.js" */

import { el } from "../dom.js";
import { blocks } from "../rich.js";
import { words } from "../strings.js";

/**
 * @param {Rung} rung
 * @param {URL} base
 */
export function drawRung({ kind, content }, base) {
  const heading = el("h3", { class: "label", tabindex: -1, lang: "en" }, words.rung(kind));
  return el("section", { class: `box rung ${kind} rich`, part: `box ${kind}` }, heading, ...blocks(content, base));
}
