import { expect, test } from "vitest";
import { rankFigures, rankOf } from "../../../scripts/training/evaluation.ts";

const east = Float32Array.of(1, 0);
const north = Float32Array.of(0, 1);
const between = Float32Array.of(Math.SQRT1_2, Math.SQRT1_2);

test("a label ranks with the best of its candidates", () => {
  const candidates = [north, between, east];
  expect(rankOf(east, candidates, ["a", "b", "a"], new Set(["a"]))).toBe(1);
  expect(rankOf(east, candidates, ["a", "b", "c"], new Set(["a"]))).toBe(3);
});

test("ties, unknown questions and missing labels never flatter", () => {
  expect(rankOf(east, [east, east], ["a", "b"], new Set(["b"]))).toBe(2);
  expect(rankOf(null, [east, north], ["a", "b"], new Set(["b"]))).toBe(2);
  expect(rankOf(east, [east, null], ["a", "b"], new Set(["c"]))).toBe(3);
});

test("figures are shares and mean reciprocal rank", () => {
  expect(rankFigures([1, 2, 5, 10])).toEqual({
    questions: 4,
    hitAt1: 0.25,
    hitAt5: 0.75,
    mrr: (1 + 0.5 + 0.2 + 0.1) / 4,
  });
});
