// How scores stand up to answers that only look like one, and to good ones that do not: inputs made from graded answers, the
// same each time, for whichever scorers are compared.

/** @typedef {import("./baselines.mjs").Row} Row */
/** What a scorer says of a row. @typedef {"found" | "touched" | "missing"} Status */
/** @typedef {{ kind: string, isGood: boolean, row: Row }} Trial */

/** The most answers of a set that a kind of input is made from. */
const MOST = 200;

/** Talk that would fit any question; not the text that the scorers know. */
const TALK = `Well, let me take a step back before I go into any detail. There are always several angles to a topic like this, and
  reasonable people see it in different ways. What I have found over the years is that you want to be structured about it, keep an
  open mind and bring everybody along. I usually write down what I know, what I do not know yet and who could tell me more. Then I
  go through it one step after the other, check in with the others from time to time, and adjust when something turns out not to
  be as we had hoped. It is rarely perfect the first time, and that is fine. In my last role we did exactly that, and looking back
  it went well overall. The key for me is to stay calm, be honest about where things stand, and never lose sight of the bigger
  picture. I would be happy to say more about any part of it if that is helpful.`.split(/\s+/);

/** Words that stand where a "not" turns a sentence around. */
const BEFORE_NOT = /\b(is|are|was|were|can|will|would|should|must|does|do|did|has|have|had|be)\b/i;

/** Every kind of input, made from the answers of one set. @param {Row[]} rows @returns {Trial[]} */
export function trialsOf(rows) {
  const random = randomFrom(rows.length);
  const good = spread(rows.filter(({ score }) => score >= 0.75));
  const wrong = spread(rows.filter(({ score }) => score <= 0.25));
  const asked = spread([...new Map(rows.map((row) => [row.question + row.references[0], row])).values()].filter(({ question }) => question !== ""));
  const other = (/** @type {Row} */ { question }) => {
    const others = rows.filter((row) => row.question !== question && row.score >= 0.75);
    return others[Math.floor(random() * others.length)]?.answer ?? "";
  };
  const reference = ({ references: [first = ""] }) => first;
  /** @type {[string, boolean, Row[], (row: Row) => string][]} */
  const kinds = [
    ["good answers", true, good, ({ answer }) => answer],
    ["wrong answers", false, wrong, ({ answer }) => answer],
    ["question pasted", false, asked, ({ question }) => question],
    ["answer to another", false, asked, other],
    ["question + other", false, asked, (row) => `${row.question} ${other(row)}`],
    ["general talk", false, asked, () => TALK.join(" ")],
    ["good within talk", true, good, ({ answer }) => `${TALK.slice(0, 75).join(" ")}. ${answer}. ${TALK.slice(75, 150).join(" ")}`],
    ["shuffled key words", false, asked, (row) => shuffled(words(reference(row)).filter((word) => word.length > 3), random).join(" ")],
    ['with "not"', false, asked, (row) => negated(reference(row), random)],
    ["misspelt", true, good, ({ answer }) => answer.replace(/\p{L}{5,}/gu, (word) => (random() < 0.25 ? misspelt(word, random) : word))],
  ];
  return kinds.flatMap(([kind, isGood, of, answer]) => of.map((row, n) => ({ kind, isGood, row: { ...row, id: `${kind}|${row.dataset}|${n}`, answer: answer(row) } })));
}

/** The shares of each kind that are found, and found or touched. @param {Trial[]} trials @param {Map<string, Status>} said */
export function shares(trials, said) {
  /** @type {Map<string, { n: number, found: number, touched: number, isGood: boolean }>} */
  const kinds = new Map();
  for (const { kind, isGood, row } of trials) {
    const of = kinds.get(kind) ?? { n: 0, found: 0, touched: 0, isGood };
    const status = said.get(row.id);
    of.n++;
    if (status === "found") of.found++;
    if (status === "found" || status === "touched") of.touched++;
    kinds.set(kind, of);
  }
  return new Map([...kinds].map(([kind, { n, found, touched, isGood }]) => [kind, { isGood, found: found / n, touched: touched / n }]));
}

/** As many as are looked at, from all over. @template T @param {T[]} all */
function spread(all) {
  const step = Math.max(1, all.length / MOST);
  return Array.from({ length: Math.min(MOST, all.length) }, (_, n) => /** @type {T} */ (all[Math.floor(n * step)]));
}

/** @param {string} text */
function words(text) {
  return text.match(/[\p{L}\d]+/gu) ?? [];
}

/** @param {string} text @param {() => number} random */
function negated(text, random) {
  if (BEFORE_NOT.test(text)) return text.replace(BEFORE_NOT, "$1 not");
  const all = text.split(" ");
  all.splice(Math.floor(random() * Math.min(4, all.length)), 0, "not");
  return all.join(" ");
}

/** With two letters swapped, or one doubled or left out. @param {string} word @param {() => number} random */
function misspelt(word, random) {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, one, two, behind] = [word.slice(0, at), word.slice(at, at + 1), word.slice(at + 1, at + 2), word.slice(at + 2)];
  return before + ([two + one, one + one + two, two][Math.floor(random() * 3)] ?? "") + behind;
}

/** @param {string[]} all @param {() => number} random */
function shuffled(all, random) {
  return all.map((word) => ({ word, at: random() })).sort((one, other) => one.at - other.at).map(({ word }) => word);
}

/** Numbers from 0 to 1 that look drawn by chance, always the same (a linear congruential generator). @param {number} seed */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
