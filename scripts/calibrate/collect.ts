import { Answerer } from "../../src/answer/answerer.ts";
import type { Calibration } from "../../src/answer/calibration.ts";
import { SENTENCE_FEATURES } from "../../src/answer/features.ts";
import { PASSAGE_FEATURES } from "../../src/answer/rank-passages.ts";
import type { RankedSentence } from "../../src/answer/rank-sentences.ts";
import { SUPPORT_FEATURES } from "../../src/answer/support.ts";
import type { Embedder } from "../../src/embedding/embedder.ts";
import { buildIndex } from "../../src/index/build.ts";
import { isProblem } from "../../src/index/manifest.ts";
import { openIndex } from "../../src/index/open-index.ts";
import { CHUNK_DEFAULTS } from "../../src/ingest/chunk.ts";
import type { QueryModel } from "../../src/retrieval/query-model.ts";
import { type CorpusDir, corpusDir, temporaryDir } from "../shared/corpus-dir.ts";
import { holdsAnswer, isRightArticle, readQuestions } from "../shared/question-set.ts";
import { readXquad } from "../shared/xquad.ts";

/** One question with its candidates, ready for fitting. */
export interface Sample {
  readonly set: string;
  readonly kind: string;
  /** Questions about the same article are never parted between folds. */
  readonly group: string;
  readonly question: string;
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
export const NEUTRAL: Calibration = {
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

/** Asks a keyed question set over its corpus. */
export async function collectKeyed(
  set: string,
  corpusPath: string,
  questionsPath: string,
  embedder: Embedder,
): Promise<Sample[]> {
  const corpus = corpusDir(corpusPath);
  const answerer = await openAnswerer(corpus, embedder);
  corpus.dispose();
  const samples: Sample[] = [];
  for (const { id, kind, docs, must, question } of readQuestions(questionsPath)) {
    const { query, sentences } = await answerer.reads.read(answerer.reads.question(question));
    const rightArticle = sentences.map((s) => isRightArticle(s.found.chunk.row.articleId, docs));
    const right = sentences.map((s, i) => rightArticle[i]! && holdsAnswer(s.text, must));
    samples.push({
      set,
      kind,
      group: `${set} ${docs[0] ?? id}`,
      question,
      query,
      sentences,
      right,
      rightArticle,
      answerable: kind !== "none",
      answerer,
    });
  }
  return samples;
}

/** Asks a SQuAD-like set over its paragraphs. */
export async function collectXquad(path: string, embedder: Embedder): Promise<Sample[]> {
  const { corpus, questions } = readXquad(path);
  const answerer = await openAnswerer(corpus, embedder);
  corpus.dispose();
  const samples: Sample[] = [];
  for (const { question, article, paragraph, answerStart } of questions) {
    const { query, sentences } = await answerer.reads.read(answerer.reads.question(question, "vi"));
    const rightArticle = sentences.map((s) => s.found.chunk.row.articleId === paragraph);
    const right = sentences.map(
      (s, i) => rightArticle[i]! && s.start <= answerStart && answerStart < s.end,
    );
    samples.push({
      set: "xquad",
      kind: "paragraph",
      group: `xquad ${article}`,
      question,
      query,
      sentences,
      right,
      rightArticle,
      answerable: true,
      answerer,
    });
  }
  return samples;
}
