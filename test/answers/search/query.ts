import { readQuestion } from "../../../src/answers/question/read.ts";
import { type QueryModel, weighQuestion } from "../../../src/answers/search/query-model.ts";

/** A question weighed in a corpus of 100 chunks in which words are as frequent as told, else stand once. */
export function query(
  question: string,
  frequencies: Readonly<Record<string, number>> = {},
): QueryModel {
  return weighQuestion(readQuestion(question), {
    chunkCount: 100,
    documentFrequency: (terms) => new Map(terms.map((term) => [term, frequencies[term] ?? 1])),
  });
}
