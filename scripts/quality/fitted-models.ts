import { linearScore, SENTENCE_FEATURES } from "../../src/answers/search/features.ts";
import {
  bestOfPassages,
  PASSAGE_FEATURES,
  passageFeatures,
} from "../../src/answers/search/rank-passages.ts";
import type { RankedSentence } from "../../src/answers/search/rank-sentences.ts";
import { SUPPORT_FEATURES } from "../../src/answers/search/support.ts";
import { type BinaryExample, fitLogistic, fitRanking, type LinearModel } from "./fit.ts";
import type { Sample } from "./ranking-samples.ts";

const SENTENCE_RIDGE = 0.02;
/** Many of a passage's features tell the same in other ways: a stronger penalty shares the weight out. */
const PASSAGE_RIDGE = 0.03;
/** Features that a model must do without: their weight is 0. */
export type Without = ReadonlySet<string>;
const NOTHING: Without = new Set();

function lacking(names: readonly string[], without: Without, row: readonly number[]): number[] {
  return row.map((x, i) => (without.has(names[i]!) ? 0 : x));
}

/** Fits the ranking of sentences. */
export function sentenceModel(train: readonly Sample[], without = NOTHING): LinearModel {
  const usable = train.filter((s) => s.right.includes(true));
  return fitRanking(
    usable.map((s) => ({
      rows: s.sentences.map((x) => lacking(SENTENCE_FEATURES, without, x.features)),
      right: s.right,
    })),
    SENTENCE_RIDGE,
  );
}

/** A sentence with its score by a fitted model and its place in the sample. */
interface Scored {
  readonly sentence: RankedSentence;
  readonly i: number;
}

/** A question's candidates in the order of a model; `keep` leaves some out, as if the corpus lacked them. */
export function ranked(
  model: LinearModel,
  sample: Sample,
  keep: (i: number) => boolean = () => true,
): Scored[] {
  return sample.sentences
    .map((sentence, i) => ({
      sentence: { ...sentence, score: linearScore(0, model.weights, sentence.features) },
      i,
    }))
    .filter(({ i }) => keep(i))
    .sort((a, b) => b.sentence.score - a.sentence.score);
}

/** A passage as a candidate; right where it holds the answer. */
interface Passage {
  readonly row: readonly number[];
  readonly right: boolean;
  readonly rightArticle: boolean;
}

/** The passages of a question, their sentences scored by a model. */
export function passagesOf(model: LinearModel, sample: Sample): Passage[] {
  const scored = ranked(model, sample);
  const best = bestOfPassages(scored.map(({ sentence }) => sentence));
  return [...best].map(([found, of]) => {
    const own = scored.filter(({ sentence }) => sentence.found === found);
    return {
      row: passageFeatures(found, of),
      right: own.some(({ i }) => sample.right[i]),
      rightArticle: sample.rightArticle[own[0]!.i]!,
    };
  });
}

/** Fits the ranking of passages over that of sentences. */
export function passageModel(
  sentences: LinearModel,
  train: readonly Sample[],
  without = NOTHING,
): LinearModel {
  const lists = train
    .map((s) => passagesOf(sentences, s))
    .filter((list) => list.some((p) => p.right));
  return fitRanking(
    lists.map((list) => ({
      rows: list.map((p) => lacking(PASSAGE_FEATURES, without, p.row)),
      right: list.map((p) => p.right),
    })),
    PASSAGE_RIDGE,
  );
}

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
