import type { Answer } from "../model/index.ts";
import { type ArticleLookup, citedOnce } from "./passages/index.ts";
import type { Question } from "./question/index.ts";
import type { Reading } from "./reading.ts";

/** What every answer holds, beside its words. */

/** Articles offered with a refusal. */
const NEAREST = 3;

/** To three places: more says nothing of a confidence or of milliseconds. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** How long reading, searching and answering took. */
export function timings(
  reading: Pick<Reading, "embedMs" | "retrieveMs"> | null,
  start: number,
): Answer["timings"] {
  const totalMs = performance.now() - start;
  const { embedMs = 0, retrieveMs = 0 } = reading ?? {};
  return {
    embedMs: round(embedMs),
    retrieveMs: round(retrieveMs),
    answerMs: round(totalMs - embedMs - retrieveMs),
    totalMs: round(totalMs),
  };
}

/** An answer beside which there is nothing to show. */
export function answered(
  text: string,
  told: Pick<Answer, "answer" | "spans" | "added" | "citations" | "direct">,
  reading: Reading,
  start: number,
): Answer {
  return {
    question: text,
    answered: true,
    ...told,
    confidence: round(reading.confidence),
    language: reading.question.language,
    nearest: [],
    more: [],
    timings: timings(reading, start),
  };
}

/** A refusal in one sentence, with the articles that come nearest where passages were read. */
export function refused(
  { text, language }: Question,
  sentence: string,
  reading: Reading | null,
  lookup: ArticleLookup,
  start: number,
): Answer {
  return {
    question: text,
    answered: false,
    answer: sentence,
    spans: [],
    confidence: reading === null ? 0 : round(reading.confidence),
    language,
    citations: [],
    nearest:
      reading === null
        ? []
        : citedOnce(reading.sentences, { count: NEAREST, from: 1, perArticle: 1 }, lookup),
    more: [],
    timings: timings(reading, start),
  };
}
