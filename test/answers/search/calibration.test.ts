import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  CALIBRATION_FILE,
  readCalibration,
  weightsOf,
} from "../../../src/answers/search/calibration.ts";
import { linearScore, SENTENCE_FEATURES } from "../../../src/answers/search/features.ts";
import { SHIPPED, temporaryFolder } from "../../index/fixture.ts";

const shipped = join(SHIPPED.modelsDir, SHIPPED.model, CALIBRATION_FILE);

describe("a calibration", () => {
  it("is shipped with the model, with a curve of what each threshold refuses", () => {
    const { threshold, sentence, measured } = readCalibration(shipped);
    expect(threshold).toBeGreaterThan(0);
    expect(threshold).toBeLessThan(1);
    expect(weightsOf(sentence, SENTENCE_FEATURES).every(Number.isFinite)).toBe(true);
    const { curve } = measured as { curve: { threshold: number; answerableRefused: number }[] };
    const refused = curve.map((point) => point.answerableRefused);
    expect(refused).toEqual([...refused].sort((a, b) => a - b));
  });

  it.each([
    ["is missing", null],
    ["is no JSON", "{"],
    ["is empty", ""],
    ["is of another form", "[]"],
    ["lacks a weight", { sentence: { bias: 0, weights: { coverage: 1 } } }],
    ["has a weight that is no number", { passage: { bias: "0", weights: {} } }],
    ["has a threshold that is no probability", { threshold: 1.5 }],
  ])("that %s is named with what to do", (_, change) => {
    const file = join(temporaryFolder(), CALIBRATION_FILE);
    if (typeof change === "string") writeFileSync(file, change);
    else if (change !== null)
      writeFileSync(
        file,
        JSON.stringify({ ...JSON.parse(readFileSync(shipped, "utf8")), ...change }),
      );
    expect(() => readCalibration(file)).toThrow(
      new RegExp(`^The calibration ${file} .*npm run calibrate`, "u"),
    );
  });
});

it("a linear score is the bias and each feature by its weight", () => {
  expect(linearScore(0.5, [2, -1], [3, 4])).toBe(2.5);
  expect(weightsOf({ bias: 0, weights: { b: 2, a: 1, c: 3 } }, ["a", "b"])).toEqual([1, 2]);
});
