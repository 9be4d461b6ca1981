import type { Random } from "../shared/random.ts";
import type { Dataset, Reading } from "./dataset.ts";
import type { PieceFacts } from "./initial-rows.ts";
import type { EmbeddingTable } from "./table.ts";
import { TextBatch } from "./text.ts";

/** Chances of the choices made for a pair; they need not add up to anything. */
export interface PairMix {
  /** Left side: the title, the lead, a question-like text made from a sentence; else a whole sentence. */
  readonly title: number;
  readonly lead: number;
  readonly query: number;
  /** The sentence that the left side was made from stays in the passage. */
  readonly keepSentence: number;
  /** Left side read as typed without marks. */
  readonly fold: number;
  /** Right side read as typed without marks. */
  readonly foldRight: number;
  /** The passage carries its title, as passages of the index do. */
  readonly withTitle: number;
  /** The passage is the one sentence. */
  readonly sentenceOnly: number;
  /** The article gives questions on single sentences, to be told apart from each other. */
  readonly sentences: number;
  /** A multi-syllable piece is read syllable by syllable. */
  readonly split: number;
}

const DEFAULT_MIX: PairMix = {
  title: 0.15,
  lead: 0.1,
  query: 0.55,
  keepSentence: 0.8,
  fold: 0.5,
  foldRight: 0.2,
  withTitle: 0.65,
  sentenceOnly: 0.15,
  sentences: 0.1,
  split: 0.03,
};

const MIN_PASSAGE = 30;
const MAX_PASSAGE = 110;
/** Sentences of one article that are told apart from each other, and how long they must be. */
const SENTENCES = 4;
const MIN_SENTENCE = 8;

/** Two texts that belong together, as piece ids. */
interface Pair {
  /** Question side. */
  readonly left: number[];
  /** Passage side. */
  readonly right: number[];
  /** May stand in a batch with pairs of the same article and be told apart from them. */
  readonly apart: boolean;
}

/** Makes pairs of texts that belong together out of one article at a time. */
export class PairMaker {
  constructor(
    private readonly data: Dataset,
    private readonly facts: PieceFacts,
    private readonly random: Random,
    private readonly mix: PairMix = DEFAULT_MIX,
  ) {}

  /** @returns Pairs of one article; none where it is too short. */
  make(article: number): Pair[] {
    if (this.random.next() < this.mix.sentences) return this.sentencePairs(article);
    const pair = this.passagePair(article);
    return pair === null ? [] : [pair];
  }

  /** Questions on several sentences of an article, each with its sentence: the others are its nearest misses. */
  private sentencePairs(article: number): Pair[] {
    const { data, random, mix } = this;
    const first = data.articleStart[article]!;
    const last = data.articleStart[article + 1]!;
    const chosen = new Set<number>();
    for (let i = 0; i < SENTENCES; i++) chosen.add(first + 1 + random.below(last - first - 1));
    const pairs: Pair[] = [];
    for (const sentence of chosen) {
      if (sentence >= last || data.sentence(sentence, "marked").length < MIN_SENTENCE) continue;
      const left: number[] = [];
      this.query(left, sentence, random.next() < mix.fold ? "folded" : "marked");
      const right: number[] = [];
      if (random.next() < mix.withTitle) this.append(right, first, "marked");
      this.append(right, sentence, "marked");
      if (left.length > 1) pairs.push({ left, right, apart: true });
    }
    return pairs;
  }

  private passagePair(article: number): Pair | null {
    const { data, random, mix } = this;
    const first = data.articleStart[article]!;
    const last = data.articleStart[article + 1]!;
    const bodyStart = first + 1 + data.leadSentences[article]!;
    const from = bodyStart < last ? bodyStart : first + 1;
    if (from >= last) return null;
    const reading: Reading = random.next() < mix.fold ? "folded" : "marked";
    const passageReading: Reading = random.next() < mix.foldRight ? "folded" : "marked";
    const anchor = from + random.below(last - from);
    const kind = random.next();
    const left: number[] = [];
    let removed = -1;
    let titleAllowed = true;
    let asked = false;
    if (kind < mix.title) {
      this.append(left, first, reading);
      titleAllowed = false;
    } else if (kind < mix.title + mix.lead && bodyStart > first + 1 && bodyStart < last) {
      for (let s = first + 1; s < bodyStart; s++) this.append(left, s, reading);
    } else if (kind < mix.title + mix.lead + mix.query) {
      this.query(left, anchor, reading);
      asked = true;
      if (random.next() >= mix.keepSentence) removed = anchor;
    } else {
      this.append(left, anchor, reading);
      removed = anchor;
    }
    const right: number[] = [];
    if (titleAllowed && random.next() < mix.withTitle) this.append(right, first, passageReading);
    if (asked && removed < 0 && random.next() < mix.sentenceOnly)
      this.append(right, anchor, passageReading);
    else this.passage(right, anchor, removed, from, last, passageReading);
    return left.length < 2 || right.length < 3 ? null : { left, right, apart: false };
  }

  private append(to: number[], sentence: number, reading: Reading): void {
    const { random, facts, mix } = this;
    const ids = this.data.sentence(sentence, reading);
    for (const id of ids) {
      const parts = facts.parts[id];
      if (parts !== undefined && random.next() < mix.split) to.push(...parts);
      else to.push(id);
    }
  }

  private passage(
    to: number[],
    anchor: number,
    removed: number,
    from: number,
    last: number,
    reading: Reading,
  ): void {
    const { data, random } = this;
    const target = MIN_PASSAGE + random.below(MAX_PASSAGE - MIN_PASSAGE);
    const size = (s: number) => (s === removed ? 0 : data.sentence(s, reading).length);
    let low = anchor;
    let high = anchor + 1;
    let length = size(anchor);
    while (length < target && (low > from || high < last)) {
      const down = low > from && (high >= last || random.next() < 0.5);
      length += size(down ? --low : high++);
    }
    for (let s = low; s < high; s++) if (s !== removed) this.append(to, s, reading);
  }

  /** A sentence the way people ask: a few of its words, function words mostly gone, a question word added. */
  private query(to: number[], sentence: number, reading: Reading): void {
    const { random, facts } = this;
    const ids: number[] = [];
    this.append(ids, sentence, reading);
    const style = random.next();
    let start = 0;
    let end = ids.length;
    if (style < 0.5) {
      const length = 5 + random.below(12);
      start = random.below(Math.max(1, ids.length - length + 1));
      end = Math.min(ids.length, start + length);
    }
    const keep = 0.4 + 0.6 * random.next();
    let asked = false;
    for (let i = start; i < end && to.length < 24; i++) {
      const id = ids[i]!;
      if (!asked && facts.number[id] === 1 && random.next() < 0.5) {
        to.push(...facts.askNumber(reading, random));
        asked = true;
      } else if (random.next() < keep * facts.keep[id]!) to.push(id);
    }
    if (!asked && random.next() < 0.5) {
      const words = facts.askAny(reading, random);
      if (random.next() < 0.5) to.push(...words);
      else to.unshift(...words);
    }
  }
}

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
