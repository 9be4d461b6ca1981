import type { Dataset, Reading } from "./dataset.ts";
import type { PieceFacts } from "./piece-facts.ts";
import type { Random } from "./random.ts";

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
  /** A multi-syllable piece is read syllable by syllable. */
  readonly split: number;
}

export const DEFAULT_MIX: PairMix = {
  title: 0.15,
  lead: 0.1,
  query: 0.55,
  keepSentence: 0.6,
  fold: 0.35,
  foldRight: 0.05,
  withTitle: 0.65,
  sentenceOnly: 0.15,
  split: 0.1,
};

const MIN_PASSAGE = 30;
const MAX_PASSAGE = 110;

/** Makes pairs of texts that belong together out of one article at a time. */
export class PairMaker {
  private readonly data: Dataset;
  private readonly facts: PieceFacts;
  private readonly random: Random;
  private readonly mix: PairMix;

  constructor(data: Dataset, facts: PieceFacts, random: Random, mix: PairMix = DEFAULT_MIX) {
    this.data = data;
    this.facts = facts;
    this.random = random;
    this.mix = mix;
  }

  /** @returns Left (question side) and right (passage side) as piece ids, or null where the article is too short. */
  make(article: number): { left: number[]; right: number[] } | null {
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
    if (kind < mix.title) {
      this.append(left, first, reading);
      titleAllowed = false;
    } else if (kind < mix.title + mix.lead && bodyStart > first + 1 && bodyStart < last) {
      for (let s = first + 1; s < bodyStart; s++) this.append(left, s, reading);
    } else if (kind < mix.title + mix.lead + mix.query) {
      this.query(left, anchor, reading);
      if (random.next() >= mix.keepSentence) removed = anchor;
    } else {
      this.append(left, anchor, reading);
      removed = anchor;
    }
    const right: number[] = [];
    if (titleAllowed && random.next() < mix.withTitle) this.append(right, first, passageReading);
    if (removed < 0 && random.next() < mix.sentenceOnly) this.append(right, anchor, passageReading);
    else this.passage(right, anchor, removed, from, last, passageReading);
    return left.length < 2 || right.length < 3 ? null : { left, right };
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
