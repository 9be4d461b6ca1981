import { ingestFile, parseDocument } from "../../../src/articles/parse/parse-document.ts";
import type { Article } from "../../../src/model/index.ts";

/** The article of a corpus file. */
export function ingest(name: string, text: string): Article {
  const read = ingestFile(name, Buffer.from(text));
  if (!read.ok) throw new Error(read.reason);
  return read.articles[0]!;
}

/** The article of a document that was sent. */
export async function parse(bytes: Buffer, fileName: string): Promise<Article> {
  const read = await parseDocument({ bytes, fileName });
  if (!read.ok) throw new Error(read.reason);
  return read.articles[0];
}
