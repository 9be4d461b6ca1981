import type { ReadFromImage, Skip } from "./article.ts";
import { skip } from "./decode.ts";
import type { OcrParagraph } from "./ocr.ts";

/** A page takes seconds; a scanned report of an office has some pages. */
const MAX_OCR_PAGES = 20;
/**
 * Measured: print is read with 85 to 95 under every condition of `npm run eval:ocr`, with one to eight of 100 characters
 * wrong; pages of a font that is not there, of handwriting and of photos of no text with 30 to 60.
 */
const MIN_SURENESS = 70;
/** Fewer are a stamp or a number on an empty page. */
const MIN_CHARACTERS = 20;

/** Told of every page before it is read. */
export type OnPage = (page: number, pages: number) => void;

/** What was read from pages: paragraphs by their page, from 0. */
export interface RecognisedPages {
  readonly ok: true;
  readonly pages: ReadonlyMap<number, readonly OcrParagraph[]>;
  readonly image: ReadFromImage;
}

/**
 * Reads pages of a PDF from their pictures.
 *
 * @param pages From 0. @param of Pages of the document.
 * @param isAll False: pages without a picture are empty ones.
 * @returns Why not, where none of them can be read surely.
 */
export async function recognisePages(
  bytes: Uint8Array,
  pages: readonly number[],
  { of, isAll, onPage }: { of: number; isAll: boolean; onPage?: OnPage | undefined },
): Promise<RecognisedPages | Skip | null> {
  const { openPageImages } = await import("./page-images.ts");
  const images = await openPageImages(Uint8Array.from(bytes));
  try {
    const wanted = isAll ? pages : pages.filter((page) => images.hasPicture(page));
    if (wanted.length === 0) return null;
    if (wanted.length > MAX_OCR_PAGES) {
      const reason = `The PDF has ${wanted.length} scanned pages; at most ${MAX_OCR_PAGES} are read. Send the article alone.`;
      return skip("scanned", reason);
    }
    return await recognise(wanted, of, (page) => images.page(page), onPage);
  } finally {
    images.close();
  }
}

/** Reads a photo of a page. */
export async function recognisePhoto(
  bytes: Uint8Array,
  onPage?: OnPage,
): Promise<RecognisedPages | Skip> {
  const { photoImage } = await import("./page-images.ts");
  try {
    return await recognise([0], 1, () => photoImage(bytes), onPage);
  } catch {
    return skip("bad-document", "The picture is damaged or too large. Send it again as a photo.");
  }
}

async function recognise(
  pages: readonly number[],
  of: number,
  picture: (page: number) => Promise<import("./ocr.ts").GreyImage>,
  onPage: OnPage | undefined,
): Promise<RecognisedPages | Skip> {
  const { openOcr } = await import("./ocr.ts");
  const ocr = await openOcr();
  try {
    const read = new Map<number, readonly OcrParagraph[]>();
    const unread: number[] = [];
    let [sum, characters, best] = [0, 0, 0];
    for (const [i, page] of pages.entries()) {
      onPage?.(i + 1, pages.length);
      const result = await ocr.read(await picture(page));
      best = Math.max(best, result.sureness);
      if (result.characters < MIN_CHARACTERS) continue;
      if (result.sureness < MIN_SURENESS) {
        unread.push(page + 1);
        continue;
      }
      read.set(page, result.paragraphs);
      sum += result.sureness * result.characters;
      characters += result.characters;
    }
    if (read.size === 0) {
      const reason = `Its pages are pictures that can't be read for sure (${Math.round(best)} of 100, ${MIN_SURENESS} are needed). Send a sharper scan, or the text itself.`;
      return skip("scanned", reason);
    }
    const image = {
      sureness: Math.round(sum / characters),
      pages: [...read.keys()].map((page) => page + 1),
      unread,
      of,
    };
    return { ok: true, pages: read, image };
  } finally {
    await ocr.close();
  }
}
