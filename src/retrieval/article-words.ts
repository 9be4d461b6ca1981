import { occurrences } from "../text/occurrences.ts";

/** Stands between a title and the chunks: no word, so that nothing stands together across it. */
const BREAK = " \n ";

/** The folded words of a whole article (title and all chunks), for judging which article is meant. */
export class ArticleWords {
  /** Number of words. */
  readonly length: number;
  readonly #text: string;

  /** @param parts Folded words of the title and of each chunk, parted by single spaces. */
  constructor(parts: readonly string[]) {
    this.length = parts.reduce((sum, part) => sum + (part ? part.split(" ").length : 0), 0);
    this.#text = ` ${parts.join(BREAK)} `;
  }

  /** How often a word stands there. */
  count(word: string): number {
    return occurrences(this.#text, word);
  }

  /** The folded words in order, parted by single spaces; title and chunks by line breaks. */
  get words(): string {
    return this.#text;
  }

  /** Whether a word stands there, or several, parted by a space, together. */
  has(words: string): boolean {
    return occurrences(this.#text, words) > 0;
  }
}
