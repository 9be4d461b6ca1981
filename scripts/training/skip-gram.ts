import { fold } from "../../src/language/text/fold.ts";
import { Random } from "../shared/random.ts";
import type { Piece } from "./unigram.ts";

/** Settings of skip-gram with negative sampling (Mikolov et al. 2013). */
interface SkipGramOptions {
  readonly dimension: number;
  /** Words on each side that may count; nearer ones count more often. */
  readonly window: number;
  /** Words drawn at random against each that stands there. */
  readonly negatives: number;
  readonly epochs: number;
  /** Words more frequent than this share are left out now and then. */
  readonly subsample: number;
  /** First step size; it falls to nothing. */
  readonly rate: number;
  readonly seed: number;
  readonly onSentence?: (done: number, total: number) => void;
}

/** Negatives are drawn by frequency to this power. */
const NEGATIVE_POWER = 0.75;
const NEGATIVE_TABLE = 1 << 22;
const LARGEST_LOGIT = 6;
const SIGMOID_STEPS = 100;

function negativeTable(counts: Float64Array): Int32Array {
  const table = new Int32Array(NEGATIVE_TABLE);
  let total = 0;
  for (const n of counts) total += n ** NEGATIVE_POWER;
  let share = 0;
  let at = 0;
  for (let id = 0; id < counts.length; id++) {
    share += counts[id]! ** NEGATIVE_POWER / total;
    const end = Math.min(NEGATIVE_TABLE, Math.round(share * NEGATIVE_TABLE));
    while (at < end) table[at++] = id;
  }
  return table;
}

/**
 * Learns a vector for every word from the words that it stands among: words that can replace each other
 * come near. One thread; some 400,000 words a second and epoch on a core of 2.7 GHz.
 *
 * @param sentence Ids of sentence `s`, a view that is not kept. @param vocabulary Ids are below this.
 * @returns vocabulary × dimension; rows of words that never occur stay near zero.
 */
export function trainSkipGram(
  sentence: (s: number) => Uint16Array,
  sentences: number,
  vocabulary: number,
  options: SkipGramOptions,
): Float32Array {
  const { dimension: d, window, negatives, epochs, subsample, onSentence } = options;
  const counts = new Float64Array(vocabulary);
  let total = 0;
  for (let s = 0; s < sentences; s++) {
    for (const id of sentence(s)) counts[id]!++;
    total += sentence(s).length;
  }
  const keep = counts.map((n) => Math.sqrt((subsample * total) / n) + (subsample * total) / n);
  const drawn = negativeTable(counts);
  const random = new Random(options.seed);
  const words = new Float32Array(vocabulary * d).map(() => (random.next() - 0.5) / d);
  const contexts = new Float32Array(vocabulary * d);
  const sigmoid = Float32Array.from(
    { length: 2 * LARGEST_LOGIT * SIGMOID_STEPS + 1 },
    (_, i) => 1 / (1 + Math.exp(LARGEST_LOGIT - i / SIGMOID_STEPS)),
  );
  const gradient = new Float32Array(d);
  let kept = new Int32Array(256);

  /** Moves word `w` towards (label 1) or away from (label 0) context `c`; offsets of rows. */
  function push(w: number, c: number, label: 0 | 1, rate: number): void {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let j = 0; j < d; j += 4) {
      s0 += words[w + j]! * contexts[c + j]!;
      s1 += words[w + j + 1]! * contexts[c + j + 1]!;
      s2 += words[w + j + 2]! * contexts[c + j + 2]!;
      s3 += words[w + j + 3]! * contexts[c + j + 3]!;
    }
    const logit = Math.max(-LARGEST_LOGIT, Math.min(LARGEST_LOGIT, s0 + s1 + s2 + s3));
    const step = (label - sigmoid[Math.round((logit + LARGEST_LOGIT) * SIGMOID_STEPS)]!) * rate;
    for (let j = 0; j < d; j++) {
      const context = contexts[c + j]!;
      gradient[j]! += step * context;
      contexts[c + j] = context + step * words[w + j]!;
    }
  }

  const all = sentences * epochs;
  for (let done = 0; done < all; done++) {
    const ids = sentence(done % sentences);
    if (ids.length > kept.length) kept = new Int32Array(ids.length * 2);
    let length = 0;
    for (const id of ids) if (random.next() < keep[id]!) kept[length++] = id;
    const rate = options.rate * Math.max(0.002, 1 - done / all);
    for (let at = 0; at < length; at++) {
      const reach = 1 + random.below(window);
      const target = kept[at]!;
      for (let i = Math.max(0, at - reach); i <= Math.min(length - 1, at + reach); i++) {
        if (i === at) continue;
        const w = kept[i]! * d;
        gradient.fill(0);
        push(w, target * d, 1, rate);
        for (let k = 0; k < negatives; k++) {
          const other = drawn[random.below(NEGATIVE_TABLE)]!;
          if (other !== target) push(w, other * d, 0, rate);
        }
        for (let j = 0; j < d; j++) words[w + j]! += gradient[j]!;
      }
    }
    onSentence?.(done + 1, all);
  }
  return words;
}

/** Words met less often have no reliable neighbours. */
const LEAST_COUNT = 15;
/** The mean is taken over words met more often than this. */
const MEAN_COUNT = 20;

function toUnit(rows: Float32Array, at: number, dimension: number): void {
  let squares = 0;
  for (let j = 0; j < dimension; j++) squares += rows[at + j]! ** 2;
  if (squares === 0) return;
  const norm = Math.sqrt(squares);
  for (let j = 0; j < dimension; j++) rows[at + j]! /= norm;
}

/**
 * Makes trained word vectors comparable: what all share is taken out (Mu & Viswanath 2018), every row gets
 * length 1, rare words get none, and a piece without marks gets the mean of those that are written like it.
 *
 * @returns Unit rows, or zero rows, in the order of `pieces`.
 */
export function wordRows(
  trained: Float32Array,
  dimension: number,
  pieces: readonly Piece[],
  counts: Float64Array,
): Float32Array {
  const d = dimension;
  const mean = new Float64Array(d);
  let frequent = 0;
  counts.forEach((n, id) => {
    if (n <= MEAN_COUNT) return;
    frequent++;
    for (let j = 0; j < d; j++) mean[j]! += trained[id * d + j]!;
  });
  const rows = new Float32Array(trained.length);
  const alike = new Map<string, number[]>();
  pieces.forEach(({ text }, id) => {
    if (counts[id]! < LEAST_COUNT) return;
    for (let j = 0; j < d; j++) rows[id * d + j] = trained[id * d + j]! - mean[j]! / frequent;
    toUnit(rows, id * d, d);
    const plain = fold(text);
    if (plain !== text) alike.set(plain, [...(alike.get(plain) ?? []), id]);
  });
  pieces.forEach(({ text }, id) => {
    if (counts[id]! >= LEAST_COUNT) return;
    for (const other of alike.get(text) ?? [])
      for (let j = 0; j < d; j++) rows[id * d + j]! += counts[other]! * rows[other * d + j]!;
    toUnit(rows, id * d, d);
  });
  return rows;
}
