// What is done with the deck as a whole.

import { button, el } from "../greenroom.js";
import { words } from "./strings.js";

/**
 * @param {HTMLElement} place
 * @param {object} tools
 * @param {(file: File) => void} tools.open
 * @param {(to: "md" | "anki" | "csv") => void} tools.download
 * @param {() => void} tools.share
 * @param {() => void} tools.startEmpty
 */
export function drawTools(place, { open, download, share, startEmpty }) {
  const file = el("input", { type: "file", hidden: true, accept: ".md,.markdown,.txt,.csv,.tsv,text/*", "aria-label": words.openLabel });
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (chosen) open(chosen);
    // The same file can be opened again.
    file.value = "";
  });
  const tool = (/** @type {string} */ label, /** @type {() => void} */ press, looks = "button second") => button({ class: looks }, press, label);
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", words.tools);
  place.append(
    tool(words.empty, startEmpty),
    tool(words.open, () => file.click()),
    file,
    menu(words.download, [
      [words.downloadMd, () => download("md")],
      [words.downloadAnki, () => download("anki")],
      [words.downloadCsv, () => download("csv")],
    ]),
    tool(words.share, share, "button"),
  );
}

/** A button that opens a few more. @param {string} label @param {[label: string, press: () => void][]} entries */
function menu(label, entries) {
  const close = () => {
    node.open = false;
  };
  const choose = (/** @type {() => void} */ press) => () => {
    close();
    node.querySelector("summary")?.focus();
    press();
  };
  const list = el("div", { class: "menu-list" }, ...entries.map(([label, press]) => button({}, choose(press), label)));
  const node = el("details", { class: "menu" }, el("summary", { class: "button second" }, label), list);
  node.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !node.open) return;
    close();
    node.querySelector("summary")?.focus();
  });
  addEventListener("pointerdown", ({ target }) => target instanceof Node && !node.contains(target) && close());
  node.addEventListener("focusout", ({ relatedTarget }) => relatedTarget instanceof Node && !node.contains(relatedTarget) && close());
  return node;
}
