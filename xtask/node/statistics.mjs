// How well scores agree with grades.

/** Pearson's correlation. @param {number[]} x @param {number[]} y */
export function pearson(x, y) {
  const mean = (/** @type {number[]} */ values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [index, value] of x.entries()) {
    const [dx, dy] = [value - mx, (y[index] ?? 0) - my];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xy / Math.sqrt(xx * yy);
}

/** The chance that a good answer scores higher than a bad one; of equals half. @param {number[]} scores @param {boolean[]} isGood */
export function auc(scores, isGood) {
  const sorted = scores.map((score, index) => ({ score, isGood: isGood[index] })).sort((one, other) => one.score - other.score);
  let ranks = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.score === sorted[from]?.score) to++;
    // Equals share the mean of their ranks, which count from 1.
    ranks += ((from + 1 + to) / 2) * sorted.slice(from, to).filter(({ isGood }) => isGood).length;
    from = to;
  }
  const nGood = isGood.filter(Boolean).length;
  return (ranks - (nGood * (nGood + 1)) / 2) / (nGood * (isGood.length - nGood));
}
