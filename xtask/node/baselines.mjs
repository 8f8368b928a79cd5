// Simpler scorers, to compare ours with. They compare words as they are written, in small letters.

/** @typedef {{ question: string, references: string[], answer: string, dataset: string, score: number, id: string }} Row */

/** @param {string} text */
const words = (text) => text.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];

/** The best of a row's references. @param {Row} row @param {(reference: string) => number} score */
const best = ({ references }, score) => Math.max(...references.map(score));

/** Words in common as a part of all words. @param {Row} row */
export function jaccard(row) {
  const answer = new Set(words(row.answer));
  return best(row, (reference) => {
    const wanted = new Set(words(reference));
    const common = [...wanted].filter((word) => answer.has(word)).length;
    return common / Math.max(1, answer.size + wanted.size - common);
  });
}

/** How rare words are among the references of a set. */
export class Rarity {
  /** @type {Map<string, number>} */
  #counts = new Map();
  #n;
  #length;

  /** @param {string[]} texts */
  constructor(texts) {
    this.#n = texts.length;
    this.#length = texts.reduce((sum, text) => sum + words(text).length, 0) / texts.length;
    for (const text of texts) for (const word of new Set(words(text))) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
  }

  /** @param {string} word */
  of(word) {
    const count = this.#counts.get(word) ?? 0;
    return Math.log(1 + (this.#n - count + 0.5) / (count + 0.5));
  }

  /** Cosine of word counts weighed by rarity. @param {Row} row */
  cosine(row) {
    const vector = (/** @type {string} */ text) => {
      /** @type {Map<string, number>} */
      const weights = new Map();
      for (const word of words(text)) weights.set(word, (weights.get(word) ?? 0) + this.of(word));
      return weights;
    };
    const norm = (/** @type {Map<string, number>} */ weights) => Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
    const answer = vector(row.answer);
    return best(row, (reference) => {
      const wanted = vector(reference);
      const product = [...wanted].reduce((sum, [word, weight]) => sum + weight * (answer.get(word) ?? 0), 0);
      return product / Math.max(1e-9, norm(answer) * norm(wanted));
    });
  }

  /** BM25 with the reference as the query, as a part of what the reference itself would get. @param {Row} row */
  bm25(row) {
    const [k, b] = [1.2, 0.75];
    const score = (/** @type {string[]} */ query, /** @type {string[]} */ text) =>
      [...new Set(query)].reduce((sum, word) => {
        const count = text.filter((other) => other === word).length;
        return sum + (this.of(word) * count * (k + 1)) / (count + k * (1 - b + (b * text.length) / this.#length));
      }, 0);
    return best(row, (reference) => score(words(reference), words(row.answer)) / Math.max(1e-9, score(words(reference), words(reference))));
  }
}
