import { linearScore } from "../../src/answers/search/features.ts";
import { percent, share, table } from "../shared/figures.ts";
import type { LinearModel } from "./fit.ts";
import {
  answeredRight,
  passageModel,
  passagesOf,
  probability,
  ranked,
  sentenceModel,
  supportExamples,
  supportModel,
  supportOf,
  type Without,
} from "./fitted-models.ts";
import type { Sample } from "./ranking-samples.ts";

const FOLDS = 5;

/** How a question's sentences and passages were ranked by models that were not fitted on it or its article. */
export interface Ranked {
  readonly sample: Sample;
  /** The first 400 characters hold the answer. */
  readonly right: boolean;
  readonly sentenceHit: boolean;
  readonly reciprocal: number;
  /** The first sentence is of a right article. */
  readonly article: boolean;
  /** The first passage is of a right article. */
  readonly passage: boolean;
}

/** The same with how sure the answer was. */
export interface Outcome extends Ranked {
  readonly confidence: number;
  /** Confidences where the sentences that hold the answer are left out. */
  readonly removed: readonly number[];
}

/** Parts the samples into those to fit on and those held back, once for each fold; those of one article together. */
function* folds(samples: readonly Sample[]): Generator<{ train: Sample[]; held: Sample[] }> {
  const groups = [...new Set(samples.map((s) => s.group))];
  const fold = new Map(groups.map((group, i) => [group, i % FOLDS]));
  for (let n = 0; n < FOLDS; n++) {
    yield {
      train: samples.filter((s) => fold.get(s.group) !== n),
      held: samples.filter((s) => fold.get(s.group) === n),
    };
  }
}

function judge(sentences: LinearModel, passages: LinearModel, sample: Sample): Ranked {
  const order = ranked(sentences, sample);
  const first = order.findIndex(({ i }) => sample.right[i]);
  const best = passagesOf(sentences, sample)
    .map((p) => ({ ...p, score: linearScore(0, passages.weights, p.row) }))
    .sort((a, b) => b.score - a.score)[0];
  return {
    sample,
    right: answeredRight(sample, order),
    sentenceHit: first === 0,
    reciprocal: first < 0 ? 0 : 1 / (first + 1),
    article: order[0] !== undefined && sample.rightArticle[order[0].i]!,
    passage: best?.rightArticle ?? false,
  };
}

/** Ranks every question by models that were fitted on the other folds, without some features. */
export function crossRank(samples: readonly Sample[], without: Without): Ranked[] {
  return [...folds(samples)].flatMap(({ train, held }) => {
    const sentences = sentenceModel(train, without);
    const passages = passageModel(sentences, train, without);
    return held.map((sample) => judge(sentences, passages, sample));
  });
}

/** Ranks and weighs every question by models that were fitted on the other folds. */
export async function crossValidate(samples: readonly Sample[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { train, held } of folds(samples)) {
    const sentences = sentenceModel(train);
    const passages = passageModel(sentences, train);
    const support = await supportModel(sentences, train);
    for (const sample of held) {
      const made = sample.answerable ? await supportExamples(sentences, sample) : [];
      const row = await supportOf(sample, ranked(sentences, sample));
      outcomes.push({
        ...judge(sentences, passages, sample),
        confidence: probability(support, row),
        removed: made
          .filter((e) => e.made === "fact removed")
          .map((e) => probability(support, e.row)),
      });
    }
  }
  return outcomes;
}

/** How well each set is ranked. */
export function rankingTable(outcomes: readonly Ranked[]): string {
  const sets = [...new Set(outcomes.map((o) => o.sample.set))];
  return table([
    ["set", "questions", "sentence hit@1", "MRR", "right in 400", "right article", "first passage"],
    ...sets.map((set) => {
      const of = outcomes.filter((o) => o.sample.set === set && o.sample.answerable);
      return [
        set,
        String(of.length),
        percent(share(of.map((o) => o.sentenceHit))),
        (of.reduce((sum, o) => sum + o.reciprocal, 0) / of.length).toFixed(3),
        percent(share(of.map((o) => o.right))),
        percent(share(of.map((o) => o.article))),
        percent(share(of.map((o) => o.passage))),
      ];
    }),
  ]);
}

/** The answerable questions of the product's own kind; all where there are none. */
export function answerableOf(outcomes: readonly Outcome[]): Outcome[] {
  const keyed = outcomes.filter((o) => o.sample.set !== "xquad");
  return (keyed.length > 0 ? keyed : outcomes).filter((o) => o.sample.answerable);
}

/** What a threshold would refuse and answer; all are shares. */
interface CurvePoint {
  readonly threshold: number;
  readonly answerableRefused: number;
  readonly unanswerableRefused: number;
  readonly factRemovedRefused: number;
  /** Right answers of all answerable questions. */
  readonly right: number;
}

/** Right answers against refusals, by threshold. */
export function refusalCurve(outcomes: readonly Outcome[]): CurvePoint[] {
  const answerable = answerableOf(outcomes);
  const unanswerable = outcomes.filter((o) => !o.sample.answerable);
  return Array.from({ length: 19 }, (_, i) => (i + 1) / 20).map((threshold) => ({
    threshold,
    answerableRefused: share(answerable.map((o) => o.confidence < threshold)),
    unanswerableRefused: share(unanswerable.map((o) => o.confidence < threshold)),
    factRemovedRefused: share(answerable.flatMap((o) => o.removed.map((p) => p < threshold))),
    right: share(answerable.map((o) => o.right && o.confidence >= threshold)),
  }));
}

/** The curve for people. */
export function curveTable(curve: readonly CurvePoint[]): string {
  return table([
    [
      "threshold",
      "answerable refused",
      "unanswerable refused",
      "fact removed: refused",
      "right of all answerable",
    ],
    ...curve.map((c) => [
      c.threshold.toFixed(2),
      ...[c.answerableRefused, c.unanswerableRefused, c.factRemovedRefused, c.right].map(percent),
    ]),
  ]);
}
