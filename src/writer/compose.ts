import { type ArticleLookup, cite } from "../answers/passages/index.ts";
import type { Answer, CheckedAnswer, Citation, TextRange, WriterPassage } from "../model/index.ts";
import { placeOf } from "./places.ts";
import type { WriterTask } from "./task.ts";

/** Passages that one sentence is shown with. */
const MOST_PER_SENTENCE = 3;

/**
 * The sentences that the check kept, as an answer: each with the numbers of our own citations, which quote the very
 * sentences of the articles that support it.
 */
export function writtenAnswer(
  { answer, question, language }: WriterTask,
  checked: CheckedAnswer,
  passages: readonly WriterPassage[],
  lookup: ArticleLookup,
): Answer {
  const citations: Citation[] = [];
  const numberOf = (place: TextRange & { readonly articleId: string }): number => {
    const { articleId, start, end } = place;
    const known = citations.find(
      (one) => one.articleId === articleId && one.start === start && one.end === end,
    );
    if (known !== undefined) return known.n;
    citations.push(cite(citations.length + 1, articleId, place, lookup));
    return citations.length;
  };
  const lines = checked.sentences
    .filter(({ kept }) => kept)
    .map(({ text, evidence, citations: cited }) => {
      const supported = evidence.length > 0 ? evidence : cited.map((n) => ({ n, quote: "" }));
      const numbers = supported
        .slice(0, MOST_PER_SENTENCE)
        .flatMap((one) => placeOf(one, passages) ?? [])
        .map(numberOf);
      return `${text} ${[...new Set(numbers)].map((n) => `[${n}]`).join(" ")}`;
    });
  const text = lines.join(" ");
  const { direct: _direct, wish: _wish, ...rest } = answer;
  return {
    ...rest,
    question,
    answer: text,
    language,
    written: true,
    spans: [],
    added: [{ start: 0, end: text.length, kind: "written" }],
    citations,
    nearest: [],
    more: answer.more.filter(
      (one) =>
        !citations.some(
          (c) => c.articleId === one.articleId && c.start < one.end && one.start < c.end,
        ),
    ),
  };
}
