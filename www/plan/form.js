// What the learner says of the interview: the day, the minutes, the days off, the decks.

/** @import {PlanChoice, PlannedDeck} from "../plan.js" */

import { button, el, setText } from "../dom.js";
import { dateOf, dayOf, isDeck } from "../plan.js";
import { words } from "./strings.js";

/** The days ahead that are one tap away. */
const WEEKS = [1, 2, 3];

/**
 * `change` takes what was chosen; `preview` is told of minutes while they are being chosen.
 * @typedef {{ change: (change: Partial<PlanChoice>) => void, preview: (minutes: number) => void }} Listener
 */

export class PlanForm {
  #decks;
  #today;
  #listener;
  /** The minutes that can be chosen. @type {number[]} */
  #steps = [];
  #date = el("input", { type: "date", id: "interview" });
  #none;
  #minutes = el("input", { type: "range", id: "minutes", min: 0, step: 1 });
  #minutesSaid = el("output", { for: "minutes" });
  #weekdays;
  #dayOff = el("input", { type: "date", id: "day-off" });
  #daysOff = el("ul", { class: "days-off" });
  /** @type {[PlannedDeck, HTMLInputElement][]} */
  #boxes;
  #deckList;
  #rest;
  /** @type {PlanChoice | null} */
  #plan = null;

  /**
   * @param {PlannedDeck[]} decks
   * @param {number} today In days since 1970.
   * @param {Listener} listener
   */
  constructor(decks, today, listener) {
    this.#decks = decks;
    this.#today = today;
    this.#listener = listener;
    this.#date.min = dateOf(today);
    this.#none = button({ class: "quiet", part: "button" }, () => listener.change({ interview: "" }), words.noDate);
    this.#weekdays = words.weekdays.map((name, place) =>
      button({ class: "chip", part: "button", "aria-pressed": "false" }, () => this.#toggleWeekday(place + 1), name),
    );
    this.#boxes = decks.map((deck) => [deck, el("input", { type: "checkbox" })]);
    this.#deckList = el(
      "fieldset",
      {},
      el("legend", { class: "label" }, words.decks),
      ...this.#boxes.map(([deck, box]) => el("label", { class: "check" }, box, el("span", {}, deck.title))),
    );
    this.#rest = el(
      "div",
      { class: "plan-rest" },
      el("div", { class: "row" }, el("label", { class: "label", for: "minutes" }, words.minutesADay), this.#minutesSaid, this.#minutes),
      el(
        "details",
        { class: "fold" },
        el("summary", {}, words.daysOff),
        el("div", { class: "chips", role: "group", "aria-label": words.weekdaysOff }, ...this.#weekdays),
        el("label", { class: "label", for: "day-off" }, words.singleDay),
        this.#dayOff,
        this.#daysOff,
      ),
      this.#deckList,
    );
    this.node = el(
      "div",
      { class: "plan-form" },
      el("label", { class: "label", for: "interview" }, words.when),
      el("div", { class: "chips" }, this.#date, ...WEEKS.map((weeks) => this.#weekChip(weeks)), this.#none),
      this.#rest,
    );
    this.#listen();
  }

  /** @param {PlanChoice} plan @param {number[]} steps The minutes that can be chosen, those of the plan among them. */
  update(plan, steps) {
    this.#plan = plan;
    this.#rest.hidden = this.#none.hidden = !plan.interview;
    if (this.#date.value !== plan.interview) this.#date.value = plan.interview;
    for (const [place, chip] of this.#weekdays.entries()) chip.setAttribute("aria-pressed", String(plan.weekdaysOff.includes(place + 1)));
    this.#daysOff.replaceChildren(...plan.daysOff.map((day) => this.#dayOffItem(day)));
    this.#dayOff.min = dateOf(this.#today);
    this.#dayOff.max = plan.interview;
    for (const [deck, box] of this.#boxes) box.checked = plan.decks.some((planned) => isDeck(planned, deck));
    this.#deckList.hidden = this.#decks.length < 2;
    this.#steps = steps;
    this.#minutes.max = String(steps.length - 1);
    this.#minutes.value = String(steps.indexOf(plan.minutes));
    this.#sayMinutes(plan.minutes);
  }

  #listen() {
    this.#date.addEventListener("change", () => this.#listener.change({ interview: this.#date.value }));
    this.#minutes.addEventListener("input", () => {
      this.#sayMinutes(this.#chosen);
      this.#listener.preview(this.#chosen);
    });
    this.#minutes.addEventListener("change", () => this.#listener.change({ minutes: this.#chosen }));
    this.#dayOff.addEventListener("change", () => this.#addDayOff());
    for (const [, box] of this.#boxes) box.addEventListener("change", () => this.#listener.change({ decks: this.#checked }));
  }

  get #chosen() {
    return this.#steps[Number(this.#minutes.value)] ?? 20;
  }

  get #checked() {
    return this.#boxes.filter(([, box]) => box.checked).map(([deck]) => deck);
  }

  /** @param {number} minutes */
  #sayMinutes(minutes) {
    setText(this.#minutesSaid, words.minutes(minutes));
    this.#minutes.setAttribute("aria-valuetext", words.minutes(minutes));
  }

  /** @param {number} weeks */
  #weekChip(weeks) {
    return button({ class: "chip", part: "button" }, () => this.#listener.change({ interview: dateOf(this.#today + 7 * weeks) }), words.inWeeks(weeks));
  }

  /** @param {number} weekday */
  #toggleWeekday(weekday) {
    const off = this.#plan?.weekdaysOff ?? [];
    const weekdaysOff = off.includes(weekday) ? off.filter((other) => other !== weekday) : [...off, weekday].sort();
    this.#listener.change({ weekdaysOff });
  }

  #addDayOff() {
    const day = this.#dayOff.value;
    const off = this.#plan?.daysOff ?? [];
    this.#dayOff.value = "";
    if (day && !off.includes(day)) this.#listener.change({ daysOff: [...off, day].sort() });
  }

  /** @param {string} day */
  #dayOffItem(day) {
    const without = () => this.#listener.change({ daysOff: (this.#plan?.daysOff ?? []).filter((other) => other !== day) });
    return el("li", {}, words.date(dayOf(day)), button({ class: "quiet", part: "button", "aria-label": words.noDayOff(dayOf(day)) }, without, "×"));
  }
}
