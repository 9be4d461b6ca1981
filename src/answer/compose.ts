import type { Article } from "../ingest/article.ts";
import type { Question } from "../question/question.ts";
import type { Answer, AnswerSpan, Citation, SpanType } from "./answer.ts";
import { chooseSentences } from "./choose.ts";
import { clip } from "./excerpt.ts";
import { passageLink } from "./link.ts";
import type { RankedSentence } from "./rank-sentences.ts";

/** Looks up what a citation says of its article. */
export type ArticleLookup = (id: string) => Article | null;

/** Cites a range of an article. */
export function cite(
  n: number,
  articleId: string,
  range: { readonly start: number; readonly end: number },
  lookup: ArticleLookup,
): Citation {
  const article = lookup(articleId);
  const quote = article?.text.slice(range.start, range.end) ?? "";
  return {
    n,
    articleId,
    title: article?.title ?? articleId,
    source: article?.source ?? null,
    url: article?.url ?? null,
    link: article?.url ? passageLink(article.url, quote) : null,
    published: article?.published ?? null,
    quote,
    start: range.start,
    end: range.end,
  };
}

/** An answer's text with its marked words and citations. */
export type Composed = Pick<Answer, "answer" | "spans" | "citations">;

/** Puts chosen sentences into an answer: each on a line of its own, verbatim, with its number behind it. */
export function compose(
  question: Question,
  ranked: readonly RankedSentence[],
  lookup: ArticleLookup,
): Composed & { readonly used: readonly RankedSentence[] } {
  const wanted = question.terms.map((term) => term.marked);
  const used = chooseSentences(ranked, (sentence) => {
    const { start, end } = clip(sentence, wanted);
    return end - start;
  });
  const leastFit = used[0]?.evidence.candidate?.fit ?? 0;
  let answer = "";
  const spans: AnswerSpan[] = [];
  const citations = used.map((sentence, i) => {
    const { start, end } = clip(sentence, wanted);
    const before = start > 0 ? "… " : "";
    const after = end < sentence.text.length ? " …" : "";
    const at = answer.length + (i > 0 ? 1 : 0) + before.length;
    answer += `${i > 0 ? "\n" : ""}${before}${sentence.text.slice(start, end)}${after} [${i + 1}]`;
    const found = sentence.evidence.candidate;
    // A later sentence's weaker candidate, marked like the answer, would be read as one.
    if (found && found.fit >= leastFit && found.start >= start && found.end <= end) {
      spans.push({
        start: at + found.start - start,
        end: at + found.end - start,
        type: spanType(found.type, question),
      });
    }
    return cite(i + 1, sentence.found.chunk.row.articleId, sentence, lookup);
  });
  return { answer, spans, citations, used };
}

function spanType(found: SpanType, question: Question): SpanType {
  if (question.answerType === "definition") return "definition";
  return question.answerType === "list" ? "list" : found;
}
