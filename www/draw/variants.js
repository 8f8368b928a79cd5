// Parallel versions of an answer as tabs, one shown at a time.

/** @import {Variant} from "../../pkg/greenroom.js" */

import { button, el } from "../dom.js";
import { inlines } from "../rich.js";
import { words } from "../strings.js";
import { passageParts } from "./passage.js";

/** Names for what refers to each other. */
let groups = 0;

/** The title chosen last on this page: whoever walks a case in one industry goes on in it, on the next card too. */
let chosenTitle = "";

/**
 * @param {Variant[]} variants
 * @param {URL} base
 */
export function drawVariants(variants, base) {
  if (variants.length === 0) return null;
  const group = `variants-${groups++}`;
  const tabs = variants.map(({ title }, index) => {
    const name = el("span", {}, ...inlines(title, base)).textContent;
    const names = { role: "tab", id: `${group}-${index}`, "aria-controls": `${group}-${index}-panel` };
    return button({ class: "tab", part: "tab", ...names }, () => choose(index), name);
  });
  const panels = variants.map(({ passage }, index) => {
    const names = { role: "tabpanel", id: `${group}-${index}-panel`, "aria-labelledby": `${group}-${index}` };
    return el("div", { class: "panel", part: "panel", tabindex: 0, ...names }, ...passageParts(passage, base));
  });
  const list = el("div", { class: "tabs", part: "tabs", role: "tablist", "aria-label": words.variants }, ...tabs);
  list.addEventListener("keydown", (event) => {
    const next = tabAfter(event, tabs);
    if (!next) return;
    event.preventDefault();
    next.click();
    next.focus();
  });

  /** @param {number} chosenIndex */
  function show(chosenIndex) {
    for (const [index, tab] of tabs.entries()) {
      const isChosen = index === chosenIndex;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      panels[index]?.toggleAttribute("hidden", !isChosen);
    }
  }

  /** @param {number} index */
  function choose(index) {
    chosenTitle = tabs[index]?.textContent ?? "";
    show(index);
  }

  show(Math.max(0, tabs.findIndex((tab) => tab.textContent === chosenTitle)));
  return el("div", { class: "variants", part: "variants" }, list, ...panels);
}

/**
 * Where a key leads from the tab that has the focus.
 * @param {KeyboardEvent} event
 * @param {HTMLElement[]} tabs
 */
function tabAfter({ key, target, ctrlKey, altKey, metaKey }, tabs) {
  if (!(target instanceof HTMLElement) || ctrlKey || altKey || metaKey) return null;
  const onward = getComputedStyle(target).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (key === "Home") return tabs[0];
  if (key === "End") return tabs.at(-1);
  if (!/^Arrow(Left|Right)$/.test(key)) return null;
  return tabs.at((tabs.indexOf(target) + (key === onward ? 1 : -1)) % tabs.length);
}
