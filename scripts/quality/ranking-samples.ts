import { Answerer } from "../../src/answers/answerer.ts";
import type { Calibration } from "../../src/answers/search/calibration.ts";
import { SENTENCE_FEATURES } from "../../src/answers/search/features.ts";
import type { QueryModel } from "../../src/answers/search/query-model.ts";
import { PASSAGE_FEATURES } from "../../src/answers/search/rank-passages.ts";
import type { RankedSentence } from "../../src/answers/search/rank-sentences.ts";
import { SUPPORT_FEATURES } from "../../src/answers/search/support.ts";
import { isProblem } from "../../src/index/files/manifest.ts";
import { openIndex } from "../../src/index/read/open-index.ts";
import { buildIndex } from "../../src/indexing/ensure-index.ts";
import type { Embedder } from "../../src/model/embedder.ts";
import type { Language } from "../../src/model/language.ts";
import { CHUNK_DEFAULTS } from "../../src/model/versions.ts";
import { type CorpusDir, corpusDir, temporaryDir } from "../shared/corpus.ts";
import { holdsAnswer, isRightArticle, readQuestions } from "../shared/question-set.ts";
import { readXquad } from "../shared/xquad.ts";

/** One question with its candidates, ready for fitting. */
export interface Sample {
  readonly set: string;
  readonly kind: string;
  /** Questions about the same article are never parted between folds. */
  readonly group: string;
  readonly query: QueryModel;
  readonly sentences: readonly RankedSentence[];
  readonly right: readonly boolean[];
  /** Whether a candidate stands in an article that answers. */
  readonly rightArticle: readonly boolean[];
  /** False: the corpus does not hold the answer. */
  readonly answerable: boolean;
  readonly answerer: Answerer;
}

/** A calibration to start from: every feature counts the same. */
const NEUTRAL: Calibration = {
  sentence: { bias: 0, weights: Object.fromEntries(SENTENCE_FEATURES.map((name) => [name, 1])) },
  passage: { bias: 0, weights: Object.fromEntries(PASSAGE_FEATURES.map((name) => [name, 1])) },
  support: { bias: 0, weights: Object.fromEntries(SUPPORT_FEATURES.map((name) => [name, 0])) },
  threshold: 0,
};

async function openAnswerer(corpus: CorpusDir, embedder: Embedder): Promise<Answerer> {
  const index = temporaryDir("visits-calibrate-");
  await buildIndex({
    corpusDir: corpus.dir,
    indexDir: index.dir,
    embedder,
    chunkOptions: CHUNK_DEFAULTS,
    startedBy: "calibrate",
  });
  const reader = openIndex(index.dir);
  if (isProblem(reader)) throw new Error(reader.reason);
  process.once("exit", index.dispose);
  return new Answerer(reader, embedder, NEUTRAL);
}

/** A question of a set, and which sentences of which articles answer it. */
interface Asked extends Pick<Sample, "set" | "kind" | "group"> {
  readonly question: string;
  readonly language?: Language;
  readonly isRightArticle: (articleId: string) => boolean;
  readonly isRight: (sentence: RankedSentence) => boolean;
}

async function collect(
  corpus: CorpusDir,
  embedder: Embedder,
  asked: readonly Asked[],
): Promise<Sample[]> {
  const answerer = await openAnswerer(corpus, embedder);
  corpus.dispose();
  const samples: Sample[] = [];
  for (const { set, kind, group, question, language, isRightArticle, isRight } of asked) {
    const { query, sentences } = await answerer.reads.read(
      answerer.reads.question(question, language),
    );
    const rightArticle = sentences.map((s) => isRightArticle(s.found.chunk.row.articleId));
    const right = sentences.map((s, i) => rightArticle[i]! && isRight(s));
    const answerable = kind !== "none";
    samples.push({ set, kind, group, query, sentences, right, rightArticle, answerable, answerer });
  }
  return samples;
}

/** Asks a keyed question set over its corpus. */
export const collectKeyed = (
  set: string,
  corpusPath: string,
  questionsPath: string,
  embedder: Embedder,
): Promise<Sample[]> =>
  collect(
    corpusDir(corpusPath),
    embedder,
    readQuestions(questionsPath).map(({ id, kind, docs, must, question }) => ({
      set,
      kind,
      group: `${set} ${docs[0] ?? id}`,
      question,
      isRightArticle: (articleId) => isRightArticle(articleId, docs),
      isRight: ({ text }) => holdsAnswer(text, must),
    })),
  );

/** Asks a SQuAD-like set over its paragraphs. */
export function collectXquad(path: string, embedder: Embedder): Promise<Sample[]> {
  const { corpus, questions } = readXquad(path);
  const asked = questions.map(({ question, article, paragraph, answerStart }) => ({
    set: "xquad",
    kind: "paragraph",
    group: `xquad ${article}`,
    question,
    language: "vi" as const,
    isRightArticle: (articleId: string) => articleId === paragraph,
    isRight: ({ start, end }: RankedSentence) => start <= answerStart && answerStart < end,
  }));
  return collect(corpus, embedder, asked);
}
