import { fold } from "../../language/text/index.ts";
import type { Sqlite } from "../../storage/index.ts";

/**
 * The words of titles and chunks, as full text has them: each word of a database file has a number, and a text is the
 * numbers of its words, a third of the space of the words themselves. What they are folded is not stored.
 */
export const WORDS_SCHEMA = `
  CREATE TABLE words (
    part INTEGER PRIMARY KEY,
    list TEXT NOT NULL
  );
`;

/** Numbers in one blob, seven bits a byte, the lowest first: words that are met early are frequent ones. */
function pack(numbers: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (const number of numbers) {
    let rest = number;
    for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}

/** The words of one database file by their numbers. */
export class StoredWords {
  readonly #marked: readonly string[];
  readonly #folded: string[] = [];

  /** @param words By number; more may come. */
  constructor(words: readonly string[]) {
    this.#marked = words;
  }

  /** Reads those that are stored in a schema of a connection. */
  static of(db: Sqlite, schema = "main"): StoredWords {
    const rows = db.prepare(`SELECT list FROM ${schema}.words ORDER BY part`).all();
    return new StoredWords(rows.flatMap(([list]) => (list as string).split(" ")));
  }

  /** Words parted by single spaces, with their marks. */
  marked(packed: Uint8Array): string {
    return this.#text(packed, (number) => this.#marked[number]!);
  }

  /** The same without marks. */
  folded(packed: Uint8Array): string {
    return this.#text(packed, (number) => (this.#folded[number] ??= fold(this.#marked[number]!)));
  }

  #text(packed: Uint8Array, wordOf: (number: number) => string): string {
    let text = "";
    for (let i = 0; i < packed.length; i++) {
      let number = 0;
      for (let shift = 0; ; shift += 7, i++) {
        number |= (packed[i]! & 127) << shift;
        if (packed[i]! < 128) break;
      }
      text += text === "" ? wordOf(number) : ` ${wordOf(number)}`;
    }
    return text;
  }
}

/** Gives the words of a database under construction their numbers. */
export class WordWriter {
  /** By number; those that get one are added. */
  readonly words: string[] = [];
  readonly #db: Sqlite;
  readonly #numbers = new Map<string, number>();
  #stored = 0;

  constructor(db: Sqlite) {
    this.#db = db;
    for (const [list] of db.prepare("SELECT list FROM main.words ORDER BY part").all()) {
      for (const word of (list as string).split(" ")) this.#add(word);
    }
    this.#stored = this.words.length;
  }

  #add(word: string): number {
    const number = this.words.push(word) - 1;
    this.#numbers.set(word, number);
    return number;
  }

  /** @param text Words parted by single spaces. */
  pack(text: string): Uint8Array {
    if (text === "") return new Uint8Array();
    return pack(text.split(" ").map((word) => this.#numbers.get(word) ?? this.#add(word)));
  }

  /** Stores the words that got a number; to be called in the transaction that stores what was packed. */
  store(): void {
    const fresh = this.words.slice(this.#stored);
    if (fresh.length === 0) return;
    this.#db.prepare("INSERT INTO main.words (list) VALUES (?)").run(fresh.join(" "));
    this.#stored = this.words.length;
  }

  /** Puts all in one row: it is read at each start. */
  join(): void {
    this.#db.exec("DELETE FROM main.words");
    this.#stored = 0;
    this.store();
  }
}

/** The words of chunks in the parts of a generation. */
interface ChunkWords {
  /** The dictionary of a chunk's row: rows of changes come behind those of the base. */
  of(row: number): StoredWords;
}

/** @param layered Whether the generation has changes beside its base. */
export function chunkWords(db: Sqlite, layered: boolean): ChunkWords {
  if (!layered) {
    const words = lazily(() => StoredWords.of(db));
    return { of: words };
  }
  const [base, changes] = ["base", "main"].map((schema) =>
    lazily(() => StoredWords.of(db, schema)),
  ) as [() => StoredWords, () => StoredWords];
  const seen = db.prepare("SELECT seq FROM base.sqlite_sequence WHERE name = 'chunks'").get();
  const last = (seen?.[0] as number | undefined) ?? 0;
  return { of: (row) => (row <= last ? base() : changes()) };
}

/** What is made at its first use. */
function lazily<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
