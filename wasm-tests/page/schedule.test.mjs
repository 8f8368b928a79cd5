// The memory model beside ts-fsrs: the same intervals for the same reviews, and every difference explained.
//
// Both are FSRS-6. What differs:
//
// 1. Rounding. ts-fsrs computes in double precision and keeps eight places; ours, like the reference in Rust, in single
//    precision. Where an interval lies next to a half before it is made whole, one goes up and the other down.
// 2. ts-fsrs lets no first stability be below 0.1 days; the reference goes down to 0.001.
// 3. What ts-fsrs hands to programs as a card has intervals moved apart, so that Hard, Good and Easy are at least a day
//    from each other. `next_interval`, which the reference has too, does not.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createEmptyCard, fsrs } from "ts-fsrs";
import { Scheduler } from "../../pkg/node.js";
import { histories, ratingOf } from "../../xtask/node/reviews.mjs";

/** @typedef {import("ts-fsrs").Grade} Grade */

const GRADES = /** @type {Grade[]} */ ([1, 2, 3, 4]);
const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 21, 9);

/** Somebody who forgets sooner, by a fit. */
const OWN = [
  0.1504, 0.7762, 1.9781, 5.7547, 6.6485, 0.5981, 3.2505, 0.0101, 1.6315, 0.2864, 0.6493, 1.4581, 0.0461, 0.2289, 1.6471, 0.4155, 1.6286, 0.5015, 0.123, 0.1571, 0.211,
];

/** Same parameters, no fuzz, and no steps of minutes: each review leads to an interval in days. @param {{ parameters?: number[], retention?: number }} options */
const both = ({ parameters, retention }) => ({
  ours: new Scheduler({ parameters, retention }),
  theirs: fsrs({ w: parameters, request_retention: retention, enable_fuzz: false, learning_steps: [], relearning_steps: [] }),
});

/** @param {Int32Array} days @param {number} at */
const elapsed = (days, at) => (at === 0 ? 0 : (days[at] ?? 0) - (days[at - 1] ?? 0));

for (const [name, options] of Object.entries({ "the published parameters": {}, "parameters of one's own": { parameters: OWN, retention: 0.85 } }))
  test(`10,000 histories have equal intervals with ${name}`, () => {
    const { ours, theirs } = both(options);
    let [compared, differences] = [0, 0];
    for (const { days, grades } of histories(3, 10_000)) {
      /** @type {import("../../pkg/memory.js").Memory | null} */
      let memory = null;
      /** @type {import("ts-fsrs").FSRSState | null} */
      let theirMemory = null;
      for (const [at, grade] of grades.entries()) {
        const next = ours.next(memory, elapsed(days, at));
        const before = theirMemory;
        for (const each of GRADES) {
          const state = theirs.next_state(before, elapsed(days, at), each);
          const interval = theirs.next_interval(state.stability, elapsed(days, at));
          const our = next[ratingOf(each) - 1];
          compared++;
          if (our?.interval !== interval) {
            differences++;
            assert.equal(Math.abs((our?.interval ?? 0) - interval), 1);
            const exact = state.stability * theirs.interval_modifier;
            assert.ok(Math.abs((exact % 1) - 0.5) < 1e-5 * exact, `${exact} is next to a half`);
          }
          if (each === grade) theirMemory = state;
        }
        memory = next[ratingOf(grade) - 1] ?? null;
      }
    }
    assert.equal(compared, 280_536);
    // Six and four by the precision of this engine.
    assert.ok(differences <= 10, `${differences} of ${compared}`);
  });

test("a first stability below a tenth of a day is ours alone", () => {
  const parameters = OWN.with(0, 0.05);
  const { ours, theirs } = both({ parameters });
  assert.equal(theirs.next_state(null, 0, 1).stability, 0.1);
  assert.ok(Math.abs((ours.next(null, 0)[0]?.stability ?? 0) - 0.05) < 1e-8);
  for (const grade of GRADES.slice(1)) {
    const our = ours.next(null, 0)[ratingOf(grade) - 1]?.stability ?? 0;
    assert.ok(Math.abs(our - theirs.next_state(null, 0, grade).stability) < 1e-6);
  }
});

test("the cards of ts-fsrs are ours with their intervals moved apart", () => {
  const { ours, theirs } = both({});
  let [apart, differences] = [0, 0];
  for (const { days, grades } of histories(5, 1000)) {
    let card = createEmptyCard(new Date(START));
    let memory = null;
    for (const [at, grade] of grades.entries()) {
      const next = ours.next(memory, elapsed(days, at));
      const shown = theirs.repeat(card, new Date(START + (days[at] ?? 0) * DAY));
      const [again = 0, hard = 0, good = 0, easy = 0] = GRADES.map((each) => next[ratingOf(each) - 1]?.interval ?? 0);
      const plain = [again, hard, good, easy];
      const least = Math.min(hard, good);
      const middle = Math.max(good, least + 1);
      const moved = memory ? [again, least, middle, Math.max(easy, middle + 1)] : plain;
      const their = GRADES.map((each) => shown[each].card.scheduled_days);
      if (String(their) !== String(plain)) apart++;
      if (String(their) !== String(moved)) differences++;
      card = shown[/** @type {Grade} */ (grade)].card;
      memory = next[ratingOf(grade) - 1] ?? null;
    }
  }
  assert.ok(apart > 100, `${apart}`);
  assert.ok(differences <= 3, `${differences} are not explained by rounding`);
});

test("a replay comes to the same memory", () => {
  const { ours, theirs } = both({});
  for (const { days, grades } of histories(9, 1000, 20)) {
    let memory = null;
    for (const [at, grade] of grades.entries()) memory = theirs.next_state(memory, elapsed(days, at), /** @type {Grade} */ (grade));
    const our = ours.replay(days, grades.map(ratingOf));
    assert.ok(our && memory && Math.abs(our.stability / memory.stability - 1) < 1e-4, `${our?.stability} is ${memory?.stability}`);
    assert.ok(Math.abs(our.difficulty - memory.difficulty) < 1e-4);
  }
});
