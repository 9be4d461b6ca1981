import { fold, fromLegacy, normalizeLine } from "../../language/text/index.ts";
import type { Article, IngestResult, Skip } from "../../model/index.ts";
import { decodeForeign, decodeText } from "./charset.ts";
import { articleId, extensionOf, TEXT_EXTENSIONS, unknownType } from "./corpus-files.ts";
import {
  csvSheet,
  documentLines,
  docxHtml,
  type OnPage,
  odtHtml,
  plainLines,
  readHtml,
  readMarkdown,
  readPdf,
  readPlainText,
  recognisePhoto,
  rtfLines,
  type Sheet,
  sheetLines,
  xlsxSheets,
} from "./formats/index.ts";
import {
  assemble,
  type DraftBlock,
  isTitleLike,
  isWritten,
  lettersIn,
  MAX_FILE_BYTES,
  type Metadata,
  NO_METADATA,
  type PageLine,
  readPage,
  skip,
  unreadableSkip,
  webAddress,
  withKnown,
  withoutLetterhead,
} from "./page/index.ts";
import {
  type DocumentInput,
  type DocumentKind,
  type DocumentOutcome,
  documentKind,
} from "./read-document.ts";

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
  if (read[0] === undefined || read[0].text === "")
    return skip("no-text", "No article text was found in the file.");
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

const MAX_PICTURE_BYTES = 20 * 1024 * 1024;

/** A stand-in: an article that is stored gets its id from its file. */
const ID = "document";

/**
 * Reads a document of unknown origin in this process, with caps on sizes but not on time: `readDocument` does it in a
 * process of its own.
 *
 * @returns The article, or why there is none. Never throws for any content.
 */
export async function parseDocument(
  input: DocumentInput,
  onPage?: OnPage,
): Promise<DocumentOutcome> {
  const kind = documentKind(input);
  if (typeof kind !== "string") return kind;
  const known = { ...captionMetadata(input.caption ?? null), ...withoutNulls(input.known ?? {}) };
  const read = await readers[kind](input, known, onPage);
  if (!Array.isArray(read)) return read;
  const [main, ...briefs] = read;
  if (main === undefined || main.text === "")
    return skip("no-text", "No article text was found. Send the text of the article itself.");
  const unreadable = unreadableSkip(main);
  if (unreadable !== null) return unreadable;
  return { ok: true, kind, articles: [main, ...briefs] };
}

type Reader = (
  input: DocumentInput,
  known: Partial<Metadata>,
  onPage?: OnPage,
) => Promise<Article[] | Skip>;

const readers: Readonly<Record<DocumentKind, Reader>> = {
  html: fromText((text, known, url) => readHtml(ID, text, { url, known })),
  markdown: fromText((text, known) => {
    const read = readMarkdown(ID, text);
    return Array.isArray(read)
      ? read.map((article, i) => (i === 0 ? retold(article, known) : article))
      : read;
  }),
  text: fromText((text, known, url) => {
    return assemble(ID, readPage(plainLines(text), withKnown({ ...NO_METADATA, url }, known)));
  }),
  docx: async ({ bytes, url }, known) => {
    const read = await docxHtml(bytes);
    if (!read.ok) return read;
    const lines = documentLines(fromLegacy(read.html));
    if (lines === null)
      return skip("too-large", "The document is too long. Send the article alone.");
    const notes = documentLines(read.notes) ?? [];
    const { hidden, deleted } = read;
    const metadata = withKnown({ ...NO_METADATA, url: url ?? null }, known);
    return fromLines(lines, metadata, { notes, hidden, deleted });
  },
  pdf: async ({ bytes, url }, known, onPage) => {
    const read = await readPdf(bytes, onPage);
    if (!read.ok) return read;
    const title =
      read.titles.map((one) => trueTitle(one, read.lines)).find((one) => one !== null) ?? null;
    const metadata = withKnown({ ...NO_METADATA, url: url ?? null, title }, known);
    return fromImage(fromLines(read.lines, metadata, { heads: read.heads }), read.image);
  },
  image: async ({ bytes, url }, known, onPage) => {
    if (bytes.length > MAX_PICTURE_BYTES)
      return skip("too-large", "The picture is over 20 MB. Send it as a photo.");
    const read = await recognisePhoto(bytes, onPage);
    if (!read.ok) return read;
    const lines = (read.pages.get(0) ?? []).map(({ text }) => ({ text }));
    const articles = fromLines(lines, withKnown({ ...NO_METADATA, url: url ?? null }, known), {});
    return fromImage(articles, read.image);
  },
  odt: async ({ bytes, url }, known) => {
    const read = odtHtml(bytes);
    if (!read.ok) return read;
    const lines = documentLines(read.html);
    if (lines === null)
      return skip("too-large", "The document is too long. Send the article alone.");
    const notes = documentLines(read.notes) ?? [];
    return fromLines(lines, withKnown({ ...NO_METADATA, url: url ?? null }, known), { notes });
  },
  rtf: async ({ bytes, url }, known) => {
    const read = rtfLines(bytes);
    return read.ok
      ? fromLines(read.lines, withKnown({ ...NO_METADATA, url: url ?? null }, known), {
          notes: read.notes,
        })
      : read;
  },
  xlsx: async (input, known) => fromSheets(await xlsxSheets(input.bytes), input, known),
  csv: async (input, known) => {
    if (input.bytes.length > MAX_FILE_BYTES)
      return skip(
        "too-large",
        "The sheet is over 5 MB. Save the rows of visits as a file of their own.",
      );
    const decoded = decodeForeign(input.bytes, input.charset ?? null);
    return decoded.ok ? fromSheets(await csvSheet(decoded.text), input, known) : decoded;
  },
};

function fromImage(articles: Article[], image: Article["image"]): Article[] {
  return image === undefined ? articles : articles.map((article) => ({ ...article, image }));
}

/** The article of sheets: all rows; a corpus file is parted into a brief a row. */
function fromSheets(
  read: { ok: true; sheets: readonly Sheet[] } | Skip,
  { fileName, url }: DocumentInput,
  known: Partial<Metadata>,
): Article[] | Skip {
  if (!read.ok) return read;
  const told = sheetLines(read.sheets);
  if (!told.ok) return told;
  const named = (fileName ?? "")
    .replace(/\.[^.]{1,8}$/u, "")
    .replace(/[_-]+/gu, " ")
    .trim();
  const title = told.title ?? (named === "" ? null : named);
  const metadata = withKnown({ ...NO_METADATA, url: url ?? null, title }, known);
  const blocks = told.lines.map(
    ({ text, hint }, i): DraftBlock => ({
      kind: hint === "heading" ? "heading" : i === 0 ? "lead" : "paragraph",
      text,
    }),
  );
  return assemble(ID, { ...metadata, blocks, teasers: [] });
}

function fromText(
  parse: (text: string, known: Partial<Metadata>, url: string | null) => Article[] | Skip,
): Reader {
  return async ({ bytes, charset, url }, known) => {
    if (bytes.length > MAX_FILE_BYTES)
      return skip("too-large", "The text is over 5 MB. Send the article alone.");
    const decoded = decodeForeign(bytes, charset ?? null);
    return decoded.ok ? parse(decoded.text, known, url ?? null) : decoded;
  };
}

/** What a document holds beside its text: footnotes, which stand behind it, and letters that are none of it. */
interface Beside {
  readonly notes?: readonly PageLine[];
  readonly hidden?: number;
  readonly deleted?: number;
  readonly heads?: number;
}

function fromLines(lines: readonly PageLine[], known: Metadata, beside: Beside): Article[] {
  const own = withoutLetterhead(lines);
  const plain = own.map((line) => ({ ...line, text: normalizeLine(line.text) }));
  const draft = readPage(plain, known);
  const kept = new Set(own);
  for (const line of lines) if (!kept.has(line)) draft.left?.add("heads", lettersIn(line.text));
  draft.left?.add("hidden", beside.hidden ?? 0);
  draft.left?.add("deleted", beside.deleted ?? 0);
  draft.left?.add("heads", beside.heads ?? 0);
  const notes = (beside.notes ?? []).map(({ text }): DraftBlock => ({ kind: "paragraph", text }));
  return assemble(ID, { ...draft, blocks: [...draft.blocks, ...notes] });
}

/** Properties and large letters may be a file name or a letterhead: a title is made of the report's words. */
function trueTitle(title: string, lines: readonly PageLine[]): string | null {
  const line = normalizeLine(title);
  if (!isTitleLike(line)) return null;
  const words = fold(line).match(/[\p{L}\p{N}]+/gu) ?? [];
  const report = new Set(fold(lines.map(({ text }) => text).join(" ")).match(/[\p{L}\p{N}]+/gu));
  return words.filter((word) => report.has(word)).length * 4 >= words.length * 3 ? line : null;
}

function retold(article: Article, known: Partial<Metadata>): Article {
  const { title, url, source, author, published } = article;
  const metadata = withKnown({ title, url, source, author, published }, known);
  return { ...article, ...metadata, title: metadata.title ?? title };
}

/** A caption is the title, or the title and the address. */
function captionMetadata(caption: string | null): Partial<Metadata> {
  const text = caption ?? "";
  const url = webAddress(/https?:\/\/[^\s<>"]+/iu.exec(text)?.[0] ?? null);
  const line = text
    .split("\n")
    .map((one) =>
      normalizeLine(one.replace(/https?:\/\/[^\s<>"]+/giu, "").replace(/^\s*\/\w+(?:@\w+)?/u, "")),
    )
    .find((one) => one !== "");
  const title = line === undefined || line.length > 300 ? null : line;
  return withoutNulls({ url, title });
}

function withoutNulls(metadata: Partial<Metadata>): Partial<Metadata> {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value != null));
}
