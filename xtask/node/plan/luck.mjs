// What chance does, from the numbers that name the draw: schedules that ask the same card for the same time meet the
// same luck.

/** Uniform between 0 and 1, both excluded. @param {...number} names Whole numbers. */
export function uniform(...names) {
  let mixed = 0x9e3779b9;
  for (const name of names) mixed = mix(mixed ^ Math.imul(name + 1, 0x85ebca6b)) + 0x9e3779b9;
  return (mix(mixed) + 0.5) / 2 ** 32;
}

/** The finalizer of MurmurHash3 (Appleby 2011). @param {number} bits */
function mix(bits) {
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Of a normal distribution (Box and Muller 1958). @param {...number} names */
export function normal(...names) {
  const [radius, turn] = [uniform(...names, 0), uniform(...names, 1)];
  return Math.sqrt(-2 * Math.log(radius)) * Math.cos(2 * Math.PI * turn);
}

/** Which of several things happens. @param {readonly number[]} odds That sum to 1. @param {number} luck From 0 to 1. */
export function choose(odds, luck) {
  let sum = 0;
  const index = odds.findIndex((share) => luck < (sum += share));
  return index < 0 ? odds.length - 1 : index;
}
