// Two panes as two tabs, where there is no room for them side by side.

import { button, el } from "../greenroom.js";

/**
 * @param {HTMLElement} place
 * @param {{ label: string, pane: HTMLElement }[]} tabs
 * @param {(pane: HTMLElement) => void} shown
 */
export function drawTabs(place, tabs, shown) {
  const nodes = tabs.map(({ label, pane }, index) => {
    const node = button({ role: "tab", id: `${pane.id}-tab`, "aria-controls": pane.id }, () => choose(index), label);
    node.addEventListener("keydown", ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (!step) return;
      const next = (index + step + tabs.length) % tabs.length;
      choose(next);
      nodes[next]?.focus();
    });
    return node;
  });
  /** @param {number} chosen */
  const choose = (chosen) => {
    tabs.forEach(({ pane }, index) => {
      pane.classList.toggle("chosen", index === chosen);
      nodes[index]?.setAttribute("aria-selected", String(index === chosen));
      nodes[index]?.setAttribute("tabindex", index === chosen ? "0" : "-1");
    });
    const pane = tabs[chosen]?.pane;
    if (pane) shown(pane);
  };
  place.replaceChildren(el("div", { role: "tablist" }, ...nodes));
  choose(0);
  return choose;
}
