import type { ReadFromImage, Skip } from "../../../model/index.ts";
import { skip } from "../page/index.ts";
import type { GreyImage, OcrParagraph } from "./ocr.ts";

/** Resolution in which pages are read, dots an inch. Measured: 200 loses marks of small letters, 300 doubles the time. */
const DPI = 250;
const POINTS_PER_INCH = 72;
/** An A4 page in 300 dpi has 8.7 million. */
const MAX_PIXELS = 9_000_000;
/** Larger pictures are not unpacked: 50 million pixels are 50 MB. */
const MAX_PICTURE_PIXELS = 50_000_000;
/** Letters of a photo of a page are too small to be read where it is narrower. */
const MIN_PHOTO_WIDTH = 1_600;

/**
 * Opens a PDF to draw its pages; the drawing library runs in a sandbox of WebAssembly.
 *
 * @throws {Error} Where it cannot be opened.
 */
async function openPageImages(bytes: Uint8Array) {
  const { PDFiumLibrary } = await import("@hyzyla/pdfium");
  const library = await PDFiumLibrary.init();
  try {
    const document = await library.loadDocument(bytes);
    return {
      /** @param index From 0. @throws {Error} Where the page cannot be drawn. */
      async page(index: number): Promise<GreyImage> {
        const page = document.getPage(index);
        const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
        const scale = Math.min(DPI / POINTS_PER_INCH, Math.sqrt(MAX_PIXELS / (width * height)));
        const drawn = await page.render({ scale, render: "bitmap" });
        return greyOf(drawn);
      },
      /** Whether a picture is part of the page. */
      hasPicture(index: number): boolean {
        for (const { type } of document.getPage(index).objects()) if (type === "image") return true;
        return false;
      },
      close(): void {
        document.destroy();
        library.destroy();
      },
    };
  } catch (error) {
    library.destroy();
    throw error;
  }
}

/** Blue, green, red and opacity of each pixel as its brightness. */
function greyOf({ width, height, data }: { width: number; height: number; data: Uint8Array }) {
  const pixels = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i += 1)
    pixels[i] = brightness(data[i * 4 + 2]!, data[i * 4 + 1]!, data[i * 4]!);
  return { width, height, pixels };
}

/** Red ink is a stamp over the text: so much redder than anything else is as bright as its red (else ITU-R BT.601). */
function brightness(red: number, green: number, blue: number): number {
  if (red > green + RED && red > blue + RED) return Math.max(red, STAMP);
  return (red * 299 + green * 587 + blue * 114) / 1000;
}

const RED = 30;
/** Nearly white. */
const STAMP = 235;

/**
 * A photo of a page (JPEG, PNG, WebP) as it is to be read: upright, grey, of a size in which letters can be told.
 *
 * @throws {Error} Where it is damaged or has over 50 million pixels.
 */
export async function photoImage(bytes: Uint8Array): Promise<GreyImage> {
  const { default: sharp } = await import("sharp");
  const picture = sharp(bytes, { limitInputPixels: MAX_PICTURE_PIXELS, failOn: "error" }).rotate();
  const { width = 0, height = 0 } = await picture.metadata();
  const scale = Math.min(
    Math.max(1, MIN_PHOTO_WIDTH / Math.min(width, height)),
    Math.sqrt(MAX_PIXELS / (width * height)),
  );
  const { data, info } = await picture
    .flatten({ background: "white" })
    .toColourspace("srgb")
    .resize({ width: Math.max(1, Math.round(width * scale)), fit: "inside" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width: w, height: h, channels } = info;
  const pixels = new Uint8Array(w * h);
  for (let i = 0; i < pixels.length; i += 1) {
    const at = i * channels;
    pixels[i] = channels < 3 ? data[at]! : brightness(data[at]!, data[at + 1]!, data[at + 2]!);
  }
  return { width: w, height: h, pixels };
}

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
