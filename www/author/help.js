// How a deck is written, on one screen.

import { button, el } from "../greenroom.js";
import { words } from "./strings.js";

export function openHelp() {
  const rows = words.helpRows.map(([written, means]) => el("tr", {}, el("th", { scope: "row" }, el("code", {}, written)), el("td", {}, means)));
  const close = button({ class: "text-button close", "aria-label": words.close }, () => dialog.close(), "×");
  const dialog = el(
    "dialog",
    { class: "help", "aria-labelledby": "help-title" },
    el("div", { class: "dialog-head" }, el("h2", { id: "help-title", tabindex: -1, autofocus: true }, words.helpTitle), close),
    el("table", {}, el("tbody", {}, ...rows)),
    el("p", { class: "soft" }, words.helpNote),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
