import { UNKNOWN_ID, type Unigram } from "./unigram.ts";

/** Growing typed array. */
class Ids {
  data = new Uint16Array(1 << 20);
  length = 0;

  push(ids: readonly number[]): void {
    if (this.length + ids.length > this.data.length) {
      const larger = new Uint16Array(this.data.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    for (const id of ids) if (id !== UNKNOWN_ID) this.data[this.length++] = id;
  }
}

/** Which reading of a sentence: as written, or as typed without marks. */
export type Reading = "marked" | "folded";

/**
 * The corpus as piece ids. Sentences stand in reading order: title, lead, body; an article is a run
 * of sentences `articleStart[a] … articleStart[a + 1]`, its title the first, its lead the next
 * `leadSentences[a]`. Unknown pieces are left out.
 */
export class Dataset {
  readonly articleStart: number[] = [0];
  readonly leadSentences: number[] = [];
  private readonly ids = { marked: new Ids(), folded: new Ids() };
  private readonly ends = { marked: [0], folded: [0] };

  get articles(): number {
    return this.leadSentences.length;
  }

  /** Pieces of sentence `s`; a view, not a copy. */
  sentence(s: number, reading: Reading): Uint16Array {
    const ends = this.ends[reading];
    return this.ids[reading].data.subarray(ends[s]!, ends[s + 1]!);
  }

  add(tokenizer: Unigram, title: string, lead: readonly string[], body: readonly string[]): void {
    for (const sentence of [title, ...lead, ...body]) {
      const text = sentence.replaceAll("_", " ");
      this.ids.marked.push(tokenizer.encode(text));
      this.ids.folded.push(tokenizer.encode(text, true));
      this.ends.marked.push(this.ids.marked.length);
      this.ends.folded.push(this.ids.folded.length);
    }
    this.leadSentences.push(lead.length);
    this.articleStart.push(this.ends.marked.length - 1);
  }

  /** How often each piece occurs, both readings together. */
  pieceCounts(vocabulary: number): Float64Array {
    const counts = new Float64Array(vocabulary);
    for (const reading of ["marked", "folded"] as const) {
      const { data, length } = this.ids[reading];
      for (let i = 0; i < length; i++) counts[data[i]!]!++;
    }
    return counts;
  }
}
