import type { ArticleWords, WordNumbers } from "./article-words.ts";
import type { QueryModel } from "./query-model.ts";
import { type Overlap, overlapOf, type Places } from "./word-overlap.ts";

/**
 * The words of a question by the numbers that texts are kept in: one look at each word of a text finds those of the
 * question. Texts have to be read before, since only then do their words have numbers.
 */
export class AskedWords {
  /** By the number of a folded word: one more than its place in `#places`, 0 for others. */
  readonly #slots: Uint16Array;
  /** Places in `QueryModel.terms` of each folded word. */
  readonly #places: (readonly number[])[] = [];
  /** Numbers of the words with their marks, in the order of the terms; −1 where no text holds it. */
  readonly #marked: Int32Array;
  /** The place in `#places` of each term. */
  readonly #slotOf: Int32Array;

  constructor(
    private readonly query: QueryModel,
    private readonly numbers: WordNumbers,
  ) {
    this.#slots = new Uint16Array(numbers.count);
    this.#slotOf = new Int32Array(query.terms.length);
    for (const [word, places] of query.byFolded) {
      const number = numbers.known(word);
      for (const place of places) this.#slotOf[place] = this.#places.length;
      this.#places.push(places);
      if (number !== undefined) this.#slots[number] = this.#places.length;
    }
    this.#marked = Int32Array.from(query.terms, ({ marked }) => numbers.known(marked) ?? -1);
  }

  /** How the words stand in a text; the same as `overlap` of its terms. @param words Numbers of its words with their marks. */
  overlap(words: Int32Array): Overlap {
    const { folded } = this.numbers;
    const { unmarked } = this.query.question;
    const count = this.#marked.length;
    const exact: Places = new Array(count);
    const loose: Places = new Array(count);
    for (let at = 0; at < words.length; at++) {
      const number = words[at]!;
      const slot = this.#slots[folded[number]!]!;
      if (slot === 0) continue;
      for (const i of this.#places[slot - 1]!) {
        const lists = unmarked || this.#marked[i] === number ? exact : loose;
        const list = lists[i];
        if (list === undefined) lists[i] = [at];
        else list.push(at);
      }
    }
    return overlapOf(this.query, exact, loose);
  }

  /**
   * How often each folded term stands in an article, and which stand right behind the term before them.
   *
   * @returns Both in the order of the terms.
   */
  counts({ numbers }: ArticleWords): { readonly counts: number[]; readonly paired: boolean[] } {
    const width = this.#places.length + 1;
    const times = new Int32Array(width);
    const together = new Uint8Array(width * width);
    let before = 0;
    for (let at = 0; at < numbers.length; at++) {
      const slot = this.#slots[numbers[at]!]!;
      if (slot > 0) {
        times[slot]!++;
        together[before * width + slot] = 1;
      }
      before = slot;
    }
    const slotOf = this.#slotOf;
    const counts = new Array<number>(slotOf.length);
    const paired = new Array<boolean>(slotOf.length);
    for (let i = 0; i < slotOf.length; i++) {
      const slot = slotOf[i]! + 1;
      counts[i] = times[slot]!;
      paired[i] = i > 0 && together[(slotOf[i - 1]! + 1) * width + slot] === 1;
    }
    return { counts, paired };
  }
}
