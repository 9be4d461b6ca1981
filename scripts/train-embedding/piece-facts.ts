import type { Reading } from "./dataset.ts";
import type { Random } from "./random.ts";
import { SYLLABLE } from "./text-form.ts";
import { UNKNOWN_ID, type Unigram } from "./unigram.ts";

const ASK_NUMBER = [
  "bao nhiêu",
  "mấy",
  "ngày nào",
  "hôm nào",
  "khi nào",
  "ngày mấy",
  "năm nào",
  "bao giờ",
  "lúc nào",
];
const ASK_ANY = [
  ...ASK_NUMBER,
  ..."ai|người nào|ông nào|là ai|gì|là gì|cái gì|những gì|nào|ở đâu|đâu|nơi nào|nước nào|vì sao|tại sao|sao|thế nào|ra sao|chức gì|thành phố nào|tỉnh nào|để làm gì".split(
    "|",
  ),
];

/** What making pairs needs to know of the pieces. */
export class PieceFacts {
  /** By piece id: the ids of its syllables, for pieces of several. */
  readonly parts: readonly (readonly number[] | undefined)[];
  /** By piece id: 1 where it is a number. */
  readonly number: Uint8Array;
  /** By piece id: chance in 0..1 that a question keeps it; low for function words. */
  readonly keep: Float32Array;
  private readonly asking: Record<Reading, { number: number[][]; any: number[][] }>;

  constructor(tokenizer: Unigram, counts: Float64Array) {
    const { pieces } = tokenizer;
    this.parts = pieces.map(({ text }) => {
      const syllables = text.startsWith(SYLLABLE) ? text.slice(1).split(SYLLABLE) : [];
      return syllables.length < 2 ? undefined : syllables.flatMap((s) => tokenizer.encode(s));
    });
    this.number = Uint8Array.from(pieces, ({ text }) => (/^▁?\p{N}+$/u.test(text) ? 1 : 0));
    let total = 0;
    for (const n of counts) total += n;
    // Kept with sqrt(t / p), as word2vec subsamples (Mikolov et al. 2013), with a floor so that nothing is lost.
    this.keep = Float32Array.from(counts, (n) =>
      Math.min(1, Math.max(0.25, Math.sqrt((1e-3 * total) / Math.max(1, n)))),
    );
    const read = (words: readonly string[], folded: boolean) =>
      words.map((w) => tokenizer.encode(w, folded).filter((id) => id !== UNKNOWN_ID));
    this.asking = {
      marked: { number: read(ASK_NUMBER, false), any: read(ASK_ANY, false) },
      folded: { number: read(ASK_NUMBER, true), any: read(ASK_ANY, true) },
    };
  }

  askNumber(reading: Reading, random: Random): readonly number[] {
    const words = this.asking[reading].number;
    return words[random.below(words.length)]!;
  }

  askAny(reading: Reading, random: Random): readonly number[] {
    const words = this.asking[reading].any;
    return words[random.below(words.length)]!;
  }
}
