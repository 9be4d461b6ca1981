import type { FetchFailure } from "../../fetch/outcome.ts";
import type { SkipCode } from "../../ingest/article.ts";

/** Why a page or document that somebody wants to add was not taken, and what to do. */
export interface SourceTexts {
  readonly fetchFailed: (failure: FetchFailure) => string;
  readonly documentFailed: (code: SkipCode) => string;
}
