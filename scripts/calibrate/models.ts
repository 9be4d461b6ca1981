import { linearScore, SENTENCE_FEATURES } from "../../src/answers/search/features.ts";
import {
  bestOfPassages,
  PASSAGE_FEATURES,
  passageFeatures,
} from "../../src/answers/search/rank-passages.ts";
import type { RankedSentence } from "../../src/answers/search/rank-sentences.ts";
import type { Sample } from "./collect.ts";
import { fitRanking, type LinearModel } from "./fit.ts";

const SENTENCE_RIDGE = 0.005;
/** Many of a passage's features tell the same in other ways: a stronger penalty shares the weight out. */
const PASSAGE_RIDGE = 0.03;
/** The questions of the product's own kind are few beside the general ones, so each counts more. */
const KEYED_WEIGHT = 4;

/** How much a question counts in fitting. */
function weightOf(sample: Sample): number {
  return sample.set === "xquad" ? 1 : KEYED_WEIGHT;
}

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
      weight: weightOf(s),
    })),
    SENTENCE_RIDGE,
  );
}

/** A sentence with its score by a fitted model and its place in the sample. */
export interface Scored {
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
  const examples = train
    .map((s) => ({ list: passagesOf(sentences, s), weight: weightOf(s) }))
    .filter(({ list }) => list.some((p) => p.right));
  return fitRanking(
    examples.map(({ list, weight }) => ({
      rows: list.map((p) => lacking(PASSAGE_FEATURES, without, p.row)),
      right: list.map((p) => p.right),
      weight,
    })),
    PASSAGE_RIDGE,
  );
}
