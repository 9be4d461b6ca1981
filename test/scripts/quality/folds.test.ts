import { expect, it } from "vitest";
import { type Outcome, refusalCurve } from "../../../scripts/quality/folds.ts";

const outcome = (answerable: boolean, confidence: number, right = answerable): Outcome =>
  ({ sample: { set: "set1", answerable }, right, confidence, removed: [confidence / 2] }) as never;

it("shares what a threshold refuses and answers rightly", () => {
  const curve = refusalCurve([
    outcome(true, 0.9),
    outcome(true, 0.3),
    outcome(true, 0.8, false),
    outcome(false, 0.2),
    outcome(false, 0.7),
  ]);
  const half = curve.find(({ threshold }) => threshold === 0.5)!;
  expect(half.answerableRefused).toBeCloseTo(1 / 3);
  expect(half.unanswerableRefused).toBe(0.5);
  expect(half.factRemovedRefused).toBe(1);
  expect(half.right).toBeCloseTo(1 / 3);
});
