import { occurrences } from "../../language/text/index.ts";

/** Stands between a title and the chunks: no word, so that nothing stands together across it. */
const BREAK = " \n ";
/** Characters looked at behind a word for another one near it. */
const MOST_NEAR_CHARS = 120;

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

  /** Whether some words stand at most `most` words before others, with none of some words between. */
  near(first: string, second: string, most: number, barriers: ReadonlySet<string>): boolean {
    const lead = ` ${first} `;
    for (let at = this.#text.indexOf(lead); at >= 0; at = this.#text.indexOf(lead, at + 1)) {
      const behind = this.#text.slice(at + lead.length, at + lead.length + MOST_NEAR_CHARS);
      const between = ` ${behind} `.indexOf(` ${second} `);
      if (between < 0) continue;
      const words = behind.slice(0, between).split(" ").filter(Boolean);
      if (words.length <= most && !words.some((word) => barriers.has(word))) return true;
    }
    return false;
  }
}
