// A backup out and in, and the table.

/** @import {Page} from "./page.js" */

import { save } from "../author/save.js";
import { Setting, button, el, moment } from "../greenroom.js";
import { fileName, saveBackup } from "./files.js";
import { readFile } from "./incoming.js";
import { words } from "./strings.js";

/** When the last backup was made, in milliseconds since 1970. @type {Setting<number>} */
const lastBackup = new Setting("backed-up", 0, (at) => (Number.isFinite(at) ? at : null));

export class BackupPart {
  #page;
  #last = el("p", { class: "soft" });
  #incoming = el("div", {});
  #file = el("input", { type: "file", accept: ".json,application/json", hidden: true, "aria-label": words.choose });
  #download;
  #table;

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
    this.#download = button({ class: "button" }, () => this.#save(), words.download);
    this.#table = button({ class: "text-button" }, () => this.#saveTable(), words.table);
    const choose = button({ class: "button second" }, () => this.#file.click(), words.choose);
    this.#file.addEventListener("change", () => void this.#read(this.#file.files?.[0]));
    this.node = el(
      "section",
      { class: "part", "aria-labelledby": "backup-title" },
      el("h2", { id: "backup-title" }, words.backup),
      el("p", { class: "means" }, words.backupMeans),
      el("div", { class: "ways" }, this.#download, choose, this.#file, this.#table),
      this.#last,
      this.#incoming,
    );
    this.#takeDrops();
  }

  update() {
    const isEmpty = this.#page.decks().length === 0;
    this.#download.disabled = this.#table.disabled = isEmpty;
    const at = lastBackup.read();
    this.#last.textContent = at > 0 ? words.lastBackup(new Date(at)) : "";
    this.#last.hidden = at === 0;
  }

  #save() {
    saveBackup(this.#page.carrier, "progress");
    lastBackup.write(moment().now);
    this.update();
    this.#page.say(words.saved);
  }

  #saveTable() {
    save(this.#page.carrier.table(), fileName("ratings"), "csv");
    this.#page.say(words.tableSaved);
  }

  /** @param {File | undefined} file */
  async #read(file) {
    if (file) await readFile(this.#page, this.#incoming, file);
    // The same file can be chosen again.
    this.#file.value = "";
  }

  #takeDrops() {
    this.node.addEventListener("dragover", (event) => event.preventDefault());
    this.node.addEventListener("drop", (event) => {
      event.preventDefault();
      void this.#read(event.dataTransfer?.files[0]);
    });
  }
}
