import { constants, inflateSync } from "node:zlib";
import type { getDocumentProxy } from "unpdf";
import { fromLegacy, isReadable, normalizeLine } from "../../../language/text/index.ts";
import type { ReadFromImage, Skip } from "../../../model/index.ts";
import { lettersIn, type PageLine, PROTECTED, skip, tableLines } from "../page/index.ts";
import {
  joinLines,
  largestLine,
  type PageRow,
  type PdfLine,
  type PdfParagraph,
  pageRows,
  rowText,
  type TextItem,
  withoutRunningHeads,
} from "./pdf-layout.ts";
import { documentParts, isLabelled, type PagePart } from "./pdf-page.ts";
import { type OnPage, type RecognisedPages, recognisePages } from "./scanned.ts";

/** What one stream that is no picture may unpack to: the drawing of a page has some 100 KB, a font of Han 20 MB. */
const MAX_STREAM_BYTES = 64 * 1024 * 1024;
/** All of them together. */
const MAX_BYTES = 200 * 1024 * 1024;
/** As much before a stream as holds its dictionary. */
const DICTIONARY_BYTES = 1_024;
/** Layers of packing; one or two are usual. */
const MAX_FILTERS = 8;

/** Unpacks one layer, or null where the data is none of it. @throws {RangeError} Where more than `limit` bytes come out. */
type Unpack = (data: Buffer, limit: number) => Buffer | null;

const flate: Unpack = (data, limit) => {
  try {
    // Readers take what is there of a stream that is cut off.
    const options = { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH };
    return inflateSync(data, options);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw new RangeError();
    return null;
  }
};

/** PDF 32000-1, 7.4.5: a length below 128 and so many bytes more one, or above 128 and one byte 257 less it times. */
const runLength: Unpack = (data, limit) => {
  const parts: Buffer[] = [];
  let size = 0;
  for (let at = 0; at < data.length; ) {
    const length = data[at]!;
    if (length === 128) break;
    const count = length < 128 ? length + 1 : 257 - length;
    size += count;
    if (size > limit) throw new RangeError();
    parts.push(
      length < 128 ? data.subarray(at + 1, at + 1 + count) : Buffer.alloc(count, data[at + 1] ?? 0),
    );
    at += length < 128 ? count + 1 : 2;
  }
  return Buffer.concat(parts);
};

const FILTERS: Readonly<Record<string, Unpack>> = {
  FlateDecode: flate,
  Fl: flate,
  RunLengthDecode: runLength,
  RL: runLength,
};

/**
 * Whether the streams of a PDF unpack to more than any report needs: some kilobytes may hold gigabytes, packed several
 * times over. Pictures are passed over, because reading text does not unpack them; what hides behind that, or behind
 * rarer kinds of packing, meets the limit of the process's memory.
 */
export function unpacksTooFar(pdf: Buffer): boolean {
  let left = MAX_BYTES;
  try {
    for (let at = pdf.indexOf("stream"); at >= 0; at = pdf.indexOf("stream", at + 6)) {
      if (pdf.toString("latin1", at - 3, at) === "end") continue;
      const end = pdf.indexOf("endstream", at);
      const dictionary = dictionaryBefore(pdf, at);
      if (/\/Subtype\s{0,9}\/Image\b/u.test(dictionary)) continue;
      const from = at + (pdf[at + 6] === 0x0d ? 8 : 7);
      let data: Buffer | null = pdf.subarray(from, end < 0 ? pdf.length : end);
      for (const name of filtersOf(dictionary)) {
        const unpack = FILTERS[name];
        data = unpack ? unpack(data, Math.min(left, MAX_STREAM_BYTES)) : null;
        if (data === null) break;
        left -= data.length;
        if (left <= 0) return true;
      }
    }
    return false;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
}

function dictionaryBefore(pdf: Buffer, at: number): string {
  const text = pdf.toString("latin1", Math.max(0, at - DICTIONARY_BYTES), at);
  return text.slice(Math.max(0, text.lastIndexOf(" obj")));
}

/** Names of the filters, in the order in which they unpack. */
function filtersOf(dictionary: string): string[] {
  const told = /\/(?:Filter|F)\b\s{0,9}(?:\[([^\]]{0,400})\]|\/(\w{1,40}))/u.exec(dictionary);
  const names = told?.[1]?.match(/\w{1,40}/gu) ?? (told?.[2] === undefined ? [] : [told[2]]);
  return names.slice(0, MAX_FILTERS);
}

const MAX_FILE_BYTES = 20 * 1024 * 1024;
const MAX_PAGES = 60;
const MAX_CHARS = 400_000;
/** Fewer letters a page are a stamp or a page number on a picture of the text. */
const MIN_LETTERS_A_PAGE = 40;

/** What a PDF shows: its paragraphs as lines, and what may be its title. */
interface PdfText {
  readonly ok: true;
  readonly lines: readonly PageLine[];
  /** Title of the document's properties, and the line in the largest letters; either may be anything. */
  readonly titles: readonly string[];
  /** Where pages were read from their pictures. */
  readonly image?: ReadFromImage;
  /** Letters of page numbers and of what is repeated on every page. */
  readonly heads: number;
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Reads the text of a PDF. Its scripts, forms and links are not looked at. */
export async function readPdf(bytes: Uint8Array, onPage?: OnPage): Promise<PdfText | Skip> {
  if (bytes.length > MAX_FILE_BYTES)
    return skip("too-large", "The PDF is over 20 MB. Send the article alone.");
  if (unpacksTooFar(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) {
    const reason = "The PDF unpacks to more than any article. Send the text of the article itself.";
    return skip("too-costly", reason);
  }
  const { getDocumentProxy } = await import("unpdf");
  let document: PdfDocument;
  try {
    // The library takes the bytes away from their owner; verbosity 0 keeps it from printing.
    const options = {
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      enableXfa: false,
    };
    document = await getDocumentProxy(Uint8Array.from(bytes), options);
  } catch (error) {
    if ((error as Error).name === "PasswordException") return PROTECTED;
    return skip("bad-document", "The PDF is damaged. Save or print it to a PDF again.");
  }
  try {
    return await readPages(document, bytes, onPage);
  } catch {
    return skip("bad-document", "The PDF is damaged. Save or print it to a PDF again.");
  } finally {
    await document.destroy();
  }
}

async function readPages(
  document: PdfDocument,
  bytes: Uint8Array,
  onPage?: OnPage,
): Promise<PdfText | Skip> {
  if (document.numPages > MAX_PAGES) {
    const reason = `The PDF has ${document.numPages} pages; at most ${MAX_PAGES} are read. Send the article alone.`;
    return skip("too-large", reason);
  }
  const rows: { text: string; page: number; y: number; row: PageRow; isKept: boolean }[] = [];
  let chars = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    for (const row of pageRows(items as readonly TextItem[])) {
      const text = rowText(row);
      chars += text.length;
      if (chars > MAX_CHARS)
        return skip("too-large", "The PDF is too long. Send the article alone.");
      rows.push({ text, page: number - 1, y: row[0]!.y, row, isKept: isLabelled(row) });
    }
    page.cleanup();
  }
  const shown = inUnicode(rows);
  const letters = new Array<number>(document.numPages).fill(0);
  for (const { text, page } of shown) letters[page]! += text.match(/\p{L}/gu)?.length ?? 0;
  const total = letters.reduce((sum, count) => sum + count, 0);
  // Scanned as a whole, or in letters that stand for others.
  const isAll =
    total < MIN_LETTERS_A_PAGE * Math.min(document.numPages, 5) ||
    !isReadable(shown.map(({ text }) => text).join("\n"));
  const poor = letters.flatMap((count, page) =>
    isAll || count < MIN_LETTERS_A_PAGE ? [page] : [],
  );
  const recognised =
    poor.length === 0
      ? null
      : await recognisePages(bytes, poor, { of: document.numPages, isAll, onPage });
  if (recognised?.ok === false) return recognised;
  const text = isAll ? [] : shown.filter(({ page }) => !recognised?.pages.has(page));
  const pages: PageRow[][] = Array.from({ length: document.numPages }, () => []);
  const body = withoutRunningHeads(text);
  for (const { page, row } of body) pages[page]!.push(row);
  const letterCount = (some: readonly { text: string }[]) =>
    some.reduce((sum, { text }) => sum + lettersIn(text), 0);
  const heads = letterCount(text) - letterCount(body);
  const { lines, paragraphs } = withPages(pages, recognised?.pages);
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const named = normalizeLine(String((info as { Title?: unknown }).Title ?? ""));
  const titles = [named, largestLine(paragraphs)].filter((title) => title !== null && title !== "");
  return {
    ok: true,
    lines,
    titles: titles as string[],
    heads,
    ...(recognised ? { image: recognised.image } : {}),
  };
}

interface Laid {
  readonly lines: PageLine[];
  readonly paragraphs: PdfParagraph[];
}

/** The lines of the pages in order, those that were read from pictures at their places. */
function withPages(
  pages: readonly (readonly PageRow[])[],
  read: RecognisedPages["pages"] | undefined,
): Laid {
  const all: Laid = { lines: [], paragraphs: [] };
  let from = 0;
  const layOut = (to: number) => {
    const run = pages.map((rows, page) => (page >= from && page < to ? rows : []));
    const { lines, paragraphs } = linesOf(documentParts(run));
    all.lines.push(...lines);
    all.paragraphs.push(...paragraphs);
  };
  for (const page of [...(read?.keys() ?? [])].sort((a, b) => a - b)) {
    layOut(page);
    const paragraphs = read!.get(page)!;
    all.lines.push(...paragraphs.map(({ text }) => ({ text })));
    all.paragraphs.push(...paragraphs.map((one) => ({ ...one, page })));
    from = page + 1;
  }
  layOut(pages.length);
  return all;
}

/** The rows with text of old Vietnamese fonts in Unicode. */
function inUnicode<T extends { readonly text: string; readonly row: PageRow }>(
  rows: readonly T[],
): T[] {
  const pieces = rows.flatMap(({ row }) => row.map(({ text }) => text));
  const texts = fromLegacy(pieces.join("\n")).split("\n");
  if (texts.length !== pieces.length) return [...rows];
  let at = 0;
  return rows.map((one) => {
    const row = one.row.map((piece) => ({ ...piece, text: texts[at++]! }));
    return { ...one, row, text: rowText(row) };
  });
}

/** Paragraphs run on from column to column and page to page, but not through a table. */
function linesOf(parts: readonly PagePart[]): {
  lines: PageLine[];
  paragraphs: PdfParagraph[];
} {
  const lines: PageLine[] = [];
  const paragraphs: PdfParagraph[] = [];
  let open: PdfLine[] = [];
  const close = () => {
    const joined = joinLines(open);
    paragraphs.push(...joined);
    lines.push(...joined.map(({ text }) => ({ text })));
    open = [];
  };
  for (const part of parts) {
    if (part.kind === "lines") open.push(...part.lines);
    else {
      close();
      lines.push(
        ...(tableLines(part.rows) ?? part.rows.flat()).map(({ text, hint }: PageLine) =>
          hint === undefined ? { text } : { text, hint },
        ),
      );
    }
  }
  close();
  return { lines, paragraphs };
}
