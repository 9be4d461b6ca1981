import type { getDocumentProxy } from "unpdf";
import { fromLegacy } from "../text/legacy.ts";
import { collapseSpaces, normalizeLine } from "../text/normalize.ts";
import { isReadable } from "../text/readable.ts";
import type { ReadFromImage, Skip } from "./article.ts";
import { skip } from "./decode.ts";
import {
  joinLines,
  largestLine,
  type PdfLine,
  type PdfParagraph,
  withoutRunningHeads,
} from "./pdf-layout.ts";
import { unpacksTooFar } from "./pdf-streams.ts";
import { type OnPage, type RecognisedPages, recognisePages } from "./scanned.ts";

const MAX_FILE_BYTES = 20 * 1024 * 1024;
const MAX_PAGES = 60;
const MAX_CHARS = 400_000;
/** Fewer letters a page are a stamp or a page number on a picture of the text. */
const MIN_LETTERS_A_PAGE = 40;

/** Wider gaps than this many letter sizes part columns; justified lines have narrower ones. */
const COLUMN_GAP = 2.5;

/** What a PDF shows: its paragraphs as lines, and what may be its title. */
export interface PdfText {
  readonly ok: true;
  readonly lines: readonly string[];
  /** Title of the document's properties, and the line in the largest letters; either may be anything. */
  readonly titles: readonly string[];
  /** Where pages were read from their pictures. */
  readonly image?: ReadFromImage;
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** Reads the text of a PDF. Its scripts, forms and links are not looked at. */
export async function readPdf(bytes: Uint8Array, onPage?: OnPage): Promise<PdfText | Skip> {
  if (bytes.length > MAX_FILE_BYTES) {
    return skip("too-large", "The PDF is over 20 MB. Send the article alone.");
  }
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
    if ((error as Error).name === "PasswordException") {
      return skip("encrypted", "The file is protected by a password. Save it without one.");
    }
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
  const lines: PdfLine[] = [];
  let chars = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    for (const line of pageLines(items as readonly TextItem[], number - 1)) {
      chars += line.text.length;
      if (chars > MAX_CHARS)
        return skip("too-large", "The PDF is too long. Send the article alone.");
      lines.push(line);
    }
    page.cleanup();
  }
  const shown = inUnicode(lines);
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
  const paragraphs = withPages(joinLines(withoutRunningHeads(text)), recognised?.pages);
  const { info } = await document.getMetadata().catch(() => ({ info: {} }));
  const named = normalizeLine(String((info as { Title?: unknown }).Title ?? ""));
  const titles = [named, largestLine(paragraphs)].filter((title) => title !== null && title !== "");
  return {
    ok: true,
    lines: paragraphs.map(({ text }) => text),
    titles: titles as string[],
    ...(recognised ? { image: recognised.image } : {}),
  };
}

/** Paragraphs with those that were read from pictures at their pages. */
function withPages(
  paragraphs: readonly PdfParagraph[],
  read: RecognisedPages["pages"] | undefined,
): readonly PdfParagraph[] {
  if (read === undefined) return paragraphs;
  const more = [...read].flatMap(([page, all]) => all.map((one) => ({ ...one, page })));
  return [...paragraphs, ...more].sort((a, b) => a.page - b.page);
}

/** The lines with text of old Vietnamese fonts in Unicode. */
function inUnicode(lines: readonly PdfLine[]): PdfLine[] {
  const texts = fromLegacy(lines.map(({ text }) => text).join("\n")).split("\n");
  return lines.map((line, i) => ({ ...line, text: texts[i] ?? line.text }));
}

/** Puts the runs of a page together to lines, in the order in which the page draws them. */
function* pageLines(items: readonly TextItem[], page: number): Generator<PdfLine> {
  let line: { text: string; left: number; right: number; y: number; size: number } | null = null;
  const close = (): PdfLine[] => {
    const text = collapseSpaces(line?.text ?? "");
    const closed = line === null || text === "" ? [] : [{ ...line, text, page }];
    line = null;
    return closed;
  };
  for (const { str, transform, width, height, hasEOL } of items) {
    const [, , , , x = 0, y = 0] = transform;
    const size = height || Math.hypot(transform[2] ?? 0, transform[3] ?? 0);
    if (
      line !== null &&
      str.trim() !== "" &&
      Math.abs(line.y - y) > 0.5 * Math.max(size, line.size)
    ) {
      yield* close();
    }
    // Cells side by side stand on one height, each is a line of its own.
    if (line !== null && str.trim() !== "" && x - line.right > COLUMN_GAP * line.size)
      yield* close();
    if (line === null) {
      if (str.trim() !== "") line = { text: str, left: x, right: x + width, y, size };
    } else {
      const parted = x - line.right > 0.2 * line.size;
      line.text += (parted && str.trim() !== "" ? " " : "") + str;
      if (str.trim() !== "") {
        line.right = Math.max(line.right, x + width);
        line.size = Math.max(line.size, size);
      }
    }
    if (hasEOL) yield* close();
  }
  yield* close();
}
