import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Worker as TesseractWorker } from "tesseract.js";
import { collapseSpaces } from "../../../language/text/index.ts";

/** A picture of a page in shades of grey, a byte a pixel, row by row. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A paragraph of a page that was read from its picture. */
export interface OcrParagraph {
  readonly text: string;
  /** Height of its lines in pixels. */
  readonly size: number;
}

/** What was read from a picture. */
interface OcrPage {
  readonly paragraphs: readonly OcrParagraph[];
  /** How surely, 0 to 100: the mean of its words, each by its length. */
  readonly sureness: number;
  /** Characters of the words. */
  readonly characters: number;
}

/** Words under this are specks and lines of the paper, which are read as letters. */
const MIN_WORD_SURENESS = 5;
const LANGUAGE = "vie";

/**
 * Starts the recognition of Vietnamese print. Program and trained data come from installed packages; nothing is
 * downloaded, and nothing is written.
 *
 * @throws {Error} Where the packages are damaged.
 */
export async function openOcr() {
  const { createWorker, OEM } = (await import("tesseract.js")).default;
  const data = createRequire(import.meta.url).resolve("@tesseract.js-data/vie/package.json");
  const worker: TesseractWorker = await createWorker(LANGUAGE, OEM.LSTM_ONLY, {
    langPath: join(dirname(data), "4.0.0_best_int"),
    gzip: true,
    cacheMethod: "none",
    errorHandler: () => {},
  });
  return {
    read: async (image: GreyImage): Promise<OcrPage> => {
      const { data } = await worker.recognize(
        pgm(image),
        { rotateAuto: true },
        { text: false, blocks: true },
      );
      return pageOf(data.blocks ?? []);
    },
    close: async (): Promise<void> => void (await worker.terminate()),
  };
}

interface RecognisedWord {
  readonly text: string;
  readonly confidence: number;
}

interface RecognisedBlock {
  readonly paragraphs: readonly {
    readonly lines: readonly {
      readonly words: readonly RecognisedWord[];
      readonly rowAttributes: { readonly rowHeight: number };
    }[];
  }[];
}

function pageOf(blocks: readonly RecognisedBlock[]): OcrPage {
  let [sum, characters] = [0, 0];
  const read = blocks.flatMap(({ paragraphs: all }) =>
    all.flatMap(({ lines }): OcrParagraph[] => {
      const texts = lines.map(({ words }) => {
        const sure = words.filter(({ confidence }) => confidence >= MIN_WORD_SURENESS);
        for (const { text, confidence } of sure) {
          sum += confidence * text.length;
          characters += text.length;
        }
        return sure.map(({ text }) => text).join(" ");
      });
      const text = collapseSpaces(texts.join(" "));
      const size = Math.max(...lines.map(({ rowAttributes }) => rowAttributes.rowHeight));
      return text === "" ? [] : [{ text, size }];
    }),
  );
  const paragraphs = withWholeHeadings(read);
  return { paragraphs, sureness: characters === 0 ? 0 : sum / characters, characters };
}

/** The lines of a heading, which are set apart as paragraphs where they are centred or short, together. */
function withWholeHeadings(paragraphs: readonly OcrParagraph[]): OcrParagraph[] {
  const sizes = paragraphs.flatMap(({ text, size }) => new Array<number>(text.length).fill(size));
  const usual = sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
  const joined: OcrParagraph[] = [];
  for (const one of paragraphs) {
    const before = joined.at(-1);
    const isLarge = before !== undefined && Math.min(before.size, one.size) > usual * HEADING;
    const isOpen = before !== undefined && !/[.!?:;…]["”’)\]]*$/u.test(before.text);
    if (isLarge && isOpen && Math.max(before.text.length, one.text.length) <= MAX_HEADING_CHARS) {
      joined[joined.length - 1] = { ...before, text: `${before.text} ${one.text}` };
    } else joined.push(one);
  }
  return joined;
}

/** Headings are set at least so much larger; heights of lines differ by a twentieth with their letters. */
const HEADING = 1.06;
const MAX_HEADING_CHARS = 150;

/** The plainest format of pictures: a head and the bytes (Netpbm). */
function pgm({ width, height, pixels }: GreyImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, "latin1"), pixels]);
}
