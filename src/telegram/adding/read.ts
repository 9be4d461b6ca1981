import type { Api } from "grammy";
import type { Document } from "grammy/types";
import type { Logger } from "pino";
import type { Original } from "../../corpus/corpus-store.ts";
import { originalOf } from "../../corpus/propose.ts";
import { showableUrl } from "../../fetch/check-url.ts";
import type { Article } from "../../ingest/article.ts";
import type { DocumentInput } from "../../ingest/document.ts";
import type { Locale } from "../../locale/locale.ts";
import { downloadFile, MAX_FILE_BYTES } from "./download.ts";
import type { Reading } from "./reading.ts";

/** An article that was read with what it was read from, or the words that tell why there is none. */
export type ReadOutcome =
  | { readonly ok: true; readonly article: Article; readonly original: Original }
  | { readonly ok: false; readonly text: string };

/** Reads a page of the web. */
export async function readPageAt(
  url: string,
  reading: Reading,
  { sources }: Locale,
): Promise<ReadOutcome> {
  const page = await reading.page(url);
  if (page.ok) {
    const { document, original } = page;
    return {
      ok: true,
      article: document.articles[0],
      original: originalOf(original.bytes, document.kind),
    };
  }
  const reason =
    page.step === "fetch"
      ? sources.fetchFailed(page.failure)
      : sources.documentFailed(page.failure.code);
  return { ok: false, text: `${showableUrl(url)}\n${reason}` };
}

/** What is no document whatever is in it; not worth downloading. */
const MEDIA = /^(?:image\/(?!(?:jpeg|png|webp)$)|(?:audio|video|font)\/)/u;

export interface SentFile {
  readonly file: Document;
  /** Its title, where one was given. */
  readonly caption: string | null;
  readonly reading: Reading;
  readonly locale: Locale;
  readonly logger: Logger;
  /** Told of every page that is read from its picture. */
  readonly onPage?: (page: number, pages: number) => void;
}

/** Reads a file that was sent to the bot. */
export async function readFile(
  api: Api,
  { file, caption, reading, locale, logger, onPage }: SentFile,
): Promise<ReadOutcome> {
  const { corpus, sources } = locale;
  const { adding } = corpus;
  const { file_id, file_size = 0, file_name: fileName, mime_type: mediaType } = file;
  if (MEDIA.test(mediaType ?? "")) {
    return { ok: false, text: sources.documentFailed("unknown-type") };
  }
  if (file_size > MAX_FILE_BYTES) return { ok: false, text: adding.fileTooLarge };
  const download = await downloadFile(api, file_id);
  if (!download.ok) {
    if (download.problem === "too-large") return { ok: false, text: adding.fileTooLarge };
    logger.warn({ reason: download.reason }, "a file could not be downloaded");
    return { ok: false, text: adding.fileLost };
  }
  const { bytes } = download;
  const names = { fileName: fileName ?? null, mediaType: mediaType ?? null };
  return await readBytes({ bytes, caption, ...names }, reading, sources, onPage);
}

/** Reads a text that was pasted or forwarded. */
export function readText(
  text: string,
  known: NonNullable<DocumentInput["known"]>,
  reading: Reading,
  { sources }: Locale,
): Promise<ReadOutcome> {
  const bytes = Buffer.from(text, "utf8");
  return readBytes({ bytes, mediaType: "text/plain", known }, reading, sources);
}

async function readBytes(
  input: DocumentInput,
  reading: Reading,
  sources: Locale["sources"],
  onPage?: SentFile["onPage"],
): Promise<ReadOutcome> {
  const read = await reading.document(input, onPage ? { onPage } : {});
  if (!read.ok) return { ok: false, text: sources.documentFailed(read.code) };
  const [article] = read.articles;
  return { ok: true, article, original: originalOf(input.bytes, read.kind) };
}
