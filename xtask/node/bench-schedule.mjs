// Prints how fast the memory model is beside ts-fsrs, both in one page of Chromium, and how long fits take. The same
// parameters, fuzz off; ratios above 1 are ours.

import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../wasm-tests/page/server.mjs";

const root = new URL("../../", import.meta.url);
const server = await serve(fileURLToPath(root));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM });
try {
  const page = await browser.newPage();
  await page.goto(`${server.url}README.md`);
  const rows = await page.evaluate(measure, server.url);
  console.log(`${"Chromium, medians".padEnd(46)}${"ours".padStart(12)}${"ts-fsrs".padStart(12)}${"ratio".padStart(8)}`);
  for (const { what, ours, theirs, unit } of rows) {
    const ratio = theirs === null ? "" : (unit === "a second" ? ours / theirs : theirs / ours).toFixed(2);
    console.log(`${`${what}, ${unit}`.padEnd(46)}${figure(ours, unit)}${theirs === null ? "".padStart(12) : figure(theirs, unit)}${ratio.padStart(8)}`);
  }
} finally {
  await browser.close();
  await server.close();
}

/** @param {number} value @param {string} unit */
function figure(value, unit) {
  return (unit === "a second" ? Math.round(value).toLocaleString("en") : value.toFixed(1)).padStart(12);
}

/**
 * Runs in the page.
 * @param {string} url
 * @returns {Promise<{ what: string, unit: string, ours: number, theirs: number | null }[]>}
 */
async function measure(url) {
  const { default: init, Scheduler, fit } = await import(`${url}pkg/memory.js`);
  const { fsrs, createEmptyCard } = await import(`${url}node_modules/ts-fsrs/dist/index.mjs`);
  const { histories, packed } = await import(`${url}xtask/node/reviews.mjs`);
  await init();
  const ours = new Scheduler();
  const theirs = fsrs({ enable_fuzz: false, learning_steps: [], relearning_steps: [] });
  const median = (/** @type {number[]} */ values) => values.sort((one, other) => one - other)[values.length >> 1] ?? NaN;
  const time = (/** @type {() => void} */ work, n = 9) =>
    median(
      Array.from({ length: n }, () => {
        const start = performance.now();
        work();
        return performance.now() - start;
      }),
    );
  // Memories as practice leaves them.
  const N = 20_000;
  /** @type {{ stability: number, difficulty: number }[]} */
  const memories = [];
  /** @type {{ days: Int32Array, grades: Uint8Array }[]} */
  const cards = histories(1, 14_300);
  const many = cards.slice(0, N >> 1).map(({ days, grades }) => ({ days, ratings: grades.map((grade) => grade + 1) }));
  for (const { days, ratings } of many) memories.push(ours.replay(days, ratings));
  const elapsed = memories.map((_, index) => 1 + (index % 40));
  const flat = new Float32Array(memories.flatMap(({ stability, difficulty }) => [stability, difficulty]));
  const gaps = new Uint32Array(elapsed);
  const perSecond = (/** @type {number} */ milliseconds) => (memories.length / milliseconds) * 1000;
  let sink = 0;
  const nextTheirs = () => {
    for (const [index, memory] of memories.entries())
      for (const grade of [1, 2, 3, 4]) {
        const next = theirs.next_state(memory, elapsed[index], grade);
        sink += theirs.next_interval(next.stability, elapsed[index]);
      }
  };
  const nextOurs = () => {
    for (const [index, memory] of memories.entries()) sink += ours.next(memory, elapsed[index])[3].interval;
  };
  const allOurs = () => {
    sink += ours.nextOfMany(flat, gaps)[0];
  };
  const theirTime = time(nextTheirs);
  // Replays of 100,000 reviews.
  let n = 0;
  const replayed = cards.map(({ days, grades }) => ({ days, grades, ratings: grades.map((grade) => grade + 1) })).filter(({ days }) => (n += days.length) <= 100_000);
  const replayOurs = () => {
    for (const { days, ratings } of replayed) sink += ours.replay(days, ratings).stability;
  };
  const replayTheirs = () => {
    for (const { days, grades } of replayed) {
      let memory = null;
      for (const [at, grade] of grades.entries()) memory = theirs.next_state(memory, at ? (days[at] ?? 0) - (days[at - 1] ?? 0) : 0, grade);
      sink += memory?.stability ?? 0;
    }
  };
  // What programs that use ts-fsrs call: dates, logs and a card each time.
  const START = 1_795_230_000_000;
  const replayCards = () => {
    for (const { days, grades } of replayed) {
      let card = createEmptyCard(new Date(START));
      for (const [at, grade] of grades.entries()) ({ card } = theirs.next(card, new Date(START + (days[at] ?? 0) * 86_400_000), grade));
      sink += card.stability;
    }
  };
  const reviews = replayed.reduce((sum, { days }) => sum + days.length, 0).toLocaleString("en");
  const oursReplay = time(replayOurs, 5);
  const fits = [1000, 10_000].map((count) => {
    const history = packed(histories(2, Math.round(count / 5.6)));
    const { reviews } = fit(history);
    return { what: `A fit to ${reviews.toLocaleString("en")} reviews`, unit: "ms", ours: time(() => (sink += fit(history).reviews), 5), theirs: null };
  });
  if (!Number.isFinite(sink)) throw new Error("a memory without a number");
  return [
    { what: "Next states, four ratings", unit: "a second", ours: perSecond(time(nextOurs)), theirs: perSecond(theirTime) },
    { what: "The same for many at once", unit: "a second", ours: perSecond(time(allOurs)), theirs: perSecond(theirTime) },
    { what: `Replay of ${reviews} reviews, states`, unit: "ms", ours: oursReplay, theirs: time(replayTheirs, 5) },
    { what: `Replay of ${reviews} reviews, cards`, unit: "ms", ours: oursReplay, theirs: time(replayCards, 3) },
    ...fits,
  ];
}
