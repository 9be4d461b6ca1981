import { fold } from "../../src/language/text/fold.ts";
import type { Random } from "../shared/random.ts";
import type { Reading } from "./dataset.ts";
import type { EmbeddingTable } from "./table.ts";
import { SYLLABLE } from "./text.ts";
import { PAD_ID, UNKNOWN_ID, type Unigram } from "./unigram.ts";

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

/**
 * Fills the table before training. Rows are random directions, long for rare and short for frequent
 * pieces (a / (a + p), Arora et al. 2017), so that text vectors start as a projection of weighted
 * words. A piece of several syllables starts half-way to the sum of its syllables; one without marks
 * starts as the mean, by frequency, of the pieces that are written like it with marks.
 */
export function fillInitialRows(
  table: EmbeddingTable,
  tokenizer: Unigram,
  facts: PieceFacts,
  counts: Float64Array,
  random: Random,
): void {
  const { rows, dimension: d } = table;
  const { pieces } = tokenizer;
  let total = 0;
  for (const n of counts) total += n;
  const weight = (id: number) => 1e-3 / (1e-3 + counts[id]! / total);
  for (let id = UNKNOWN_ID + 1; id < pieces.length; id++) {
    const scale = weight(id) / Math.sqrt(d);
    for (let j = 0; j < d; j++) rows[id * d + j] = scale * random.normal();
  }
  const mixed = new Float64Array(d);
  const assign = (id: number, keep: number) => {
    let norm = 0;
    for (const x of mixed) norm += x * x;
    if (norm === 0) return;
    const scale = weight(id) / Math.sqrt(norm);
    for (let j = 0; j < d; j++)
      rows[id * d + j] = keep * rows[id * d + j]! + (1 - keep) * scale * mixed[j]!;
  };
  for (let id = UNKNOWN_ID + 1; id < pieces.length; id++) {
    const parts = facts.parts[id];
    if (parts === undefined) continue;
    mixed.fill(0);
    for (const part of parts) for (let j = 0; j < d; j++) mixed[j]! += rows[part * d + j]!;
    assign(id, 0.5);
  }
  const written = new Map<string, number[]>();
  for (let id = UNKNOWN_ID + 1; id < pieces.length; id++) {
    const plain = fold(pieces[id]!.text);
    if (plain === pieces[id]!.text) continue;
    const list = written.get(plain);
    if (list === undefined) written.set(plain, [id]);
    else list.push(id);
  }
  for (let id = UNKNOWN_ID + 1; id < pieces.length; id++) {
    const sources = written.get(pieces[id]!.text);
    if (sources === undefined) continue;
    mixed.fill(0);
    for (const s of sources) {
      const n = (counts[s]! + 1) / weight(s);
      for (let j = 0; j < d; j++) mixed[j]! += n * rows[s * d + j]!;
    }
    assign(id, 0.1);
  }
  rows.fill(0, PAD_ID * d, (UNKNOWN_ID + 1) * d);
}
