import type { Explanation } from "../../answers/index.ts";
import { pick } from "../../exports/index.ts";
import type { Answer, Citation, SearchHit } from "../../model/index.ts";
import type { Written } from "../../writer/index.ts";

/** Id of a batch line, given back as it came. */
export type LineId = string | number;

const citationJson = (citation: Citation) => ({
  ...pick(citation, "n", "articleId", "title", "source", "url", "link", "published"),
  ...pick(citation, "quote", "start", "end"),
  ...(citation.isSummary && { isSummary: true }),
});

/** The documented object of `ask --json`, keys in the documented order; `register` only where the register of visits answered. */
export function answerJson(answer: Answer, id?: LineId): object {
  return {
    ...(id === undefined ? {} : { id }),
    ...pick(answer, "question", "answered", "answer"),
    spans: answer.spans.map((one) => pick(one, "start", "end", "type")),
    ...pick(answer, "confidence", "language"),
    citations: answer.citations.map(citationJson),
    timings: pick(answer.timings, "embedMs", "retrieveMs", "answerMs", "totalMs"),
    nearest: answer.nearest.map(citationJson),
    ...(answer.direct !== undefined && { direct: answer.direct }),
    ...(answer.added?.length && {
      added: answer.added.map((one) => pick(one, "start", "end", "kind")),
    }),
    ...(answer.register && { register: answer.register }),
  };
}

/** What became of the writer, for `ask --json`; only where one is set. */
function writerJson({ outcome, sentences, latencyMs }: Written): object {
  const dropped = sentences.flatMap(({ text, kept, reason }) =>
    kept ? [] : [{ sentence: text, reason }],
  );
  return { written: outcome === "written", writer: { outcome, dropped, latencyMs } };
}

/** The object of `ask --json`, with `--explain` followed by `explanation`. */
export function explainedJson(
  {
    answer,
    explanation,
    written,
  }: {
    readonly answer: Answer;
    readonly explanation: Explanation | undefined;
    /** Null: there is no writer. */
    readonly written: Written | null;
  },
  id?: LineId,
): object {
  const sentences = written === null ? {} : { writer: written.sentences };
  return {
    ...answerJson(answer, id),
    ...(written && writerJson(written)),
    ...(explanation && { explanation: { ...explanation, ...sentences } }),
  };
}

/** The documented object of `search --json`. */
export function searchJson(query: string, hits: readonly SearchHit[], id?: LineId): object {
  return {
    ...(id === undefined ? {} : { id }),
    query,
    hits: hits.map((one) => pick(one, "articleId", "chunkId", "score", "text", "start", "end")),
  };
}
