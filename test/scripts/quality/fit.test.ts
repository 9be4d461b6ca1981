import { describe, expect, it } from "vitest";
import {
  type BinaryExample,
  fitLogistic,
  fitRanking,
  type RankingExample,
} from "../../../scripts/quality/fit.ts";
import { Random } from "../../../scripts/shared/random.ts";

const WEIGHTS = [2, -1, 0];
const BIAS = 0.5;
/** Makes features with spreads and centres that differ, as the real ones do. */
const SPREAD = [1, 10, 0.1];
const CENTRE = [0, 5, -3];

const random = new Random(7);
const standardRow = () => WEIGHTS.map(() => random.normal());
const scoreOf = (row: readonly number[]) => row.reduce((sum, x, i) => sum + x * WEIGHTS[i]!, 0);
const stretch = (row: readonly number[]) => row.map((x, i) => CENTRE[i]! + SPREAD[i]! * x);

const binary = Array.from({ length: 3000 }, (): BinaryExample => {
  const row = standardRow();
  const odds = 1 / (1 + Math.exp(-(BIAS + scoreOf(row))));
  return { row, label: random.next() < odds ? 1 : 0, weight: 1 };
});

/** Each question has one right candidate, drawn by the softmax of the scores. */
const ranking = Array.from({ length: 1500 }, (): RankingExample => {
  const rows = Array.from({ length: 5 }, standardRow);
  const odds = rows.map((row) => Math.exp(scoreOf(row)));
  let left = random.next() * odds.reduce((a, b) => a + b, 0);
  const drawn = odds.findIndex((o) => {
    left -= o;
    return left < 0;
  });
  return { rows, right: rows.map((_, i) => i === drawn) };
});

function expectNear(actual: readonly number[], expected: readonly number[], within: number): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((x, i) => {
    expect(Math.abs(x - expected[i]!), `${actual.join(" ")}`).toBeLessThan(within);
  });
}

describe("fitLogistic", () => {
  it("recovers the weights and the bias that the labels were drawn with", () => {
    const { bias, weights } = fitLogistic(binary, 1e-5);
    expectNear([bias, ...weights], [BIAS, ...WEIGHTS], 0.25);
  });

  it("gives the same probabilities whatever the scale of the features", () => {
    const plain = fitLogistic(binary, 0.01);
    const stretched = fitLogistic(
      binary.map((e) => ({ ...e, row: stretch(e.row) })),
      0.01,
    );
    expectNear(
      stretched.weights.map((w, i) => w * SPREAD[i]!),
      plain.weights,
      1e-3,
    );
    const centred = stretched.weights.reduce((sum, w, i) => sum + w * CENTRE[i]!, stretched.bias);
    expect(centred).toBeCloseTo(plain.bias, 3);
  });

  it("counts an example by its weight", () => {
    const twice = binary.slice(0, 400).map((e, i) => ({ ...e, weight: i % 2 === 0 ? 2 : 0 }));
    const half = binary.slice(0, 400).filter((_, i) => i % 2 === 0);
    const other = fitLogistic([...half, ...half], 0);
    // The scale is taken from all rows, which without a penalty has no effect once converged.
    expectNear(fitLogistic(twice, 0, [], 2000).weights, other.weights, 0.05);
  });

  it("keeps a weight from a sign that it may not have", () => {
    const { weights } = fitLogistic(binary, 1e-5, [-1, -1, 0]);
    expect(weights[0]).toBe(0);
    expect(weights[1]).toBeLessThan(-0.4);
  });

  it("gives a feature that never changes no weight", () => {
    const { weights } = fitLogistic(
      binary.slice(0, 200).map((e) => ({ ...e, row: [...e.row, 1] })),
      0.01,
    );
    expect(weights[3]).toBeCloseTo(0, 9);
  });
});

describe("fitRanking", () => {
  it("recovers the weights that the right candidates were drawn with", () => {
    const { bias, weights } = fitRanking(ranking, 1e-5);
    expect(bias).toBeCloseTo(0, 0);
    expectNear(weights, WEIGHTS, 0.25);
  });

  it("ranks the same whatever the scale of the features", () => {
    const plain = fitRanking(ranking, 0.01);
    const stretched = fitRanking(
      ranking.map((e) => ({ ...e, rows: e.rows.map(stretch) })),
      0.01,
    );
    expectNear(
      stretched.weights.map((w, i) => w * SPREAD[i]!),
      plain.weights,
      1e-3,
    );
  });

  it("learns nothing from a question whose candidates are all right", () => {
    const empty = ranking.map((e) => ({ ...e, right: e.right.map(() => true) }));
    // Twice the questions halve the weight of each against the penalty.
    expectNear(
      fitRanking([...ranking, ...empty], 0.01).weights,
      fitRanking(ranking, 0.02).weights,
      1e-3,
    );
  });
});
