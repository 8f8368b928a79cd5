// Reviews drawn at random, the same for each seed.

/** @typedef {{ days: Int32Array, grades: Uint8Array }} History Days from the first review on, and FSRS's grades 1 to 4. */

/** Uniform numbers from 0 to 1: mulberry32. @param {number} seed */
export function chance(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let x = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Histories of two to `most` reviews: gaps of no day, a few or many, grades as people give them.
 * @param {number} seed @param {number} count @param {number} [most]
 * @returns {History[]}
 */
export function histories(seed, count, most = 12) {
  const next = chance(seed);
  return Array.from({ length: count }, () => {
    const length = 2 + Math.floor(next() * (most - 1));
    const days = new Int32Array(length);
    const grades = new Uint8Array(length);
    for (let at = 0; at < length; at++) {
      days[at] = at === 0 ? 0 : (days[at - 1] ?? 0) + gap(next);
      grades[at] = grade(next());
    }
    return { days, grades };
  });
}

/** @param {() => number} next */
function gap(next) {
  const kind = next();
  if (kind < 0.2) return 0;
  return 1 + Math.floor(10 ** (next() * (kind < 0.9 ? 1.5 : 2.7)));
}

/** @param {number} number */
function grade(number) {
  if (number < 0.2) return 1;
  if (number < 0.35) return 2;
  return number < 0.85 ? 3 : 4;
}

/** Our rating that a grade of FSRS stands for: 2 and 1 are both *Again*. @param {number} grade */
export const ratingOf = (grade) => grade + 1;

/**
 * What `fit` takes: histories one after the other.
 * @param {History[]} histories
 */
export function packed(histories) {
  const bytes = new Uint8Array(histories.reduce((sum, { days }) => sum + 4 + 5 * days.length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const { days, grades } of histories) {
    view.setUint32(at, days.length, true);
    at += 4;
    for (const [index, day] of days.entries()) {
      view.setInt32(at, day, true);
      view.setUint8(at + 4, ratingOf(grades[index] ?? 1));
      at += 5;
    }
  }
  return bytes;
}
