import { expect, test } from "vitest";
import { Random } from "../../../scripts/shared/random.ts";
import { createInfoNce } from "../../../scripts/training/train.ts";

const N = 5;
const D = 4;
const TEMPERATURE = 0.2;

/** The loss written out in double precision, independent of the graph. */
function lossOf(left: number[], right: number[], groups: readonly number[]): number {
  const unit = (rows: number[], i: number) => {
    const row = rows.slice(i * D, (i + 1) * D);
    const norm = Math.hypot(...row);
    return row.map((x) => x / norm);
  };
  const score = (i: number, j: number) => {
    const p = unit(right, j);
    return unit(left, i).reduce((sum, x, k) => sum + x * p[k]!, 0) / TEMPERATURE;
  };
  const indices = Array.from({ length: N }, (_, i) => i);
  let loss = 0;
  for (const i of indices) {
    const allowed = indices.filter((j) => j === i || groups[j] !== groups[i]);
    const row = Math.log(allowed.reduce((sum, j) => sum + Math.exp(score(i, j)), 0));
    const column = Math.log(allowed.reduce((sum, j) => sum + Math.exp(score(j, i)), 0));
    loss += row + column - 2 * score(i, i);
  }
  return loss / (2 * N);
}

test.each([
  ["all rows are negatives of each other", [0, 1, 2, 3, 4]],
  ["rows of one group are no negatives of each other", [0, 1, 0, 3, 1]],
])("loss and gradient agree with finite differences where %s", async (_, groups) => {
  const random = new Random(7);
  const left = Array.from({ length: N * D }, () => random.normal());
  const right = Array.from({ length: N * D }, () => random.normal());
  const graph = await createInfoNce(N, D, TEMPERATURE, 1);
  const result = await graph.run(
    Float32Array.from(left),
    Float32Array.from(right),
    Int32Array.from(groups),
  );
  expect(result.loss).toBeCloseTo(lossOf(left, right, groups), 4);
  const h = 1e-5;
  for (const [side, gradient] of [
    [left, result.leftGradient],
    [right, result.rightGradient],
  ] as const) {
    for (let k = 0; k < N * D; k++) {
      const held = side[k]!;
      side[k] = held + h;
      const above = lossOf(left, right, groups);
      side[k] = held - h;
      const below = lossOf(left, right, groups);
      side[k] = held;
      expect(gradient[k]).toBeCloseTo((above - below) / (2 * h), 3);
    }
  }
});

test("a text without any piece neither breaks the loss nor gets a gradient that is not finite", async () => {
  const graph = await createInfoNce(2, 3, 0.05, 1);
  const { loss, leftGradient, rightGradient } = await graph.run(
    Float32Array.of(0, 0, 0, 1, 0, 0),
    Float32Array.of(1, 2, 3, 1, 0, 0),
    Int32Array.of(0, 1),
  );
  expect(Number.isFinite(loss)).toBe(true);
  expect([...leftGradient, ...rightGradient].every(Number.isFinite)).toBe(true);
});
