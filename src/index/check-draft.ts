import type { Embedder } from "../embedding/embedder.ts";
import type { BaseFiles } from "./base-files.ts";
import { type CheckQuestion, checkQuestions } from "./check-questions.ts";
import { hasChanges } from "./database.ts";
import type { Manifest } from "./manifest.ts";
import { readGeneration } from "./reader.ts";
import { selfCheck } from "./self-check.ts";
import { SelfTestError } from "./self-test-error.ts";
import type { IndexReader } from "./types.ts";

/** Titles of the present generation that are asked for; fewer where most of it was asked when it was built. */
const TITLES = 8;
const TITLES_OF_CHANGES = 3;
/** An article is found where it is among as many chunks, of those that either search found. */
const FOUND_WITHIN = 20;
const CANDIDATES = 60;
/** Share of the questions that nobody pinned which may be missed, and how many in any case. */
const MAX_MISSED_SHARE = 0.2;
const MAY_MISS = 1;
/** Missed questions that are told. */
const TOLD = 5;

export interface CheckOptions {
  readonly indexDir: string;
  readonly corpusDir: string | null;
  readonly embedder: Embedder;
  readonly titles: BaseFiles["titles"];
}

/** Finds chunks by words and by meaning, as the candidates of an answer are found. */
async function finder(reader: IndexReader, embedder: Embedder) {
  const [{ fuseRanks, searchLexical }, { weighQuestion }, { readQuestion }] = await Promise.all([
    import("../retrieval/retrieve.ts"),
    import("../retrieval/query-model.ts"),
    import("../question/read.ts"),
  ]);
  return async (text: string) => {
    const question = readQuestion(text);
    const vector = await embedder.embedQuery(question.searchText);
    const words = searchLexical(reader, weighQuestion(question, reader), CANDIDATES);
    const near = vector ? reader.searchDense(vector, CANDIDATES) : [];
    return reader.chunks(fuseRanks([words, near], FOUND_WITHIN).map(({ row }) => row));
  };
}

async function missed(
  reader: IndexReader,
  embedder: Embedder,
  asked: readonly CheckQuestion[],
): Promise<CheckQuestion[]> {
  const find = await finder(reader, embedder);
  const result: CheckQuestion[] = [];
  for (const question of asked) {
    const title = reader.article(question.articleId)?.title;
    const found = await find(question.question);
    // Another article of the same title is as good: reports of series have one.
    const has = found.some(
      ({ articleId }) =>
        articleId === question.articleId || reader.article(articleId)?.title === title,
    );
    if (!has) result.push(question);
  }
  return result;
}

/**
 * The test that a generation must pass before it is used: its content is what was written (`selfCheck`), and
 * the check questions find their articles. Questions about articles that are gone are not asked.
 *
 * @throws {SelfTestError} Where it does not pass.
 */
export async function checkDraft(
  dir: string,
  manifest: Manifest,
  { indexDir, corpusDir, embedder, titles }: CheckOptions,
): Promise<void> {
  selfCheck(dir, manifest);
  const reader = readGeneration(dir, "draft", manifest);
  try {
    const asked = checkQuestions(
      indexDir,
      corpusDir,
      titles(hasChanges(manifest) ? TITLES_OF_CHANGES : TITLES),
    ).filter(({ question, articleId }) => question !== "" && reader.article(articleId) !== null);
    const failed = await missed(reader, embedder, asked);
    const learned = asked.filter(({ pinned }) => !pinned).length;
    const learnedMissed = failed.filter(({ pinned }) => !pinned).length;
    const allowed = Math.max(MAY_MISS, Math.floor(MAX_MISSED_SHARE * learned));
    if (learnedMissed <= allowed && learnedMissed === failed.length) return;
    const questions = failed.slice(0, TOLD).map(({ question }) => question);
    throw new SelfTestError({ check: "questions", missed: questions, asked: asked.length });
  } finally {
    reader.close();
  }
}
