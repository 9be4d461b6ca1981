/**
 * Cutting a text into the pieces of a unigram vocabulary, in typed arrays.
 *
 * The library keeps its vocabulary as a tree of maps (some 60 MB for 38,000 pieces) and a node object for each piece
 * that fits anywhere in a text, which made up a fifth of the time of indexing.
 */

/** A unigram model as it stands in tokenizer.json. */
export interface Vocabulary {
  /** Pieces with the logarithm of their probability; a piece's row is its id. */
  readonly vocab: readonly (readonly [string, number])[];
  readonly unk_id: number;
}

/** 2^32 divided by the golden ratio: Knuth's multiplicative hash. */
const HASH_FACTOR = 0x9e3779b1;
const NONE = -1;

/** Rows of the first table of edges; it doubles where more than half of them are taken. */
const FIRST_ROWS_BITS = 10;

/** A tree of the pieces by UTF-16 unit: each edge is a row of one open hash table. */
class PieceTree {
  /** Piece that ends at a node, NONE where none does. */
  #piece = new Int32Array(1 << (FIRST_ROWS_BITS - 1)).fill(NONE);
  #from = new Int32Array(0);
  #unit = new Uint16Array(0);
  #to = new Int32Array(0);
  #shift = 32;
  #nodes = 1;

  constructor(pieces: readonly (readonly [string, number])[]) {
    this.#resize(FIRST_ROWS_BITS);
    for (let id = 0; id < pieces.length; id++) {
      const piece = pieces[id]![0];
      let node = 0;
      for (let i = 0; i < piece.length; i++) node = this.#child(node, piece.charCodeAt(i));
      this.#piece[node] = id;
    }
  }

  #resize(bits: number): void {
    const [from, unit, to] = [this.#from, this.#unit, this.#to];
    this.#shift = 32 - bits;
    this.#from = new Int32Array(2 ** bits).fill(NONE);
    this.#unit = new Uint16Array(2 ** bits);
    this.#to = new Int32Array(2 ** bits);
    for (let row = 0; row < from.length; row++) {
      if (from[row] !== NONE)
        this.#set(this.#slot(from[row]!, unit[row]!), from[row]!, unit[row]!, to[row]!);
    }
    const pieces = new Int32Array(2 ** (bits - 1)).fill(NONE);
    pieces.set(this.#piece.subarray(0, this.#nodes));
    this.#piece = pieces;
  }

  #set(slot: number, from: number, unit: number, to: number): void {
    this.#from[slot] = from;
    this.#unit[slot] = unit;
    this.#to[slot] = to;
  }

  /** The node behind an edge, which is made where there is none. */
  #child(node: number, unit: number): number {
    let slot = this.#slot(node, unit);
    if (this.#from[slot] !== NONE) return this.#to[slot]!;
    if (2 * (this.#nodes + 1) > this.#from.length) {
      this.#resize(33 - this.#shift);
      slot = this.#slot(node, unit);
    }
    this.#set(slot, node, unit, this.#nodes);
    return this.#nodes++;
  }

  /** The row of an edge, or the free one where it would stand. */
  #slot(node: number, unit: number): number {
    const mask = this.#from.length - 1;
    let slot = Math.imul(Math.imul(node, HASH_FACTOR) ^ unit, HASH_FACTOR) >>> this.#shift;
    while (this.#from[slot] !== NONE && (this.#from[slot] !== node || this.#unit[slot] !== unit)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The node behind an edge, NONE where no piece goes on like that; the root is 0. */
  next(node: number, unit: number): number {
    const slot = this.#slot(node, unit);
    return this.#from[slot] === NONE ? NONE : this.#to[slot]!;
  }

  pieceAt(node: number): number {
    return this.#piece[node]!;
  }
}

/** A vocabulary that cuts texts. */
export class UnigramPieces {
  readonly #tree: PieceTree;
  readonly #scores: Float64Array;
  readonly #unknownScore: number;

  constructor({ vocab, unk_id: unknown }: Vocabulary) {
    this.#tree = new PieceTree(vocab);
    this.#scores = Float64Array.from(vocab, ([, score]) => score);
    this.#unknownScore = this.#scores.reduce((least, score) => Math.min(least, score)) - 10;
    this.#scores[unknown] = this.#unknownScore;
  }

  /** A piece's row, undefined where it is none. */
  idOf(piece: string): number | undefined {
    let node = 0;
    for (let i = 0; i < piece.length && node !== NONE; i++) {
      node = this.#tree.next(node, piece.charCodeAt(i));
    }
    const id = node === NONE ? NONE : this.#tree.pieceAt(node);
    return id === NONE ? undefined : id;
  }

  /**
   * The likeliest pieces of a text (Viterbi), the same as the library's: of equally likely ways the one whose last
   * piece is longest. A unit that no piece holds stands alone, with a score 10 below the vocabulary's least.
   */
  cut(text: string): string[] {
    const { length } = text;
    const [tree, scores] = [this.#tree, this.#scores];
    const best = new Float64Array(length + 1).fill(Number.NEGATIVE_INFINITY);
    const start = new Int32Array(length + 1);
    best[0] = 0;
    for (let from = 0; from < length; from++) {
      const before = best[from]!;
      let node = tree.next(0, text.charCodeAt(from));
      if (node === NONE || tree.pieceAt(node) === NONE) {
        if (before + this.#unknownScore > best[from + 1]!) {
          best[from + 1] = before + this.#unknownScore;
          start[from + 1] = from;
        }
      }
      for (let to = from + 1; node !== NONE; to++) {
        const piece = tree.pieceAt(node);
        if (piece !== NONE && before + scores[piece]! > best[to]!) {
          best[to] = before + scores[piece]!;
          start[to] = from;
        }
        if (to === length) break;
        node = tree.next(node, text.charCodeAt(to));
      }
    }
    const pieces: string[] = [];
    for (let to = length; to > 0; to = start[to]!) pieces.push(text.slice(start[to]!, to));
    return pieces.reverse();
  }
}
