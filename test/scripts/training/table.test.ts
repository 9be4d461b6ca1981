import { expect, test } from "vitest";
import { Random } from "../../../scripts/shared/random.ts";
import { EmbeddingTable } from "../../../scripts/training/table.ts";
import { TextBatch } from "../../../scripts/training/text.ts";
import { createInfoNce } from "../../../scripts/training/train.ts";

const DIMENSION = 4;
const VOCABULARY = 7;

function batch(...texts: number[][]): TextBatch {
  const made = new TextBatch(texts.length);
  for (const text of texts) made.push(text);
  return made;
}

function randomTable(): EmbeddingTable {
  const table = new EmbeddingTable(VOCABULARY, DIMENSION);
  const random = new Random(3);
  for (let i = 0; i < table.rows.length; i++) table.rows[i] = random.normal();
  return table;
}

test("the gradient of every row, through sums, norms and softmax, agrees with finite differences", async () => {
  const table = randomTable();
  const left = batch([0, 1, 1], [2], [3, 4]);
  const right = batch([1, 5], [2, 0, 4], [5, 5, 3]);
  const graph = await createInfoNce(3, DIMENSION, 0.3, 1);
  const sums = () => {
    const q = new Float32Array(3 * DIMENSION);
    const p = new Float32Array(3 * DIMENSION);
    table.gather(left, q);
    table.gather(right, p);
    return graph.run(q, p, Int32Array.of(0, 1, 2));
  };
  const { leftGradient, rightGradient } = await sums();
  table.scatter(left, leftGradient);
  table.scatter(right, rightGradient);
  const h = 1e-2;
  for (let piece = 0; piece < VOCABULARY; piece++) {
    const gradient = table.gradientOf(piece);
    for (let j = 0; j < DIMENSION; j++) {
      const at = piece * DIMENSION + j;
      const held = table.rows[at]!;
      table.rows[at] = held + h;
      const above = (await sums()).loss;
      table.rows[at] = held - h;
      const below = (await sums()).loss;
      table.rows[at] = held;
      expect(gradient[j]).toBeCloseTo((above - below) / (2 * h), 2);
    }
  }
});

test("an update moves the rows that occurred against their gradient, and no others", () => {
  const table = randomTable();
  const before = table.rows.slice();
  table.scatter(batch([1, 3]), Float32Array.of(1, -2, 0, 0.5));
  table.update(0.1);
  for (let piece = 0; piece < VOCABULARY; piece++) {
    const moved = [...table.rows.subarray(piece * DIMENSION, (piece + 1) * DIMENSION)].map(
      (x, j) => x - before[piece * DIMENSION + j]!,
    );
    // The first step goes along the gradient, with a root mean square of the rate.
    const rootMeanSquare = Math.sqrt((1 + 4 + 0.25) / 4);
    const step = [-1, 2, 0, -0.5].map((x) => (0.1 * x) / rootMeanSquare);
    const expected = piece === 1 || piece === 3 ? step : [0, 0, 0, 0];
    for (const [j, x] of moved.entries()) expect(x).toBeCloseTo(expected[j]!, 5);
  }
  expect([...table.gradientOf(1)]).toEqual([0, 0, 0, 0]);
});

test("more pieces than there is room for at first are all kept", () => {
  const table = new EmbeddingTable(5000, 2);
  const all = Array.from({ length: 5000 }, (_, i) => i);
  table.scatter(batch(all), Float32Array.of(1, 2));
  expect([...table.gradientOf(4999), ...table.gradientOf(0)]).toEqual([1, 2, 1, 2]);
});
