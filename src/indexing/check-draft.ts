import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type BaseFiles, hasChanges, type Manifest, readGeneration } from "../index/index.ts";
import { normalizeLine, normalizeText } from "../language/text/index.ts";
import type { Embedder, IndexReader } from "../model/index.ts";
import { openWritable } from "../storage/index.ts";
import { SelfTestError, selfCheck } from "./self-check.ts";

/** A question that must find an article. */
interface CheckQuestion {
  readonly question: string;
  readonly articleId: string;
  /** Chosen by an admin: it may not be missed. */
  readonly pinned: boolean;
}

/** In the corpus folder: a question, a tab, the id of its article; `#` begins a remark. */
export const PINNED_FILE = "check-questions.tsv";
const MAX_PINNED = 100;
/** Newest answers that somebody found good. */
const MAX_LIKED = 10;
const MAX_BYTES = 1 << 20;

function pinned(corpusDir: string): CheckQuestion[] {
  const path = join(corpusDir, PINNED_FILE);
  if (!existsSync(path)) return [];
  const lines = normalizeText(readFileSync(path).subarray(0, MAX_BYTES).toString("utf8")).split(
    "\n",
  );
  return lines
    .filter((line) => !line.startsWith("#") && line.includes("\t"))
    .slice(0, MAX_PINNED)
    .map((line) => {
      const [question, articleId] = line.split("\t") as [string, string];
      return { question: normalizeLine(question), articleId: articleId.trim(), pinned: true };
    });
}

/** Questions whose answer got a 👍, with the first article that it cited. */
function liked(indexDir: string): CheckQuestion[] {
  const path = join(indexDir, "state.db");
  if (!existsSync(path)) return [];
  try {
    const db = openWritable(path, 1_000);
    try {
      return db
        .prepare(
          `SELECT question, json_extract(citations, '$[0].articleId') AS article FROM feedback
           WHERE verdict = 'up' AND article IS NOT NULL
           GROUP BY question ORDER BY max(at) DESC LIMIT ?`,
        )
        .all(MAX_LIKED)
        .map(([question, articleId]) => ({
          question: question as string,
          articleId: articleId as string,
          pinned: false,
        }));
    } finally {
      db.close();
    }
  } catch {
    // What people left is in a bad state or from another version: the other questions are asked.
    return [];
  }
}

/**
 * What the next generation is asked before it is used: the questions that admins pinned, those whose answer
 * was found good, and the titles of some articles of the present one. An office has them without any work.
 *
 * @param corpusDir Null: no pinned questions.
 */
function checkQuestions(
  indexDir: string,
  corpusDir: string | null,
  titles: readonly { readonly id: string; readonly title: string }[],
): CheckQuestion[] {
  return [
    ...(corpusDir === null ? [] : pinned(corpusDir)),
    ...liked(indexDir),
    ...titles.map(({ id, title }) => ({ question: title, articleId: id, pinned: false })),
  ];
}

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

interface CheckOptions {
  readonly indexDir: string;
  readonly corpusDir: string | null;
  readonly embedder: Embedder;
  readonly titles: BaseFiles["titles"];
}

/** Finds chunks by words and by meaning, as the candidates of an answer are found. */
async function finder(reader: IndexReader, embedder: Embedder) {
  const [{ fuseRanks, searchLexical, weighQuestion }, { readQuestion }] = await Promise.all([
    import("../answers/search/index.ts"),
    import("../answers/question/index.ts"),
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

/** Whether a generation finds an article by a question, as the check before a switch asks it. */
export async function findsArticle(
  reader: IndexReader,
  embedder: Embedder,
  question: string,
  articleId: string,
): Promise<boolean> {
  return (await missed(reader, embedder, [{ question, articleId, pinned: true }])).length === 0;
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
