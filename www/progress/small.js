// The small buttons of a row.

import { button } from "../greenroom.js";

/**
 * The second click of two falls on what has taken the button's place, and is not meant for it.
 * @param {string} label @param {string} name What it is called where the row is not seen. @param {() => void} press @param {string} [looks]
 */
export function small(label, name, press, looks = "text-button") {
  return button({ class: looks, "aria-label": name }, ({ detail }) => detail < 2 && press(), label);
}
