import { readFileSync } from "node:fs";
import { z } from "../../config/index.ts";
import { SENTENCE_FEATURES } from "./features.ts";
import { PASSAGE_FEATURES } from "./rank-passages.ts";
import { SUPPORT_FEATURES } from "./support.ts";

/** A linear model over named features: `bias + Σ weight · feature`. */
const linear = (names: readonly string[]) =>
  z.object({
    bias: z.number(),
    weights: z.record(z.string(), z.number()).refine((w) => names.every((name) => name in w), {
      message: `needs a weight for each of ${names.join(", ")}`,
    }),
  });

const schema = z.object({
  /** Ranks sentences; the bias has no effect. */
  sentence: linear(SENTENCE_FEATURES),
  /** Ranks passages for the search. */
  passage: linear(PASSAGE_FEATURES),
  /** Log odds that the best sentence answers the question. */
  support: linear(SUPPORT_FEATURES),
  /** Confidence under which a question is refused, 0 to 1. */
  threshold: z.number().min(0).max(1),
  /** The sets it was measured on, and the curve: for people, not used by the program. */
  measured: z.unknown().optional(),
});

export type Calibration = z.infer<typeof schema>;

/** File beside a model's files that holds its calibration. */
export const CALIBRATION_FILE = "calibration.json";

/**
 * Reads the calibration that was measured with a model (`npm run calibrate`).
 *
 * @throws {Error} Naming the file where it is missing or not of this program's form.
 */
export function readCalibration(path: string): Calibration {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new Error(
      `The calibration ${path} cannot be read. Restore it from the repository, or make it with npm run calibrate.`,
    );
  }
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new Error(
      `The calibration ${path} does not fit this program. Restore it from the repository, or make it with npm run calibrate.`,
    );
  }
}

/** Weights of a linear model in the order of its feature names. */
export function weightsOf(model: Calibration["sentence"], names: readonly string[]): number[] {
  return names.map((name) => model.weights[name] ?? 0);
}
