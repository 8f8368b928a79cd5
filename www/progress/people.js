// Several people on one browser. As long as there is one, this is a sentence and a button.

/** @import {Profile} from "../profile.js" */
/** @import {Page} from "./page.js" */

import { FIRST, button, el, nameOf, otherProfiles, profile, randomSeed } from "../greenroom.js";
import { prefix } from "../profile.js";
import { saveBackup, slug } from "./files.js";
import { hearMirror } from "./page.js";
import { keepProfile, removeProfile, switchProfile } from "./profiles.js";
import { small } from "./small.js";
import { words } from "./strings.js";
import { addTitles } from "./titles.js";

export class PeoplePart {
  #page;
  #list = el("ul", { class: "rows" });
  #ways = el("div", { class: "ways" });

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
    this.node = el(
      "section",
      { class: "part people", "aria-labelledby": "people-title" },
      el("h2", { id: "people-title" }, words.people),
      el("p", { class: "means" }, words.peopleMeans),
      this.#list,
      this.#ways,
    );
    this.#drawWays();
  }

  /** What is being written, or asked, stays. */
  update() {
    if (!this.node.querySelector("form, .asks")) this.#drawList();
  }

  get #profiles() {
    const others = otherProfiles();
    return others.length > 0 ? [{ id: FIRST, name: nameOf(FIRST) || words.first }, ...others] : [];
  }

  /** @param {string} [focused] The name of the button that has the focus then; as a rule that which had it. */
  #drawList(focused = (this.#list.contains(document.activeElement) && document.activeElement?.getAttribute("aria-label")) || "") {
    const profiles = this.#profiles;
    this.#list.hidden = profiles.length === 0;
    this.#list.replaceChildren(...profiles.map((one) => this.#row(one)));
    [...this.#list.querySelectorAll("button")].find((button) => button.getAttribute("aria-label") === focused)?.focus();
  }

  /** @param {Profile} one */
  #row(one) {
    const { id, name } = one;
    const isCurrent = id === profile;
    const node = el("li", { class: "row" });
    const ways = [
      !isCurrent && small(words.switchTo, words.switchNamed(name), () => switchTo(id)),
      small(words.rename, words.renameNamed(name), () => this.#askForNewName(one, node)),
      !isCurrent && id !== FIRST && small(words.remove, words.removeNamed(name), () => void this.#askToRemove(one, node)),
    ];
    node.append(
      el("div", { class: "row-words" }, el("h3", {}, name), isCurrent && el("p", { class: "soft" }, words.inUse)),
      el("div", { class: "row-ways" }, ...ways),
    );
    return node;
  }

  /** @param {Profile} one @param {HTMLElement} node */
  #askForNewName({ id, name }, node) {
    const back = () => this.#drawList(words.renameNamed(name));
    const form = this.#form(words.keepName, name, (name) => this.#rename(id, name), back);
    node.replaceChildren(form);
    form.querySelector("input")?.select();
  }

  #drawWays() {
    this.#ways.replaceChildren(button({ class: "button second" }, () => this.#askForName(), words.addProfile));
  }

  #askForName() {
    const form = this.#form(words.create, "", (name) => this.#add(name), () => {
      this.#drawWays();
      this.#ways.querySelector("button")?.focus();
    });
    this.#ways.replaceChildren(form);
    form.querySelector("input")?.focus();
  }

  /** @param {string} name */
  #add(name) {
    const id = freshId();
    keepProfile({ id, name });
    this.#drawWays();
    this.#drawList(words.switchNamed(name));
    this.#page.refresh();
  }

  /** @param {string} id @param {string} name */
  #rename(id, name) {
    keepProfile({ id, name });
    this.#drawList(words.renameNamed(name));
    this.#page.refresh();
  }

  /** @param {Profile} one @param {HTMLElement} node */
  async #askToRemove({ id, name }, node) {
    const { engine } = this.#page;
    const carrier = new engine.Carrier({ seed: randomSeed(), profile: id });
    await Promise.all([hearMirror(carrier, prefix("gr1", id)), addTitles(carrier)]);
    const decks = carrier.decks();
    const ratings = decks.reduce((sum, { ratings }) => sum + ratings, 0);
    const remove = async () => {
      carrier.free();
      await removeProfile(id);
      this.#drawList();
      this.#page.refresh();
      this.#page.say(words.removed(name));
      this.#ways.querySelector("button")?.focus();
    };
    if (decks.length === 0) return remove();
    const cancel = () => {
      carrier.free();
      this.#drawList(words.removeNamed(name));
    };
    const backup = button({ class: "button" }, () => saveBackup(carrier, slug(name, "profile")), words.download);
    const ask = el("p", { tabindex: -1 }, words.removeAsk(name, ratings));
    node.replaceChildren(
      el("div", { class: "asks" }, ask, el("div", { class: "ways" }, backup, button({ class: "button second" }, () => void remove(), words.removeFor(ratings)), button({ class: "text-button" }, cancel, words.cancel))),
    );
    ask.focus();
  }

  /** A name to be written. @param {string} label @param {string} value @param {(name: string) => void} done @param {() => void} cancel */
  #form(label, value, done, cancel) {
    const id = `name-${value || "new"}`.replace(/\W+/g, "-");
    const input = el("input", { id, value, maxlength: 40, autocomplete: "off", "aria-describedby": `${id}-note` });
    const note = el("p", { id: `${id}-note`, class: "soft", role: "alert" });
    const form = el(
      "form",
      { class: "name-form" },
      el("label", { for: id }, words.name),
      input,
      el("div", { class: "ways" }, el("button", { class: "button" }, label), button({ class: "text-button" }, cancel, words.cancel)),
      note,
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const name = input.value.trim();
      const isTaken = name !== value && this.#profiles.some((other) => other.name === name);
      note.textContent = name === "" ? words.needsName : isTaken ? words.sameName : "";
      if (name === "" || isTaken) return input.focus();
      try {
        done(name);
      } catch {
        // The store refuses even a name.
        note.textContent = words.noRoomForName;
      }
    });
    return form;
  }
}

/** @param {string} id */
function switchTo(id) {
  switchProfile(id);
  location.hash = "";
  location.reload();
}

/** Six letters and digits that no profile has. */
function freshId() {
  const id = () => randomSeed().toString(36).slice(-6).padStart(6, "0");
  let fresh = id();
  while (otherProfiles().some((other) => other.id === fresh)) fresh = id();
  return fresh;
}
