// The interview above the list of decks: when it is, what today is for, and where to begin.

/** @import {OpenDeck} from "./open-deck.js" */
/** @import {Plan} from "../pkg/greenroom.js" */
/** @import {PlannedDeck} from "./plan.js" */

import { button, el, keepCompany, moment, planFor, readPlan, widgetStyles, words } from "./greenroom.js";

export class PlanCard {
  #place;
  #changed;
  /** @type {OpenDeck[]} Those of the list. */
  #decks = [];

  /**
   * @param {HTMLElement} place
   * @param {() => Promise<void>} changed Called when another plan was made; ends when all is shown by it.
   */
  constructor(place, changed) {
    this.#place = place;
    this.#changed = changed;
  }

  /** Shows what today is for. @param {OpenDeck[]} decks Those of the list, with their plan set. */
  show(decks) {
    this.#decks = decks;
    this.#place.hidden = decks.length === 0;
    const lead = this.#lead;
    if (!lead) return;
    keepCompany(lead, this.#planned.slice(1));
    const { plan } = lead.session.view(moment());
    const open = () => void this.#open();
    this.#place.className = plan ? "deck interview" : "interview";
    this.#place.replaceChildren(
      ...(plan
        ? [
            el("h2", {}, words.interviewIn(plan)),
            el("p", {}, words.todayIs(plan)),
            el("div", { class: "go" }, this.#begin(plan), button({ class: "button second" }, open, words.changePlan)),
          ]
        : [el("p", {}, `${words.noInterview} `, button({ class: "text-button" }, open, words.setDate))]),
    );
  }

  get #planned() {
    return this.#decks.filter((deck) => planFor(deck) !== null);
  }

  /** The deck that speaks for all. */
  get #lead() {
    return this.#planned[0] ?? this.#decks[0];
  }

  /** Where most of today's minutes go. @param {Plan} plan */
  #begin({ decks }) {
    const [most] = [...decks].sort((one, other) => other.offer.seconds - one.offer.seconds);
    const planned = most && most.offer.seconds > 0 && readPlan().decks.find(({ title }) => title === most.title);
    if (!planned) return null;
    const folder = new URL("./", document.baseURI).href;
    const address = planned.address.startsWith(folder) ? planned.address.slice(folder.length) : planned.address;
    const href = `#deck=${encodeURIComponent(address).replaceAll("%2F", "/")}`;
    return el("a", { class: "button", href, "aria-label": words.startDeck(planned.title) }, words.beginPractice);
  }

  async #open() {
    const { openPlan } = await import("./plan-dialog.js");
    const lead = this.#lead;
    if (!lead) return;
    const host = el("div");
    const shadow = host.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = widgetStyles();
    document.body.append(host);
    const session = () => (this.#lead ?? lead).session;
    const place = el("div", { class: "root" });
    shadow.append(place);
    const dialog = await openPlan({ session, ...this.#offered, changed: this.#changed }, place);
    dialog.addEventListener("close", () => host.remove());
  }

  /** A date that is set here is meant for the decks that were begun, or for the first one. */
  get #offered() {
    const all = this.#decks.map(({ session, source, id, address }) => {
      const { title, standing } = session.overview(moment());
      return { deck: /** @type {PlannedDeck} */ ({ source, id, title, address: address.href }), isBegun: standing.seen > 0 };
    });
    const begun = all.filter(({ isBegun }) => isBegun);
    const decks = all.map(({ deck }) => deck);
    return { decks, meant: begun.length > 0 ? begun.map(({ deck }) => deck) : decks.slice(0, 1) };
  }
}
