import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { Article, IngestResult } from "../ingest/article.ts";
import type { CorpusFile } from "../ingest/corpus-files.ts";
import { MAX_FILE_BYTES } from "../ingest/decode.ts";
import { DOCUMENT_EXTENSIONS, extensionOf } from "../ingest/file-name.ts";
import { sha256 } from "./checksum.ts";

/** A file's content, or why it cannot be had. */
export type FileContent =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly sha256: string }
  | { readonly ok: false; readonly reason: string };

/** Reads a corpus file unless it is too large to be an article. */
export function readCorpusFile({ absolutePath }: CorpusFile): FileContent {
  try {
    const { size } = statSync(absolutePath);
    if (size > MAX_FILE_BYTES) {
      const megabytes = (size / 1024 / 1024).toFixed(1);
      const reason = `The file has ${megabytes} MB; at most 5 MB are read. Keep the article alone.`;
      return { ok: false, reason };
    }
    const bytes = readFileSync(absolutePath);
    return { ok: true, bytes, sha256: sha256(bytes) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
    return { ok: false, reason: `The file cannot be read (${code}). Check its permissions.` };
  }
}

/** The articles of a corpus file, or why it has none. */
export type FileArticles =
  | { readonly ok: true; readonly sha256: string; readonly articles: readonly Article[] }
  | { readonly ok: false; readonly reason: string };

/** Whether a corpus file is one that `readDocument` reads, in a process of its own. */
export const isDocument = (path: string): boolean => DOCUMENT_EXTENSIONS.has(extensionOf(path));

/** Reads a corpus file into its articles, the main one first. */
export async function articlesOf(file: CorpusFile): Promise<FileArticles> {
  const content = readCorpusFile(file);
  if (!content.ok) return content;
  // The readers of pages are many modules, and a start with an unchanged corpus needs none of them.
  const { ingestFile } = await import("../ingest/ingest-file.ts");
  const result = isDocument(file.path)
    ? await documentArticles(file, content.bytes)
    : ingestFile(file.path, content.bytes);
  return result.ok ? { ok: true, sha256: content.sha256, articles: result.articles } : result;
}

/**
 * Documents are read in a process of their own, which bounds what a broken one can do. Every row of a sheet is a brief.
 */
async function documentArticles(
  { articleId: id, path }: CorpusFile,
  bytes: Uint8Array,
): Promise<IngestResult> {
  const { readDocument } = await import("../ingest/read-document.ts");
  const read = await readDocument({ bytes, fileName: basename(path) });
  if (!read.ok) return read;
  const article = { ...read.articles[0], id };
  if (read.kind !== "xlsx" && read.kind !== "csv") return { ok: true, articles: [article] };
  const { rowBriefs } = await import("../ingest/sheet.ts");
  return { ok: true, articles: rowBriefs(article) };
}
