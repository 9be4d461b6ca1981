import type { Article } from "../../src/model/article.ts";
import type { VisitReport } from "../../src/model/visit.ts";
import type { ExpectedVisit } from "./annotation.ts";
import type { Judgement } from "./compare.ts";
import { scoreArticle } from "./score.ts";

/** Reads the visits that an article reports. */
type ReadVisits = (article: Article) => readonly VisitReport[];

/**
 * Judges a reader on annotated articles.
 *
 * @returns The judgements by article id.
 * @throws Error where an annotated article is not in the corpus.
 */
export function measure(
  readVisits: ReadVisits,
  articles: ReadonlyMap<string, Article>,
  annotations: ReadonlyMap<string, readonly ExpectedVisit[]>,
): ReadonlyMap<string, readonly Judgement[]> {
  const judged = [...annotations].map(([id, expected]): [string, readonly Judgement[]] => {
    const article = articles.get(id);
    if (!article) throw new Error(`The corpus has no article ${id}, which is annotated.`);
    return [id, scoreArticle(readVisits(article), expected)];
  });
  return new Map(judged);
}
