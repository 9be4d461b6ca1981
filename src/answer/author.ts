import type { Question } from "../question/question.ts";
import { fold } from "../text/fold.ts";
import { type ArticleLookup, type Composed, cite } from "./compose.ts";
import type { RankedSentence } from "./rank-sentences.ts";

/** "Bài … do ai viết", "ai là tác giả", "who wrote the article", as read from the Vietnamese search text without marks. */
const ASKS_AUTHOR =
  /(?<!\p{L})(?:tac gia|nguoi viet|ai viet|phong vien nao|nha bao nao)(?!\p{L})|(?<!\p{L})(?:bai|tin)(?!\p{L}).*(?<!\p{L})viet(?! nam)(?!\p{L})/u;
/** Sentences looked through for the article that is meant. */
const LOOKED_AT = 5;

/**
 * Answers a question for the author of a report from the article's byline.
 *
 * @returns Null where no author is asked for, or the article names none.
 */
export function authorOf(
  question: Question,
  ranked: readonly RankedSentence[],
  lookup: ArticleLookup,
): (Composed & { readonly used: readonly RankedSentence[] }) | null {
  if (!ASKS_AUTHOR.test(fold(question.searchText))) return null;
  for (const sentence of ranked.slice(0, LOOKED_AT)) {
    const { articleId } = sentence.found.chunk.row;
    const byline = lookup(articleId)?.blocks.find((block) => block.kind === "byline");
    if (!byline) continue;
    const citation = cite(1, articleId, byline, lookup);
    return {
      answer: `${citation.quote} [1]`,
      spans: [{ start: 0, end: citation.quote.length, type: "person" }],
      citations: [citation],
      used: [sentence],
    };
  }
  return null;
}
