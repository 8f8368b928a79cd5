// Numbers as the learner's English writes them.

/** The words are English; the learner's own English decides between "3 Dec" and "Dec 3". */
export const LOCALE = navigator.languages.find((language) => /^en\b/i.test(language)) ?? "en-GB";

export const count = new Intl.NumberFormat(LOCALE);
export const share = new Intl.NumberFormat(LOCALE, { style: "percent" });
const plural = new Intl.PluralRules(LOCALE);

/** @param {number} number @param {string} one @param {string} other */
export function many(number, one, other) {
  return `${count.format(number)} ${plural.select(number) === "one" ? one : other}`;
}
