import type { Article, IngestResult, Skip } from "../../model/index.ts";
import { assemble } from "./assemble.ts";
import { decodeText } from "./charset.ts";
import { articleId, extensionOf, TEXT_EXTENSIONS, unknownType } from "./corpus-files.ts";
import { skip } from "./decode.ts";
import { isWritten } from "./front-matter.ts";
import { readHtml } from "./html.ts";
import { unreadableSkip } from "./left-out.ts";
import { readMarkdown } from "./markdown.ts";
import { readPlainText } from "./plain-text.ts";

/**
 * Reads one corpus file of text: its article, and a brief for each teaser with a summary on the same page.
 *
 * @param relativePath Path in the corpus; its extension says how the file is read.
 * @param bytes The whole file.
 * @returns The articles, the main one first, or why the file is skipped. Never throws for any content.
 */
export function ingestFile(relativePath: string, bytes: Uint8Array): IngestResult {
  const extension = extensionOf(relativePath);
  if (!TEXT_EXTENSIONS.has(extension)) return unknownType(extension);
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const read = readByType(extension, articleId(relativePath), decoded.text);
  if (!Array.isArray(read)) return read;
  if (read[0] === undefined || read[0].text === "") {
    return skip("no-text", "No article text was found in the file.");
  }
  const unreadable = isWritten(decoded.text) ? null : unreadableSkip(read[0]);
  if (unreadable !== null) return unreadable;
  return { ok: true, articles: read };
}

function readByType(extension: string, id: string, text: string): Article[] | Skip {
  switch (extension) {
    case ".md":
    case ".markdown":
      return readMarkdown(id, text);
    case ".html":
    case ".htm":
      return readHtml(id, text);
    default:
      return assemble(id, readPlainText(text));
  }
}
