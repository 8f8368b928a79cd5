// The simulated learners of `cargo xtask bench plan`: chance is fair and the same for all schedules, and the plan is ahead.

import assert from "node:assert/strict";
import { test } from "node:test";
import { study } from "../../xtask/node/plan/course.mjs";
import { Due } from "../../xtask/node/plan/due.mjs";
import { Greedy } from "../../xtask/node/plan/greedy.mjs";
import { FIRST, Learner, TRUTHS } from "../../xtask/node/plan/learner.mjs";
import { choose, normal, uniform } from "../../xtask/node/plan/luck.mjs";
import { mean, spread } from "../../xtask/node/plan/mean.mjs";
import { ROWS, isPracticed } from "../../xtask/node/plan/rows.mjs";
import { Planned } from "../../xtask/node/plan/sessions.mjs";

const [plain, own] = TRUTHS;

/** @param {number} found @param {number} expected @param {number} within */
function near(found, expected, within) {
  assert.ok(Math.abs(found - expected) < within, `${found} is not ${expected}`);
}

test("draws are named, even, and independent", () => {
  const names = Array.from({ length: 20_000 }, (_, name) => name);
  const draws = names.map((name) => uniform(name % 20, Math.floor(name / 20), 3));
  assert.deepEqual(draws.slice(0, 9), names.slice(0, 9).map((name) => uniform(name, 0, 3)));
  for (let tenth = 0; tenth < 10; tenth++) near(draws.filter((draw) => Math.floor(draw * 10) === tenth).length, 2000, 200);
  // Neighbors tell nothing of each other.
  near(mean(draws.slice(1).map((draw, index) => (draw - 0.5) * ((draws[index] ?? 0) - 0.5))), 0, 0.003);
  const normals = names.map((name) => normal(7, name));
  near(mean(normals), 0, 0.03);
  near(spread(normals), 1, 0.03);
  const shares = FIRST.map((_, kind) => draws.filter((draw) => choose(FIRST, draw) === kind).length / draws.length);
  shares.forEach((share, kind) => near(share, FIRST[kind] ?? NaN, 0.01));
});

test("a card that is asked for the same time meets the same luck, whatever else is asked", () => {
  const [one, other] = [new Learner(3, own, 5), new Learner(3, own, 5)];
  other.ask(0, 0);
  assert.deepEqual(one.ask(2, 0), other.ask(2, 0));
  assert.deepEqual(one.ask(2, 4), other.ask(2, 4));
  // Seen once they are recalled soon after, and less later; one never seen is not.
  const [soon, late] = [one.recall(5), one.recall(50)];
  assert.ok(soon <= 1 / 3 && late < soon && late > 0, `${soon}, ${late}`);
});

test("true memory may differ from what ratings say of it", () => {
  const recalls = TRUTHS.map((truth) => {
    const learner = new Learner(200, truth, 1);
    for (let card = 0; card < 200; card++) learner.ask(card, 0);
    return learner.recall(14);
  });
  assert.equal(new Set(recalls).size, 2, "a first factor and one throughout are the same until a card is asked again");
  near(recalls[0] ?? NaN, recalls[1] ?? NaN, 0.05);
});

test("days off and missed days are not practiced", () => {
  const practiced = ROWS.map((row) => Array.from({ length: row.days }, (_, day) => day).filter((day) => isPracticed(row, day)).length);
  assert.deepEqual(practiced, [14, 21, 14, 3, 60, 15, 14, 7, 14]);
});

test("practice by the plan is ahead at equal minutes, and comes to what it predicts", () => {
  const [row] = ROWS;
  assert.ok(row && plain);
  const seeds = [0, 1, 2, 3];
  const [due, greedy, planned] = [() => new Due(row, 0.9, Infinity), () => new Greedy(row), (/** @type {number} */ seed) => new Planned(row, seed)].map((make) =>
    seeds.map((seed) => study(row, plain, seed, make(seed))),
  );
  const recall = (/** @type {typeof planned} */ courses = []) => mean(courses.map((course) => course.recall));
  assert.ok(recall(planned) > recall(greedy) && recall(greedy) > recall(due), [planned, greedy, due].map(recall).join());
  near(recall(planned), planned?.[0]?.predicted ?? NaN, 0.01);
  for (const { minutes } of planned ?? []) assert.ok(minutes > 14 && minutes < 16, `${minutes} of 15 minutes were used`);
});
