// The dialog in which an interview is planned: the form, and what comes of it.

/** @import {Session} from "../../pkg/greenroom.js" */
/** @import {PlannedDeck} from "../plan.js" */

import { moment } from "../clock.js";
import { button, el, present } from "../dom.js";
import { startMemory } from "../memory-engine.js";
import { changePlan, isDeck, readPlan } from "../plan.js";
import { drawDiary } from "./diary.js";
import { ForecastDrawing } from "./forecast.js";
import { PlanForm } from "./form.js";
import { words } from "./strings.js";
import { planStyles } from "./styles.js";

/** The minutes a day that are compared. */
const MINUTES = [5, 10, 15, 20, 30, 45, 60, 90];

/**
 * `session` is that of a deck of the plan, with the company of the others; `decks` are those that can be in the plan, and
 * `meant` those that a first date is meant for; `changed` has the plan applied, and ends when all decks have joined.
 * @typedef {{ session: () => Session, decks: PlannedDeck[], meant: PlannedDeck[], changed: () => Promise<void> }} Subject
 */

/**
 * Shows the plan above all else within `parent`, once what it takes is loaded.
 * @param {Subject} subject @param {HTMLElement} parent
 */
export async function openPlan(subject, parent) {
  const dialog = new PlanDialog(subject, await startMemory());
  dialog.show(parent);
  return dialog.node;
}

class PlanDialog {
  #subject;
  #memory;
  #form;
  #forecast = new ForecastDrawing();
  #without = el("p", { class: "soft" }, words.withoutDate);

  /** @param {Subject} subject @param {Awaited<ReturnType<typeof startMemory>>} memory */
  constructor(subject, memory) {
    this.#subject = subject;
    this.#memory = memory;
    const others = readPlan().decks.filter((planned) => !subject.decks.some((deck) => isDeck(planned, deck)));
    const diary = memory.diary(subject.session().pages(moment()));
    this.#form = new PlanForm([...subject.decks, ...others], diary.today, {
      change: (change) => void this.#change(change),
      preview: (minutes) => this.#forecast.choose(minutes),
    });
    const heading = el("h2", { id: "plan", tabindex: -1, autofocus: true }, words.heading);
    const close = button({ class: "quiet close", part: "button", "aria-label": words.close }, () => this.node.close(), "×");
    this.node = el(
      "dialog",
      { class: "plan", "aria-labelledby": "plan", part: "dialog", closedby: "any" },
      el("div", { class: "plan-head" }, heading, close),
      this.#form.node,
      this.#without,
      this.#forecast.node,
      ...present(drawDiary(diary)),
    );
  }

  /** Shows it above all else, until it is closed. @param {HTMLElement} parent */
  show(parent) {
    parent.append(this.node);
    const root = this.node.getRootNode();
    const [sheet] = planStyles();
    if ((root instanceof ShadowRoot || root instanceof Document) && sheet && !root.adoptedStyleSheets.includes(sheet))
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    this.node.addEventListener("close", () => this.node.remove());
    this.node.showModal();
    this.#draw();
  }

  /** @param {Partial<import("../plan.js").PlanChoice>} change */
  async #change(change) {
    const { interview, decks } = readPlan();
    const isFirst = !interview && change.interview && !this.#subject.meant.some((deck) => decks.some((planned) => isDeck(planned, deck)));
    changePlan(isFirst ? { ...change, decks: [...decks, ...this.#subject.meant] } : change);
    const applied = this.#subject.changed();
    this.#draw();
    await applied;
    if (this.node.open) this.#draw();
  }

  #draw() {
    const plan = readPlan();
    const compared = [...new Set([...MINUTES, plan.minutes])].sort((one, other) => one - other);
    this.#form.update(plan, compared);
    this.#without.hidden = Boolean(plan.interview);
    const prospects = plan.interview ? this.#subject.session().prospects(moment()) : undefined;
    this.#forecast.update(prospects ? this.#memory.forecast(prospects, Uint32Array.from(compared)) : null, plan.minutes);
  }
}
