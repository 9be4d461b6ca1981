import type { Dataset } from "./dataset.ts";
import type { Random } from "./random.ts";
import type { EmbeddingTable } from "./table.ts";
import { TextBatch } from "./text-batch.ts";

/** One vector an article (title and lead, unit length), articles × dimension. */
function articleVectors(data: Dataset, table: EmbeddingTable): Float32Array {
  const d = table.dimension;
  const vectors = new Float32Array(data.articles * d);
  const text = new TextBatch(1);
  const vector = new Float32Array(d);
  for (let a = 0; a < data.articles; a++) {
    const ids: number[] = [];
    const first = data.articleStart[a]!;
    for (let s = first; s <= first + data.leadSentences[a]!; s++)
      ids.push(...data.sentence(s, "marked"));
    text.clear();
    text.push(ids);
    table.gather(text, vector);
    const norm = Math.hypot(...vector) || 1;
    for (let j = 0; j < d; j++) vectors[a * d + j] = vector[j]! / norm;
  }
  return vectors;
}

/**
 * Cuts the articles into groups of neighbours, at most `size` each: halved again and again at the
 * median along the line between two articles drawn at random. Another call gives other groups.
 */
export function neighbourGroups(
  vectors: Float32Array,
  dimension: number,
  size: number,
  random: Random,
): Int32Array[] {
  const d = dimension;
  const groups: Int32Array[] = [];
  const open = [Int32Array.from({ length: vectors.length / d }, (_, i) => i)];
  const axis = new Float32Array(d);
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (part.length <= size) {
      groups.push(part);
      continue;
    }
    const a = part[random.below(part.length)]! * d;
    const b = part[random.below(part.length)]! * d;
    for (let j = 0; j < d; j++) axis[j] = vectors[a + j]! - vectors[b + j]!;
    const along = new Map<number, number>();
    for (const article of part) {
      let sum = 0;
      for (let j = 0; j < d; j++) sum += axis[j]! * vectors[article * d + j]!;
      along.set(article, sum);
    }
    part.sort((x, y) => along.get(x)! - along.get(y)! || x - y);
    const middle = part.length >> 1;
    open.push(part.slice(0, middle), part.slice(middle));
  }
  return groups;
}

/**
 * Articles without end, neighbours of each other one behind the other, so that the negatives of a
 * batch are near misses; the groups are drawn anew in every round, from the table as it is every
 * fourth.
 */
export function* neighbouringArticles(
  data: Dataset,
  table: EmbeddingTable,
  size: number,
  random: Random,
): Generator<number, never> {
  let vectors = articleVectors(data, table);
  for (let round = 1; ; round++) {
    if (round % 4 === 0) vectors = articleVectors(data, table);
    const groups = neighbourGroups(vectors, table.dimension, size, random);
    for (let i = groups.length - 1; i > 0; i--) {
      const j = random.below(i + 1);
      [groups[i], groups[j]] = [groups[j]!, groups[i]!];
    }
    for (const group of groups) yield* group;
  }
}
