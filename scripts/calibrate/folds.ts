import { linearScore } from "../../src/answers/search/features.ts";
import type { Sample } from "./collect.ts";
import type { LinearModel } from "./fit.ts";
import { passageModel, passagesOf, ranked, sentenceModel, type Without } from "./models.ts";
import { answeredRight, probability, supportExamples, supportModel, supportOf } from "./refusal.ts";

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
