/** Where words stand among chunks: packed lists in the database, typed arrays in memory. */

/** More places in one column of a chunk are not kept; it counts as many. */
const MOST_TIMES = 255;
const LAST_PLACE = 65_535;

/** The chunks that hold a word, ascending, how often in each, and at which words of title and text. */
export interface Postings {
  readonly rows: Int32Array;
  readonly inTitle: Uint8Array;
  readonly inBody: Uint8Array;
  /** For each row in turn its places in the title, then those in the text. */
  readonly places: Uint16Array;
}

export const NO_POSTINGS: Postings = {
  rows: new Int32Array(),
  inTitle: new Uint8Array(),
  inBody: new Uint8Array(),
  places: new Uint16Array(),
};

/** Numbers of seven bits a byte, the lowest first. */
class Packer {
  #bytes = new Uint8Array(16);
  #length = 0;

  add(value: number): void {
    if (this.#length + 5 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    let rest = value;
    for (; rest > 127; rest >>>= 7) this.#bytes[this.#length++] = (rest & 127) | 128;
    this.#bytes[this.#length++] = rest;
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

function placesByWord(words: string): Map<string, number[]> {
  const found = new Map<string, number[]>();
  if (words === "") return found;
  for (const [place, word] of words.split(" ").entries()) {
    if (place > LAST_PLACE) break;
    const places = found.get(word);
    if (places === undefined) found.set(word, [place]);
    else if (places.length < MOST_TIMES) places.push(place);
  }
  return found;
}

/** Puts together the packed lists of chunks that are added by ascending rows. */
export class PostingsWriter {
  readonly #lists = new Map<string, { last: number; packer: Packer }>();

  get size(): number {
    return this.#lists.size;
  }

  /** @param title Words parted by single spaces, as those of `body`. */
  add(row: number, title: string, body: string): void {
    const inTitle = placesByWord(title);
    const inBody = placesByWord(body);
    for (const word of new Set([...inTitle.keys(), ...inBody.keys()])) {
      let list = this.#lists.get(word);
      if (list === undefined) {
        list = { last: 0, packer: new Packer() };
        this.#lists.set(word, list);
      }
      const columns = [inTitle.get(word) ?? [], inBody.get(word) ?? []];
      list.packer.add(row - list.last);
      list.last = row;
      for (const places of columns) list.packer.add(places.length);
      for (const places of columns) {
        let before = 0;
        for (const place of places) {
          list.packer.add(place - before);
          before = place;
        }
      }
    }
  }

  /** The packed list of each word; the writer is empty afterwards. */
  take(): [word: string, entries: Uint8Array][] {
    const lists = [...this.#lists].map(
      ([word, { packer }]) => [word, packer.bytes()] as [string, Uint8Array],
    );
    this.#lists.clear();
    return lists;
  }
}

/** Reads packed lists that follow each other, rows ascending. */
export function unpackPostings(parts: readonly Uint8Array[]): Postings {
  const rows: number[] = [];
  const inTitle: number[] = [];
  const inBody: number[] = [];
  const places: number[] = [];
  for (const bytes of parts) {
    let at = 0;
    const next = () => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++]!;
        value |= (byte & 127) << shift;
        if (byte < 128) return value;
      }
    };
    let row = 0;
    while (at < bytes.length) {
      row += next();
      const counts = [next(), next()] as const;
      rows.push(row);
      inTitle.push(counts[0]);
      inBody.push(counts[1]);
      for (const count of counts) {
        let place = 0;
        for (let i = 0; i < count; i++) {
          place += next();
          places.push(place);
        }
      }
    }
  }
  return {
    rows: Int32Array.from(rows),
    inTitle: Uint8Array.from(inTitle),
    inBody: Uint8Array.from(inBody),
    places: Uint16Array.from(places),
  };
}

/** Reads a list's rows in order. */
class Cursor {
  readonly list: Postings;
  index = 0;
  #place = 0;

  constructor(list: Postings) {
    this.list = list;
  }

  get row(): number {
    return this.list.rows[this.index] ?? Number.POSITIVE_INFINITY;
  }

  /** Places in the row at hand, by column. */
  places(column: 0 | 1): Uint16Array {
    const title = this.list.inTitle[this.index]!;
    const from = this.#place + (column === 0 ? 0 : title);
    return this.list.places.subarray(
      from,
      from + (column === 0 ? title : this.list.inBody[this.index]!),
    );
  }

  next(): void {
    this.#place += this.list.inTitle[this.index]! + this.list.inBody[this.index]!;
    this.index++;
  }

  to(row: number): void {
    while (this.row < row) this.next();
  }
}

/** How often the words stand behind each other in a column of the row that all cursors are at. */
function timesTogether(cursors: readonly Cursor[], column: 0 | 1): number {
  const [first, ...others] = cursors.map((cursor) => cursor.places(column));
  const sets = others.map((places) => new Set(places));
  let times = 0;
  for (const place of first!) if (sets.every((set, i) => set.has(place + i + 1))) times++;
  return times;
}

/** The list of several words that must stand behind each other; its places are those of the first one left out. */
export function phrasePostings(lists: readonly Postings[]): Postings {
  const rows: number[] = [];
  const inTitle: number[] = [];
  const inBody: number[] = [];
  const cursors = lists.map((list) => new Cursor(list));
  for (;;) {
    const row = Math.max(...cursors.map((cursor) => cursor.row));
    if (row === Number.POSITIVE_INFINITY) break;
    for (const cursor of cursors) cursor.to(row);
    if (!cursors.every((cursor) => cursor.row === row)) continue;
    const title = timesTogether(cursors, 0);
    const body = timesTogether(cursors, 1);
    if (title + body > 0) {
      rows.push(row);
      inTitle.push(title);
      inBody.push(body);
    }
    for (const cursor of cursors) cursor.next();
  }
  return {
    rows: Int32Array.from(rows),
    inTitle: Uint8Array.from(inTitle),
    inBody: Uint8Array.from(inBody),
    places: new Uint16Array(),
  };
}
