import { IndexError } from "./index-error.ts";

/** What a new index was found wanting in. */
export type SelfTestFailure =
  /** Its files don't hold what was written; `found` says which. */
  | { readonly check: "content"; readonly found: string }
  /** The vector search misses too many of the nearest vectors; shares from 0 to 1. */
  | { readonly check: "recall"; readonly recall: number; readonly least: number }
  /** Questions that must find their article and don't. */
  | { readonly check: "questions"; readonly missed: readonly string[]; readonly asked: number };

function told(failure: SelfTestFailure): string {
  if (failure.check === "content") return failure.found;
  if (failure.check === "recall") {
    return `its vector search finds ${(100 * failure.recall).toFixed(1)} % of the nearest passages, at least ${100 * failure.least} % are needed`;
  }
  const questions = failure.missed.map((question) => `"${question}"`).join(", ");
  return `${failure.missed.length} of ${failure.asked} check questions no longer find their article: ${questions}`;
}

const NEXT = {
  content: "Check the free disk space, then run the index again.",
  recall: 'Run "npm run -s cli -- index --full".',
  questions:
    "Look at what changed in the corpus; questions that no longer apply can be taken out of check-questions.tsv.",
} as const;

/** A new index was built and did not pass its test; the present one stays in use. */
export class SelfTestError extends IndexError {
  readonly failure: SelfTestFailure;

  constructor(failure: SelfTestFailure) {
    super(
      `The new index failed its self-test: ${told(failure)}. The present one stays in use. ${NEXT[failure.check]}`,
    );
    this.failure = failure;
  }
}
