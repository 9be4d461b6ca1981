import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { buffer } from "node:stream/consumers";
import type { Original } from "../../corpus/corpus-store.ts";
import { originalOf } from "../../corpus/propose.ts";
import { fetchPage } from "../../fetch/fetch-page.ts";
import { FETCH_LIMITS } from "../../fetch/limits.ts";
import type { Article } from "../../ingest/article.ts";
import type { DocumentInput } from "../../ingest/document.ts";
import { readDocument } from "../../ingest/read-document.ts";
import type { Locale } from "../../locale/locale.ts";

/** An article that was read, or why there is none and what to do. */
export type SourceRead =
  | { readonly ok: true; readonly article: Article; readonly original: Original }
  | { readonly ok: false; readonly reason: string };

const failed = (reason: string): SourceRead => ({ ok: false, reason });

/**
 * Reads what somebody names on the command line: an address, a file, or `-` for standard input. Never throws for
 * anything that a server, a file or a document does.
 *
 * @param known Metadata that wins over what the source shows.
 */
export async function readSource(
  source: string,
  known: NonNullable<DocumentInput["known"]>,
  { sources }: Locale,
): Promise<SourceRead> {
  if (/^[a-z][a-z0-9+.-]*:\/\//iu.test(source)) {
    const page = await fetchPage(source, {}, known);
    if (!page.ok && page.step === "fetch") return failed(sources.fetchFailed(page.failure));
    if (!page.ok) return failed(sources.documentFailed(page.failure.code));
    const { document, original } = page;
    return {
      ok: true,
      article: document.articles[0],
      original: originalOf(original.bytes, document.kind),
    };
  }
  const bytes = source === "-" ? await buffer(process.stdin) : fileBytes(source);
  if (typeof bytes === "string") return failed(bytes);
  const fileName = source === "-" ? null : basename(source);
  const document = await readDocument({ bytes, fileName, known }, { onPage });
  if (!document.ok) return failed(sources.documentFailed(document.code));
  return {
    ok: true,
    article: document.articles[0],
    original: originalOf(bytes, document.kind),
  };
}

/** On the error stream: what is printed is the result alone. */
function onPage(page: number, pages: number): void {
  process.stderr.write(`reading page ${page} of ${pages} from its picture\n`);
}

/** The content of a file, or why it cannot be had. */
function fileBytes(path: string): Uint8Array | string {
  try {
    const found = statSync(path);
    if (!found.isFile()) return "It is no file. Name the files themselves.";
    if (found.size > FETCH_LIMITS.maxBytes) return "It is over 20 MB. Add the article alone.";
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return "There is no such file. Check the path.";
    return `It cannot be read (${code}). Check its permissions.`;
  }
}
