import type { Original } from "../../articles/corpus/index.ts";
import type { PageOutcome } from "../../articles/fetch/index.ts";
import type { DocumentInput, DocumentOutcome, ReadOptions } from "../../articles/parse/index.ts";
import type { Locale } from "../../locale/index.ts";
import type { Article } from "../../model/index.ts";

/** Metadata that wins over what a source shows. */
type Known = NonNullable<DocumentInput["known"]>;

/** Reads articles from outside. The modules behind it are loaded when the first one is read. */
export interface Reading {
  /** Fetches and reads a page of the web. */
  readonly page: (url: string, known?: Known) => Promise<PageOutcome>;
  readonly document: (input: DocumentInput, options?: ReadOptions) => Promise<DocumentOutcome>;
}

/** From the public web, and in processes of their own: whatever a document does, the program goes on. */
export const SAFE_READING: Reading = {
  page: async (url, known) =>
    (await import("../../articles/fetch/index.ts")).fetchPage(url, {}, known),
  document: async (input, options) =>
    (await import("../../articles/parse/index.ts")).readDocument(input, options),
};

/** An article that was read with what it was read from, or the words that tell why there is none. */
export type ReadOutcome =
  | { readonly ok: true; readonly article: Article; readonly original: Original }
  | { readonly ok: false; readonly text: string };

async function withOriginal(
  { articles: [article], kind }: Extract<DocumentOutcome, { ok: true }>,
  bytes: Uint8Array,
): Promise<ReadOutcome> {
  const { originalOf } = await import("../../articles/corpus/index.ts");
  return { ok: true, article, original: originalOf(bytes, kind) };
}

/** Reads a page of the web. Never throws for anything that a server or a page does. */
export async function readPage(
  url: string,
  reading: Reading,
  { sources }: Locale,
  known?: Known,
): Promise<ReadOutcome> {
  const page = await reading.page(url, known);
  if (page.ok) return await withOriginal(page.document, page.original.bytes);
  return page.step === "fetch"
    ? { ok: false, text: sources.fetchFailed(page.failure) }
    : { ok: false, text: sources.documentFailed(page.failure.code) };
}

/** Reads a document. Never throws for anything that is in it. @param onPage Told of every page that is read from its picture. */
export async function readBytes(
  input: DocumentInput,
  reading: Reading,
  { sources }: Locale,
  onPage?: ReadOptions["onPage"],
): Promise<ReadOutcome> {
  const read = await reading.document(input, onPage ? { onPage } : {});
  return read.ok
    ? await withOriginal(read, input.bytes)
    : { ok: false, text: sources.documentFailed(read.code) };
}
