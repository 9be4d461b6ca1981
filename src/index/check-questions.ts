import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { normalizeLine, normalizeText } from "../text/normalize.ts";
import { openWritable } from "./sqlite.ts";

/** A question that must find an article. */
export interface CheckQuestion {
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
export function checkQuestions(
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
