/** Numbers for words, so that texts are kept and compared as lists of numbers. A word keeps its number. */
export class WordNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];

  /** How many words have a number; the numbers are those below. */
  get count(): number {
    return this.#words.length;
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

  /** The number of a word, undefined where no text holds it. */
  known(word: string): number | undefined {
    return this.#numbers.get(word);
  }

  word(number: number): string {
    return this.#words[number]!;
  }
}
