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
