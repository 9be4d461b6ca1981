import { fold } from "../../language/text/index.ts";

const FIRST_WORDS = 4096;
const UNKNOWN = -1;

/** Numbers for words, so that texts are kept and compared as lists of numbers. A word keeps its number. */
export class WordNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  /** By the number of a word with its marks that of its folded form. */
  #folded = new Int32Array(FIRST_WORDS).fill(UNKNOWN);

  /** How many words have a number; the numbers are those below. */
  get count(): number {
    return this.#words.length;
  }

  /** By the number of a word that `ofMarked` gave, the number of its folded form; to be asked for after all words were. */
  get folded(): Int32Array {
    return this.#folded;
  }

  /** The number of a word, which gets one where it has none. */
  of(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#words.length;
      this.#numbers.set(word, number);
      this.#words.push(word);
    }
    return number;
  }

  /** The same of a word with its marks, whose folded form gets a number as well. */
  ofMarked(word: string): number {
    const number = this.of(word);
    if (number >= this.#folded.length) {
      const more = new Int32Array(2 * number).fill(UNKNOWN);
      more.set(this.#folded);
      this.#folded = more;
    }
    if (this.#folded[number] === UNKNOWN) this.#folded[number] = this.of(fold(word));
    return number;
  }

  /** The number of a word, undefined where no text holds it. */
  known(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  word(number: number): string {
    return this.#words[number]!;
  }
}
