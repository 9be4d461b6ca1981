import type { Citation } from "./answer.ts";

/** Groups citations by article, in the order in which the articles are first cited. */
export function byArticle(citations: readonly Citation[]): Citation[][] {
  const groups = new Map<string, Citation[]>();
  for (const citation of citations) {
    const group = groups.get(citation.articleId);
    if (group === undefined) groups.set(citation.articleId, [citation]);
    else group.push(citation);
  }
  return [...groups.values()];
}
