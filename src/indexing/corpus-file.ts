import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Logger } from "pino";
import {
  type CorpusFile,
  DOCUMENT_EXTENSIONS,
  extensionOf,
  MAX_FILE_BYTES,
} from "../articles/parse/index.ts";
import type { Config } from "../config/index.ts";
import {
  type Article,
  EmbeddingModelError,
  INGEST_VERSION,
  type IngestResult,
  REGISTER_READER_VERSION,
} from "../model/index.ts";
import { sha256, writeFileAtomic } from "../storage/index.ts";

/** A file's content, or why it cannot be had. */
type FileContent =
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
type FileArticles =
  | { readonly ok: true; readonly sha256: string; readonly articles: readonly Article[] }
  | { readonly ok: false; readonly reason: string };

/** Whether a corpus file is one that `readDocument` reads, in a process of its own. */
export const isDocument = (path: string): boolean => DOCUMENT_EXTENSIONS.has(extensionOf(path));

/** Reads a corpus file into its articles, the main one first. */
export async function articlesOf(file: CorpusFile): Promise<FileArticles> {
  const content = readCorpusFile(file);
  if (!content.ok) return content;
  // The readers of pages are many modules, and a start with an unchanged corpus needs none of them.
  const { ingestFile } = await import("../articles/parse/index.ts");
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
  const { readDocument } = await import("../articles/parse/index.ts");
  const read = await readDocument({ bytes, fileName: basename(path) });
  if (!read.ok) return read;
  const article = { ...read.articles[0], id };
  if (read.kind !== "xlsx" && read.kind !== "csv") return { ok: true, articles: [article] };
  const { rowBriefs } = await import("../articles/parse/index.ts");
  return { ok: true, articles: rowBriefs(article) };
}

const FILE = "left-out.json";

interface Entry {
  /** What decided that it was left out: its content, the readers, the limit. */
  readonly key: string;
  readonly reason: string;
}

type Where = Pick<Config, "corpusDir" | "indexDir" | "fileTimeout">;

function entries(indexDir: string): Record<string, Entry> {
  try {
    const found = JSON.parse(readFileSync(join(indexDir, FILE), "utf8"));
    return typeof found === "object" && found !== null ? found : {};
  } catch {
    return {};
  }
}

function keyOf({ corpusDir, fileTimeout }: Where, path: string): string | null {
  const content = readCorpusFile({ path, absolutePath: join(corpusDir, path), articleId: path });
  if (!content.ok) return null;
  const by = [content.sha256, INGEST_VERSION, REGISTER_READER_VERSION, fileTimeout];
  return sha256(Buffer.from(JSON.stringify(by)));
}

/**
 * The files that earlier builds could not get past, with the reason: each costs the whole time limit and a new process,
 * which a run for one new article, or a start, should not pay again. A changed file, other readers or another limit
 * are tried anew.
 */
export function filesLeftOut(where: Where): Map<string, string> {
  const known = Object.entries(entries(where.indexDir));
  const same = known.filter(([path, { key }]) => key === keyOf(where, path));
  return new Map(same.map(([path, { reason }]) => [path, reason]));
}

/** Keeps that a file was left out; where the index folder cannot be written, the next run tries it again. */
export function noteLeftOut(where: Where, path: string, reason: string): void {
  const key = keyOf(where, path);
  if (key === null) return;
  const known = filesLeftOut(where);
  const kept = Object.entries(entries(where.indexDir)).filter(([other]) => known.has(other));
  try {
    const all = { ...Object.fromEntries(kept), [path]: { key, reason } };
    writeFileAtomic(join(where.indexDir, FILE), JSON.stringify(all));
  } catch {
    // Tried again the next time.
  }
}

export const unreadReason = (error: Error): string =>
  `Reading it failed (${error.message.slice(0, 120)}). Save the article alone as plain text, or report the file.`;

/** What reading one file gave, or the error of the text in it. A lack of memory or disk is the run's, not the file's. */
export async function guarded<T>(read: () => Promise<T>): Promise<T | Error> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Error) || "code" in error || error instanceof EmbeddingModelError)
      throw error;
    return error;
  }
}

/** Says in the log that an article was too long to be taken in whole. */
export function warnIfCut({ leftOutChars }: Article, path: string, logger?: Logger): void {
  if (leftOutChars === undefined) return;
  logger?.warn({ path, leftOutChars }, "the end of a too long article is left out");
}

/** Why the articles of a file cannot be taken in beside those of another one, or null. */
export function nameClash(
  articles: readonly Article[],
  path: string,
  ownerOf: (id: string) => string | null,
): string | null {
  const other = articles.map(({ id }) => ownerOf(id)).find((one) => one !== null && one !== path);
  return other ? `Its article has the same name as ${other}. Rename one.` : null;
}
