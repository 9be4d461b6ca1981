import { fold } from "../../src/language/text/fold.ts";
import type { PieceFacts } from "./piece-facts.ts";
import type { Random } from "./random.ts";
import type { EmbeddingTable } from "./table.ts";
import { PAD_ID, UNKNOWN_ID, type Unigram } from "./unigram.ts";

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
