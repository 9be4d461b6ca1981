import { linearScore } from "../../src/answers/search/features.ts";
import { SUPPORT_FEATURES } from "../../src/answers/search/support.ts";
import type { Sample } from "./collect.ts";
import { type BinaryExample, fitLogistic, type LinearModel } from "./fit.ts";
import { ranked, type Scored } from "./models.ts";

const SUPPORT_RIDGE = 0.02;
/** What is told of a visit differs from an encyclopedia's paragraphs: own questions count this much more. */
const OWN_WEIGHT = 20;
/** What is missing speaks against an answer, all else for it; the number of words says neither. */
const SUPPORT_SIGNS = SUPPORT_FEATURES.map((name) =>
  name === "words" ? 0 : /^(?:no[A-Z]|unmet|rarestMissing)/u.test(name) ? -1 : 1,
);

/** What was made of a question: as asked, or as if the corpus lacked the fact or the whole article. */
type Made = "asked" | "fact removed" | "article removed";
type SupportExample = BinaryExample & { readonly made: Made };

/** What speaks for the first of some sentences. */
export function supportOf(sample: Sample, order: readonly Scored[]): Promise<number[]> {
  return sample.answerer.reads.support(
    sample.query,
    order.map(({ sentence }) => sentence),
  );
}

/** Whether the first sentences of an answer (some 400 characters) hold the answer. */
export function answeredRight(sample: Sample, order: readonly Scored[]): boolean {
  let chars = 0;
  for (const { sentence, i } of order.slice(0, 3)) {
    if (chars > 0 && chars + Math.min(sentence.text.length, 300) > 390) continue;
    if (sample.right[i]) return true;
    chars += sentence.text.length;
  }
  return false;
}

/** How much a really unanswerable question counts against one that was made so. */
const ASKED_WEIGHT = 3;
const FACT_WEIGHT = 0.3;
const ARTICLE_WEIGHT = 0.3;

/**
 * Questions as they are, and the same as if the corpus lacked the answer: without the sentences that hold
 * it (right people, a fact that no article holds), and without the right articles (visits not reported).
 */
export async function supportExamples(
  model: LinearModel,
  sample: Sample,
): Promise<SupportExample[]> {
  const weight = sample.set === "xquad" ? 1 : OWN_WEIGHT;
  const whole = ranked(model, sample);
  if (!sample.answerable) {
    const row = await supportOf(sample, whole);
    return [{ row, label: 0, weight: weight * ASKED_WEIGHT, made: "asked" }];
  }
  const examples: SupportExample[] = [];
  if (answeredRight(sample, whole))
    examples.push({ row: await supportOf(sample, whole), label: 1, weight, made: "asked" });
  const removals = [
    { made: "fact removed", portion: FACT_WEIGHT, keep: (i: number) => !sample.right[i] },
    {
      made: "article removed",
      portion: ARTICLE_WEIGHT,
      keep: (i: number) => !sample.rightArticle[i],
    },
  ] as const;
  for (const { made, portion, keep } of removals) {
    const rest = ranked(model, sample, keep);
    if (rest.length > 0)
      examples.push({
        row: await supportOf(sample, rest),
        label: 0,
        weight: weight * portion,
        made,
      });
  }
  return examples;
}

/** Fits when an answer is trusted. */
export async function supportModel(
  sentences: LinearModel,
  train: readonly Sample[],
): Promise<LinearModel> {
  const examples: SupportExample[] = [];
  for (const sample of train) examples.push(...(await supportExamples(sentences, sample)));
  return fitLogistic(examples, SUPPORT_RIDGE, SUPPORT_SIGNS);
}

/** Confidence of a fitted model, 0 to 1. */
export function probability(model: LinearModel, row: readonly number[]): number {
  return 1 / (1 + Math.exp(-linearScore(model.bias, model.weights, row)));
}
