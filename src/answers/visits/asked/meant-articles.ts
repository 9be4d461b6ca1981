import type { ReadCache, RetrievedChunk } from "../../search/index.ts";
import { type Agreement, agreementOf } from "./agreement.ts";
import type { Demands } from "./demands.ts";

/** An article with how well it meets what a question demands. */
export interface MeantArticle {
  readonly articleId: string;
  /** Log odds of its best passage, with what its names and times add. */
  readonly score: number;
  readonly agreement: Agreement;
}

/** Log odds that names and times add; by hand. */
const NAMES_ADD = 3;
const TIME_ADDS = 1.5;
/** Log odds of an article without a person whom another article names. */
const OTHER_PERSON_LOSES = 4;

/** The articles of ranked passages, the one that is most likely meant first. */
export function meantArticles(
  passages: readonly { readonly found: RetrievedChunk; readonly score: number }[],
  demands: Demands,
  cache: ReadCache,
  isAgainst: (articleId: string) => boolean = () => false,
): MeantArticle[] {
  const best = new Map<string, number>();
  for (const { found, score } of passages) {
    const id = found.chunk.articleId;
    best.set(id, Math.max(best.get(id) ?? score, score));
  }
  const articles = [...best].flatMap(([articleId, score]): MeantArticle[] => {
    const article = cache.article(articleId);
    if (article === null) return [];
    const told = agreementOf(demands, article, cache.words(articleId));
    const agreement = { ...told, binds: told.binds && !isAgainst(articleId) };
    return [
      {
        articleId,
        score: score + NAMES_ADD * (agreement.names - 1) + TIME_ADDS * agreement.time,
        agreement,
      },
    ];
  });
  // Of articles in another language a name may be spelt otherwise: only where one holds it, the others are not meant.
  const isKnown = articles.some(({ agreement }) => agreement.persons);
  return articles
    .map((one) =>
      isKnown && !one.agreement.persons ? { ...one, score: one.score - OTHER_PERSON_LOSES } : one,
    )
    .sort((a, b) => b.score - a.score);
}
