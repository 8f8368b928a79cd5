// Where answers to the deck would be scored wrong: looked for when the author pauses, so that nothing blocks typing.

/** @import {Issue} from "../../pkg/reader.js" */

import { loadReader } from "../greenroom.js";
import { startGrader } from "../grader-engine.js";

/** How long a pause is, in milliseconds. */
const PAUSE = 1000;
/** Of a larger deck only the card that is written is looked at: `greenroom check` looks at all. */
const MOST_CARDS = 60;

let timer = 0;

/**
 * Looks once the author pauses, and hands over what was found with its lines.
 * @param {{ text: string, name: string, places: { id: string, line: number }[], line: number }} written
 * @param {(issues: Issue[]) => void} tell
 */
export function checkRubricsLater(written, tell) {
  clearTimeout(timer);
  timer = setTimeout(async () => tell(await checkRubrics(written)), PAUSE);
}

/** @param {{ text: string, name: string, places: { id: string, line: number }[], line: number }} written @returns {Promise<Issue[]>} */
async function checkRubrics({ text, name, places, line }) {
  const [{ compileDeck }, grader] = await Promise.all([loadReader(), startGrader()]);
  const only = places.length > MOST_CARDS ? places.findLast((place) => place.line <= line)?.id : undefined;
  const lines = new Map(places.map(({ id, line }) => [id, line]));
  const faults = /** @type {{ card: string, found: string, advice: string }[]} */ (grader.checkRubrics(compileDeck(text, name), only));
  return faults.map(({ card, found, advice }) => ({ line: lines.get(card) ?? 1, column: 1, found, advice }));
}
