import type { Answer } from "../model/index.ts";
import type { Reading } from "./question-reader.ts";

/** To three places: more says nothing of a confidence or of milliseconds. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** How long reading, searching and answering took. */
export function timings(reading: Reading | null, start: number): Answer["timings"] {
  const totalMs = performance.now() - start;
  const { embedMs = 0, retrieveMs = 0 } = reading ?? {};
  return {
    embedMs: round(embedMs),
    retrieveMs: round(retrieveMs),
    answerMs: round(totalMs - embedMs - retrieveMs),
    totalMs: round(totalMs),
  };
}
