import { fold } from "../../src/language/text/fold.ts";
import type { Piece } from "../train-embedding/unigram.ts";

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
