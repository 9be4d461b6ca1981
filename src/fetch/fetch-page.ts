import type { Skip } from "../ingest/article.ts";
import type { DocumentInput, DocumentRead } from "../ingest/document.ts";
import { readDocument } from "../ingest/read-document.ts";
import { type FetchOptions, fetchSafely } from "./fetch-safely.ts";
import type { Fetched, FetchFailure } from "./outcome.ts";

/** A page that was fetched and read. */
export interface FetchedPage {
  readonly ok: true;
  /** As it came, to be kept. */
  readonly original: Fetched;
  readonly document: DocumentRead;
}

/** Why a page was not taken: it could not be fetched, or no article could be read from it. */
export type PageFailure =
  | { readonly ok: false; readonly step: "fetch"; readonly failure: FetchFailure }
  | { readonly ok: false; readonly step: "read"; readonly failure: Skip };

export type PageOutcome = FetchedPage | PageFailure;

/**
 * Fetches an address of the public web and reads the article there: a page, or a .docx or .pdf that it leads to.
 * Never throws for anything that a server or a document does.
 *
 * @param known Metadata that wins over what the page shows.
 */
export async function fetchPage(
  url: string,
  options: FetchOptions = {},
  known: DocumentInput["known"] = {},
): Promise<PageOutcome> {
  const original = await fetchSafely(url, options);
  if (!original.ok) return { ok: false, step: "fetch", failure: original };
  const { bytes, mediaType, charset } = original;
  const input = { bytes, mediaType, charset, url: original.url, known };
  const document = await readDocument(input, options.signal ? { signal: options.signal } : {});
  if (!document.ok) return { ok: false, step: "read", failure: document };
  return { ok: true, original, document };
}
