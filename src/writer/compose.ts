import { type ArticleLookup, cite } from "../answers/passages/index.ts";
import type { Answer, CheckedAnswer, Citation, WriterPassage } from "../model/index.ts";
import { type Place, placesOf } from "./places.ts";
import type { WriterTask } from "./task.ts";

/** Passages that one sentence is shown with. */
const MOST_PER_SENTENCE = 3;

/**
 * The sentences that the check kept, as an answer: each with the numbers of our own citations, which quote the very
 * sentences of the articles that support it.
 */
export function writtenAnswer(
  task: WriterTask,
  checked: CheckedAnswer,
  passages: readonly WriterPassage[],
  lookup: ArticleLookup,
): Answer {
  const { answer, question, language } = task;
  const citations: Citation[] = [];
  const numberOf = (place: Place): number => {
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
    .map((sentence) => {
      const places = placesOf(sentence, task, passages).slice(0, MOST_PER_SENTENCE);
      const numbers = [...new Set(places.map(numberOf))];
      return `${sentence.text} ${numbers.map((n) => `[${n}]`).join(" ")}`;
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
