import type { PageOutcome } from "../../fetch/fetch-page.ts";
import type { DocumentInput, DocumentOutcome } from "../../ingest/document.ts";
import type { ReadOptions } from "../../ingest/read-document.ts";

/** Reads articles from outside. The modules behind it are loaded when the first one is read. */
export interface Reading {
  /** Fetches and reads a page of the web. */
  readonly page: (url: string) => Promise<PageOutcome>;
  readonly document: (input: DocumentInput, options?: ReadOptions) => Promise<DocumentOutcome>;
}

/** From the public web, and in processes of their own: whatever a document does, the bot goes on. */
export const SAFE_READING: Reading = {
  page: async (url) => (await import("../../fetch/fetch-page.ts")).fetchPage(url),
  document: async (input, options) =>
    (await import("../../ingest/read-document.ts")).readDocument(input, options),
};
