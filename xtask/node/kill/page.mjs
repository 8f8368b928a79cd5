// What the harness does in a page of practice: it rates, and looks what is stored.

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Runs in the page: goes on until a card is rated. @param {number} rating */
export function rate(rating) {
  const root = document.querySelector("greenroom-deck")?.shadowRoot;
  for (let step = 0; step < 20; step++) {
    const button = root?.querySelector(`[part~="rating-${rating}"]`);
    const next = button ?? root?.querySelector('.actions [part~="primary"]') ?? root?.querySelector('.actions [part~="secondary"]');
    if (next instanceof HTMLElement) next.click();
    if (button) return;
  }
}

/** A page of whatever browser. @typedef {{ evaluate: <Result>(work: () => Result) => Promise<Result> }} Evaluating */

/** The ratings that the page has stored, and whether it shows that all are safe. @param {Evaluating} page */
export async function look(page) {
  const { isSaved, texts } = await page.evaluate(() => {
    const mark = document.querySelector("greenroom-deck")?.shadowRoot?.querySelector(".saved");
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? "");
    return { isSaved: mark ? !mark.classList.contains("away") : false, texts: keys.map((key) => [key, localStorage.getItem(key) ?? ""]) };
  });
  const ratings = texts.flatMap(([key = "", text = ""]) => {
    const [, , kind, name = ""] = key.split(":");
    return key.startsWith("gr1:") && kind === "l" ? [name] : kind === "s" ? packed(text) : [];
  });
  return { isSaved, ratings: new Set(ratings) };
}

/** The names of the records in a segment. @param {string} text */
function packed(text) {
  let [writer, first] = ["", 0];
  return text.split(".").flatMap((piece) => {
    if (piece.startsWith("*")) [writer, first] = [piece.slice(1, 7), number(piece.slice(7, 13))];
    if (piece === "" || piece.startsWith("*")) return [];
    return [`${writer}.${first + ((number(piece.slice(0, 1)) - first) & 63)}`];
  });
}

/** @param {string} text */
function number(text) {
  return [...text].reduce((value, character) => value * 64 + ALPHABET.indexOf(character), 0);
}
