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

/** Stands between a title and the chunks: no word, so that nothing stands together across it. */
const BREAK = "\n";
/** Characters looked at behind a word for another one near it. */
const MOST_NEAR_CHARS = 120;

/** The folded words of a whole article (title and all chunks), for judging which article is meant. */
export class ArticleWords {
  /** Number of words. */
  readonly length: number;
  /** Numbers of the words in order, and of `BREAK`. */
  readonly numbers: Int32Array;

  /**
   * @param parts Folded words of the title and of each chunk, parted by single spaces.
   * @param known Shared by the articles that are held against one another.
   */
  constructor(
    parts: readonly string[],
    private readonly known = new WordNumbers(),
  ) {
    const numbers: number[] = [];
    for (const [i, part] of parts.entries()) {
      if (i > 0) numbers.push(known.of(BREAK));
      if (part !== "") for (const word of part.split(" ")) numbers.push(known.of(word));
    }
    this.numbers = Int32Array.from(numbers);
    this.length = numbers.length - Math.max(0, parts.length - 1);
  }

  /** The folded words in order, parted by single spaces; title and chunks by line breaks. */
  get words(): string {
    const words = new Array<string>(this.numbers.length);
    for (let i = 0; i < words.length; i++) words[i] = this.known.word(this.numbers[i]!);
    return ` ${words.join(" ")} `;
  }

  /** Whether a word stands there, or several, parted by a space, together. */
  has(words: string): boolean {
    const wanted: number[] = [];
    for (const word of words.split(" ")) {
      const number = this.known.known(word);
      if (number === undefined) return false;
      wanted.push(number);
    }
    const { numbers } = this;
    const [first] = wanted;
    for (let at = numbers.indexOf(first!); at >= 0; at = numbers.indexOf(first!, at + 1)) {
      let i = 1;
      while (i < wanted.length && numbers[at + i] === wanted[i]) i++;
      if (i === wanted.length) return true;
    }
    return false;
  }

  /** Whether some words stand at most `most` words before others, with none of some words between. */
  near(first: string, second: string, most: number, barriers: ReadonlySet<string>): boolean {
    const lead = ` ${first} `;
    const text = this.words;
    for (let at = text.indexOf(lead); at >= 0; at = text.indexOf(lead, at + 1)) {
      const behind = text.slice(at + lead.length, at + lead.length + MOST_NEAR_CHARS);
      const between = ` ${behind} `.indexOf(` ${second} `);
      if (between < 0) continue;
      const words = behind.slice(0, between).split(" ").filter(Boolean);
      if (words.length <= most && !words.some((word) => barriers.has(word))) return true;
    }
    return false;
  }
}
